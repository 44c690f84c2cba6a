"""The catalogs of the pages' words in the form in which they are read: a .mo file beside each .po file.

The build runs this file by itself, before anything of ours is installed; in a checkout the desk does, when it starts.
"""

import os
from pathlib import Path

#: Where the catalogs lie.
FOLDER = Path(__file__).with_name("locale")


def compiled(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write each .mo file that is missing or not of its .po file, which has the same time; return all of them.

    An installed package has no .po files, so nothing is written there.
    """
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        written = source.stat().st_mtime_ns
        made = source.with_suffix(".mo")
        if not made.exists() or made.stat().st_mtime_ns != written:
            _write(source, made, written)
    return tuple(sorted(folder.glob("*/LC_MESSAGES/*.mo")))


def _write(source: Path, made: Path, written: int) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as file:
        catalog = read_po(file, locale=source.parts[-3], abort_invalid=True)
    beside = made.with_name(f"{made.name}.{os.getpid()}")  # by rename: two of us may start at once
    with beside.open("wb") as file:
        write_mo(file, catalog)
    os.utime(beside, ns=(written, written))
    beside.replace(made)
