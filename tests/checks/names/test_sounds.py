import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.checks.names import sounds

SAME = """
Гайдук Haiduk|Гайдук Gayduk|Гайдук Hajduk|Щербак Shcherbak|Щербак Schtscherbak|Щербак Szczerbak|Юрченко Yurchenko|Юрченко Iurchenko
Зеленський Zelensky|Зеленського Zelenskyy|Джонсон Johnson|Джайлз Giles|Вайт White|Уайт White|Г'юз Hughes|Шевченко Szewczenko
Харків Kharkiv|Гельсінкі Helsinki|Чарльз Charles|Сергій Serhii|Кузьмич Kuzmych|Ковальчук Kowalczuk
"""


@pytest.mark.parametrize("pair", [pair.split() for line in SAME.strip().splitlines() for pair in line.split("|")])
def test_one_name_in_other_letters_sounds_alike(pair):
    assert sounds.likeness(*pair) >= sounds.ALIKE


@pytest.mark.parametrize(
    "pair",
    [("Гайдук", "Kovalchuk"), ("Петренко", "Sydorenko"), ("Трамп", "Biden"), ("Львів", "Kyiv"), ("Олена", "Taras"), ("Щербак", "Johnson")],
)
def test_two_names_do_not(pair):
    assert sounds.likeness(*pair) < sounds.ALIKE


@given(st.text(max_size=20), st.text(max_size=20))
def test_likeness_is_a_share_and_goes_both_ways(one, other):
    assert 0 <= sounds.likeness(one, other) <= 100
    assert sounds.likeness(one, other) == pytest.approx(sounds.likeness(other, one))
