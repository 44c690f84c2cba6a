"""Documents and catalogs as files: bytes ↔ Document for articles; PO ↔ Catalog in ``po``.

A format splices: what is not translated keeps its bytes, and no document is ever written from a tree.
"""

from pathlib import PurePath

from transloc.errors import InputError
from transloc.formats.format import FRONT_MATTER, Format, Options

__all__ = ["FRONT_MATTER", "Format", "Options", "for_name", "named"]

_SUFFIXES = {".md": "markdown", ".markdown": "markdown", ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}


def for_name(filename: str) -> Format:
    """Return the format of the file ``filename`` by its suffix; raises InputError naming the known ones."""
    suffix = PurePath(filename).suffix.lower()
    if suffix not in _SUFFIXES:
        what = f"“{suffix}” is no format of documents" if suffix else "the name has no suffix that tells the format"
        raise InputError(what, path=filename, hint=f"Known: {', '.join(_SUFFIXES)}")
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
    raise InputError(f"“{name}” is no format of documents", hint="Was it added by a newer transloc?")
