"""``style``: the target is not written as the house does, by ``[style.…]`` of the project."""

from collections.abc import Iterator
from functools import partial

from transloc.checks.pair import Pair, finding
from transloc.checks.style import calendar_order, exempt, headlines, marks, wording
from transloc.checks.style.house import House
from transloc.checks.style.spelling import in_names, other_words
from transloc.checks.terms.presence import by_surname, mentions
from transloc.checks.text.traits import HOUSE
from transloc.glossary import ConceptKind
from transloc.model import ADAPTED, Finding, Kind, Severity, Span
from transloc.wording import say

NAME = "style"
LOOKS_FOR = HOUSE

_warning = partial(finding, NAME, severity=Severity.WARNING)
_info = partial(finding, NAME, severity=Severity.INFO)
#: What is no running text: nobody is introduced there.
ASIDE = ADAPTED | {Kind.SUBHEAD, Kind.CAPTION, Kind.LABEL, Kind.BYLINE, Kind.CATEGORY, Kind.TAG, Kind.ATTRIBUTE}


def check(pair: Pair) -> Iterator[Finding]:
    """Yield what the house writes otherwise. Without a house style of the target's language there is nothing to find."""
    house = pair.house
    if house is None:
        return
    yield from _spelling(pair, house)
    yield from _wording(pair, house)
    for was, now, span in (*calendar_order.find(pair.target, house), *marks.percent(pair.target, house, pair.kind)):
        yield _warning(
            say("This house writes “{now}”, not “{was}”", now=now.strip(), was=was.strip()),
            target=(pair.target.span(*span),),
            fix=_fix(pair, span, now),
        )
    for _, now, span in marks.marks(pair.target, house):
        message = say("This house quotes in {marks}", marks=f"{now[0]}…{now[-1]}")
        yield _warning(message, target=(pair.target.span(*span),), fix=_fix(pair, span, now))
    if pair.kind is Kind.HEADLINE and headlines.applies(pair.target, house):
        yield from _headline(pair, house)
    if house.names and pair.glossary:
        yield from _names(pair)


def _spelling(pair: Pair, house: House) -> Iterator[Finding]:
    others = other_words(house.variant) if pair.target.language == "en" else dict[str, str]()
    if others.keys().isdisjoint(pair.target.vocabulary):  # looks at the fewer ones
        return
    spared = exempt.quotations(pair)
    for word in pair.target.words:
        low = word.text.lower()
        span = (word.start, word.end)
        if low not in others or exempt.inside(span, spared) or (word.text != low and not _opens(pair, word.start, low)):
            continue
        now = others[low] if word.text == low else others[low].capitalize()
        message = say("“{word}” is British spelling: this house writes “{now}”", word=word.text, now=now)
        if house.variant.startswith("en-GB"):
            message = say("“{word}” is American spelling: this house writes “{now}”", word=word.text, now=now)
        yield _warning(message, target=(pair.target.span(*span),), fix=_fix(pair, span, now))


def _opens(pair: Pair, start: int, low: str) -> bool:
    """Tell whether a capital only says that the text begins here; elsewhere it says that the word is part of a name."""
    return not pair.target.prose[:start].strip() and not in_names(low) and pair.target.words[0].text.istitle()


def _wording(pair: Pair, house: House) -> Iterator[Finding]:
    if not house.prefer and not house.war:
        return
    for was, now, span in wording.find(pair.target, house, exempt.quotations(pair)):
        message = say("“{was}”: this house does not write that", was=was)
        if now:
            message = say("“{was}”: this house writes “{now}”", was=was, now=now)
        yield _warning(message, target=(pair.target.span(*span),), fix=_fix(pair, span, now) if now else None)


def _headline(pair: Pair, house: House) -> Iterator[Finding]:
    target = pair.target
    if house.headlines == "title" and (small := [*headlines.small(target)]):
        spans = tuple(target.span(word.start, word.end) for word in small)
        fix = headlines.titled(target, small) if "<" not in target.text else None
        yield _warning(say("This house writes headlines in title case"), target=spans, fix=fix)
    if house.headlines == "sentence" and headlines.title_case(target):
        yield _warning(say("This house writes headlines like sentences, capitals for names alone"), target=((0, len(target.text)),))


def _names(pair: Pair) -> Iterator[Finding]:
    """Yield whole names where the surname is enough, and surnames where nobody knows yet who that is."""
    column = pair.glossary.column_for(pair.target.locale) if pair.glossary else None
    for match in mentions(pair.target, pair.glossary) if pair.glossary and column else ():
        name = match.concept.preferred(column or "")
        if match.concept.kind is not ConceptKind.PERSON or " " not in name:
            continue
        short, span = by_surname(match, name), ((match.start, match.end),)
        if pair.kind is Kind.HEADLINE and not short:
            yield _info(say("In a headline the surname is enough: “{match}”", match=match.text), target=span)
        elif pair.named is not None and pair.kind not in ASIDE:
            if short and match.concept.id not in pair.named:
                yield _info(say("“{match}” is named for the first time here: the whole name, with the role", match=match.text), target=span)
            elif not short and match.concept.id in pair.named:
                yield _info(say("“{match}” was named before: the surname is enough", match=match.text), target=span)


def _fix(pair: Pair, span: Span, now: str) -> str | None:
    """Return the target with ``now`` at ``span`` of its bare words; None where an inline code stands in between."""
    text, (start, end) = pair.target.text, pair.target.span(*span)
    return None if "<" in text[start:end] else text[:start] + now + text[end:]
