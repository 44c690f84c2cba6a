"""Sentences that may be told in another language: plain English texts that remember their pattern and what was filled in.

Whoever writes a sentence for people says it here; whoever shows it to people of another language asks a ``Reader`` for it. All others
have a text like any other. The patterns are found by the names of these functions, so each stands where it is said (``make messages``).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Any


class Said(str):
    """An English sentence with its pattern: ``one``, or ``many`` where it counts; ``values`` are what stands in its braces."""

    __slots__ = ("many", "number", "one", "values")

    one: str
    many: str
    number: int | None
    values: Mapping[str, object]

    def __new__(cls, one: str, values: Mapping[str, object], many: str = "", number: int | None = None) -> "Said":
        """Fill in the pattern; what has no values is taken as it is."""
        self = super().__new__(cls, _filled(one if number in (None, 1) else many, values))
        self.one, self.many, self.number, self.values = one, many, number, values
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Said, (self.one, self.values, self.many, self.number)


def say(pattern: str, /, **values: object) -> Said:
    """Return ``pattern`` with ``values`` in its braces; a value that was said itself is told in the same language."""
    return Said(pattern, values)


def either(words: Iterable[str]) -> str:
    """Return “a or b or c”."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), words)


def both(words: Iterable[str]) -> str:
    """Return “a and b and c”."""
    return reduce(lambda one, other: say("{one} and {other}", one=one, other=other), words)


def say_many(one: str, many: str, /, number: int, **values: object) -> Said:
    """Return the pattern that fits ``number``, which stands in the braces of that name."""
    return Said(one, {"number": number, **values}, many, number)


class Tongue(str):
    """The English name of a language as a value of a sentence: ``tag`` tells which one it is."""

    __slots__ = ("tag",)

    tag: str

    def __new__(cls, name: str, tag: str) -> "Tongue":
        """Keep the tag beside the name."""
        self = super().__new__(cls, name)
        self.tag = tag
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Tongue, (str(self), self.tag)


@dataclass(frozen=True, slots=True)
class Reader:
    """Another language: ``one`` finds a pattern in it, ``many`` that for a number, ``language`` the name of a language by its tag."""

    one: Callable[[str], str]
    many: Callable[[str, str, int], str]
    language: Callable[[str], str]

    def told(self, text: str) -> str:
        """Return ``text`` in this language; what was not said, and so has no pattern, stays as it is."""
        if isinstance(text, Tongue):
            return self.language(text.tag)
        if not isinstance(text, Said):
            return text
        pattern = self.one(text.one) if text.number is None else self.many(text.one, text.many, text.number)
        return _filled(pattern, {name: self.told(value) if isinstance(value, str) else value for name, value in text.values.items()})


def _filled(pattern: str, values: Mapping[str, object]) -> str:
    return pattern.format_map(values) if values else pattern
