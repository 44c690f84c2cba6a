"""Reading and replacing files so that a process that dies leaves the old file or the new one, never half."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from transloc.errors import InputError
from transloc.wording import say

#: Larger files are no articles, and would only fill the memory.
MAX_BYTES = 64 * 1024 * 1024


def shown(path: Path) -> Path:
    """Return ``path`` as a person in the working folder would write it: relative where it lies in there."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read(path: Path) -> bytes:
    """Return the bytes of ``path``; raises InputError, with the reason, where it cannot be read or exceeds 64 MiB."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)  # the size that a pipe or a device tells is none
    except OSError as error:
        raise unreadable(path, error) from None
    if len(data) > MAX_BYTES:
        raise InputError(
            say("the file is larger than {what} MiB", what=MAX_BYTES // 1024**2), path=path, hint=say("Split it into articles")
        )
    return data


def digest(data: bytes) -> str:
    """Return what tells two files apart: the SHA-256 of their bytes, 64 hex digits."""
    return sha256(data).hexdigest()


def unreadable(path: Path | str, error: OSError) -> InputError:
    """Return what to tell of a file or folder that could not be opened."""
    if isinstance(error, FileNotFoundError):
        return InputError(say("there is no such file"), path=path, hint=say("Check the name and the folder"))
    if isinstance(error, IsADirectoryError):
        return InputError(say("this is a folder, not a file"), path=path, hint=say("Name a file in it"))
    return InputError(say("cannot be read ({reason})", reason=error.strerror), path=path, hint=say("Check its permissions"))


def read_text(path: Path) -> str:
    """Return the UTF-8 text of ``path`` (a byte order mark is dropped); raises InputError with the line of a wrong byte."""
    data = read(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(say("this is not UTF-8 text"), path=path, line=line, hint=say("Save it as UTF-8")) from None


def write(path: Path, data: bytes, *, within: Path | None = None) -> None:
    """Replace ``path`` by ``data`` in one step: written beside it, flushed to the disk, renamed over it.

    Makes the parent folders. Keeps the file's mode; through a link writes the file that it names, into a device or a pipe writes
    straight. Raises InputError where the folder cannot be written, or a link in a project that somebody else made leads out of the
    folder ``within``.
    """
    _stay(path, within)
    with writing(path) as out:
        out.write(data)


def rewrite(path: Path, data: bytes, *, seen: bytes, within: Path | None = None) -> bool:
    """Write as ``write`` does where the file still holds ``seen``; return False, and leave it alone, where it does not.

    That is looked at when all is on the disk, right before the rename: what another program has written by then is kept.
    """
    _stay(path, within)
    try:
        with writing(path, seen=seen) as out:
            out.write(data)
    except _Overtaken:
        return False
    return True


class _Overtaken(Exception):
    """The file is no longer what it was when it was read."""


def _stay(path: Path, within: Path | None) -> None:
    if within is not None and not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(within)):
        raise InputError(say("this is a link that leads out of {within}", within=shown(within)), path=path, hint=say("Remove it"))


@contextmanager
def writing(path: Path, *, seen: bytes | None = None) -> Iterator[BinaryIO]:
    """Open what replaces ``path`` when the block ends, for what is written piece by piece; what fails leaves the old file."""
    real = Path(os.path.realpath(path))
    try:
        if real.is_dir():
            raise InputError(say("this is a folder, not a file"), path=path, hint=say("Name a file in it"))
        if real.exists() and not real.is_file():
            with real.open("wb") as out:
                yield out
        else:
            real.parent.mkdir(parents=True, exist_ok=True)
            with _replacing(real, seen) as out:
                yield out
    except (FileExistsError, NotADirectoryError):
        raise InputError(say("cannot be written, as its folder is a file"), path=path, hint=say("Name another folder")) from None
    except OSError as error:
        raise InputError(
            say("cannot be written ({reason})", reason=error.strerror), path=path, hint=say("Check the folder's permissions and free space")
        ) from None


@contextmanager
def _replacing(path: Path, seen: bytes | None) -> Iterator[BinaryIO]:
    beside = path.with_name(f".transloc-{secrets.token_hex(8)}")  # its own name may be as long as names can be
    try:
        with beside.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if path.exists():
            beside.chmod(path.stat().st_mode & 0o7777)
        if seen is not None and not (path.exists() and path.read_bytes() == seen):
            raise _Overtaken
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def same(one: Path, other: Path) -> bool:
    """Tell whether both names are of one file, through links too; what does not exist is only its own name."""
    try:
        return one.samefile(other)
    except OSError:
        return os.path.realpath(one) == os.path.realpath(other)
