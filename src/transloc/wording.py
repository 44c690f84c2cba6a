"""Sentences that may be told in another language: plain English texts that remember their pattern and what was filled in.

Whoever writes a sentence for people says it here; whoever shows it to people of another language asks a ``Reader`` for it. All others
have a text like any other. The patterns are found by the names of these functions, so each stands where it is said (``make messages``).
"""

import json
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


def in_turn(sentences: Iterable[str]) -> str:
    """Return sentences one after the other, with a stop between two where the first has none."""
    return reduce(_then, sentences, "")


def _then(one: str, other: str) -> str:
    told = {"message": one, "hint": other}
    if not one or not other:
        return one or other
    return say("{message} {hint}", **told) if one.endswith(".") else say("{message}. {hint}", **told)


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


def kept(text: str) -> str:
    """Return what is written down of a text so that ``restored`` can tell it in any language: JSON of what was said, all other as it is."""
    return json.dumps(_parts(text), ensure_ascii=False) if isinstance(text, Said) else text


def restored(written: str) -> str:
    """Return the text that ``kept`` has written down."""
    try:
        told: str = _whole(json.loads(written)) if written.startswith(_KEPT) else written
    except ValueError:
        return written
    return told


#: How the JSON of a sentence begins.
_KEPT = '{"said": '


def _parts(value: object) -> object:
    if isinstance(value, Said):
        values = {name: _parts(one) for name, one in value.values.items()}
        return {"said": value.one, "values": values, "many": value.many, "number": value.number}
    if isinstance(value, Tongue):
        return {"language": str(value), "tag": value.tag}
    return value if isinstance(value, int | float) else str(value)


def _whole(parts: Any) -> Any:
    if not isinstance(parts, dict):
        return parts
    if "tag" in parts:
        return Tongue(parts["language"], parts["tag"])
    return Said(parts["said"], {name: _whole(one) for name, one in parts["values"].items()}, parts["many"], parts["number"])


def _filled(pattern: str, values: Mapping[str, object]) -> str:
    return pattern.format_map(values) if values else pattern
