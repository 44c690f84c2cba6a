"""Terms that a dictionary would list otherwise, and names that are common nouns as well."""

from collections.abc import Iterator

from transloc.glossary.entry import Case, ConceptKind, Usage
from transloc.glossary.lint.listing import Fault, Listing, quoted
from transloc.model import Severity

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
            message = f"{quoted(phrase.text)} is an inflected form. Write it as a dictionary has it: “{citation}”"
            yield listing.of(phrase, "not-citation-form", Severity.WARNING, message, fix=citation)
    for phrase in listing.sources():
        word, concept = phrase.text, phrase.concept
        name = concept.kind in _NAMES and concept.case is not Case.EXACT and word[:1].isupper() and not word[1:2].isupper()
        if name and word.isalpha() and listing.words.common(word.lower(), phrase.locale):
            message = f"{quoted(word)} is a common noun too, {quoted(word.lower())}"
            if concept.case is Case.ANY:
                message = f"{message}, and case=any takes it for the name. Set case to exact"
                yield listing.of(phrase, "homonym-common-word", Severity.WARNING, message)
            else:
                message = f"{message}, and may begin a sentence. Set case to exact to leave capitals in headlines out"
                yield listing.of(phrase, "homonym-common-word", Severity.INFO, message)
