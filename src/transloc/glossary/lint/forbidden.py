"""Wordings that one cell forbids and another allows."""

from collections import defaultdict
from collections.abc import Iterator

from transloc.glossary.entry import Concept, Status, Usage
from transloc.glossary.lint.double import key
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "forbidden-is-allowed": "a wording is forbidden and allowed",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a fault for each forbidden wording that the same row allows, in any form, or that another row asks for."""
    allowed: dict[tuple[str, str], list[Concept]] = defaultdict(list)
    tongues = {phrase.locale for phrase in listing.phrases if phrase.usage is Usage.FORBIDDEN}
    for phrase in listing.phrases:
        if phrase.locale in tongues and phrase.usage is Usage.PREFERRED and phrase.concept.status is not Status.DEPRECATED:
            allowed[phrase.locale, key(phrase.text)].append(phrase.concept)
    for phrase in listing.phrases:
        if phrase.usage is Usage.FORBIDDEN and phrase.concept.status is not Status.DEPRECATED:
            yield from _fault(listing, phrase, allowed.get((phrase.locale, key(phrase.text)), []))


def _fault(listing: Listing, phrase: Phrase, allowing: list[Concept]) -> Iterator[Fault]:
    own = phrase.concept
    if own in allowing or _is_form(listing, phrase):
        message = say(
            "{text} is forbidden, and a form of what {locale} allows in the same row. Delete one of the two",
            text=quoted(phrase.text),
            locale=phrase.locale,
        )
        yield listing.of(phrase, "forbidden-is-allowed", Severity.ERROR, message)
    elif allowing:
        message = say(
            "{text} is forbidden here, and line {line} asks for it. Forbid a longer wording, or none",
            text=quoted(phrase.text),
            line=allowing[0].line,
        )
        yield listing.of(phrase, "forbidden-is-allowed", Severity.WARNING, message)


def _is_form(listing: Listing, phrase: Phrase) -> bool:
    concept, wanted = phrase.concept, key(phrase.text)
    near = (term for term in concept.variants(phrase.locale) if term[:1].lower() == phrase.text[:1].lower())
    forms = (form for term in near for form in listing.words.forms(term, concept, phrase.locale))
    return any(key(form) == wanted for form in forms)
