"""What commands on files alone begin with: the PO files and the glossary that were named, or those of the project."""

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from transloc import files, glossary, project
from transloc.cli.console import note
from transloc.errors import InputError, visible
from transloc.formats import po
from transloc.glossary import Glossary, inflection
from transloc.glossary.inflection import Morphology
from transloc.steps.check import Opened


def default(home: project.Project | None) -> Path:
    """Return the folder with the translations; raises InputError where there is none."""
    folder = home.locales if home else Path("locales")
    if not folder.is_dir():
        raise InputError("there is nothing to check here", path=folder, hint="Name a PO file or a folder: transloc check FILE.po")
    return files.shown(folder)


def glossary_path(given: Path | None, home: project.Project | None) -> Path:
    """Return where the glossary lies: as it was named, else as the project says, else in the working folder.

    From now on its terms inflect as the project wishes.
    """
    inflection.use(home.morphology if home else Morphology.AUTO)
    return given or files.shown(home.glossary if home else Path("glossary.csv"))


def read_glossary(given: Path | None, home: project.Project | None) -> Glossary | None:
    """Return the glossary as it stands today; None where none was named and there is no file. Terms inflect as the project wishes."""
    inflection.use(home.morphology if home else Morphology.AUTO)
    path = glossary_path(given, home)
    if given is None and not path.exists():
        return None
    return glossary.read(files.read(path), path).glossary.on(today(home))


def today(home: project.Project | None) -> date:
    """Return the day it is where the project is at home; without one, where this machine is."""
    return datetime.now(UTC).astimezone(home.zone() if home else None).date()


def opened(paths: Iterable[Path], *, named: bool) -> Iterator[Opened]:
    """Yield the catalogs of these files and folders; an empty folder that somebody named is refused."""
    yield from map(catalog, listed(paths, named=named))


def catalog(path: Path) -> Opened:
    """Return the catalog of a PO file; raises InputError as ``formats.po.read`` does."""
    read = po.read(files.read(path), path)
    return Opened(path=str(path), catalog=read.catalog, lines=read.lines)


def listed(paths: Iterable[Path], *, named: bool) -> list[Path]:
    """Return the files of these files and folders; an empty folder that somebody named is refused."""
    return [file for path in paths for file in _files(path, named=named)]


def _files(path: Path, *, named: bool) -> list[Path]:
    if not path.is_dir():
        return [path]

    def refuse(error: OSError) -> None:
        raise files.unreadable(Path(error.filename), error)

    found = sorted(Path(folder, name) for folder, _, names in os.walk(path, onerror=refuse) for name in names if name.endswith(".po"))
    if not found and named:
        raise InputError("there are no PO files in this folder", path=path, hint="Name the folder with the translations, such as locales/")
    if not found:
        note(f"Note: {visible(str(path))}: there are no PO files in this folder")
    return found
