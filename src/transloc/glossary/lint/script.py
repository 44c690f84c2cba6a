"""Letters that look right and are others: Latin ones in Cyrillic words, and apostrophes of several kinds."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from transloc.glossary.lint.listing import Fault, Listing, Phrase, quoted
from transloc.glossary.spelling import LOOK_ALIKES
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "apostrophe-mixed": "several kinds of apostrophes in one column",
    "mixed-script": "Latin letters in a Cyrillic word, or the reverse",
}

_LATIN, _CYRILLIC = "A-Za-zÀ-ɏ", "\u0400-\u052f"
_MIXED = re.compile(f"[{_LATIN}][{_CYRILLIC}]|[{_CYRILLIC}][{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ‘‛＇`](?=[^\W\d_])")
_TO_CYRILLIC = str.maketrans(*LOOK_ALIKES)
_TO_LATIN = str.maketrans(*reversed(LOOK_ALIKES))


def check(listing: Listing) -> Iterator[Fault]:
    """Yield the faults, column by column for apostrophes."""
    yield from _apostrophes(listing)
    cyrillic = {locale: _cyrillic(listing, locale) for locale in {phrase.locale for phrase in listing.phrases}}
    for phrase in listing.phrases:
        if _MIXED.search(phrase.text):
            yield from _mixed(listing, phrase, cyrillic[phrase.locale])


def _mixed(listing: Listing, phrase: Phrase, cyrillic: bool) -> Iterator[Fault]:
    for found in _WORD.finditer(phrase.text):
        meant = _meant(found[0], cyrillic)
        if meant is None:
            continue
        at = next(n for n, (a, b) in enumerate(zip(found[0], meant, strict=True)) if a != b)
        text = phrase.text[: found.start()] + meant + phrase.text[found.end() :]
        told = {"letter": found[0][at], "word": found[0], "meant": meant}
        if found[0][at] < "\u0400":
            message = say("the Latin letter “{letter}” stands in the Cyrillic word “{word}”. Write “{meant}”", **told)
        else:
            message = say("the Cyrillic letter “{letter}” stands in the Latin word “{word}”. Write “{meant}”", **told)
        yield listing.of(phrase, "mixed-script", Severity.WARNING, message, at=found.start() + at, fix=text)
        return


def _meant(word: str, cyrillic: bool) -> str | None:
    """Return the word in the script that it was meant in; None where both are meant («Starlinkа», «хRiver»)."""
    latin = len(re.findall(f"[{_LATIN}]", word))
    if not latin or latin == len(word):
        return None
    to_cyrillic = word.translate(_TO_CYRILLIC)
    if cyrillic and not re.search(f"[{_LATIN}]", to_cyrillic) and latin * 2 <= len(word):
        return to_cyrillic
    to_latin = word.translate(_TO_LATIN)
    ended = re.fullmatch(f"[{_LATIN}]+[{_CYRILLIC}]+", word)  # a Latin name with a Cyrillic ending
    if re.search(f"[{_CYRILLIC}]", to_latin) or (cyrillic and ended):
        return None
    return to_latin


def _cyrillic(listing: Listing, locale: str) -> bool:
    """Tell whether a column is written in Cyrillic letters."""
    text = "".join(phrase.text for phrase in listing.phrases if phrase.locale == locale)
    return len(re.findall(f"[{_CYRILLIC}]", text)) > len(re.findall(f"[{_LATIN}]", text))


def _apostrophes(listing: Listing) -> Iterator[Fault]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    found = [(phrase, mark) for phrase in listing.phrases for mark in _APOSTROPHE.finditer(phrase.text)]
    for phrase, mark in found:
        kinds[phrase.locale][mark[0]] += 1
    for phrase, mark in found:
        usual = max(kinds[phrase.locale], key=kinds[phrase.locale].__getitem__)
        if mark[0] != usual:
            message = say(
                "{text} has the apostrophe “{mark}”, this column mostly “{usual}”. Write one in all of it",
                text=quoted(phrase.text),
                mark=mark[0],
                usual=usual,
            )
            fix = phrase.text[: mark.start()] + usual + phrase.text[mark.end() :]
            yield listing.of(phrase, "apostrophe-mixed", Severity.WARNING, message, at=mark.start(), fix=fix)
