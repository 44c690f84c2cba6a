"""The ledger of quotations: what was detected, what people marked, and what still blocks."""

from dataclasses import replace

from transloc.formats.markdown import Markdown
from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import Catalog, Quotation, QuotationStatus, Waiver
from transloc.segmentation import segmenter
from transloc.steps.extract import extract
from transloc.steps.ledger import ledger

TEXT = """\
# Нова фаза

«Ми **увійшли** в нову фазу. Вона триватиме», — сказав Емманюель Макрон газеті Le Monde.

«Місто готове до зими», — сказала речниця мерії Олена Гайдук.
"""
GLOSSARY = Glossary((Concept(id="macron", kind=ConceptKind.PERSON, speaks="fr", terms=(Term("Емманюель Макрон", "uk"),)),), ("uk", "en"))
DOCUMENT = Markdown().parse(TEXT.encode())


def catalog(**marks):
    """The article's catalog; ``marks`` are put on its first segment, fields of the second by ``second``."""
    second = marks.pop("second", {})
    title, first, *rest = extract(DOCUMENT, segmenter("uk").segments)
    segments = (title, replace(first, **marks), replace(rest[0], **second), *rest[1:])
    return Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)


def told(entries):
    return [(one.quotation.text, one.marked, one.suspected, one.blocked) for one in entries]


def test_what_was_detected_is_a_suspicion_and_blocks_nothing():
    entries = ledger(DOCUMENT, catalog(), GLOSSARY)
    assert told(entries) == [
        ("Ми увійшли в нову фазу. Вона триватиме", False, True, False),
        ("Місто готове до зими", False, False, False),
    ]
    first = entries[0]
    assert (first.quotation.speaker, first.quotation.spoken_in, first.quotation.published_in) == ("Емманюель Макрон", "fr", "fr")
    assert [segment.rpartition(".")[2] for segment in first.segments] == ["s1", "s2"]
    assert first.source == "«Ми увійшли в нову фазу. Вона триватиме», — сказав Емманюель Макрон газеті Le Monde."
    assert first.target == ""


def test_a_mark_wins_over_what_was_detected_in_its_words():
    detected = ledger(DOCUMENT, catalog(), GLOSSARY)[0].quotation
    mark = replace(detected, speaker="Президент Франції", published_in="")
    standing = catalog(quotations=(mark,), target="“We have entered a new phase.", second={"target": "It will last,” he said."})
    entry, other = ledger(DOCUMENT, standing, GLOSSARY)
    assert (entry.quotation, entry.marked, entry.blocked, other.marked) == (mark, True, True, False)
    assert entry.target == "“We have entered a new phase. It will last,” he said."
    shorter = replace(mark, text="увійшли в нову фазу", span=(4, 31))
    assert told(ledger(DOCUMENT, catalog(quotations=(shorter,)), GLOSSARY))[0] == ("увійшли в нову фазу", True, True, True)


def test_what_is_resolved_or_waived_blocks_no_more():
    mark = ledger(DOCUMENT, catalog(), GLOSSARY)[0].quotation
    resolved = replace(mark, status=QuotationStatus.RETRANSLATED)
    assert told(ledger(DOCUMENT, catalog(quotations=(resolved,)), GLOSSARY))[0][1:] == (True, True, False)
    waivers = (Waiver("quote-origin", "the speaker approved it"),)
    waived = catalog(quotations=(mark,), waivers=waivers, second={"waivers": waivers})
    assert told(ledger(DOCUMENT, waived, GLOSSARY))[0][1:] == (True, True, False)


def test_a_mark_on_words_that_nothing_detects_stands_in_its_place():
    first = catalog().segments[0]
    mark = Quotation(unit=first.unit, span=(0, 9), text="Нова фаза", published_in="de")
    standing = replace(catalog(), segments=(replace(first, quotations=(mark,)), *catalog().segments[1:]))
    assert told(ledger(DOCUMENT, standing))[0] == ("Нова фаза", True, True, True)
