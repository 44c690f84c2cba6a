"""Where others reach the desk."""

import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from transloc.store import place


def public(root: Path) -> str:
    """Return the address of the desk of a project, with a slash at its end; empty where it is closed, or where only this machine reaches it.

    The server keeps it in ``.transloc/serving.txt``.
    """
    try:
        kept = (root / place.FOLDER / "serving.txt").read_text(encoding="utf-8").strip()
        parts = urlsplit(kept)
    except (OSError, ValueError):
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or _alone(parts.hostname):
        return ""
    return f"{kept.rstrip('/')}/"


def _alone(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
