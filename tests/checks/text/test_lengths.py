import pytest

from transloc.checks.pair import side
from transloc.checks.text import lengths

TEXT = "Вода надійшла до будинків на правому березі вночі, тому людей вивезли."


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One sentence here.", 1),
        ("One sentence here. Another there!", 2),
        ("Is it there? “Certainly.” Then come.", 3),
        ("The U.S. Navy came at 5 p.m. Monday.", 1),
        ("Mr. Brown met Dr. Green in St. Louis.", 1),
        ("Він приїхав. Вона поїхала.", 2),
        ("Кошти (2,5 млн грн) надійшли за ст. 5 Закону.", 1),
        ("", 1),
    ],
)
def test_sentences_are_counted_by_their_marks(text, sentences):
    assert lengths.sentences(side(text, "uk")) == sentences


def test_shorter_is_less_and_longer_more():
    usual, short, long = (lengths.deviation(side(TEXT, "uk"), side("x" * n, "en")) for n in (68, 30, 160))
    assert abs(usual) < 1
    assert short < -3
    assert long > 3


def test_every_pair_of_the_four_languages_was_learned():
    wide = [lengths.deviation(side(TEXT, one), side("x" * 30, "fr")) for one in ("uk", "pl", "de", "en")]
    for one in ("uk", "pl", "de", "en"):
        for other in {"uk", "pl", "de", "en"} - {one}:
            assert lengths.deviation(side(TEXT, one), side("x" * 30, other)) < min(wide)
