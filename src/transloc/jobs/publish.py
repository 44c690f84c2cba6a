"""An article goes out: judged, rebuilt, and written in one step."""

from dataclasses import dataclass
from pathlib import Path, PurePath

from transloc import files
from transloc.errors import InputError
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.survey import measure
from transloc.steps.export import export


@dataclass(frozen=True, slots=True)
class Published:
    """Where the localised article lies; ``marked`` as an unreviewed draft, in which ``untranslated`` segments kept their source."""

    path: Path
    untranslated: int
    marked: bool


def publish(newsroom: Newsroom, slug: str, locale: str, folder: Path, *, draft: bool) -> Published:
    """Write one localised article into ``folder``; raises Refused, with nothing written, where it is not ready."""
    article = newsroom.store.article(slug)
    exported = export(article.document, measure(newsroom, newsroom.store.catalog(slug, locale)), draft=draft)
    path = folder / f"{slug}{PurePath(article.path).suffix}"
    if path.resolve().is_relative_to(newsroom.project.articles.resolve()):
        raise InputError("the source articles lie in this folder", path=folder, hint="Name another one with -o")
    files.write(path, exported.data)
    return Published(path, exported.untranslated, exported.marked)
