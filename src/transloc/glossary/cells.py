"""A concept as the cells of its row: what stands in which column of ``glossary.csv``."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from transloc.glossary.entry import Concept, Usage

_SUFFIXES = {Usage.PREFERRED: "", Usage.ADMITTED: "", Usage.FORBIDDEN: ".forbidden", Usage.FORM: ".forms"}
#: The columns that hold no terms, by the field of a concept.
SETTINGS: Mapping[str, str] = {f.name: f.name.replace("_", "-") for f in fields(Concept) if f.name not in ("terms", "line")}


def cells(concept: Concept) -> dict[str, str]:
    """Return the cells that say something, by column, terms first; what a missing column means is left out, but never the id."""
    found: dict[str, str] = {}
    for term in concept.terms:
        column = term.locale + _SUFFIXES[term.usage]
        found[column] = f"{found[column]}|{term.text}" if column in found else term.text
    default = Concept(id="")
    own = {column: getattr(concept, name) for name, column in SETTINGS.items() if getattr(concept, name) != getattr(default, name)}
    return {**found, "id": concept.id} | {column: _text(value) for column, value in own.items()}


def cell(concept: Concept, column: str) -> str:
    """Return what stands in one column, defaults spelt out."""
    found = cells(concept).get(column)
    if found is None and column in SETTINGS.values():
        return _text(getattr(concept, column.replace("-", "_")))
    return found or ""


def differing(one: Concept, other: Concept) -> tuple[str, ...]:
    """Return the columns in which two versions of a row differ, terms before settings."""
    mine, theirs = cells(one), cells(other)
    return tuple(name for name in dict.fromkeys((*mine, *theirs)) if name != "id" and mine.get(name) != theirs.get(name))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value.isoformat() if isinstance(value, date) else str(value or "")
