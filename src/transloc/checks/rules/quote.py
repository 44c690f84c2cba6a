"""``quote``: quotation marks that do not pair, are those of another language, or were lost with what they said."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.quotations.quotation_marks import Mark, Quotations, quotations
from transloc.checks.text.later import later
from transloc.checks.text.traits import sign
from transloc.languages import language, name
from transloc.languages.quotation_marks import quotation_marks
from transloc.model import Finding, Severity, Span
from transloc.wording import Tongue, say

NAME = "quote"

_MARKS, _APOSTROPHES = sign('"«»“”„‟‹›「」『』《》‘‚'), sign("'’")
LOOKS_FOR = _MARKS | _APOSTROPHES
_NO_APOSTROPHE = later(r"['’](?:(?<!\w.)\w|(?<=[.,!?…].))")
#: What keeps words at arm's length, as do the marks around them.
_DISTANT = (
    r"так зван\w+|т\. ?зв\.|т\. ?зван\w+|so[- ]called|self-(?:styled|proclaimed|declared)|purported|tak zwan\w+|tzw\.|rzekom\w+"
    r"|sogenannt\w*|sog\.|selbsternannt\w*|так называем\w+|т\. ?н\.|самопроголошен\w+|самопровозглаш[её]нн\w+|soi-disant"
)
_SO_CALLED = later(rf"\b(?:{_DISTANT})", re.IGNORECASE)
#: What does so in a translation, in other words.
_AT_A_DISTANCE = later(
    rf"\b(?:{_DISTANT}|breakaway|unrecogni[sz]ed|would-be|(?:pseudo|quasi)\w*|samozwańcz\w+|samoproklamowan\w+|nieuznawan\w+"
    r"|angeblich\w*|vermeintlich\w*|selbst ernannt\w*|abtrünnig\w*|невизнан\w+|непризнанн\w+|(?:псевдо|квазі|квази)\w*"
    r"|autoproclam\w+|prétendu\w*)",
    re.IGNORECASE,
)
_STOP = later(r"[.!?…;]\s")
#: Between “so-called” and the marks around what is called so stand so few characters.
_NEAR = 80
_WORD = later(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
#: A narrator within a quotation, as Ukrainian and Polish have it: «Так, — сказав він. — …».
_NARRATED = later(r"[,!?…]\s*[–—-]\s|[–—-]\s*\Z")
#: A quotation that goes on in the next sentence after its narrator.
_GOES_ON = later(r"[–—-]\s*\Z")
#: A source that stops within its sentence: what opens here may close in the rest.
_BROKEN_OFF = later(r"[,;:]\s*\Z")
_BEGINS = later(r"\A[\s(–—-]*\Z|:\s*\Z")
_ENDS = later(r"[.,!?…–—]|\s+[–—-]|\s*\Z")


def check(pair: Pair) -> Iterator[Finding]:
    """Yield what is wrong with the marks: halves without another, marks of another language, nesting, quotations lost or added."""
    has_source, has_target = _has_marks(pair.source), _has_marks(pair.target)
    if not has_source and not has_target:
        return
    source, target = quotations(pair.source), quotations(pair.target)
    if has_target:
        unpaired = list(_unpaired(pair, source, target))
        yield from unpaired
        yield from _of_style(pair.target, target, fixable=not unpaired)
    yield from _numbered(pair, source, target)


def _has_marks(side: Side) -> bool:
    return bool(side.traits & _MARKS) or (bool(side.traits & _APOSTROPHES) and _NO_APOSTROPHE.search(side.bare) is not None)


def _unpaired(pair: Pair, source: Quotations, target: Quotations) -> Iterator[Finding]:
    """Yield the halves that neither the source leaves open nor another sentence of the unit completes.

    Without any mark in the source the target may begin here what ends elsewhere, and is only told so.
    """
    if None in pair.others:
        return
    left_open = _open(source)
    if not left_open and not target.opened and not target.closed:  # as is mostly so
        return
    theirs = [quotations(other) for other in pair.others if other]
    open_elsewhere = sum(len(other.opened) - len(other.closed) for other in theirs)
    left_closed = len(source.closed) + source.loose[1]
    if not target.closed and left_open > len(target.opened) and (target.opened or target.pairs) and (not theirs or open_elsewhere < 0):
        message = say("The source leaves a quotation open for the sentence that follows, the target does not")
        mark = target.pairs[-1].closing if target.pairs else target.opened[-1]
        yield _of_mark(pair.target, mark, message, Severity.WARNING)
        return
    spare_open = left_open + max(0, -open_elsewhere) + bool(_GOES_ON.search(target.text))
    spare_closed = left_closed + max(0, open_elsewhere)
    may_span = source.none and _may_span(target, broken_off=_BROKEN_OFF.search(source.text) is not None)
    weight, fix = (Severity.INFO, None) if may_span else (Severity.WARNING, _completed(pair, source, target))
    for mark in target.opened[: max(0, len(target.opened) - spare_open)]:
        yield _of_mark(pair.target, mark, say("The quotation mark {mark} opens what nothing closes", mark=mark.text), weight, fix)
    for mark in target.closed[: max(0, len(target.closed) - spare_closed)]:
        yield _of_mark(pair.target, mark, say("The quotation mark {mark} closes what nothing opened", mark=mark.text), weight, fix)


def _open(source: Quotations) -> int:
    """Return how many quotations the source leaves open for the next sentence; one with its narrator inside the target may close."""
    if source.opened and _NARRATED.search(source.text, source.opened[0].at):
        return 0
    return len(source.opened) + source.loose[0]


def _may_span(target: Quotations, *, broken_off: bool) -> bool:
    """Tell whether the one mark of a target can be that of a quotation from here on, or up to here."""
    if len(target.opened) + len(target.closed) != 1 or target.pairs:
        return False
    if target.opened:
        return broken_off or _BEGINS.search(target.text[: target.opened[0].at]) is not None
    at = target.closed[0].at
    return target.text[at - 1 : at] in (".", ",", "!", "?", "…") or _ENDS.match(target.text, at + 1) is not None


def _completed(pair: Pair, source: Quotations, target: Quotations) -> str | None:
    """Return the target with the mark that it lacks, where source and target are one quotation from end to end."""
    if len(source.pairs) != 1 or target.pairs or len(target.opened) + len(target.closed) != 1 or "<" in pair.target.text:
        return None
    whole = source.pairs[0]
    if source.text[: whole.opening.at].strip() or source.text[whole.closing.at + 1 :].strip(" .,!?…"):
        return None
    mark = (target.opened + target.closed)[0]
    marks = next((marks for marks in (*quotation_marks(pair.target.locale), '""') if mark.text in marks), None)
    text = target.text
    if marks and target.closed and not text[mark.at + 1 :].strip(" .,!?…"):
        return marks[0] + text
    if marks and target.opened and mark.at == 0:
        inside = language(pair.target.locale) == "en" or source.text.rstrip()[-1] == whole.closing.text
        stop = len(text) if inside else len(text.rstrip(".,"))
        return text[:stop] + marks[1] + text[stop:]
    return None


def _of_style(side: Side, found: Quotations, *, fixable: bool) -> Iterator[Finding]:
    """Yield the pairs that are not of the target's language, all in one, and those that look like the ones around them."""
    accepted = quotation_marks(side.locale)
    strange = [pair for pair in found.pairs if pair.marks not in accepted and pair.marks != '""']
    if strange:
        wanted = [_wanted(side, found, pair.depth) for pair in strange]
        marks = ", ".join(dict.fromkeys(f"{pair.opening.text}…{pair.closing.text}" for pair in strange))
        message = say(
            "{marks} are not the quotation marks of {language}: write {wanted}",
            marks=marks,
            language=Tongue(name(side.language), side.language),
            wanted=f"{wanted[0][0].strip()}…{wanted[0][1].strip()}",
        )
        spans = tuple(_span(side, mark) for pair in strange for mark in (pair.opening, pair.closing))
        halves = [half for marks in wanted for half in marks]
        fix = _replaced(side.text, spans, halves) if fixable else None
        yield finding(NAME, message, severity=Severity.WARNING, target=spans, fix=fix)
    inner = accepted[1]
    for pair in (pair for pair in found.pairs if pair.depth):
        around = [other for other in found.pairs if other.opening.at < pair.opening.at and pair.closing.at < other.closing.at]
        if pair.marks != '""' and pair.marks != inner and any(other.marks == pair.marks for other in around):
            spans = (_span(side, pair.opening), _span(side, pair.closing))
            message = say("A quotation within a quotation has marks of its own: {marks}", marks=f"{inner[0]}…{inner[1]}")
            yield finding(NAME, message, severity=Severity.INFO, target=spans, fix=_replaced(side.text, spans, list(inner)))


