"""The line of an exported article that is signed with a name and a date, taken apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from transloc.formats.convert.align import Said
from transloc.formats.kinds import signed
from transloc.languages import dates

_MARKS = " \t\u00a0,|·•—–-"


@dataclass(frozen=True, slots=True)
class Signature:
    """``said`` is the line, ``name`` and ``day`` are its parts as readers read them; ``date`` is ISO 8601."""

    said: Said
    name: str
    day: str
    date: str

    def repeats(self, byline: str, date: str) -> bool:
        """Tell whether the line says no more than these fields do."""
        return byline == self.name and date[:10] == self.date[:10]


def signature(said: Sequence[Said], locales: Sequence[str]) -> Signature | None:
    """Return the line of the article ``said`` that is a name and a date, in the first of ``locales`` that has such a date; or None."""
    line = signed.line(one.source for one in said if one.source)
    one = next((one for one in said if line is not None and one.source is line), None)
    if one is None:
        return None
    for locale in locales:
        found = dates.find(one.words, locale)
        if len(found) == 1 and found[0].iso:
            start, end = found[0].span
            before, after = one.words[:start].strip(_MARKS), one.words[end:].strip(_MARKS)
            if bool(before) != bool(after):
                return Signature(one, signed.bare(before or after), one.words[start:end], found[0].iso)
    return None
