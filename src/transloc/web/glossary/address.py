"""A row's id in an address: as it is where it can be, else as what tells it from all others."""

import re
from hashlib import sha256

from transloc.glossary import Concept, Glossary

#: Addresses of the glossary's own pages are no rows.
_TAKEN = frozenset({"propose", "begin"})
_PLAIN = re.compile(r"\w[\w-]{0,79}")


class RowConverter:
    """An id of letters, digits, hyphens and underscores, or ``~`` and 16 hex digits for one that no address can hold."""

    regex = r"\w[\w-]*|~[0-9a-f]{16}"

    def to_python(self, value: str) -> str:
        """Return what the address says."""
        return value

    def to_url(self, value: str) -> str:
        """Return what the address of the row with this id says."""
        return address(value)


def address(row: str) -> str:
    """Return what stands in an address for the row of this id."""
    if _PLAIN.fullmatch(row) and row not in _TAKEN:
        return row
    return f"~{sha256(row.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def named(glossary: Glossary, given: str) -> Concept | None:
    """Return the row that an address names."""
    if not given.startswith("~"):
        return glossary.concept(given)
    return next((concept for concept in glossary.concepts if address(concept.id) == given), None)
