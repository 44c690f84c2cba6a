"""The further kinds of a localised article: what is known of it, gathered for the conversion."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from transloc.formats import FRONT_MATTER, Options, convert
from transloc.formats.convert import Converted, Localised
from transloc.jobs.newsroom import Newsroom
from transloc.model import Article, Catalog
from transloc.steps.assemble import assemble
from transloc.steps.localise import Decided, Going
from transloc.steps.report import Report


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An article on its way out: ``data`` are its bytes in its own format, localised."""

    article: Article
    catalog: Catalog
    data: bytes
    going: Going
    decided: Decided
    credit: str
    report: Report


def others(newsroom: Newsroom, out: Outgoing, kinds: Iterable[str]) -> Converted:
    """Return the article in those of ``kinds`` that it is not in its own format."""
    wanted = [kind for kind in dict.fromkeys(kinds) if not convert.is_own(kind, out.article.document.format)]
    if not wanted:
        return Converted({})
    made = assemble(out.article.document, out.catalog.segments)
    localised = Localised(
        slug=out.article.slug,
        source_locale=out.catalog.source_locale,
        locale=out.going.variant,
        document=out.article.document,
        data=out.data,
        targets=made.targets,
        omitted=made.omitted,
        options=Options(front_matter=newsroom.project.front_matter or FRONT_MATTER),
        name=out.going.name,
        byline=out.going.given.byline,
        date=out.going.given.date,
        credit=out.credit,
        reviewed=not out.report.draft,
        untranslated=out.report.untranslated,
        origins=Counter(segment.origin or "person" for segment in out.catalog if segment.target),
        beside=out.decided.beside,
        report=asdict(out.report),
    )
    return convert.convert(localised, wanted)
