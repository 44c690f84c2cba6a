"""Sentences: texts are cut into segments by SRX rules, the standard of translation tools.

Importing this package costs nothing; the SRX engine is loaded with the first ``segmenter``.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from transloc.segmentation.seams import Span, spans

if TYPE_CHECKING:
    from transloc.segmentation.srx import Cutter

__all__ = ["Segmenter", "Span", "segmenter"]


class Segmenter:
    """Cuts texts of one locale; may be shared by threads.

    Rules are asked in this order, and the first that speaks wins: ``extra_rules`` (an SRX 2.0 file of the project), ours, those
    of LanguageTool. A regional tag takes the rules of its language. Raises InputError where ``extra_rules`` cannot be used.
    """

    def __init__(self, locale: str, *, extra_rules: Path | None = None) -> None:
        from transloc.segmentation.srx import cutter

        self._cut: Cutter = cutter(locale, extra_rules)

    def segments(self, text: str) -> list[Span]:
        """Return half-open spans in code points of ``text``, inline codes and escapes counted; together they are the text.

        White space belongs to the segment before it, at the very start of the text to the first. A newline is a hard break.
        Codes are invisible to the rules: at a seam an opening one goes with what follows (and takes white space after it along),
        a closing one with what precedes, an empty one with what precedes unless white space stands before it.
        """
        return spans(text, self._cut)


@cache
def segmenter(locale: str, extra_rules: Path | None = None) -> Segmenter:
    """Return the Segmenter of ``locale`` and ``extra_rules``, made once in a process; a changed rules file is not read again."""
    return Segmenter(locale, extra_rules=extra_rules)
