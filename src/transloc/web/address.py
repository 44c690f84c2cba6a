"""Where others reach the desk."""

from pathlib import Path
from urllib.parse import urlsplit

from transloc.hosts import alone
from transloc.store import place


def public(root: Path) -> str:
    """Return the address of a project's desk, with a slash at its end, as the server has written it down.

    Empty where the desk is closed, or where only this machine reaches it.
    """
    kept = place.served(root)
    try:
        parts = urlsplit(kept)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname or alone(parts.hostname):
        return ""
    return f"{kept.rstrip('/')}/"
