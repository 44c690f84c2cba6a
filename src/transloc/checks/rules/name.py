"""``name``: a person or a place of the source is missing, or another name stands there; two speakers have changed places."""

from collections.abc import Iterable, Iterator

from transloc.checks.names import proper, sounds, speakers
from transloc.checks.names.answers import answered, remembered
from transloc.checks.names.proper import CAPITALS_TELL, NOUNS_IN_CAPITALS, Name
from transloc.checks.pair import Pair, Side, Word, finding
from transloc.checks.terms.presence import mentions
from transloc.model import Finding, Severity, Span
from transloc.wording import say

NAME = "name"
LOOKS_FOR = proper.CAPITAL


def check(pair: Pair) -> Iterator[Finding]:
    """Yield one finding for each name that the unit's target lacks, by sound and as a place.

    It is a warning where another name stands in its stead; else info, since "he said" is a right translation of «сказав Макрон».
    Names of the glossary are left to its rules.
    """
    source, target = pair.source, pair.target
    if not source.traits & proper.CAPITAL or source.language == target.language or None in pair.others:
        return
    for here, there in speakers.exchanged(pair):
        yield _changed_places(pair, here, there)
    unit = (target, *(other for other in pair.others if other))
    if all(remembered(word, source, unit) for word in proper.telling(source)):
        return
    lost = [name for name in proper.find(source) if proper.judged(name, source.language) and not _answered(name.last.text, source, unit)]
    if not lost:
        return
    known = _of_glossary(pair)
    strangers = [
        name for name in proper.find(target) if proper.judged(name, target.language) and not _answered(name.last.text, target, (source,))
    ]
    for name in lost:
        if any(start < name.last.end and name.last.start < end for start, end in known):
            continue
        other = _altered(name, strangers) or (_instead(name, strangers, pair) if _telling(source, target) else None)
        if other or source.language in CAPITALS_TELL:
            yield _finding(pair, name, other)


def _changed_places(pair: Pair, here: tuple[Word, Word], there: tuple[Word, Word]) -> Finding:
    return finding(
        NAME,
        say(
            "“{one}” and “{other}” have changed places: each does in the target what the other one does in the source",
            one=here[0].text,
            other=here[1].text,
        ),
        severity=Severity.WARNING,
        source=tuple(pair.source.span(word.start, word.end) for word in here),
        target=tuple(pair.target.span(word.start, word.end) for word in there),
    )


def _telling(source: Side, target: Side) -> bool:
    """Tell whether capitals say enough: one language gives them to names alone, and neither to all nouns."""
    both = {source.language, target.language}
    return not both.isdisjoint(CAPITALS_TELL) and both.isdisjoint(NOUNS_IN_CAPITALS)


def _answered(word: str, side: Side, others: Iterable[Side]) -> bool:
    """Tell whether a name of ``side`` has a counterpart in one of ``others``."""
    return any(answered(word, side, other) for other in others)


def _altered(name: Name, strangers: Iterable[Name]) -> Name | None:
    """Return a name of the target that begins as ``name`` and goes on otherwise."""
    first = [word.text for word in name.words if word is not name.last]
    return next((other for other in strangers if any(sounds.alike(one, word.text) for one in first for word in other.words)), None)


def _instead(name: Name, strangers: Iterable[Name], pair: Pair) -> Name | None:
    """Return a name of the target that the source lacks: for a place another place, for a person no place."""
    place = bool(proper.places(name.last.text, pair.source.language))
    return next((other for other in strangers if bool(proper.places(other.last.text, pair.target.language)) == place), None)


def _of_glossary(pair: Pair) -> list[Span]:
    if pair.glossary is None:
        return []
    return [(match.start, match.end) for match in mentions(pair.source, pair.glossary)]


def _finding(pair: Pair, name: Name, other: Name | None) -> Finding:
    text = _text(name)
    return finding(
        NAME,
        say("“{name}” has no counterpart; the target has “{other}”", name=text, other=_text(other))
        if other
        else say("“{name}” has no counterpart in the target", name=text),
        severity=Severity.WARNING if other else Severity.INFO,
        source=(pair.source.span(name.words[0].start, name.words[-1].end),),
        target=(pair.target.span(other.words[0].start, other.words[-1].end),) if other else (),
    )


def _text(name: Name) -> str:
    return " ".join(word.text for word in name.words)