def _wanted(side: Side, found: Quotations, depth: int) -> tuple[str, str]:
    """Return the marks for a quotation of that depth: straight ones where the text has straight ones already."""
    if depth % 2 == 0 and any(pair.marks == '""' for pair in found.pairs):
        return '"', '"'
    marks = quotation_marks(side.locale)[depth % 2]
    spaced = "\u202f" if side.locale in ("fr", "fr-FR", "fr-BE", "fr-LU") and marks == "«»" else ""
    return marks[0] + spaced, spaced + marks[1]


def _replaced(text: str, spans: tuple[Span, ...], halves: list[str]) -> str:
    for (start, end), half in sorted(zip(spans, halves, strict=True), reverse=True):
        text = text[:start] + half + text[end:]
    return text


def _numbered(pair: Pair, source: Quotations, target: Quotations) -> Iterator[Finding]:
    """Yield what lost all its marks or won some: a hint, as names and indirect speech need none, but not for “so-called”."""
    if target.none and not source.none:
        lost, told = _told(source), _SO_CALLED.search(pair.source.bare)
        if told and not lost:
            lost = _so_called(source)
        if told and lost and not _AT_A_DISTANCE.search(pair.target.bare):
            message = say(
                "“{told}” and the quotation marks are both gone: the target says in its own voice “{lost}”", told=told[0], lost=lost
            )
            yield finding(NAME, message, severity=Severity.WARNING, source=(pair.source.span(*told.span()),))
        elif lost and told is None:
            message = say("The source quotes “{lost}”, the target has no quotation marks", lost=lost)
            yield finding(NAME, message, severity=Severity.INFO)
    elif source.none and target.pairs and (new := _told(target)):
        yield finding(NAME, say("The target quotes “{new}”, the source has no quotation marks", new=new), severity=Severity.INFO)


