"""The further kinds of a localised article: what is known of it, gathered for the conversion."""

from collections import Counter
from collections.abc import Iterable

from transloc.formats import FRONT_MATTER, Options, convert
from transloc.formats.convert import Converted, Localised
from transloc.jobs.newsroom import Newsroom
from transloc.model import Article
from transloc.steps.assemble import assemble
from transloc.steps.export import Exported
from transloc.steps.progress import Progress


def others(newsroom: Newsroom, article: Article, progress: Progress, exported: Exported, kinds: Iterable[str]) -> Converted:
    """Return ``exported`` in those of ``kinds`` that it is not in its own format."""
    wanted = [kind for kind in dict.fromkeys(kinds) if not convert.is_own(kind, article.document.format)]
    if not wanted:
        return Converted({})
    catalog, project = progress.catalog, newsroom.project
    made = assemble(article.document, catalog.segments)
    localised = Localised(
        slug=article.slug,
        source_locale=catalog.source_locale,
        locale=project.variant(catalog.target_locale),
        document=article.document,
        data=exported.data,
        targets=made.targets,
        omitted=made.omitted,
        options=Options(front_matter=project.front_matter or FRONT_MATTER),
        reviewed=not exported.marked,
        untranslated=exported.untranslated,
        origins=Counter(segment.origin or "person" for segment in catalog if segment.target),
    )
    return convert.convert(localised, wanted)
