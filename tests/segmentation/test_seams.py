import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.segmentation import segmenter

CODE = re.compile(r"</?\d+/?>")


def cut(text, locale="uk"):
    return [text[start:end] for start, end in segmenter(locale).segments(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Перше. <1>Друге.</1>", ["Перше. ", "<1>Друге.</1>"]),
        ("<1>Перше.</1> Друге.", ["<1>Перше.</1> ", "Друге."]),
        ("<1>Перше. </1>Друге.", ["<1>Перше. </1>", "Друге."]),
        ("Перше.<1> Друге.</1>", ["Перше.", "<1> Друге.</1>"]),
        ("<1>Перше.</1> <2>Друге.</2>", ["<1>Перше.</1> ", "<2>Друге.</2>"]),
        ("<1><2>Перше. </2></1><3><4>Друге.</4></3>", ["<1><2>Перше. </2></1>", "<3><4>Друге.</4></3>"]),
        ("<1>Перше. Друге.</1>", ["<1>Перше. ", "Друге.</1>"]),
        ("Перше.<2/> Друге.", ["Перше.<2/> ", "Друге."]),
        ("Перше. <2/>Друге.", ["Перше. ", "<2/>Друге."]),
        ("Перше.<2/>Друге.", ["Перше.<2/>", "Друге."]),
        ("Перше. <2/> Друге.", ["Перше. ", "<2/> Друге."]),
        ("Перше.<1></1> Друге.", ["Перше.<1></1> ", "Друге."]),
        ("Перше. <1> </1>Друге.", ["Перше. ", "<1> </1>Друге."]),
        ("<1>Перше.<2></1> Друге.</2>", ["<1>Перше.<2></1> ", "Друге.</2>"]),
        ("<1/>", ["<1/>"]),
        ("<1> </1>", ["<1> </1>"]),
        ("<1/>Одне.<2/>", ["<1/>Одне.<2/>"]),
    ],
)
def test_codes_at_a_seam(text, pieces):
    assert cut(text) == pieces


@pytest.mark.parametrize(
    "text", ["Прибув ген. <1>О. Сирський</1>.", "«Що? <1>Де?</1> Коли?» повертається.", "У 2014<1>–2015 рр.</1> Україна росла."]
)
def test_rules_do_not_see_codes(text):
    assert cut(text) == [text]


def test_what_is_escaped_is_no_code():
    assert cut(r"Тег \<1>. Кінець.") == [r"Тег \<1>. ", "Кінець."]
    assert cut(r"Перше. \<1>Друге. <1>Третє.</1>") == ["Перше. ", r"\<1>Друге. ", "<1>Третє.</1>"]


def test_less_than_in_words_is_no_code():
    assert cut("Якщо 2 < 3, то так. Кінець <b>.") == ["Якщо 2 < 3, то так. ", "Кінець <b>."]


SENTENCES = [
    "Прибув ген. О. Сирський. ",
    "Що? ",
    "«Ми йдемо!» — сказав він. ",
    "Це сталося 5 травня 2020 р. Слідство триває. ",
    "1. Перше. ",
    "(Оновлено.) ",
    "Так…\n",
]
CODES = st.sampled_from(["<1>", "</1>", "<2>", "</2>", "<3/>", "<44/>"])


@settings(max_examples=100, deadline=None)
@given(sentences=st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), data=st.data())
def test_codes_change_neither_the_seams_nor_the_text(sentences, data):
    plain = "".join(sentences)
    places = sorted(data.draw(st.lists(st.tuples(st.integers(0, len(plain)), CODES), max_size=6)))
    coded, at = "", 0
    for offset, code in places:
        coded += plain[at:offset] + code
        at = offset
    coded += plain[at:]
    pieces = cut(coded)
    assert "".join(pieces) == coded
    assert [CODE.sub("", piece).split() for piece in pieces] == [piece.split() for piece in cut(plain)]
