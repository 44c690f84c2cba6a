from zoneinfo import ZoneInfo

import pytest

from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import Catalog, Kind, Segment, Suggestion
from transloc.steps import facts
from transloc.steps.draft import plan
from transloc.steps.facts import Reader


def row(kind, uk, en, pl=""):
    return Concept(id=uk, kind=kind, terms=(*(Term(one, "uk") for one in uk.split("|")), Term(en, "en"), *([Term(pl, "pl")] if pl else [])))


GLOSSARY = Glossary(
    (
        row(ConceptKind.PERSON, "Ірина Дорошенко", "Iryna Doroshenko-Brown"),
        row(ConceptKind.ORG, "Укрінформ", "Ukrinform"),
        row(ConceptKind.TERM, "Марія Коваль", "not a person"),
        row(ConceptKind.LABEL, "Автор|Авторка", "Author"),
        row(ConceptKind.LABEL, "Оновлено", "Updated"),
    ),
    ("uk", "en", "pl"),
)
READER = Reader(source="uk", target="en-GB", glossary=GLOSSARY, zone=ZoneInfo("Europe/Kyiv"))


def drafted(source, kind=Kind.BYLINE, reader=READER):
    found = facts.draft(Segment(id="u1.s1", source=source, kind=kind), reader)
    return (found.target, found.origin) if found else None


@pytest.mark.parametrize(
    ("source", "target", "origin"),
    [
        ("Олена Коваленко", "Olena Kovalenko", "romanised"),
        ("Ірина Дорошенко", "Iryna Doroshenko-Brown", "glossary"),
        ("ІРИНА ДОРОШЕНКО", "IRYNA DOROSHENKO-BROWN", "glossary"),
        ("Укрінформ", "Ukrinform", "glossary"),
        ("Автор: Олена Коваленко", "Author: Olena Kovalenko", "romanised"),
        ("Авторка: Ірина Дорошенко", "Author: Iryna Doroshenko-Brown", "glossary"),
        ("О. Коваленко", "O. Kovalenko", "romanised"),
        ("Ганна-Юлія В’ятрович", "Hanna-Yuliia Viatrovych", "romanised"),
        ("Олена Коваленко, Ірина Дорошенко", "Olena Kovalenko, Iryna Doroshenko-Brown", "romanised"),
        ("Олена Коваленко, Петро Щур та Ірина Дорошенко", "Olena Kovalenko, Petro Shchur and Iryna Doroshenko-Brown", "romanised"),
        ("<1>Олена Коваленко</1>", "<1>Olena Kovalenko</1>", "romanised"),
        ("Автор: <1>Олена Коваленко</1>", "Author: <1>Olena Kovalenko</1>", "romanised"),
        ("Timothy Snyder", "Timothy Snyder", "copy"),
        ("24 листопада 2026, 10:15 | Олена Коваленко", "24 November 2026, 10:15 | Olena Kovalenko", "romanised"),
    ],
)
def test_bylines(source, target, origin):
    assert drafted(source) == (target, origin)


@pytest.mark.parametrize(
    "source",
    [
        "редакція",
        "Редакція НВ",
        "Власна інформація",
        "Олена Коваленко, журналістка",
        "Кореспондент: Олена Коваленко",  # no such label in the glossary
        "Олена <1>Коваленко</1>",
        "Олена Коваленко розповідає, як це було того дня",
        "Рыжов Петр",
        "А. Б.",
        "…",
    ],
)
def test_bylines_that_no_rule_can_write_are_left(source):
    assert drafted(source) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("24 листопада 2026, 10:15", "24 November 2026, 10:15"),
        ("24 листопада", "24 November"),
        ("вівторок, 24 листопада 2026 р. о 10:15", "Tuesday, 24 November 2026, 10:15"),
        ("Оновлено: 24 листопада 2026", "Updated: 24 November 2026"),
        ("Оновлено 24 листопада, 10:15", "Updated 24 November, 10:15"),
        ("<1>24 листопада</1>", "<1>24 November</1>"),
        ("24.11.2026 • Оновлено 25.11.2026", "24 Nov 2026 • Updated 25 Nov 2026"),
        ("24 листопада 2026 року.", "24 November 2026."),
    ],
)
def test_dates(source, target):
    assert drafted(source, Kind.DATE) == (target, "cldr")


@pytest.mark.parametrize("source", ["учора", "Опубліковано 24 листопада 2026", "31 червня 2026", "понеділок, 24 листопада 2026", "10:15"])
def test_dates_that_cannot_be_trusted_are_left(source):
    assert drafted(source, Kind.DATE) is None


def test_a_timeline_is_drafted_where_it_is_a_date_and_no_more():
    assert drafted("<1>24 листопада 2026 року</1>", Kind.TIMELINE) == ("<1>24 November 2026</1>", "cldr")
    assert drafted("24 листопада 2026 року — підписано угоду", Kind.TIMELINE) is None
    assert drafted("Ірина Дорошенко", Kind.TIMELINE) is None


def test_dates_and_names_in_running_text_are_no_business_of_ours():
    assert drafted("24 листопада 2026", Kind.PARAGRAPH) is None
    assert drafted("Олена Коваленко", Kind.HEADLINE) is None


@pytest.mark.parametrize(("target", "written"), [("en-US", "Olena Kovalenko"), ("pl", "Ołena Kowałenko"), ("de", "Olena Kowalenko")])
def test_names_and_dates_are_the_readers_own(target, written):
    assert drafted("Олена Коваленко", reader=Reader(source="uk", target=target)) == (written, "romanised")


def test_a_reader_of_another_alphabet_gets_no_latin_name():
    assert drafted("Олена Коваленко", reader=Reader(source="uk", target="ka")) is None


def test_no_engine_is_asked_about_them():
    sources = [("Редакція", Kind.BYLINE), ("учора ввечері", Kind.DATE), ("24 листопада — усе", Kind.TIMELINE), ("24 листопада", Kind.DATE)]
    segments = tuple(Segment(id=f"u{n}.s1", source=source, kind=kind) for n, (source, kind) in enumerate(sources))
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)
    planned = plan(catalog, recall=lambda *_: None, variant="en-GB")
    assert [work.text for work in planned.work] == ["24 листопада — усе"]
    assert [left.segment for left in planned.left] == ["u0.s1", "u1.s1"]
    assert [(draft.target, draft.origin) for draft in planned.drafts] == [("24 November", "cldr")]


def test_what_a_person_confirmed_before_comes_first():
    segment = Segment(id="u1.s1", source="Олена Коваленко", kind=Kind.BYLINE)
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=(segment,))
    planned = plan(catalog, recall=lambda *_: Suggestion("Helen Kovalenko", "memory"))
    assert planned.drafts[0].target == "Helen Kovalenko"
