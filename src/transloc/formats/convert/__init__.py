"""A localised article in another form than its own: clean HTML, Markdown, plain text, JSON for a content management system.

All of them are made of one clean HTML body, so that they say the same; a library cleans it, and no word of an article becomes
markup on the way.
"""

import re
from collections.abc import Iterable
from importlib import resources
from pathlib import PurePath

from transloc.formats import for_name
from transloc.formats.convert.values import Beside, Content, Converted, Localised

__all__ = ["KINDS", "OF_SOURCE", "OWN", "SCHEMA", "Beside", "Converted", "Localised", "convert", "file_name", "is_own"]

#: The kind that needs no conversion.
OWN = "own"
_SUFFIXES = {"html": ".html", "markdown": ".md", "text": ".txt", "json": ".json"}
KINDS = tuple(_SUFFIXES)
#: The JSON Schema of the kind json, a file of this package.
SCHEMA = resources.files(__package__) / "article.schema.json"

#: What the kind json says of the source and of its export, in the source's language by nature.
OF_SOURCE = re.compile(r'^  "source": \{[^{}]*\}|^  "left_out": \[[^\]]*\]|^  "report": \{.*', re.MULTILINE | re.DOTALL)


def is_own(kind: str, form: str) -> bool:
    """Tell whether an article in the format ``form`` is of that kind as it is; a page of HTML is more than the article in it."""
    return kind == OWN or (kind == form and kind != "html")


def file_name(kind: str, slug: str, path: str) -> str:
    """Return the name of the file of ``kind`` for an article that came as ``path``: not that of its own format, of which it is a part."""
    suffix = _SUFFIXES[kind]
    return f"{slug}.article{suffix}" if PurePath(path).suffix.lower() == suffix else f"{slug}{suffix}"


def convert(localised: Localised, kinds: Iterable[str]) -> Converted:
    """Return ``localised`` in each of ``kinds``, in UTF-8 with line feeds.

    Raises InputError for a format of articles that has no way out into others.
    """
    from transloc.formats.convert.read import read

    content = read(localised)
    files = {kind: _write(kind, localised, content).encode("utf-8", "replace") for kind in kinds}
    return Converted(files, content.left_out, content.unsaid, empty=not content.body)


def _write(kind: str, localised: Localised, content: Content) -> str:
    from transloc.formats.convert import cms, document, links, prose

    if localised.beside:
        content = links.led(content, {written: _led_to(other, kind) for written, other in localised.beside.items()})
    if kind == "html":
        return document.document(localised, content)
    if kind == "json":
        return cms.document(localised, content)
    return prose.markdown(content, localised.locale, localised.credit) if kind == "markdown" else prose.text(content, localised.credit)


def _led_to(other: Beside, kind: str) -> str:
    """Return where an article of ``kind`` finds ``other``: in the file of that kind; one that leaves the folder, on its page."""
    if kind == "json" and other.address:
        return other.address + other.rest
    own = PurePath(other.path).suffix
    name = f"{other.name}{own}" if is_own(kind, for_name(other.path).name) else file_name(kind, other.name, other.path)
    return name + other.rest
