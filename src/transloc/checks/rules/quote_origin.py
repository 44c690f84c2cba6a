"""``quote-origin``: words spoken or printed in another language than the source's, which nobody may translate back unseen."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.quotations import quoted
from transloc.checks.text.traits import QUOTATIONS
from transloc.languages import language, name
from transloc.model import Finding, Quotation, QuotationStatus, Severity, Span
from transloc.wording import Tongue, say

NAME = "quote-origin"
LOOKS_FOR = QUOTATIONS

#: Fewer words in quotation marks are a word held at a distance, not somebody's sentence.
_FEWEST = 3

_WAY_OUT = say(
    "enter the published wording with its address, cite an authorised translation, say that it is translated, or make it indirect speech"
)


def check(pair: Pair) -> Iterator[Finding]:
    """Yield an error for each foreign quotation that is unresolved, a warning for a paraphrase that still stands in quotation marks."""
    for quotation in pair.quotations:
        if quoted.unresolved(quotation, pair.source.locale):
            message = say("{said}: {advice}", said=_said(quotation), advice=_WAY_OUT)
            yield finding(NAME, message, source=_place(pair, quotation))
        elif quotation.status is QuotationStatus.PARAPHRASE and (span := _still_quoted(pair, quotation)):
            message = say("A paraphrase stands in quotation marks, as if these were the speaker’s words")
            yield finding(NAME, message, severity=Severity.WARNING, source=_place(pair, quotation), target=(span,))


def _said(quotation: Quotation) -> str:
    tag = quotation.spoken_in or quotation.published_in
    if tag == "und":
        other = say("These words were published in another language")
        return say("These words were spoken in another language") if quotation.spoken_in else other
    named = Tongue(name(language(tag)), tag)
    if quotation.spoken_in:
        return say("These words were spoken in {language}", language=named)
    return say("These words were published in {language}", language=named)


def _place(pair: Pair, quotation: Quotation) -> tuple[Span, ...]:
    at = pair.source.bare.find(quotation.text)
    return (pair.source.span(at, at + len(quotation.text)),) if at >= 0 else ()


def _still_quoted(pair: Pair, quotation: Quotation) -> Span | None:
    """Return the span of the target that holds as much in quotation marks as half of the quotation's words in this segment."""
    words = pair.target.bare
    least = max(_FEWEST, min(len(quotation.text.split()), len(pair.source.bare.split())) // 2)
    for start, end in quoted.marked(words, open_ended=True):
        if len(words[start:end].split()) >= least:
            return pair.target.span(start, end)
    return None
