import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.glossary.spelling import spell


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("в’язниця", "в'язниця"),
        ("прем’єр‑міністр", "прем'єр-міністр"),
        ("12\u00a0500", "12 500"),
        ("за́мок", "замок"),
        ("Укра\u00adїна", "Україна"),
        ("Украi\u0308на", "Україна"),
        ("Одесi", "Одесі"),
        ("Украiна", "Україна"),
        ("УКРАIНА", "УКРАЇНА"),
        ("Starlinkом", "Starlinkом"),
        ("cop", "cop"),
        ("сop", "сop"),
        ("Wрада", "Wрада"),
        ("Poznan\u0301", "Poznań"),
    ],
)
def test_one_spelling(written, meant):
    assert spell(written).words == meant


@settings(max_examples=100)
@given(st.text(st.sampled_from("аiїи\u0301\u0308\u00ad’'-‑ \u00a0Cc<1"), max_size=20))
def test_every_letter_leads_back_to_where_it_stands(text):
    spelt = spell(text)
    spans = [spelt.span(at, at + 1) for at in range(len(spelt.words))]
    assert spans == sorted(set(spans))
    for letter, (start, end) in zip(spelt.words, spans, strict=True):
        assert end == start + 1
        assert letter.isalpha() == text[start].isalpha()
        assert letter.isspace() == text[start].isspace()
        assert letter.isupper() == text[start].isupper()
    kept = {start for start, _ in spans}
    assert all(unicodedata.category(text[at]) in ("Mn", "Cf") for at in range(len(text)) if at not in kept)
