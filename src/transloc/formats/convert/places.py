"""Where in its document a unit stands: in the body that readers read from top to bottom, or in a field, a head, an attribute."""

import json

from transloc.formats import place
from transloc.model import Kind, Unit

#: How the formats call places that are no body: values of front matter and of linked data, the head of a page, attributes.
_FIELDS = frozenset({"yaml", "toml", "json", "rcdata", "attribute", "alt", "title"})
#: What an article says in fields of their own.
SPOKEN_FOR = frozenset({Kind.HEADLINE, Kind.LEDE, Kind.SOCIAL, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG})


def in_body(unit: Unit) -> bool:
    """Tell whether ``unit`` is a block of the body."""
    return not unit.parent and unit.kind is not Kind.ATTRIBUTE and _context(unit) not in _FIELDS


def field(unit: Unit) -> str:
    """Return the name of the field of front matter that holds ``unit``, empty where none does."""
    return str(_syntax(unit).get("key", ""))


def in_linked_data(unit: Unit) -> bool:
    """Tell whether ``unit`` is a text that only machines are told, in JSON-LD."""
    return _context(unit) == "json"


def _context(unit: Unit) -> str:
    return place.context(unit.syntax) if unit.syntax else ""  # plain text has none


def _syntax(unit: Unit) -> dict[str, object]:
    try:
        fields = json.loads(unit.syntax) if unit.syntax.startswith("{") else {}
    except ValueError:
        return {}
    return fields if isinstance(fields, dict) else {}
