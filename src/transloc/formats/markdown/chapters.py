"""A large document in chapters: stretches that read alone as they read in the whole, so that it is never held at once.

A chapter begins where a block of the document begins at the margin after a blank line. What the parser makes of a block
depends on what stands before it in the same holder and on no line after the next one; so such a place cuts the document in
two that read apart as together, but for the definitions that one names and the other has (``definitions``).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from transloc.errors import InputError
from transloc.formats.decode import encode, stretches
from transloc.formats.markdown.definitions import NONE, Definitions, Target, gathered
from transloc.formats.markdown.events import LONGEST_SHORTCODE, Reference, mask, raw_events, references
from transloc.model import Document
from transloc.wording import say

#: Characters of a chapter: what a reading of it holds at once is some hundred times that where every letter is markup.
_SIZE = 150_000
_SIZE_OF_PART = 5_000
#: What is held at once may have so many characters that mark something up: each comes to a kilobyte of pieces.
_MOST_MARKS = 60_000
_MARKS = "[]*_`<!&\\$~|^\n"
_MARKS_OF_MARKDOWN = [sign.encode() for sign in _MARKS if sign not in "<&\n"]
_MARK = re.compile(f"[{re.escape(_MARKS)}]")
_BLANK_BEFORE = re.compile(rb"(?>\r\n|\n|\r)[ \t]*(?>\r\n|\n|\r)\Z")
_BLOCKS = frozenset({"Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List", "FootnoteDefinition", "Table", "Rule"})
_NEWLINE = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the chapters of a document's body begin, in code points, and what they define for each other."""

    starts: tuple[int, ...]
    definitions: Definitions = NONE


def plan(data: bytes, encoding: str, start: int) -> Plan:
    """Return the plan of a document whose body begins at ``start``; raises InputError for one block too large to be read."""
    return Plan((start,)) if len(data) <= _SIZE else _planned(_cut(_after(stretches(data, encoding), start), _SIZE), start)


def parts(text: str, start: int, definitions: Definitions) -> Plan:
    """Return the plan of a chapter that begins at ``start``, in parts so small that one may be read time and again.

    ``definitions`` are those of its document. A chapter that cannot be cut is one part.
    """
    try:
        own = _planned(_cut(iter((text,)), _SIZE_OF_PART), start)
    except InputError:
        return Plan((start,), definitions)
    return Plan(own.starts, definitions.divided(own.definitions, start))


def _planned(cuts: "Iterable[_Cut]", start: int) -> Plan:
    starts, links, notes = [start], list[tuple[str, Target]](), list[str]()
    for chapter in cuts:
        links += ((link.label, Target(link.address, link.title, starts[-1])) for link in chapter.links)
        notes += chapter.notes
        starts.append(starts[-1] + len(chapter.text))
    return Plan(tuple(starts[:-1]), gathered(links, notes))


def texts(data: bytes, encoding: str, starts: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Yield the offset and the text of each chapter, what stands before the first of them (front matter) as one too."""
    source = stretches(data, encoding)
    held, at = "", 0
    for start in starts:
        held, text = _split(held, source, start - at)
        yield at, text
        at = start
    yield at, held + "".join(source)


def _split(held: str, source: Iterator[str], size: int) -> tuple[str, str]:
    parts = [held]
    have = len(held)
    while have < size and (more := next(source, None)) is not None:
        parts.append(more)
        have += len(more)
    whole = "".join(parts)
    return whole[size:], whole[:size]


def check(text: str, document: Document) -> None:
    """Raise InputError where some block of ``text``, a chapter with new words, is too large for its document to be read again."""
    size = max(len(document.data), len(encode(text, document.encoding)))
    if size > _SIZE and sum(map(text.count, _MARKS)) > _MOST_MARKS:
        for _ in _cut(iter((text,)), _SIZE):
            pass


def _after(source: Iterator[str], start: int) -> Iterator[str]:
    held, _ = _split("", source, start)
    yield held
    yield from source


@dataclass(frozen=True, slots=True)
class _Cut:
    text: str
    links: list[Reference]
    notes: list[str]


def _cut(source: Iterator[str], most: int) -> Iterator[_Cut]:
    """Yield the chapters of a body, of ``most`` characters where that can be."""
    held, size, line, ended = "", most, 1, False
    while True:
        while len(held) < size + LONGEST_SHORTCODE and not ended:
            more = next(source, None)
            ended = more is None
            held += more or ""
        masked = mask(held).text[:size]
        all_of_it = ended and len(held) <= size
        dense = sum(map(masked.count, _MARKS)) > _MOST_MARKS
        at, notes = _safe(masked[: _full(masked)]) if dense else (0, [])
        if not at:
            at, notes = _safe(masked)
        if dense and not at:
            dense = _inline_marks(masked) > _MOST_MARKS
        if all_of_it and not dense:
            at = len(held)
        if at or not held:
            yield _Cut(held[:at], list(references(masked[:at])), [label for start, label in notes if start < at])
            line += len(_NEWLINE.findall(held, 0, at))
            held, size = held[at:], most
            if ended and not held:
                return
        elif dense:
            raise InputError(
                say("a single list, table, paragraph or piece of HTML is too large to be read"), line=line, hint=say("Cut it in parts")
            )
        else:
            size *= 2


def _inline_marks(masked: str) -> int:
    """Return how many characters mark something up where they stand: in blocks of HTML most are mere words."""
    data = masked.encode()
    html = (data[span["start"] : span["end"]] for event, span in raw_events(masked) if isinstance(event, dict) and "Html" in event)
    words = sum(sum(map(text.count, _MARKS_OF_MARKDOWN)) for text in html)
    return sum(map(masked.count, _MARKS)) - words


def _full(masked: str) -> int:
    """Return where ``masked`` has as many marks as may be held at once."""
    return next(islice(_MARK.finditer(masked), _MOST_MARKS, None)).start()


def _safe(masked: str) -> tuple[int, list[tuple[int, str]]]:
    """Return the last place at which ``masked`` can be cut, 0 where there is none, and where it defines which footnotes."""
    data = masked.encode()
    tops: list[tuple[str, int]] = []
    notes: list[tuple[int, str]] = []
    depth = 0
    for event, span in raw_events(masked):
        if isinstance(event, str):
            if event == "Rule" and not depth:
                tops.append((event, span["start"]))
        elif "Start" in event:
            value = event["Start"]
            if isinstance(value, dict) and "FootnoteDefinition" in value:
                notes.append((span["start"], value["FootnoteDefinition"]))
            if not depth:
                tops.append((value if isinstance(value, str) else next(iter(value)), span["start"]))
            depth += 1
        elif "End" in event:
            depth -= 1
    return len(data[: _last(tops, data)].decode()), [(len(data[:start].decode()), label) for start, label in notes]


def _last(tops: list[tuple[str, int]], data: bytes) -> int:
    """Return where the last block begins that what follows cannot change and that goes on nothing before it."""
    for (before, _), (tag, start) in zip(tops[-3::-1], tops[-2::-1], strict=False):
        joined = before == "DefinitionList" or (before == tag == "List")
        if tag in _BLOCKS and not joined and _BLANK_BEFORE.search(data, max(0, start - 200), start):
            return start
    return 0
