"""Terms that a dictionary would list otherwise, and names that are common nouns as well."""

from collections.abc import Iterator

from transloc.glossary.entry import Case, ConceptKind, Usage
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "not-citation-form": "a term that no dictionary would list in this form",
    "homonym-common-word": "a name that is a common noun too",
}

_NAMES = frozenset({ConceptKind.PERSON, ConceptKind.PLACE, ConceptKind.ORG, ConceptKind.TERM})


def check(listing: Listing) -> Iterator[Fault]:
    """Yield the faults of allowed terms; labels stand as they are printed, whatever their form."""
    for phrase in listing.phrases:
        if phrase.usage is not Usage.PREFERRED or phrase.concept.kind is ConceptKind.LABEL:
            continue
        citation = listing.words.citation(phrase.text, phrase.concept, phrase.locale)
        if citation is not None and citation != phrase.text:
            message = say(
                "{text} is an inflected form. Write it as a dictionary has it: “{citation}”", text=quoted(phrase.text), citation=citation
            )
            yield listing.of(phrase, "not-citation-form", Severity.WARNING, message, fix=citation)
    for phrase in listing.sources():
        yield from _homonym(listing, phrase)


def _homonym(listing: Listing, phrase: Phrase) -> Iterator[Fault]:
    word, concept = phrase.text, phrase.concept
    if concept.kind not in _NAMES or concept.case is Case.EXACT or not word.isalpha() or not word.istitle():
        return
    if not listing.words.listed(word.lower(), phrase.locale):
        return
    told = {"word": quoted(word), "lower": quoted(word.lower())}
    if concept.case is Case.AUTO:
        message = say(
            "{word} is a common noun too, {lower}, and may begin a sentence. Set case to exact to leave at least headlines in capitals out",
            **told,
        )
        yield listing.of(phrase, "homonym-common-word", Severity.INFO, message)
    elif not listing.words.listed(word, phrase.locale):  # «москва» is listed too, as people write it so
        message = say("{word} is a common noun too, {lower}, and case=any takes each of them for the name. Set case to exact", **told)
        yield listing.of(phrase, "homonym-common-word", Severity.WARNING, message)
