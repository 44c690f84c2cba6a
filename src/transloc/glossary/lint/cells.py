"""What stands in cells that no reader sees: spaces, control characters, formulas, and terms that no engine takes."""

import re
from collections.abc import Iterator

from transloc.glossary.lint.listing import Fault, Listing, quoted
from transloc.glossary.sheet import Row, plain
from transloc.model import Severity
from transloc.wording import say

#: What each code finds.
CODES = {
    "whitespace": "spaces, line breaks or bars that nobody sees",
    "control-char": "a control or invisible character",
    "formula": "a cell that a spreadsheet runs as a formula",
    "too-long": "a term that is longer than engines take",
}

#: DeepL takes no longer term: 1,024 bytes of UTF-8.
MAX_BYTES = 1024

_FREE = frozenset({"note", "reason", "owner", "source"})
_CONTROL = re.compile(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NEEDS_JOINERS = re.compile("[\u0590-\u10ff]")  # Hebrew, Arabic and the scripts of India
_SUSPECT = re.compile(f"{_CONTROL.pattern}|{_INVISIBLE.pattern}|\ufffd")
_BAR = re.compile(" *\\| *")
_ODD = re.compile(r"\A\s+|\s+\Z|[^\S ]| {2,}|\A *\||\| *(?=\|)|\| *\Z")
_FORMULA = re.compile(r"[=+\-@](?=.)(?![\d.,\s]+\Z)", re.DOTALL)


def check(listing: Listing) -> Iterator[Fault]:
    """Yield the faults, row by row."""
    for record in listing.records:
        for cell, value in enumerate(record.values):
            if value and not value.isalnum():  # which says that it has neither spaces nor signs
                yield from _cell(listing, record.row, cell, value)
    for phrase in listing.phrases:
        size = len(phrase.text.encode("utf-8", "replace")) if len(phrase.text) * 4 > MAX_BYTES else 0
        if size > MAX_BYTES:
            message = say(
                "{text} has {size:,} bytes, and engines take {most:,} at most. Is a quote missing?",
                text=quoted(phrase.text),
                size=size,
                most=MAX_BYTES,
            )
            yield listing.of(phrase, "too-long", Severity.ERROR, message)


def _cell(listing: Listing, row: Row, cell: int, value: str) -> Iterator[Fault]:
    name = listing.table.columns[cell] if cell < len(listing.table.columns) else ""
    if _FORMULA.match(value):
        message = say("{text} runs as a formula in a spreadsheet. Put an apostrophe in front", text=quoted(value))
        yield listing.fault("formula", Severity.WARNING, message, row, cell, fix=f"'{value}")
    if (not value.isprintable() or "\ufffd" in value) and (found := _SUSPECT.search(value)):
        yield from _suspect(listing, row, cell, value, found)
    if name and name not in _FREE:
        yield from _spaces(listing, row, cell, value)


def _suspect(listing: Listing, row: Row, cell: int, value: str, found: re.Match[str]) -> Iterator[Fault]:
    code = f"U+{ord(found[0]):04X}"
    if found[0] == "\ufffd":
        message = say("a letter of {text} was lost when the file was converted. Type it anew", text=quoted(value))
        yield listing.fault("encoding", Severity.ERROR, message, row, cell, at=found.start())
    elif _CONTROL.match(found[0]):
        message = say("the control character {code} stands in {text}. Delete it", code=code, text=quoted(_CONTROL.sub("", value)))
        yield listing.fault("control-char", Severity.ERROR, message, row, cell, at=found.start(), fix=_CONTROL.sub("", value))
    elif not _NEEDS_JOINERS.search(value):
        message = say("the invisible character {code} stands in {text}. Delete it", code=code, text=quoted(_INVISIBLE.sub("", value)))
        yield listing.fault("control-char", Severity.WARNING, message, row, cell, at=found.start(), fix=_INVISIBLE.sub("", value))


def _spaces(listing: Listing, row: Row, cell: int, value: str) -> Iterator[Fault]:
    if "|" not in value and " ".join(value.split()) == value:
        return
    parts = [" ".join(part.split()) for part in plain(value).split("|")]
    cleaned = "|".join(filter(None, parts))
    if cleaned == _BAR.sub("|", plain(value)):
        return
    odd = _ODD.search(value)
    message = say(_kind(value, parts), text=quoted(value), cleaned=quoted(cleaned))
    yield listing.fault("whitespace", Severity.WARNING, message, row, cell, at=odd.start() if odd else 0, fix=cleaned)


def _kind(value: str, parts: list[str]) -> str:
    if "" in parts:
        return say("a bar with nothing beside it stands in {text}. Write {cleaned}")
    if "\n" in value or "\r" in value:
        return say("a line break stands in {text}. Write {cleaned}")
    if value != value.strip():
        return say("spaces stand at the end in {text}. Write {cleaned}")
    return say("a space of another kind, or more than one, stands in {text}. Write {cleaned}")
