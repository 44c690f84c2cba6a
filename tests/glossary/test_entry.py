from dataclasses import replace
from datetime import date

import pytest

from transloc.glossary import Concept, ConceptKind, Glossary, Status, Term, Usage, apply_label, known_name, terms_for

KYIV = Concept(
    id="kyiv",
    terms=(
        Term("Київ", "uk"),
        Term("Києва", "uk", Usage.FORM),
        Term("Kyiv", "en"),
        Term("City of Kyiv", "en", Usage.ADMITTED),
        Term("Kiev", "en", Usage.FORBIDDEN),
    ),
    line=4,
)


def test_a_concept_tells_its_terms_by_language_and_use():
    assert KYIV.preferred("en") == "Kyiv"
    assert KYIV.variants("en") == ("Kyiv", "City of Kyiv")
    assert KYIV.forbidden("en") == ("Kiev",)
    assert KYIV.forms("uk") == ("Києва",)
    assert KYIV.preferred("pl") == ""


def test_of_one_content_in_other_lines_the_digest_is_the_same_but_messages_are_not():
    moved = Concept(id="kyiv", terms=KYIV.terms, line=9)
    here, there = Glossary((KYIV,), ("uk", "en"), "a.csv"), Glossary((moved,), ("uk", "en"), "a.csv")
    assert here.digest == there.digest
    assert here != there
    assert here == Glossary((KYIV,), ("uk", "en"), "a.csv")
    assert here != Glossary((KYIV,), ("uk", "en"), "b.csv")


@pytest.mark.parametrize(
    "change",
    [
        {"translate": False},
        {"terms": KYIV.terms[:-1]},
        {"id": "kiev"},
        {"status": Status.DEPRECATED},
        {"valid_from": date(2026, 12, 1)},
        {"replaced_by": "kyiv-city"},
    ],
)
def test_what_a_verdict_may_rest_on_changes_the_digest(change):
    assert Glossary((replace(KYIV, **change),), ("uk", "en")).digest != Glossary((KYIV,), ("uk", "en")).digest


@pytest.mark.parametrize(
    "change", [{"note": "see the style book"}, {"owner": "Olena"}, {"reason": "the city's own"}, {"source": "https://example.org/"}]
)
def test_what_people_alone_read_leaves_the_digest_and_is_still_another_content(change):
    before, after = Glossary((KYIV,), ("uk", "en")), Glossary((replace(KYIV, **change),), ("uk", "en"))
    assert before.digest == after.digest
    assert before != after


def test_a_change_written_down_beforehand_happens_on_its_day():
    new = Concept(id="kyiv-2", terms=KYIV.terms, valid_from=date(2026, 12, 1))
    listed = Glossary((replace(KYIV, replaced_by="kyiv-2"), new), ("uk", "en"))
    before, after = listed.on(date(2026, 11, 30)), listed.on(date(2026, 12, 1))
    assert [concept.status for concept in before.concepts] == [Status.APPROVED, Status.DRAFT]
    assert [concept.status for concept in after.concepts] == [Status.DEPRECATED, Status.APPROVED]


def test_hints_labels_and_names_obey_the_day():
    kinds = {"label": ConceptKind.LABEL, "person": ConceptKind.PERSON, "term": ConceptKind.TERM}
    soon = [
        Concept(id=name, kind=kind, terms=(Term(name, "uk"), Term(name.upper(), "en")), valid_from=date(2026, 12, 1))
        for name, kind in kinds.items()
    ]
    listed = Glossary(tuple(soon), ("uk", "en"))
    for day, found in ((date(2026, 11, 30), False), (date(2026, 12, 1), True)):
        today = listed.on(day)
        assert bool(terms_for("a term here", today, "uk", "en")) is found
        assert bool(apply_label("label", today, "uk", "en")) is found
        assert bool(known_name("person", today, "uk", "en")) is found


@pytest.mark.parametrize("heir", ["", "gone", "kyiv", "sketch"])
def test_a_row_that_nothing_approved_replaces_stands(heir):
    sketch = Concept(id="sketch", terms=KYIV.terms, status=Status.DRAFT)
    listed = Glossary((replace(KYIV, replaced_by=heir), sketch), ("uk", "en"))
    assert listed.on(date(2026, 12, 1)) is listed


@pytest.mark.parametrize(
    ("columns", "locale", "found"),
    [
        (("uk", "en"), "en-GB", "en"),
        (("uk", "en", "en-GB"), "en-GB", "en-GB"),
        (("uk", "en-GB"), "en", "en-GB"),
        (("uk", "en-GB", "en-US"), "en", None),
        (("uk", "en-US"), "en-GB", None),
        (("uk", "zh-Hant"), "zh-Hant-TW", "zh-Hant"),
        (("uk", "enm"), "en", None),
        (("uk", "pl"), "de", None),
    ],
)
def test_the_column_for_a_locale(columns, locale, found):
    assert Glossary((), columns).column_for(locale) == found


def test_a_concept_is_found_by_its_id():
    assert Glossary((KYIV,), ("uk", "en")).concept("kyiv") is KYIV
    assert Glossary((KYIV,), ("uk", "en")).concept("lviv") is None
