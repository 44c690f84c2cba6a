"""Which database a project uses, as Django's settings say it; knows files and addresses, but not Django."""

import os
import secrets
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from transloc import files
from transloc.errors import InputError
from transloc.store.alone import alone

FOLDER = ".transloc"
NAME = "transloc.db"

#: Where the server that has the project open writes down its address, and what it holds as long as it runs.
SERVING, LOCK = "serving.txt", "serving.lock"

#: Signs that a secret has at least.
_SIGNS = 50

#: Seconds for which a writer waits for another process.
BUSY = 30

#: WAL lets people read while somebody writes; FULL makes an acknowledged write survive a power cut. IMMEDIATE takes the lock when
#: a transaction begins: a deferred one that first reads and then writes fails at once under concurrent writers.
_SQLITE_OPTIONS = {
    "timeout": BUSY,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-32000;",
}


def settings(root: Path) -> dict[str, Any]:
    """Return Django's settings of the project's database; makes its folder. Raises InputError where it cannot be used."""
    url = os.environ.get("DATABASE_URL", "")
    return postgres(url) if url else sqlite(root)


def sqlite(root: Path) -> dict[str, Any]:
    """Return the settings of the SQLite file in the project; makes its folder."""
    folder = made(root)
    path = folder / NAME
    for place in (folder, path):
        if place.exists() and not os.access(place, os.R_OK | os.W_OK):
            raise InputError("cannot be written, and the project's database is here", path=place, hint=_PERMISSIONS)
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": dict(_SQLITE_OPTIONS)}


def made(root: Path) -> Path:
    """Return the folder of what belongs to this machine alone, made where it is missing; git does not see it."""
    folder = root.resolve() / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            files.write(ignore, b"*\n")
    except OSError as error:
        raise InputError(f"cannot be made ({error.strerror})", path=folder, hint=_PERMISSIONS) from None
    return folder


def served(root: Path) -> str:
    """Return the address at which a project's desk is open now, empty where it is closed: one that was killed leaves its address behind."""
    folder = root / FOLDER
    try:
        kept = (folder / SERVING).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""
    if not (folder / LOCK).exists():
        return ""
    with alone(folder / LOCK) as closed:
        return "" if closed else kept


def secret(root: Path) -> str:
    """Return what sessions and links are signed with: made once, so that they survive a restart, and for nobody else to read."""
    path = made(root) / "secret"
    try:
        if path.exists() and len(kept := path.read_text(encoding="ascii").strip()) >= _SIGNS:
            path.chmod(0o600)
            return kept
        path.unlink(missing_ok=True)
        drawn = secrets.token_urlsafe(_SIGNS)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(drawn)
    except OSError as error:
        raise InputError(f"cannot be used ({error.strerror})", path=path, hint=_PERMISSIONS) from None
    return drawn


_PERMISSIONS = "Check the permissions of the project's folder"


def postgres(url: str) -> dict[str, Any]:
    """Return the settings of the PostgreSQL database that DATABASE_URL names."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql"):
        raise InputError("DATABASE_URL must begin with postgresql://", hint="Unset it to use SQLite inside the project")
    if find_spec("psycopg") is None:
        raise InputError("DATABASE_URL asks for PostgreSQL, whose driver is not installed", hint='pip install "transloc[postgres]"')
    try:
        port = parts.port
    except ValueError:
        raise InputError("the port in DATABASE_URL is not a number", hint="postgresql://user:password@host:5432/name") from None
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
    }
