"""Whether an edit of a target touches its facts; in doubt it does, for then other eyes look at it again.

The facts of a text are listed in the order in which they stand, so that two numbers, two names or two speakers that change places
are seen. Beside a number its neighbours count (million, percent, euros, p.m., “more than”), beside a negation what it negates.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter

from transloc import markup
from transloc.checks.numbers.number_words import SCALES, value_of
from transloc.checks.pair import ADDRESS, Side, Word
from transloc.checks.quotations.quotation_marks import Quotations
from transloc.checks.text import fact_words, negation
from transloc.checks.text.later import later
from transloc.checks.text.possessive import without_possessive

Fact = tuple[str, ...]
"""A kind of fact, and the words that tell it."""

#: Share of words that two wordings have in common, below which one is no edit of the other but another text.
_SAME_TEXT = 0.5
#: Languages of whose numbers, negations and dates the words are known here; in others every word may be one.
_KNOWN = frozenset({"en", "uk", "ru", "pl", "de"})

_OPENS = later(r"(?:[.!?…:]\s+|\n)[\s«“„\"'(–—-]*\Z")
_MARKS = " \t\n\u00a0«“„\"'(–—-"
_LOOK_BACK = 12
_STOP = later(r"[.!?…;:,()]\s|\n")
_ARTICLES = frozenset({"a", "an", "the"})
#: Fewer words are not weighed against each other.
_FEW = 3
#: Behind these the word that says what is counted is still to come: “5 per cent”, “2 billion euros”.
_GOES_ON = frozenset({"per", "p", "a"})
#: Before these the word that says which way it goes: “rose to 5”, «зросло на 5».
_LEADS_ON = fact_words.listed("to by from at of than until on до на з від за по o do z od po na auf um von bis zu")
#: What stands before a figure and changes it: a minus, “about”, the dash of a range.
_SIGN = later(r"[-−–—+±~≈<>/]\Z")
_SAID = later(r"\s*[—–]\s")
_SPACE = later(r"\s")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_start, _end = attrgetter("start"), attrgetter("end")
_CONTRACTED = {"won't": "will", "can't": "can", "shan't": "shall", "cannot": "can"}


def differ(before: str, after: str, locale: str, *, lead: str = "", tail: str = "", said: bool = False) -> bool:
    """Tell whether ``after`` has other numbers, dates, names, negations or quotations than ``before``, or is another text altogether.

    ``lead`` and ``tail`` are what stands before and after it in its unit: a quotation may begin and end there. ``said``: the whole is
    somebody's words, though no mark tells so. A name is a word with a capital, at a sentence's start only where it is no common
    opening word.
    """
    if before == after:
        return False
    old, new = Side(before, locale), Side(after, locale)
    if (said and _spoken(old) != _spoken(new)) or _another(old, new) or _facts(old) != _facts(new):
        return True
    return _quoted(lead, old.bare, tail) != _quoted(lead, new.bare, tail)


def within(source: str, lead: str, tail: str) -> bool:
    """Tell whether ``source``, between ``lead`` and ``tail`` in its unit, lies in quotation marks from its beginning to its end."""
    before, text = markup.words(lead), markup.words(source).strip()
    start = len(before) + 1
    pairs = Quotations(f"{before} {text} {markup.words(tail)}").pairs
    return any(pair.opening.at <= start and pair.closing.at >= start + len(text.rstrip(" .,!?…")) - 1 for pair in pairs)


def _spoken(side: Side) -> list[str]:
    return [word.translate(_APOSTROPHES) for word in side.spelt]


def _another(old: Side, new: Side) -> bool:
    """Tell whether nothing stood there, or most of the words are others: whoever saw the old text has not seen this one."""
    was, now = (Counter(without_possessive(_low(word)) for word in side.spelt) for side in (old, new))
    if not was or not now:
        return was != now
    return max(was.total(), now.total()) >= _FEW and 2 * (was & now).total() < _SAME_TEXT * (was.total() + now.total())


def _facts(side: Side) -> list[Fact]:
    """Return the facts of a text in their order, quotations apart."""
    found = [*_figures(side), *_of_words(side), *_addresses(side), *_signs(side), *_codes(side)]
    return [fact for _, fact in sorted(found, key=lambda one: one[0])]


def _low(word: str) -> str:
    return word.lower().translate(_APOSTROPHES)


def _figures(side: Side) -> Iterator[tuple[int, Fact]]:
    for figure in side.figures:
        sign = _SIGN.search(side.prose[max(0, figure.start - 1) : figure.start])
        digits = (sign[0] if sign else "") + _SPACE.sub("", figure.text)
        yield figure.start, ("figure", digits, *_beside(side, figure.start, figure.end))


def _beside(side: Side, start: int, end: int) -> tuple[str, ...]:
    """Return the words next to what stands from ``start`` to ``end``, as far as the sentence or its part goes."""
    following = []
    for low in _plain(_after(side, end)):
        following.append(low)
        if low not in _GOES_ON and not _counts(low, side.language):
            break
    leading = list(islice(_plain(_before(side, start)), 2))
    return (*reversed(leading if leading and leading[0] in _LEADS_ON else leading[:1]), "|", *following)


def _before(side: Side, start: int) -> Iterator[Word]:
    """Yield the words before ``start``, the nearest first, up to a stop."""
    reach = start
    for at in reversed(range(bisect_right(side.words, start, key=_end))):
        word = side.words[at]
        if _STOP.search(side.prose, word.end, reach):
            return
        yield word
        reach = min(start, word.end + 1)


def _after(side: Side, end: int) -> Iterator[Word]:
    """Yield the words from ``end`` on, up to a stop."""
    reach = end
    for at in range(bisect_left(side.words, end, key=_start), len(side.words)):
        word = side.words[at]
        if _STOP.search(side.prose, reach, word.start):
            return
        yield word
        reach = word.start


def _plain(words: Iterable[Word]) -> Iterator[str]:
    return (low for word in words if (low := _low(word.text)) not in _ARTICLES)


def _of_words(side: Side) -> Iterator[tuple[int, Fact]]:
    for at, word in enumerate(side.words):
        low = _low(word.text)
        if side.language not in _KNOWN:
            yield word.start, ("word", low)
        elif _counts(low, side.language):
            yield word.start, ("number", low, *_beside(side, word.start, word.end))
        elif negation.negates(low, side.language):
            yield word.start, ("not", *_negated(side.words, at))
        elif fact_words.dated(low, side.language) or fact_words.of_a_place(low, side.language) or negation.reverses(low, side.language):
            yield word.start, ("word", low)
        elif _is_name(side, word):
            yield word.start, ("name", without_possessive(word.text))


def _counts(word: str, language: str) -> bool:
    parts = (word, *word.split("-"))
    return any(value_of(part, language) is not None or (len(part) > 1 and part in SCALES) for part in parts) or fact_words.counts(
        word, language
    )


def _negated(words: tuple[Word, ...], at: int) -> tuple[str, ...]:
    """Return a negation with its neighbours; “doesn’t” and “does not” are one."""
    low = _low(words[at].text)
    lead = _CONTRACTED.get(low) or low.removesuffix("n't") if low.endswith("n't") or low in _CONTRACTED else ""
    before = lead or (_low(words[at - 1].text) if at else "")
    after = _low(words[at + 1].text) if at + 1 < len(words) else ""
    return before, "not" if lead else low, after


def _is_name(side: Side, word: Word) -> bool:
    name = without_possessive(word.text)
    if name.lower() == name:
        return False
    common = name[1:].lower() == name[1:] and name.lower() in fact_words.STARTERS  # “Who”, and not “WHO”
    return not (common and _opens(side.prose, word.start)) and name != "I"


def _opens(prose: str, at: int) -> bool:
    """Tell whether a sentence begins at ``at``."""
    before = prose[max(0, at - _LOOK_BACK) : at]
    return (at < _LOOK_BACK and not before.strip(_MARKS)) or _OPENS.search(before) is not None


def _addresses(side: Side) -> Iterator[tuple[int, Fact]]:
    return ((found.start(), ("address", found[0].rstrip(".,;:!?…"))) for found in ADDRESS.finditer(side.bare))


def _signs(side: Side) -> Iterator[tuple[int, Fact]]:
    """Yield the signs that count or measure: $, %, °, ½, №."""
    for at, letter in enumerate(side.prose):
        if letter in "%‰+<>=~" or (letter > "\x7f" and unicodedata.category(letter) in ("Sc", "Sm", "So", "No", "Nl")) or letter == "$":
            yield at, ("sign", letter)


def _codes(side: Side) -> Iterator[tuple[int, Fact]]:
    """Yield the inline codes: two links that change places lead readers elsewhere."""
    at = 0
    for token in markup.parse(side.text) if "<" in side.text else ():
        if isinstance(token, markup.Text):
            at += len(token.value)
        else:
            yield at, ("code", str(token))


def _quoted(lead: str, text: str, tail: str) -> list[str]:
    """Return what stands in quotation marks in a unit, and what is said behind a dash that opens it; marks alone do not count."""
    whole = f"{markup.words(lead)} {text} {markup.words(tail)}".strip()
    found = Quotations(whole)
    loose = [whole[mark.at + 1 :] for mark in found.opened] + [whole[: mark.at] for mark in found.closed]
    said = [whole] if _SAID.match(whole) else []
    return [" ".join(words.split()).strip(" .,…") for words in (*found.held(), *loose, *said)] + [str(found.loose)] * any(found.loose)
