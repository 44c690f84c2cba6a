import pytest

from transloc.checks.pair import side
from transloc.checks.terms.near_miss import nearest
from transloc.glossary import read

ROW = read(b"id,kind,en,pl\nx,person,Emmanuel Macron,Emmanuel Macron\n").glossary.concepts[0]
PLACE = read(b"id,kind,en,pl\nx,place,Zaporizhzhia,x\n").glossary.concepts[0]


@pytest.mark.parametrize(
    ("target", "locale", "text", "form"),
    [
        ("Then Emanuel Macron came", "en", "Emanuel Macron", "Emmanuel Macron"),
        ("Emanuel Macron’s plan", "en", "Emanuel Macron", "Emmanuel Macron"),
        ("bez Emanuela Macrona", "pl", "Emanuela Macrona", "Emmanuela Macrona"),
        ("Emanuel @desk Macron", "en", "Macron", "Macron"),
        ("Emanuel, Macron", "en", "Emanuel, Macron", "Emmanuel Macron"),
        ("Łukasz and Emanuel\u00a0Macron’s plan", "en", "Emanuel\u00a0Macron", "Emmanuel Macron"),
    ],
)
def test_the_likest_words_are_found_in_the_form_that_they_stand_for(target, locale, text, form):
    near = nearest(side(target, locale), ROW, locale)
    assert (near.text, near.form) == (text, form)
    assert target[slice(*near.span)] == text


def test_offsets_count_inline_codes():
    target = "in <1>Zaporizhia</1>"
    assert target[slice(*nearest(side(target, "en"), PLACE, "en").span)] == "Zaporizhia"


@pytest.mark.parametrize("target", ["", "nothing of the kind", "the macaroon", "Emanuel — Marcon", "emmanuel marcon"])
def test_what_is_not_like_it_is_no_near_miss(target):
    assert nearest(side(target, "en"), ROW, "en") is None


def test_a_point_between_words_counts_on_neither_side():
    row = read("id,kind,uk,en\nx,place,Монблан,Mt. Blanc\n".encode()).glossary.concepts[0]
    near = nearest(side("the Mt. Blank is high", "en"), row, "en")
    assert (near.text, near.form) == ("Mt. Blank", "Mt. Blanc")
    assert nearest(side("the Mt. Blanc is high", "en"), row, "en").score == 100
