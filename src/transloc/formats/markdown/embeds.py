"""Pictures, videos and other embeds of an article: a person has to look whether there are words in them."""

import re
from urllib.parse import urlsplit

from transloc.formats.html.tokens import Token

_TAGS = {"iframe": "embed", "embed": "embed", "object": "embed", "audio": "embed", "video": "video", "img": "picture"}
_SHORTCODES = {
    **dict.fromkeys(("youtube", "youtuber", "vimeo", "video", "peertube", "dailymotion"), "video"),
    **dict.fromkeys(
        ("tweet", "twitter", "twitter_simple", "x", "instagram", "instagram_simple", "facebook", "tiktok", "telegram"), "embed"
    ),
    **dict.fromkeys(("gist", "embed", "iframe", "audio", "soundcloud", "spotify", "map", "googlemaps", "datawrapper", "flourish"), "embed"),
    **dict.fromkeys(("figure", "image", "img", "picture", "photo", "gallery"), "picture"),
}
_SHORTCODE = re.compile(r"\{[{%][<%]?-?\s*(?P<name>[\w-]+)\s*(?P<rest>[^\r\n]*?)\s*/?-?[>%]?\}\}?\Z", re.ASCII)
_INCLUDE = re.compile(r"(?:_?includes?/)?(?P<name>[\w-]+)(?:\.(?:html|liquid|md)\b)?", re.ASCII)
_NAMED = re.compile(r"\b(?:src|url|link|id|href|user|file)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>}]+))")
_FIRST = re.compile(r"\"([^\"=]*)\"|'([^'=]*)'|`([^`]*)`|([^\s\"'=>}]+)(?!\s*=)(?=\s|\Z)")
_VIDEO = re.compile(r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com)\Z")
_LONGEST = 2_000


def of_tag(token: Token, source: str = "") -> tuple[str, str] | None:
    """Return kind and address of what a start tag embeds, if it does; ``source`` is the first address inside of the element."""
    kind = _TAGS.get(token.name)
    if kind is None or token.form not in ("open", "void"):
        return None
    address = token.get("src") or token.get("data") or token.get("data-src") or source or token.get("poster")
    return "video" if kind == "embed" and _is_video(address) else kind, shortened(address)


def of_shortcode(raw: str) -> tuple[str, str] | None:
    """Return kind and address of what a shortcode embeds, if its name is known."""
    found = _SHORTCODE.match(raw) if len(raw) <= _LONGEST else None
    if found is None:
        return None
    name, rest = found["name"].lower(), found["rest"]
    if name in ("include", "render", "partial") and (file := _INCLUDE.match(rest.lstrip("\"'"))):
        name, rest = file["name"].lower(), rest[file.end() :].lstrip("\"'")
    kind = _SHORTCODES.get(name)
    if kind is None:
        return None
    value = _NAMED.search(rest) or _FIRST.match(rest)
    return kind, shortened(next((group for group in value.groups() if group), "")) if value else ""


def shortened(address: str) -> str:
    """Return an address as written, of one that holds the picture itself (``data:``) only what it is."""
    return address.partition(",")[0] if address.startswith("data:") else address[:_LONGEST]


def _is_video(address: str) -> bool:
    try:
        return bool(_VIDEO.search(urlsplit(address.strip()).hostname or ""))
    except ValueError:
        return False
