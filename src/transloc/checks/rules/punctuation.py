"""``punctuation``: a final mark that changes the meaning, doubled marks, and spaces before a mark."""

import re
from collections.abc import Iterator

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.text.later import later
from transloc.checks.text.traits import sign
from transloc.model import ADAPTED, Finding, Severity
from transloc.wording import say

NAME = "punctuation"

#: What one final mark is called in the scripts that have their own.
_FINAL = {
    "?": "?",
    "？": "?",
    "؟": "?",
    "՞": "?",
    ";": "?",
    "!": "!",
    "！": "!",
    "՜": "!",
    "…": "…",
    ".": ".",
    "。": ".",
    "։": ".",
    "।": ".",
}
_NAMES = {"?": say("a question mark"), "!": say("an exclamation mark"), "…": say("an ellipsis")}
_MARKS = "".join(_FINAL)
#: An ellipsis of points, which a mark before it makes one shorter: «Чому?..»
_BROKEN_OFF = ("...", "?..", "!..")
_BEHIND = " \t\n\u00a0\u202f\"'»«”“’‘›‹」』)]"
_ASKS = {
    language: later(rf"\W*(?:\w+\W+){{0,2}}(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "uk": "хто|кого|кому|що|чого|чому|як|який|яка|яке|які|яких|скільки|де|куди|звідки|коли|чи|навіщо",
        "en": "who|whom|whose|what|why|how|which|where|when|whether",
        "pl": "kto|kogo|komu|co|czego|czemu|dlaczego|jak|jaki|jaka|jakie|który|która|które|ile|gdzie|skąd|dokąd|kiedy|czy",
        "de": "wer|wen|wem|wessen|was|warum|weshalb|wie|welche[rs]?|wo|wohin|woher|wann|ob",
    }.items()
}
_LOWER = "a-zà-öø-ÿąćęłńśźżа-яєіїґ"
#: A comma behind a point is right after an abbreviation, which is short or begins with a capital: "Inc.,".
_DOUBLED = later(
    rf"(?<![,;:.!?…])(?:,[,;:.!?](?!\.)|;[,;:.!?]|:[,;:](?![)(DP])|(?<=\w\w\w)\.\.(?![.\w])|(?<=[{_LOWER}]{{4}})\.[;,](?!\w))(?![,;:.!?…])"
)
#: Marks side by side, or behind a space.
_ODD = sign("", r"[,;:.!?][,;:.!?]", r"\A[,;:.!?]")
_MANY = later(r"!{2,}|\?{2,}|\.{4,}")
_SPACED = later(r"(?<=[\w)\]»”\"'’%])[ \u00a0\u202f\u2009]+(?=(?:[,;:!?](?![)(DP\-])|\.(?![.\w]))(?![,;:.!?]))")
_HIGH = ";:!?»"
_FRENCH = later(
    r"(?<=[\w)\]”\"'’%])([ \u00a0\u202f\u2009]?)([;:!?])(?=[\s\u00a0\u202f)»”]|\Z)|(«)([ \u00a0\u202f\u2009]?)|([ \u00a0\u202f\u2009]?)(»)"
)


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for the final mark, for doubled marks and for wrong spaces; what the source does itself is let pass."""
    yield from _final(pair)
    if pair.target.traits & _ODD:
        yield from _doubled(pair)
    if pair.target.language == "fr" and pair.target.locale != "fr-CH":
        yield from _french(pair.target)
    elif pair.target.traits & _ODD and not _SPACED.search(pair.source.bare):
        yield from _spaced(pair.target)


def _final(pair: Pair) -> Iterator[Finding]:
    here, there = pair.source.bare.rstrip(_BEHIND), pair.target.bare.rstrip(_BEHIND)
    was, now = _mark(here, pair.source.language), _mark(there, pair.target.language)
    if was == now or not was or not now or not set(was).isdisjoint(now):
        return
    telling = next(mark for mark in was + now if mark in _NAMES)
    side, other = (pair.source, pair.target) if telling in was else (pair.target, pair.source)
    if any(letter in other.bare for letter, mark in _FINAL.items() if mark == telling and _speaks(letter, other.language)):
        return  # the mark has moved with its clause
    if telling == "?" and (asks := _ASKS.get(pair.source.language)) and side is pair.target and asks.match(here):
        return  # an indirect question became a direct one
    ends = ((pair.source.span(len(here) - 1, len(here)),), (pair.target.span(len(there) - 1, len(there)),))
    mark = _NAMES[telling]
    message = say("The target lacks {mark}, the source ends with one", mark=mark)
    if side is pair.target:
        message = say("The target ends with {mark}, the source does not", mark=mark)
    severity = Severity.INFO if pair.kind in ADAPTED else Severity.WARNING  # a headline may ask what the source's tells
    yield finding(NAME, message, severity=severity, source=ends[0], target=ends[1])


def _mark(text: str, tongue: str) -> str:
    """Return the final mark of a text in the Latin script's form; empty where it ends in none, an abbreviation's point counting as one.

    Of some together those that mean something, the question first: “?!” asks and calls, “?..” asks and breaks off.
    """
    last = text[-1:]
    if last not in _FINAL or not _speaks(last, tongue):
        return ""
    if text[-2:-1] not in _FINAL:
        return _FINAL[last]
    marks = text[len(text.rstrip(_MARKS)) :]
    meant = {_FINAL[mark] for mark in marks if _speaks(mark, tongue)}
    return "".join(mark for mark in _NAMES if mark in meant or (mark == "…" and marks.endswith(_BROKEN_OFF))) or "."


def _speaks(mark: str, tongue: str) -> bool:
    """Tell whether ``mark`` ends a sentence in that language: the semicolon asks in Greek alone."""
    return mark not in (";", "\u037e") or tongue == "el"


def _doubled(pair: Pair) -> Iterator[Finding]:
    source, target = pair.source.bare, pair.target
    for found in _DOUBLED.finditer(target.bare):
        if found[0] not in source:
            yield _told(target, found.span(), say("The punctuation mark is doubled: {found}", found=found[0]))
    for found in _MANY.finditer(target.bare):
        if found[0][:2] not in source:
            yield _told(target, found.span(), say("More marks than the source has: {found}", found=found[0]), found[0][0])


def _spaced(side: Side) -> Iterator[Finding]:
    for found in _SPACED.finditer(side.bare):
        mark = side.bare[found.end()]
        joined = side.bare[found.end() + 1 : found.end() + 2].isalpha()
        span = (found.start(), found.end() + joined)
        yield _told(side, span, say("There is a space before “{mark}”", mark=mark), f"{mark} " if joined else "")


def _french(side: Side) -> Iterator[Finding]:
    """Yield the high marks and guillemets that lack their no-break space; in Canada only the colon and the guillemets have it.

    In Switzerland they have none, as in other languages.
    """
    if not any(mark in side.bare for mark in _HIGH + "«"):
        return
    for found in _FRENCH.finditer(side.prose):
        at = next(group for group in (1, 4, 5) if found[group] is not None)
        mark = found[2] or found[3] or found[6]
        space = "" if side.locale == "fr-CA" and mark in ";!?" else "\u00a0" if mark in ":«»" else "\u202f"
        if found[at] == space or (space and found[at] in ("\u00a0", "\u202f")):
            continue
        message = _of_french("behind" if mark == "«" else "before", space, mark)
        yield _told(side, found.span() if found.start(at) == found.end(at) else found.span(at), message, _french_fix(found, at, space))


def _of_french(where: str, space: str, mark: str) -> str:
    if where == "behind":
        return (
            say("French has a no-break space behind “{mark}”", mark=mark)
            if space
            else say("French has no space behind “{mark}”", mark=mark)
        )
    return say("French has a no-break space before “{mark}”", mark=mark) if space else say("French has no space before “{mark}”", mark=mark)


def _french_fix(found: re.Match[str], at: int, space: str) -> str:
    if found.start(at) < found.end(at):
        return space
    return f"«{space}" if found[3] else space + (found[2] or found[6])


def _told(side: Side, span: tuple[int, int], message: str, instead: str | None = None) -> Finding:
    start, end = side.span(*span)
    whole = instead is not None and "<" not in side.text[start:end]
    fix = side.text[:start] + (instead or "") + side.text[end:] if whole else None
    return finding(NAME, message, severity=Severity.WARNING, target=((start, end),), fix=fix)
