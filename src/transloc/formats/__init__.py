"""Documents and catalogs as files: bytes ↔ Document for articles; PO ↔ Catalog in ``po``.

A format splices: what is not translated keeps its bytes, and no document is ever written from a tree.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from transloc.errors import InputError
from transloc.formats.decode import text_of
from transloc.formats.format import FRONT_MATTER, Format, Options
from transloc.wording import say

__all__ = ["FRONT_MATTER", "Format", "Options", "addresses", "for_name", "named", "passages"]

#: How a file begins that is an archive of parts.
_PACKAGE = b"PK\x03\x04"
_SUFFIXES = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}


def for_name(filename: str) -> Format:
    """Return the format of the file ``filename`` by its suffix; raises InputError naming the known ones."""
    suffix = PurePath(filename).suffix.lower()
    if suffix not in _SUFFIXES:
        what = say("“{suffix}” is no format of documents", suffix=suffix) if suffix else say("the name has no suffix that tells the format")
        raise InputError(what, path=filename, hint=say("Known: {suffixes}", suffixes=", ".join(_SUFFIXES)))
    return named(_SUFFIXES[suffix])


def named(name: str) -> Format:
    """Return the format that a Document names in ``format``."""
    if name == "markdown":
        from transloc.formats.markdown import Markdown

        return Markdown()
    if name == "html":
        from transloc.formats.html import Html

        return Html()
    if name == "text":
        from transloc.formats.text import PlainText

        return PlainText()
    if name == "docx":
        from transloc.formats.docx import Docx

        return Docx()
    raise InputError(say("“{name}” is no format of documents", name=name), hint=say("Was it added by a newer transloc?"))


def passages(data: bytes, encoding: str, without: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield what a reader of exported bytes may come upon: where it stands (“line 12”; in a DOCX its first words), and its words.

    ``encoding`` is the document's own; what ``without`` finds in a text counts for nothing.
    """
    if data.startswith(_PACKAGE):
        from transloc.formats.docx.passages import passages as of_package

        yield from of_package(data)
    else:
        text = without.sub(lambda found: "\n" * found[0].count("\n"), text_of(data, encoding))
        yield from ((say("line {number}", number=number), line) for number, line in enumerate(text.splitlines(), 1))


def addresses(data: bytes) -> tuple[str, ...]:
    """Return where the links of a document lead that keeps them apart from its text; empty for one that is text itself."""
    if not data.startswith(_PACKAGE):
        return ()
    from transloc.formats.docx.localise import addresses as of_package

    return of_package(data)
