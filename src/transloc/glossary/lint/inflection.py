"""Two rows that share an inflected form: «Лесем» is of Лесь and of Лес."""

from collections import defaultdict
from collections.abc import Iterator

from transloc.glossary.entry import Case
from transloc.glossary.lint.double import key, succeeds
from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "dup-after-inflection": "two rows share an inflected form",
}


def check(listing: Listing) -> Iterator[Fault]:
    """Yield a fault for each row that shares forms with an earlier one; terms that are the same are ``dup-source``.

    Only forms of as many words as the term has count, and none with an initial: a surname is many people's, by no fault of the rows.
    """
    owners: dict[str, Phrase] = {}
    told: set[tuple[str, str]] = set()
    for phrase in _candidates(listing):
        for form in _forms(listing, phrase):
            earlier = owners.setdefault(form, phrase)
            if earlier is phrase or _told_elsewhere(earlier, phrase):
                continue
            pair = earlier.concept.id, phrase.concept.id
            if pair not in told:
                told.add(pair)
                message = say(
                    "the form “{form}” of {text} is one of {other} in line {line} too. "
                    "Set case to exact, or list in the forms column what tells them apart",
                    form=form,
                    text=quoted(phrase.text),
                    other=quoted(earlier.text),
                    line=earlier.concept.line,
                )
                yield listing.of(phrase, "dup-after-inflection", Severity.WARNING, message)


def _candidates(listing: Listing) -> Iterator[Phrase]:
    """Yield the terms that may share a form with another: as many words, each with the same first letter."""
    alike: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in listing.sources():
        alike[tuple(word[:1].lower() for word in key(phrase.text).split())].append(phrase)
    for group in alike.values():
        if len({phrase.concept.id for phrase in group}) > 1:
            yield from group


def _forms(listing: Listing, phrase: Phrase) -> list[str]:
    count, dotted = key(phrase.text).count(" "), "." in phrase.text
    made = listing.words.forms(phrase.text, phrase.concept, phrase.locale)  # spelt in one way already, but for the term itself
    forms = [key(phrase.text), *map(key, phrase.concept.forms(phrase.locale)), *made]
    whole = [form for form in forms if form.count(" ") == count and (dotted or "." not in form)]
    return [form.lower() for form in whole] if phrase.concept.case is Case.ANY else whole


def _told_elsewhere(one: Phrase, other: Phrase) -> bool:
    """Tell whether both are of one row, of kinds that are told apart, the same term, or one the other's successor."""
    if one.record is other.record or one.concept.kind is not other.concept.kind or succeeds(one.concept, other.concept):
        return True
    return key(one.text).casefold() == key(other.text).casefold()
