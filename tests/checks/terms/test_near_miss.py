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
    ],
)
def test_the_likest_words_are_found_in_the_form_that_they_stand_for(target, locale, text, form):
    near = nearest(side(target, locale), ROW, locale)
    assert (near.text, near.form) == (text, form)
    assert target[slice(*near.span)] == text


def test_offsets_count_inline_codes():
    target = "in <1>Zaporizhia</1>"
    assert target[slice(*nearest(side(target, "en"), PLACE, "en").span)] == "Zaporizhia"


@pytest.mark.parametrize("target", ["", "nothing of the kind", "the macaroon"])
def test_what_is_not_like_it_is_no_near_miss(target):
    assert nearest(side(target, "en"), ROW, "en") is None
