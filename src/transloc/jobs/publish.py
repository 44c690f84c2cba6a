"""An article goes out: judged, rebuilt, and written in one step."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from transloc import files
from transloc.errors import InputError, Refused
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.survey import measure
from transloc.steps.export import export


@dataclass(frozen=True, slots=True)
class Published:
    """Where the localised article lies; ``marked`` as an unreviewed draft, in which ``untranslated`` segments kept their source.

    ``leftover`` are the numbers of the lines that still hold letters of the source's script, outside of all segments.
    """

    path: Path
    untranslated: int
    marked: bool
    leftover: tuple[int, ...]


def publish(newsroom: Newsroom, slug: str, locale: str, folder: Path, *, draft: bool) -> Published:
    """Write one localised article into ``folder``; raises Refused, with nothing written, where it is not ready."""
    article = newsroom.store.article(slug)
    outdated = newsroom.outdated(article.path, files.digest(article.document.data))
    progress = measure(newsroom, newsroom.store.catalog(slug, locale), outdated)
    if progress.outdated and not draft:
        raise Refused(f"{slug} ({locale}): {progress.outdated}")
    exported = export(article.document, progress, draft=draft)
    path = folder / f"{slug}{PurePath(article.path).suffix}"
    if path.resolve().is_relative_to(newsroom.project.articles.resolve()):
        raise InputError("the source articles lie in this folder", path=folder, hint="Name another one with -o")
    files.write(path, exported.data, within=folder)
    return Published(path, exported.untranslated, exported.marked, exported.leftover)
