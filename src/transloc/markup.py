r"""Inline codes: ``<1>…</1>`` and ``<2/>`` stand for markup that is protected inside a text.

A literal ``<`` is written ``\<`` only where a code would otherwise be read, and a backslash before it is doubled; all else
stands as it is (docs/reference/inline-codes.md). Offsets count code points of the text with its codes.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

_BARE_CODE = re.compile(r"<(?:/\d{1,6}|\d{1,6}/?)>", re.ASCII)
_CODE = re.compile(r"(?P<slashes>(?:(?<!\\)\\++)?)(?P<code></\d{1,6}>|<\d{1,6}/?>)", re.ASCII)

#: Characters that XML 1.0 forbids, and no database or file of ours holds for certain: most control characters, half surrogate pairs.
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Form(StrEnum):
    """Which side of a code a token is."""

    OPEN = "open"
    CLOSE = "close"
    EMPTY = "empty"


@dataclass(slots=True, unsafe_hash=True)  # nobody changes one; frozen ones take three times as long, and a page has very many
class Text:
    """Literal words, unescaped; ``start`` and ``end`` are offsets of their written form."""

    value: str
    start: int = 0
    end: int = 0


_OPEN, _CLOSE, _EMPTY = Form.OPEN, Form.CLOSE, Form.EMPTY
_WRITTEN = {Form.OPEN: "<%d>", Form.CLOSE: "</%d>", Form.EMPTY: "<%d/>"}


@dataclass(slots=True, unsafe_hash=True)  # as Text is
class CodeToken:
    """One code as it stands in a text."""

    form: Form
    number: int
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return _WRITTEN[self.form] % self.number

    @property
    def key(self) -> tuple[Form, int]:
        """What two texts are compared by."""
        return self.form, self.number


Token = Text | CodeToken


def parse(text: str) -> tuple[Token, ...]:
    """Split ``text`` into words and codes, in order and without a gap."""
    if "<" not in text:
        return (Text(text, 0, len(text)),) if text else ()
    tokens: list[Token] = []
    at, words = 0, ""
    begin = 0
    for found in _BARE_CODE.finditer(text):
        start, end = found.span()
        before, at = text[at:start], end
        if before.endswith("\\"):
            bare = before.rstrip("\\")
            slashes = len(before) - len(bare)
            before = bare + "\\" * (slashes // 2)
            if slashes % 2:
                words += before + found[0]
                continue
        words += before
        if words:
            tokens.append(Text(words, begin, start))
        tokens.append(_token(found[0], start, end))
        words, begin = "", at
    words += text[at:]
    if words:
        tokens.append(Text(words, begin, len(text)))
    return tuple(tokens)


def _token(code: str, start: int, end: int) -> CodeToken:
    if code[1] == "/":
        return CodeToken(_CLOSE, int(code[2:-1]), start, end)
    if code[-2] == "/":
        return CodeToken(_EMPTY, int(code[1:-2]), start, end)
    return CodeToken(_OPEN, int(code[1:-1]), start, end)


def serialise(tokens: Iterable[Token]) -> str:
    """Write tokens as one text; ``parse`` of it gives the same tokens back (neighbouring words joined)."""
    written, words = "", ""
    for token in tokens:
        if isinstance(token, Text):
            words += token.value
        else:
            written += _before_code(escape(words)) + str(token)
            words = ""
    return written + escape(words)


def _before_code(escaped: str) -> str:
    slashes = len(escaped) - len(escaped.rstrip("\\"))
    return escaped + "\\" * slashes


def escape(words: str) -> str:
    """Return literal ``words`` so that no code is read in them."""
    return _CODE.sub(lambda m: m["slashes"] * 2 + "\\" + m["code"], words) if "<" in words else words


def codes(text: str) -> tuple[CodeToken, ...]:
    """Return the codes of ``text`` in order."""
    return tuple(token for token in parse(text) if isinstance(token, CodeToken)) if "<" in text else ()


def words(text: str) -> str:
    """Return the words of ``text`` without its codes."""
    return "".join(token.value for token in parse(text) if isinstance(token, Text)) if "<" in text else text


@dataclass(frozen=True, slots=True)
class Plain:
    """The words of a text without its codes, and the way back: ``starts[i]`` and ``ends[i]`` are the offsets of character i."""

    words: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the coded text that holds the words from ``start`` to ``end``, codes at its edges left out."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


def strip(text: str) -> Plain:
    """Take the codes out of ``text`` and unescape what is left."""
    if "<" not in text:
        return Plain(text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
    words, starts, ends = [], [], []

    def keep(start: int, end: int, *, width: int = 1) -> None:
        for at in range(start, end, width):
            words.append(text[at + width - 1])
            starts.append(at)
            ends.append(at + width)

    at = 0
    for found in _CODE.finditer(text):
        doubled = found.start() + len(found["slashes"]) // 2 * 2
        keep(at, found.start())
        keep(found.start(), doubled, width=2)
        if len(found["slashes"]) % 2:  # an escaped literal: its backslash goes, its letters stay
            keep(doubled, doubled + 2, width=2)
            keep(doubled + 2, found.end())
        at = found.end()
    keep(at, len(text))
    return Plain("".join(words), tuple(starts), tuple(ends))


class Fault(StrEnum):
    """What can be wrong with the codes of a target."""

    MISSING = "missing"
    ADDED = "added"
    CROSSED = "crossed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Difference:
    """One fault; ``code`` is as written (``<1>``), ``start`` and ``end`` lie in the target (empty where it is missing)."""

    fault: Fault
    code: str
    start: int = 0
    end: int = 0


def nesting(text: str) -> tuple[dict[int, tuple[int, ...]], tuple[CodeToken, ...]]:
    """Return, for each paired number, the numbers that hold it from outside in, and the tokens that close out of turn.

    A code that only opens or only closes in this text is legal: its other half stands in a neighbouring segment.
    """
    tokens = codes(text)
    paired = _paired(tokens)
    stack: list[int] = []
    holders: dict[int, tuple[int, ...]] = {}
    crossed = []
    for token in tokens:
        if token.number not in paired or token.form is Form.EMPTY:
            continue
        if token.form is Form.OPEN:
            holders[token.number] = tuple(stack)
            stack.append(token.number)
        elif stack and stack[-1] == token.number:
            stack.pop()
        else:
            crossed.append(token)
            if token.number in stack:
                stack.remove(token.number)
    return holders, tuple(crossed)


def _paired(tokens: tuple[CodeToken, ...]) -> set[int]:
    forms = {form: {token.number for token in tokens if token.form is form} for form in (Form.OPEN, Form.CLOSE)}
    return forms[Form.OPEN] & forms[Form.CLOSE]


def compare(source: str, target: str) -> tuple[Difference, ...]:
    """Return what is wrong with the codes of ``target``, measured by those of ``source``; empty when all is well.

    Words may change order and take their codes along; a code must not be lost or doubled, close before it opens, cross
    another, or leave the code that holds it.
    """
    if "<" not in source and "<" not in target:
        return ()
    want, have = codes(source), codes(target)
    faults = [Difference(Fault.MISSING, str(token)) for token in _surplus(want, have)]
    faults += [Difference(Fault.ADDED, str(token), token.start, token.end) for token in _surplus(have, want)]
    return tuple(faults) or _structure(source, target, have)


def _surplus(tokens: tuple[CodeToken, ...], others: tuple[CodeToken, ...]) -> Iterable[CodeToken]:
    left = Counter(token.key for token in others)
    for token in tokens:
        left[token.key] -= 1
        if left[token.key] < 0:
            yield token


def _structure(source: str, target: str, have: tuple[CodeToken, ...]) -> tuple[Difference, ...]:
    holders, crossed = nesting(target)
    if crossed:
        return tuple(Difference(Fault.CROSSED, str(token), token.start, token.end) for token in crossed)
    expected, _ = nesting(source)
    moved = {number for number, outer in expected.items() if holders.get(number) != outer}
    return tuple(
        Difference(Fault.MOVED, str(token), token.start, token.end) for token in have if token.form is Form.OPEN and token.number in moved
    )


def valid(source: str, target: str) -> bool:
    """Tell whether the codes of ``target`` can take the place of those of ``source``."""
    return not compare(source, target)


@dataclass(frozen=True, slots=True)
class Protected:
    """A text whose codes were replaced by placeholders that an engine leaves alone; ``back`` maps each to its code."""

    text: str
    back: dict[str, str]


def placeholder(token: CodeToken, position: int) -> str:
    """Return the default placeholder: a word of digits and capitals that engines tend to copy."""
    return f"[[{position}]]"


def protect(text: str, form: Callable[[CodeToken, int], str] = placeholder) -> Protected:
    """Replace each code by ``form(token, position)``, where position counts codes from 1, and unescape the words."""
    written = ""
    back: dict[str, str] = {}
    for token in parse(text):
        if isinstance(token, Text):
            written += token.value
        else:
            mark = form(token, len(back) + 1)
            back[mark] = str(token)
            written += mark
    return Protected(written, back)


def restore(answer: str, protected: Protected) -> str | None:
    """Put the codes back into an engine's ``answer``; None where a placeholder was lost or came twice."""
    if any(answer.count(mark) != 1 for mark in protected.back):
        return None
    if not protected.back:
        return escape(answer)
    parts = re.split("(" + "|".join(map(re.escape, protected.back)) + ")", answer)
    tokens = [_token(protected.back[part], 0, 0) if part in protected.back else Text(part) for part in parts if part]
    return serialise(tokens)
