"""The words of a translated article's body, for what repeats them where no reader looks."""

from collections.abc import Iterator

from transloc import markup
from transloc.formats.convert.places import in_body
from transloc.model import Document, Kind, Unit
from transloc.steps.assemble import Assembled

#: What stands around the text of an article, or in fields of its own.
_AROUND = frozenset(
    {Kind.HEADLINE, Kind.SOCIAL, Kind.BYLINE, Kind.DATE, Kind.CATEGORY, Kind.TAG, Kind.ATTRIBUTE, Kind.CAPTION, Kind.LABEL, Kind.SOURCES}
)


def body(document: Document, made: Assembled) -> str:
    """Return the paragraphs, subheads, items and the like of ``document`` as ``made`` has them, a blank line between two."""
    return "\n\n".join(filter(None, (" ".join(markup.words(text).split()) for text in _texts(document, made))))


def _texts(document: Document, made: Assembled) -> Iterator[str]:
    for unit in document.article:
        if unit.id not in made.omitted and _told(unit):
            yield made.targets.get(unit.id, unit.source)
        yield from made.added.get(unit.id, ())


def _told(unit: Unit) -> bool:
    return unit.kind not in _AROUND and in_body(unit)
