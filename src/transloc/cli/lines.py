"""Plain texts that come a line each, from a file or standard input, and are answered line by line, as they come."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from transloc import files
from transloc.errors import InputError

#: The argument of a command that reads lines.
FILE = click.Path(path_type=Path, allow_dash=True, readable=False)


def answer(file: Path, reply: Callable[[str, int], str]) -> None:
    """Write ``reply(line, number)`` to standard output for each line of ``file`` (“-”: standard input), numbered from 1."""
    texts = _read(file)
    with click.open_file("-", "wb") as out:
        for number, text in enumerate(texts, 1):
            out.write(reply(text, number).encode())
            out.flush()


def _read(file: Path) -> Iterator[str]:
    """Yield the lines without their ends; raises InputError, with the line, for what is no UTF-8 text."""
    name = "standard input" if str(file) == "-" else file
    try:
        with click.open_file(str(file), "rb") as stream:
            number = 0
            while line := stream.readline(files.MAX_BYTES + 1):
                number += 1
                yield _text(line, name, number).removesuffix("\n").removesuffix("\r")
    except OSError as error:
        raise files.unreadable(name, error) from None


def _text(line: bytes, name: Path | str, number: int) -> str:
    if len(line) > files.MAX_BYTES:
        raise InputError("the line is larger than 64 MiB", path=name, line=number, hint="Is this text?")
    if b"\0" in line:
        raise InputError("this is not text: it holds NUL bytes", path=name, line=number, hint="Save it as UTF-8")
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError:
        raise InputError("this is not UTF-8 text", path=name, line=number, hint="Save it as UTF-8") from None
