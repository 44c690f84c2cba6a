"""The first beat of every command that needs the database: open the project, and rebuild an empty one from its files."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from transloc import files
from transloc.cli.console import note, plural

if TYPE_CHECKING:
    from transloc.jobs.newsroom import Newsroom


@contextmanager
def opened() -> "Iterator[Newsroom]":
    """Open the newsroom that holds the working folder."""
    from transloc.jobs import intake
    from transloc.jobs.newsroom import opened as newsroom_opened

    with newsroom_opened() as newsroom:
        if not newsroom.store.listing():
            restored = intake.rebuild(newsroom)
            if restored:
                were = "was" if len(restored) == 1 else "were"
                note(f"The database was empty: {plural(len(restored), 'article')} {were} read from articles/ and locales/.")
        yield newsroom


def mirrored(newsroom: "Newsroom", catalogs: Iterable[tuple[str, str]]) -> None:
    """Bring the PO files of changed catalogs up to date; tell of those that somebody else has changed meanwhile."""
    from transloc.jobs.mirror import mirror

    for slug, locale in catalogs:
        if not mirror(newsroom, slug, locale):
            path = files.shown(newsroom.project.catalog_path(slug, locale))
            note(f"{path}: somebody has changed this file since the last sync, so it was left alone. Merge it with: transloc sync")
