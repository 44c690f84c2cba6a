"""All that is wrong with a glossary: every fault of the file with its place, one module a family of codes.

``lint`` is pure: bytes in, faults out. What the codes mean stands in docs/reference/glossary.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from transloc.glossary import charset, sheet
from transloc.glossary.charset import Undecodable
from transloc.glossary.entry import Glossary
from transloc.glossary.lint import cells, citation, double, empty, file, forbidden, governance, inflection, overlap, script
from transloc.glossary.lint.listing import Fault, Listing
from transloc.glossary.lint.words import Words
from transloc.glossary.table import tabulate

__all__ = ["CODES", "Fault", "Linted", "Words", "lint"]

_RULES = (file, cells, script, empty, double, inflection, overlap, forbidden, citation, governance)

#: What each code finds, family by family.
CODES: Mapping[str, str] = {code: finds for rule in _RULES for code, finds in rule.CODES.items()}


@dataclass(frozen=True, slots=True)
class Linted:
    """The faults in the order of the file, and how many rows were looked at."""

    faults: tuple[Fault, ...]
    rows: int = 0


def lint(data: bytes, path: str = "glossary.csv", *, source: str = "", targets: Iterable[str] = (), words: Words | None = None) -> Linted:
    """Return every fault of a glossary; nothing is raised, whatever the bytes.

    ``source`` is the locale that articles are written in (the first language column where it has none), ``targets`` those of the
    translations (all other columns where none is given). ``path`` is named in the command that converts another encoding.
    """
    try:
        read, broken = sheet.read_loosely(data, path)
    except Undecodable as error:
        lost, rest = file.undecodable(error), charset.mended(data)
        linted = lint(rest, path, source=source, targets=targets, words=words) if rest is not None else Linted(())
        return replace(linted, faults=(lost, *(fault for fault in linted.faults if not _repeats(fault, lost))))
    table = tabulate(read)
    known = Glossary((), table.locales)
    column = (known.column_for(source) if source else None) or next(iter(table.locales), "")
    wanted = [found for locale in targets if (found := known.column_for(locale)) and found != column]
    others = tuple(dict.fromkeys(wanted)) or tuple(locale for locale in table.locales if locale != column)
    listing = Listing(table, column, others, words or Words())
    faults = chain(file.broken(listing, broken), *(rule.check(listing) for rule in _RULES))
    return Linted(tuple(sorted(faults, key=lambda fault: (fault.line, fault.column))), len(table.records))


def _repeats(fault: Fault, other: Fault) -> bool:
    return (fault.code, fault.line, fault.column) == (other.code, other.line, other.column)
