"""An article goes out: judged, rebuilt, and written in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from transloc import files
from transloc.errors import InputError, Refused
from transloc.formats import convert
from transloc.jobs.convey import others
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.survey import measure
from transloc.model import Embed
from transloc.steps.export import export


@dataclass(frozen=True, slots=True)
class Published:
    """Where the localised article lies; ``marked`` as an unreviewed draft, in which ``untranslated`` segments kept their source.

    ``leftover`` are the numbers of the lines that still hold letters of the source's script, outside of all segments. ``others`` are
    the files of the further kinds, and ``left_out`` what of the article stands in none of those.
    """

    path: Path
    untranslated: int
    marked: bool
    leftover: tuple[int, ...]
    others: tuple[Path, ...] = ()
    left_out: tuple[Embed, ...] = ()


def publish(newsroom: Newsroom, slug: str, locale: str, folder: Path, *, draft: bool, kinds: Sequence[str] = (convert.OWN,)) -> Published:
    """Write one localised article into ``folder``, once for each of ``kinds``; ``path`` is the first of its files.

    Raises Refused, with nothing written, where it is not ready.
    """
    article = newsroom.store.article(slug)
    outdated = newsroom.outdated(article.path, files.digest(article.document.data))
    progress = measure(newsroom, newsroom.store.catalog(slug, locale), outdated)
    if progress.outdated and not draft:
        raise Refused(f"{slug} ({locale}): {progress.outdated}")
    exported = export(article.document, progress, draft=draft)
    name = f"{slug}{PurePath(article.path).suffix}"
    if (folder / name).resolve().is_relative_to(newsroom.project.articles.resolve()):
        raise InputError("the source articles lie in this folder", path=folder, hint="Name another one with -o")
    own = any(convert.is_own(kind, article.document.format) for kind in kinds)
    converted = others(newsroom, article, progress, exported, kinds)
    written = {name: exported.data} if own else {}
    written |= {convert.file_name(kind, slug, article.path): data for kind, data in converted.files.items()}
    for file, data in written.items():
        files.write(folder / file, data, within=folder)
    paths = [folder / file for file in written]
    return Published(paths[0], exported.untranslated, exported.marked, exported.leftover, tuple(paths[1:]), converted.left_out)
