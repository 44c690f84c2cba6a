"""The localised article: what people vouch for, in the place of the source, and every other byte as it was."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial, reduce

from transloc import formats
from transloc.errors import Refused
from transloc.glossary import Glossary
from transloc.languages import language
from transloc.markup import escape
from transloc.model import Document, Kind, Unit
from transloc.steps.assemble import assemble
from transloc.steps.labels import Standing, furniture
from transloc.steps.progress import Progress
from transloc.wording import say, say_many

#: What stands under the headline of an article that nobody has reviewed, in its own language.
_NOTICE = {
    "de": "Maschinelle Übersetzung, noch nicht redaktionell geprüft.",
    "en": "Machine translation, not yet reviewed by an editor.",
    "pl": "Tłumaczenie maszynowe, jeszcze niesprawdzone przez redakcję.",
    "uk": "Машинний переклад, ще не перевірений редакцією.",
}

#: What a credit line may stand behind; where a list or a table ends the article, it is the last paragraph.
_BLOCKS = frozenset({Kind.PARAGRAPH, Kind.SOURCES, Kind.QUOTE, Kind.SUBHEAD, Kind.CAPTION, Kind.NOTE})

#: What an article states of itself where no reader of it looks.
_FIELDS = frozenset({Kind.SOCIAL, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.ATTRIBUTE})

#: How many places are tried for a line that is added.
_TRIES = 3

#: How many open segments a refusal names.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Exported:
    """The bytes of the translated article; ``untranslated`` segments kept their source, ``marked`` tells that the notice is in it.

    ``credited`` tells whether the credit line that was asked for is in it. ``labelled`` counts the texts of the page's furniture
    («Поділитися») of which the glossary has put labels into the target's language, ``left`` are those in which words of the source stand,
    and ``unlabelled`` the labels that it has no translation for.
    """

    data: bytes
    untranslated: int
    marked: bool
    credited: bool = False
    labelled: int = 0
    left: tuple[Standing, ...] = ()
    unlabelled: tuple[Standing, ...] = ()


def export(document: Document, progress: Progress, *, draft: bool = False, credit: str = "", glossary: Glossary | None = None) -> Exported:
    """Return ``document`` in the catalog's locale, with the line ``credit`` after the byline or at the end.

    What is no part of the article stays as it is, but for the labels that ``glossary`` knows.

    Raises Refused, naming what is missing, where ``progress`` has blockers; with ``draft`` the article goes out all the same, with
    a notice under its headline.
    """
    catalog = progress.catalog
    if progress.blockers and not draft:
        listed = [say("{segment} {why}", segment=b.segment.id, why=b.why) for b in progress.blockers[:_NAMED]]
        named = reduce(lambda one, other: say("{one}; {other}", one=one, other=other), listed)
        rest = len(progress.blockers) - len(listed)
        more = say("; and {number} more", number=rest) if rest else ""
        raise Refused(
            say_many(
                "{article} ({target_locale}) is not ready, {number} segment blocks it: {named}{more}",
                "{article} ({target_locale}) is not ready, {number} segments block it: {named}{more}",
                len(progress.blockers),
                article=catalog.article,
                target_locale=catalog.target_locale,
                named=named,
                more=more,
            ),
            hint=say("Review them, or export a marked draft with --draft"),
        )
    made = assemble(document, catalog.segments)
    added = _with_notice(document, catalog.target_locale, made.added) if progress.blockers else made.added
    beside = furniture(document, catalog, glossary)
    rebuild = partial(formats.named(document.format).rebuild, document, {**beside.targets, **made.targets}, omitted=made.omitted)
    told = partial(
        Exported,
        untranslated=made.untranslated,
        marked=bool(progress.blockers),
        labelled=len(beside.targets),
        left=beside.left,
        unlabelled=beside.unknown,
    )
    for after in _credited(document) if credit else ():
        with suppress(Refused):  # the credit has no place there, or the article is refused without it too
            data = rebuild(added={**added, after: [*added.get(after, ()), escape(credit)]})
            return told(data, credited=True)
    return told(rebuild(added=added))


def _credited(document: Document) -> tuple[str, ...]:
    """Return the units that the credit line may follow, the best first: the byline that stands in the text, else the article's end."""
    author = document.metadata.get("author")
    bylines = [unit.id for unit in document.article if unit.kind is Kind.BYLINE]
    in_text = [] if author is not None and author.origin == "front matter" else bylines[::-1][:_TRIES]
    blocks = [unit.id for unit in document.article if unit.kind in _BLOCKS and not unit.parent]
    return (*in_text, *blocks[::-1][:_TRIES])


def _with_notice(document: Document, locale: str, added: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    notice = escape(_NOTICE.get(language(locale), _NOTICE["en"]))
    first = _below(document).id
    return {**added, first: [notice, *added.get(first, ())]}


def _below(document: Document) -> Unit:
    """Return the unit under which a reader looks first: the headline, else the first text that is no field of the article's."""
    units = document.article
    seen = [unit for unit in units if unit.kind not in _FIELDS and not unit.parent]
    return next((unit for unit in units if unit.kind is Kind.HEADLINE), (seen or units)[0])
