"""Reading and replacing files so that a process that dies leaves the old file or the new one, never half."""

import os
import secrets
from pathlib import Path

from transloc.errors import InputError

#: Larger files are no articles, and would only fill the memory.
MAX_BYTES = 64 * 1024 * 1024


def shown(path: Path) -> Path:
    """Return ``path`` as a person in the working folder would write it: relative where it lies in there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read(path: Path) -> bytes:
    """Return the bytes of ``path``; raises InputError, with the reason, where it cannot be read or exceeds 64 MiB."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise InputError(f"the file is larger than {MAX_BYTES // 1024**2} MiB", path=path, hint="Split it into articles")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError("there is no such file", path=path, hint="Check the name and the folder") from None
    except IsADirectoryError:
        raise InputError("this is a folder, not a file", path=path, hint="Name a file in it") from None
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path=path, hint="Check its permissions") from None


def read_text(path: Path) -> str:
    """Return the UTF-8 text of ``path`` (a byte order mark is dropped); raises InputError with the line of a wrong byte."""
    data = read(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError("this is not UTF-8 text", path=path, line=line, hint="Save it as UTF-8") from None


def write(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` in one step: written beside it, flushed to the disk, renamed over it.

    Makes the parent folders. Keeps the file's mode. Raises InputError where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        try:
            with beside.open("xb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o7777)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", path=path, hint="Check the folder's permissions and free space") from None
