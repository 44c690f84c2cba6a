"""The localised article: what people vouch for, in the place of the source, and every other byte as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from transloc import formats
from transloc.checks.alphabets import script_of, traces
from transloc.errors import Refused
from transloc.formats.decode import text_of
from transloc.languages import language
from transloc.markup import escape
from transloc.model import Catalog, Document
from transloc.steps.assemble import assemble
from transloc.steps.progress import Progress

#: What stands under the headline of an article that nobody has reviewed, in its own language.
_NOTICE = {
    "de": "Maschinelle Übersetzung, noch nicht redaktionell geprüft.",
    "en": "Machine translation, not yet reviewed by an editor.",
    "pl": "Tłumaczenie maszynowe, jeszcze niesprawdzone przez redakcję.",
    "uk": "Машинний переклад, ще не перевірений редакцією.",
}

#: How many open segments a refusal names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of the localised article; ``untranslated`` segments kept their source, ``marked`` tells that the notice is in it.

    ``leftover`` are the numbers of the lines that hold letters of the source's script all the same: in code, a shortcode, a field of
    the front matter that is not translated. It is told where the two languages have different scripts.
    """

    data: bytes
    untranslated: int
    marked: bool
    leftover: tuple[int, ...] = ()


def export(document: Document, progress: Progress, *, draft: bool = False) -> Exported:
    """Return ``document`` in the catalog's locale.

    Raises Refused, naming what is missing, where ``progress`` has blockers; with ``draft`` the article goes out all the same, with
    a notice under its headline.
    """
    catalog = progress.catalog
    if progress.blockers and not draft:
        named = "; ".join(f"{b.segment.id} {b.why}" for b in progress.blockers[:_NAMED])
        more = f"; and {len(progress.blockers) - _NAMED} more" if len(progress.blockers) > _NAMED else ""
        raise Refused(
            f"{catalog.article} ({catalog.target_locale}) is not ready, {len(progress.blockers)} segments block it: {named}{more}",
            hint="Review them, or export a marked draft with --draft",
        )
    made = assemble(document, catalog.segments)
    added = _with_notice(document, catalog.target_locale, made.added) if progress.blockers else made.added
    data = formats.named(document.format).rebuild(document, made.targets, omitted=made.omitted, added=added)
    return Exported(data, made.untranslated, bool(progress.blockers), () if progress.blockers else _leftover(document, data, catalog))


def _leftover(document: Document, data: bytes, catalog: Catalog) -> tuple[int, ...]:
    source, target = language(catalog.source_locale), language(catalog.target_locale)
    if script_of(source) is script_of(target):
        return ()
    lines = text_of(data, document.encoding).splitlines()
    return tuple(number for number, line in enumerate(lines, 1) if traces(line, target, source))


def _with_notice(document: Document, locale: str, added: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    notice = escape(_NOTICE.get(language(locale), _NOTICE["en"]))
    first = document.article[0].id
    return {**added, first: [notice, *added.get(first, ())]}
