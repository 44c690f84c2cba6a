"""``transloc memory import``: what was translated elsewhere comes into the memory."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import note, progress
from transloc.errors import InputError
from transloc.languages import language, normalise
from transloc.project import Project

if TYPE_CHECKING:
    from transloc.memory import Entry
    from transloc.model import Catalog
    from transloc.store import Store

#: Entries of one transaction: the desk waits for no longer than these take.
_CHUNK = 5000


@click.command("import")
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "locale", metavar="L", help="Only translations into this target locale.")
@click.option("--keep-good", is_flag=True, help="Of a broken TMX file take what stands before the fault.")
def take(paths: tuple[Path, ...], locale: str | None, keep_good: bool) -> None:
    """Take TMX files, and the translated, not fuzzy entries of PO files, into the memory.

    All files are read through first: where one is broken, nothing is taken from any, unless --keep-good is given. A TMX may hold many
    languages; a PO file says its own (Language and X-Source-Language; without the latter, the project's source). What is there
    already stays as it is, so a run that was stopped may simply be run again.

    \b
    Example:
      transloc memory import archive/*.po agency.tmx
    """
    with session.opened() as newsroom:
        targets = (newsroom.project.target(locale),) if locale else newsroom.project.targets
        sources = [_opened(path, newsroom.project, targets, keep_good=keep_good) for path in paths]
        for source in sources:
            source.judge()
        with progress("memory", sum(source.size for source in sources)) as advance:
            for source in sources:
                click.echo(source.told(_take(newsroom.store, source.entries(), lambda done: advance(done, ""))))


def _take(store: "Store", entries: "Iterator[Entry]", advance: Callable[[int], None]) -> int:
    new = 0
    while chunk := list(islice(entries, _CHUNK)):
        new += store.add_entries(chunk)
        advance(len(chunk))
    return new


@dataclass(slots=True)
class _File:
    """A file to be taken in: ``read`` starts anew each time it is called. ``size`` counts its entries, once it was judged."""

    path: Path
    read: "Callable[[], Iterator[Entry]]"
    keep_good: bool
    why_nothing: Callable[[], InputError | None] = lambda: None
    aside: Callable[[], str] = str
    size: int = 0
    fault: InputError | None = field(default=None, init=False)

    def judge(self) -> None:
        """Read all of it; raises InputError where it is broken, or has nothing for this project."""
        try:
            for _ in self.entries():
                self.size += 1
        except InputError as error:
            error.hint += ", or take what stands before with --keep-good" if self.size else ""
            raise
        if not self.size and (why := self.fault or self.why_nothing()):
            raise why
        if self.fault:
            note(f"{self.fault}. What stands before is taken")

    def entries(self) -> "Iterator[Entry]":
        """Yield its entries, up to a fault if that is wanted."""
        try:
            yield from self.read()
        except InputError as error:
            self.fault = error
            if not self.keep_good:
                raise

    def told(self, new: int) -> str:
        """Return what to say when it was taken in."""
        return f"{self.path}: {new} of {self.size} entries were new{self.aside()}"


def _opened(path: Path, project: Project, targets: tuple[str, ...], *, keep_good: bool) -> _File:
    from transloc.steps.remember import entries

    if (suffix := path.suffix.lower()) not in (".tmx", ".po", ".pot"):
        raise InputError("the memory takes in .tmx and .po files", path=path, hint="Unpack it, or export it as TMX")
    if suffix != ".tmx":
        rows = entries(_catalog(path, project))
        return _File(path, lambda: (row for row in rows if row.target_locale in targets or targets == project.targets), keep_good)
    return _tmx(path, project, targets, keep_good=keep_good)


def _tmx(path: Path, project: Project, targets: tuple[str, ...], *, keep_good: bool) -> _File:
    from transloc.steps.remember import Taking

    taking = Taking(project.source, targets)

    def entries() -> "Iterator[Entry]":
        from transloc.formats import tmx

        taking.recoded = 0
        try:
            with path.open("rb") as stream:
                yield from taking.entries(tmx.read(stream, str(path)))
        except OSError as error:
            raise files.unreadable(path, error) from None

    def aside() -> str:
        return f"; without their inline codes, which did not match: {taking.recoded}" if taking.recoded else ""

    return _File(path, entries, keep_good, lambda: taking.nothing(str(path)), aside)


def _catalog(path: Path, project: Project) -> "Catalog":
    """Return the catalog of a PO file in the project's own locales, so that its texts are found again; others stay as they are."""
    from transloc.formats import po

    catalog = po.read(files.read(path), path).catalog
    if not catalog.target_locale:
        raise InputError("the file names no language", path=path, hint="Add the header “Language: en” to it")
    try:
        source = normalise(catalog.source_locale or project.source)
        target = normalise(catalog.target_locale)
    except InputError as error:
        raise InputError(error.message, path=path, hint=error.hint) from None
    with suppress(InputError):
        target = project.target(target)
    source = project.source if language(source) == language(project.source) else source
    return replace(catalog, source_locale=source, target_locale=target)
