"""The file as a whole: its encoding, its delimiter, its quotes, its rows and columns."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from transloc.errors import InputError
from transloc.glossary.charset import DELIMITERS, Undecodable
from transloc.glossary.lint.listing import Fault, Listing, quoted
from transloc.glossary.sheet import Row
from transloc.glossary.table import SETTINGS, TOO_FEW, Flaw, column
from transloc.languages import name
from transloc.model import Severity
from transloc.wording import in_turn, say

#: What each code finds.
CODES = {
    "encoding": "the file, or a letter in it, is in no encoding of Unicode",
    "delimiter": "a line is split by another delimiter than the header",
    "quote": "a quoted cell does not end as it should",
    "columns": "fewer than two languages, or one column twice",
    "ragged-row": "a row has more or fewer cells than the header",
    "header-unknown": "a column that means nothing here",
    "lang-invalid": "a language tag that is none",
    "dup-id": "two rows have one id",
    "bad-enum": "a setting has a value that it does not know",
    "bad-date": "valid-from is no day",
}

_NAMES = {"\t": say("tab"), ",": "“,”", ";": "“;”", "|": "“|”", ":": "“:”"}
#: Languages by whose names people call a column.
_TONGUES = ("uk", "en", "pl", "de", "fr", "ru", "es", "it", "cs", "ro", "tr", "pt", "nl", "lt", "lv", "et", "hu", "sk", "bg", "be")


def undecodable(error: Undecodable) -> Fault:
    """Return the fault of a file in no encoding of Unicode."""
    message = in_turn([error.message, error.hint])
    return Fault(code="encoding", severity=Severity.ERROR, message=message, line=error.line or 1, column=error.column)


def check(listing: Listing) -> Iterator[Fault]:
    """Yield the faults of the header, and of cells that cannot be meant."""
    for flaw in listing.table.flaws:
        if flaw.code == "ragged-row" or flaw.row.line not in listing.ragged:
            yield _meant(listing, flaw)
    head = listing.table.sheet.rows[0]
    told = {flaw.cell for flaw in listing.table.flaws if flaw.row is head and flaw.message != TOO_FEW}
    for at, title in enumerate(listing.table.sheet.header):
        if listing.table.columns[at] or at in told:
            continue
        if other := _split_otherwise(title):
            message = say(
                "{title} is split by {other}. Use one of comma, semicolon or tab in the whole file",
                title=quoted(title),
                other=_NAMES[other],
            )
            yield listing.fault("delimiter", Severity.ERROR, message, head, at)
        else:
            yield from _unknown(listing, title, at)


def broken(listing: Listing, cells: tuple[tuple[Row, int], ...]) -> Iterator[Fault]:
    """Yield the faults of cells whose quotes do not end as they should."""
    for row, cell in cells:
        message = say('a quoted cell does not end as it should. Write a quote inside a cell as "", and put quotes around the cell')
        yield listing.fault("quote", Severity.ERROR, message, row, cell)


def _meant(listing: Listing, flaw: Flaw) -> Fault:
    message = in_turn(filter(None, (flaw.message, flaw.hint)))
    if flaw.code == "ragged-row":
        own, other = listing.table.sheet.delimiter, _delimiter(listing, flaw.row)
        if other:
            message = say(
                "this row is split by {other}, the header by {own}. Use one in the whole file", other=_NAMES[other], own=_NAMES[own]
            )
            return listing.fault("delimiter", Severity.ERROR, message, flaw.row)
    return listing.fault(flaw.code, Severity.ERROR, message, flaw.row, flaw.cell)


def _delimiter(listing: Listing, row: Row) -> str:
    text, own = listing.table.sheet.delimiter.join(row.cells), listing.table.sheet.delimiter
    wanted = len(listing.table.columns) - 1
    return next((mark for mark in DELIMITERS if mark != own and wanted and text.count(mark) == wanted), "")


def _split_otherwise(title: str) -> str:
    """Return the other delimiter that a cell of the header is split by, where its parts are columns of ours."""
    return next((mark for mark in (*DELIMITERS, "|", ":") if mark in title and any(map(_known, title.split(mark)))), "")


def _known(title: str) -> bool:
    try:
        return bool(column(title.strip()))
    except InputError:
        return False


def _unknown(listing: Listing, title: str, at: int) -> Iterator[Fault]:
    if not title:
        if any(record.values[at].strip() for record in listing.records):
            message = say("the column has cells and no name. Name it in the header, or empty its cells")
            yield listing.fault("header-unknown", Severity.WARNING, message, listing.table.sheet.rows[0], at)
        return
    meant = _meant_by(title)
    if meant in listing.table.columns:
        meant = ""
    if meant:
        message = say("{title} is no column of a glossary. Did you mean “{meant}”?", title=quoted(title), meant=meant)
        yield listing.fault("header-unknown", Severity.WARNING, message, listing.table.sheet.rows[0], at, fix=meant)
    else:
        message = say("{title} is no column of a glossary: it is kept, and means nothing here", title=quoted(title))
        yield listing.fault("header-unknown", Severity.INFO, message, listing.table.sheet.rows[0], at)


def _meant_by(title: str) -> str:
    wanted = title.strip().lower().replace("_", "-").replace(" ", "-")
    tongue, dot, use = title.partition(".")
    if dot and (near := get_close_matches(use.strip().lower(), ("forms", "forbidden"), n=1, cutoff=0.7)):
        return f"{tongue}.{near[0]}" if _known(tongue) else ""
    if tag := _called().get(wanted):
        return tag
    near = get_close_matches(wanted, SETTINGS, n=1, cutoff=0.75)
    return near[0] if near else next(iter(_called().get(near, "") for near in get_close_matches(wanted, _called(), n=1, cutoff=0.8)), "")


@cache
def _called() -> dict[str, str]:
    """Return tags by what the languages are called, in English and by themselves."""
    return {name(tag, reader).lower(): tag for tag in _TONGUES for reader in ("en", tag)}
