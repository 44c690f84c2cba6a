"""Fields at the head of a Markdown file, in YAML or TOML: found with their places, so that only values are replaced."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from transloc.errors import InputError
from transloc.model import Span
from transloc.wording import say

_HEAD = re.compile(
    r"(?P<open>---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?<=[\r\n])(?P<close>(?P=open)|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL
)
#: More is data, which its readers take seconds for.
MOST_CHARACTERS = 100_000
_KEY = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\r\n|\r|\n)\s*(?:#[^\r\n]*\s+|\[[^\r\n]*\s+)*[\"']?[\w.-]+[\"']?[ \t]*[:=]")
#: Lists in lists deeper than this are an attack on a reader that takes the square of their depth.
_DEEPEST = 100


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


def cut(source: Iterator[str]) -> str:
    """Return the front matter at the head of a text that comes in stretches, empty where it has none.

    Raises InputError where it is longer than 100,000 characters.
    """
    text = ""
    ended = False
    while not ended and len(text) < MOST_CHARACTERS * 10:
        more = next(source, None)
        ended = more is None
        text += more or ""
        if len(text) >= 3 and not text.startswith(("---", "+++")):
            break
        found = _HEAD.match(text)
        if found and (found.end() < len(text) or ended) and not (found["open"] == "+++" != found["close"]):
            if found.end() > MOST_CHARACTERS and _KEY.match(text):
                raise InputError(
                    say("the front matter is longer than 100,000 characters"), line=1, hint=say("Move its data to a file of its own")
                )
            return found[0] if found.end() <= MOST_CHARACTERS else ""
    return ""


def read(text: str, keys: Collection[str]) -> Head:
    """Return the front matter of ``text``, with a field for each value under one of ``keys`` (lower case).

    What is no well-formed YAML or TOML is left alone: it has no fields, and its bytes stay. ``faults`` tells of it.
    """
    found = _head(text)
    if not found:
        return Head()
    if too_deep(found["body"]):
        return Head(found.end(), "yaml")
    if found["open"] == "+++":
        from transloc.formats.front_matter import toml_fields

        return toml_fields.read(text, found.span("body"), found.end(), keys)
    from transloc.formats.front_matter import yaml_fields

    return yaml_fields.read(text, found.span("body"), found.end(), keys)


def _head(text: str) -> re.Match[str] | None:
    found = _HEAD.match(text)
    return found if found and not (found["open"] == "+++" != found["close"]) else None


def written(text: str) -> tuple[str, str] | None:
    """Return the language (YAML or TOML) and the body of front matter whose first line is a ``key:``; None where there is none."""
    found = _head(text)
    return ("TOML" if found["open"] == "+++" else "YAML", found["body"]) if found and _KEY.match(text) else None


def too_deep(body: str) -> bool:
    """Tell whether lists and tables in ``body`` hold each other deeper than is read."""
    depth = deepest = 0
    for sign in re.findall(r"[\[{\]}]", body):
        depth += 1 if sign in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