def _told(found: Quotations) -> str | None:
    """Return the first quotation that is no name; a long one with its beginning alone."""
    for held in found.held():
        words = _WORD.findall(held)
        if words and (words[0].islower() or sum(word.islower() for word in words) > 1):
            return _begun(held, words)
    return None


def _so_called(found: Quotations) -> str | None:
    """Return what stands in the marks that open soon behind “so-called”, in its sentence: a name too, «т. зв. «ЛНР»».

    Within a compound («sogenannte „Fake Insta“-Konten») they explain a word, and other words may do so.
    """
    opened = sorted([(pair.opening.at, pair.closing.at) for pair in found.pairs] + [(start, end - 1) for start, end in found.singles])
    for told in _SO_CALLED.finditer(found.text):
        for start, end in opened[bisect_left(opened, (told.end(), 0)) :][:1]:
            held = found.text[start + 1 : end]
            words = _WORD.findall(held)
            if (
                words
                and start - told.end() <= _NEAR
                and found.text[end + 1 : end + 2] != "-"
                and not _STOP.search(found.text, told.end(), start)
            ):
                return _begun(held, words)
    return None


def _begun(held: str, words: list[str]) -> str:
    return held if len(words) <= 8 else " ".join(held.split()[:8]) + " …"


def _of_mark(side: Side, mark: Mark, message: str, severity: Severity, fix: str | None = None) -> Finding:
    return finding(NAME, message, severity=severity, target=(_span(side, mark),), fix=fix)


def _span(side: Side, mark: Mark) -> Span:
    return side.span(mark.at, mark.at + 1)
