"""Two rows that share an inflected form: «Лесем» is of Лесь and of Лес."""

from collections import defaultdict
from collections.abc import Iterator

from transloc.glossary.entry import Case
from transloc.glossary.lint.double import key, succeeds
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.model import Severity

#: What each code finds.
CODES = {
    "dup-after-inflection": "two rows share an inflected form",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a fault for each row that shares forms with an earlier one; terms that are the same are ``dup-source``.

    Only forms of as many words as the term has count: that a surname alone is many people's is no fault of the rows.
    """
    owners: dict[str, Phrase] = {}
    told: set[tuple[str, str]] = set()
    for phrase in _candidates(listing):
        for form in dict.fromkeys(_forms(listing, phrase)):
            earlier = owners.setdefault(form, phrase)
            pair = earlier.concept.id, phrase.concept.id
            if earlier.concept is phrase.concept or pair in told or _told_elsewhere(earlier, phrase):
                continue
            told.add(pair)
            message = f"the form “{form}” of {quoted(phrase.text)} is one of {quoted(earlier.text)} in line {earlier.concept.line} too"
            way = "Set case to exact, or list in the forms column what tells them apart"
            yield listing.of(phrase, "dup-after-inflection", Severity.WARNING, f"{message}. {way}")


def _candidates(listing: Listing) -> Iterator[Phrase]:
    """Yield the terms that may share a form with another: as many words, each with the same first letter."""
    alike: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in listing.sources():
        alike[tuple(word[:1].lower() for word in key(phrase.text).split())].append(phrase)
    for group in alike.values():
        if len({phrase.concept.id for phrase in group}) > 1:
            yield from group


def _forms(listing: Listing, phrase: Phrase) -> Iterator[str]:
    count, fold = key(phrase.text).count(" "), phrase.concept.case is Case.ANY
    made = listing.words.forms(phrase.text, phrase.concept, phrase.locale)  # spelt in one way already, but for the term itself
    for form in (key(phrase.text), *map(key, phrase.concept.forms(phrase.locale)), *made):
        if form.count(" ") == count:
            yield form.lower() if fold else form


def _told_elsewhere(one: Phrase, other: Phrase) -> bool:
    same = key(one.text).casefold() == key(other.text).casefold()
    return same or one.concept.kind is not other.concept.kind or succeeds(one.concept, other.concept)
