"""``quote-origin``: words spoken or printed in another language than the source's, which nobody may translate back unseen."""

from collections.abc import Iterator

from transloc.checks.pair import Pair, finding
from transloc.checks.quotations import quoted
from transloc.checks.text.traits import QUOTATIONS
from transloc.languages import in_language
from transloc.model import Finding, Quotation, QuotationStatus, Severity, Span

NAME = "quote-origin"
LOOKS_FOR = QUOTATIONS

#: Fewer words in quotation marks are a word held at a distance, not somebody's sentence.
_FEWEST = 3

_WAY_OUT = (
    "enter the published wording with its address, cite an authorised translation, say that it is translated, or make it indirect speech"
)


def check(pair: Pair) -> Iterator[Finding]:
    """Yield an error for each foreign quotation that is unresolved, a warning for a paraphrase that still stands in quotation marks."""
    for quotation in pair.quotations:
        if quoted.unresolved(quotation, pair.source.locale):
            message = f"These words were {_said(quotation)}: {_WAY_OUT}"
            yield finding(NAME, message, source=_place(pair, quotation))
        elif quotation.status is QuotationStatus.PARAPHRASE and (span := _still_quoted(pair, quotation)):
            message = "A paraphrase stands in quotation marks, as if these were the speaker’s words"
            yield finding(NAME, message, severity=Severity.WARNING, source=_place(pair, quotation), target=(span,))


def _said(quotation: Quotation) -> str:
    how, tag = ("spoken", quotation.spoken_in) if quotation.spoken_in else ("published", quotation.published_in)
    return f"{how} {in_language(tag, 'en') if tag != 'und' else 'in another language'}"


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
