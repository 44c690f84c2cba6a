"""Fields at the head of a Markdown file, in YAML or TOML: found with their places, so that only values are replaced."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from transloc.model import Span

_HEAD = re.compile(
    r"(?P<open>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?<=[\r\n])(?P<close>(?P=open)|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value for translators. ``span`` is the value as written, ``style`` how, ``block`` the lines that hold it alone."""

    key: str
    value: str
    span: Span
    style: str
    block: Span | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a document: ``end`` is where the body begins; ``shape`` names all keys and values that stay."""

    end: int = 0
    language: str = ""
    fields: tuple[Field, ...] = ()
    metadata: tuple[tuple[str, str], ...] = ()
    shape: tuple[str, ...] = ()


def read(text: str, keys: Collection[str]) -> Head:
    """Return the front matter of ``text``, with a field for each value under one of ``keys`` (lower case).

    What is no well-formed YAML or TOML is left alone: it has no fields, and its bytes stay.
    """
    found = _HEAD.match(text)
    if not found or (found["open"] == "+++" and found["close"] != "+++"):
        return Head()
    if found["open"] == "+++":
        from transloc.formats.front_matter import toml_fields

        return toml_fields.read(text, found.span("body"), found.end(), keys)
    from transloc.formats.front_matter import yaml_fields

    return yaml_fields.read(text, found.span("body"), found.end(), keys)
