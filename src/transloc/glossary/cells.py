"""A concept as the cells of its row: what stands in which column of ``glossary.csv``."""

from datetime import date

from transloc.glossary.entry import Concept, Usage
from transloc.glossary.table import SETTINGS, USAGES

_SUFFIXES = {Usage.PREFERRED: "", Usage.ADMITTED: ""} | {usage: f".{suffix}" for suffix, usage in USAGES.items()}
#: The columns that hold no terms, each with the field of a concept.
_FIELDS = {column: column.replace("-", "_") for column in SETTINGS}
_DEFAULT = Concept(id="")


def cells(concept: Concept) -> dict[str, str]:
    """Return the cells that say something, by column, terms first; what a missing column means is left out, but never the id."""
    found: dict[str, str] = {}
    for term in concept.terms:
        column = term.locale + _SUFFIXES[term.usage]
        found[column] = f"{found[column]}|{term.text}" if column in found else term.text
    own = {column: getattr(concept, name) for column, name in _FIELDS.items() if getattr(concept, name) != getattr(_DEFAULT, name)}
    return {**found, "id": concept.id} | {column: _text(value) for column, value in own.items()}


def cell(concept: Concept, column: str) -> str:
    """Return what stands in one column, defaults spelt out."""
    if column in _FIELDS:
        return _text(getattr(concept, _FIELDS[column]))
    return "|".join(term.text for term in concept.terms if term.locale + _SUFFIXES[term.usage] == column)


def differing(one: Concept, other: Concept) -> tuple[str, ...]:
    """Return the columns in which two versions of a row differ, terms before settings."""
    mine, theirs = cells(one), cells(other)
    return tuple(name for name in dict.fromkeys((*mine, *theirs)) if name != "id" and mine.get(name) != theirs.get(name))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value or "")
