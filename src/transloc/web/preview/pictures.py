"""Pictures of an article: those of the project are shown, for all others stands what they show, and no other host is asked."""

import posixpath
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from turbohtml import Element

#: Kinds that a browser shows and obeys in nothing: an SVG in ``img`` runs no script and fetches nothing.
KINDS: Mapping[str, str] = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}


def kind(name: str) -> str:
    """Return the media type of a picture by its name, empty for what is none."""
    return KINDS.get(posixpath.splitext(name)[1].lower(), "")


def find(root: Path, name: str) -> Path | None:
    """Return the file of a picture by its path in the project; None for what is no picture, is hidden or lies elsewhere."""
    if not kind(name) or "\0" in name or any(part.startswith(".") for part in name.split("/")):
        return None
    try:
        path = (root / name).resolve()
        return path if path.is_relative_to(root.resolve()) and path.is_file() else None
    except OSError:  # a name that no disk can hold
        return None


def show(element: "Element", root: Path, article: str, address: Callable[[str], str]) -> None:
    """Lead the ``img`` of an article, which is the file ``article`` of the project, to ``address`` of its path, or put its words there."""
    from turbohtml import Element, Text

    parts = urlsplit(element.attr("src") or "")
    name = posixpath.normpath(posixpath.join(posixpath.dirname(article), unquote(parts.path)))
    if not parts.scheme and not parts.netloc and find(root, name):
        element.attrs["src"] = address(name)
        return
    box = Element("span", {"class": "picture"})
    box.append(Text(element.attr("alt") or ""))
    element.replace_with(box)
