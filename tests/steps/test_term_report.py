import pytest

from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import Catalog, Segment
from transloc.steps.draft import Draft
from transloc.steps.term_report import TermReport, Use

KYIV = Concept(id="kyiv", kind=ConceptKind.PLACE, terms=(Term("Київ", "uk"), Term("Kyiv", "en"), Term("Kijów", "pl")))
STRIKE = Concept(id="drone", kind=ConceptKind.TERM, terms=(Term("безпілотник", "uk"), Term("drone", "en"), Term("dron", "pl")))
GLOSSARY = Glossary((KYIV, STRIKE), ("uk", "en", "pl"))


def report(*pairs, locale="en", glossary=GLOSSARY):
    segments = tuple(Segment(id=f"u{number:08}.s1", source=source) for number, (source, _) in enumerate(pairs))
    catalog = Catalog(article="talks", source_locale="uk", target_locale=locale, segments=segments)
    drafts = [Draft(segment, target, "deepl") for segment, (_, target) in zip(segments, pairs, strict=True)]
    counted = TermReport()
    counted.count(drafts, catalog, glossary)
    return counted


@pytest.mark.parametrize(
    ("source", "target", "locale", "use"),
    [
        ("У Києві дощ.", "It rains in Kyiv.", "en", Use.APPLIED),
        ("У Києві дощ.", "KYIV: rain.", "en", Use.APPLIED),
        ("У Києві дощ.", "W Kijowie pada.", "pl", Use.INFLECTED),
        ("Київ чекає.", "Kijów czeka.", "pl", Use.APPLIED),
        ("Безпілотники летять.", "Drones are coming.", "en", Use.INFLECTED),
        ("У Києві дощ.", "It rains in the capital.", "en", Use.IGNORED),
        ("У Києві дощ.", "It rains in Kiev.", "en", Use.IGNORED),
    ],
)
def test_a_term_is_applied_inflected_or_ignored(source, target, locale, use):
    (uses,) = report((source, target), locale=locale).terms.values()
    assert uses.counts == {use: 1}


def test_terms_are_counted_by_segment_and_where_they_are_missing_is_told():
    counted = report(
        ("Київ і ще раз Київ.", "Kyiv and Kyiv again."),
        ("З Києва летять безпілотники.", "Drones fly from the capital."),
    )
    kyiv = counted.terms["kyiv"]
    assert (kyiv.term, kyiv.wanted, kyiv.counts) == ("Київ", "Kyiv", {Use.APPLIED: 1, Use.IGNORED: 1})
    assert kyiv.ignored == ["u00000001.s1"]
    assert [counted.total(use) for use in Use] == [1, 1, 1]


def test_without_a_glossary_for_both_languages_nothing_is_told():
    assert report(("У Києві дощ.", "It rains."), glossary=None).terms == {}
    assert report(("У Києві дощ.", "Sataa."), locale="fi").terms == {}
