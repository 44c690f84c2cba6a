"""The rows of an article as its page shows them: one segment each, with all that its signs tell."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import get_template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from transloc import languages, states
from transloc.model import Article, Catalog, Segment, Severity
from transloc.web import judged, names, shown, tongue
from transloc.web.desk import At, Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A segment in its place: ``number`` of ``total``, counted from 1. ``errors`` block confirming; ``warnings`` do not."""

    segment: Segment
    number: int
    total: int
    source_locale: str
    target_locale: str
    labels: tuple[tuple[int, str], ...] = ()
    errors: int = 0
    warnings: int = 0
    comments: int = 0
    first: bool = False

    @property
    def kind(self) -> str:
        """What the unit is, in words."""
        return names.name("kind", "added" if self.segment.added else self.segment.kind)

    @property
    def state(self) -> str:
        """How far it is, in words."""
        return stands(self.segment)

    @property
    def place(self) -> str:
        """Where it stands: “quote, 12 of 40”."""
        return _("%(kind)s, %(number)s of %(total)s") % {"kind": self.kind, "number": self.number, "total": self.total}

    @property
    def name(self) -> str:
        """What the field of its target is called: “English, quote, 12 of 40”."""
        return f"{tongue.name(languages.language(self.target_locale))}, {self.place}"


def stands(segment: Segment) -> str:
    """Return how far a segment is, in words."""
    return names.name("state", "omitted" if segment.omitted else segment.state)


def rows(here: Here, at: At, only: Container[str] | None = None) -> tuple[Row, ...]:
    """Return the rows of a catalog, in reading order; of ``only`` these segments, where they are named."""
    found = judged.findings(here.newsroom, at.catalog)
    talk = here.newsroom.store.unsettled(at.article.slug, at.catalog.target_locale)
    return tuple(_rows(at, found, talk, only))


def _rows(at: At, found: judged.Found, talk: Mapping[str, int], only: Container[str] | None) -> Iterator[Row]:
    codes = labels(at.article)
    before = after = ""
    for number, segment in enumerate(at.catalog, 1):
        before, after = after, segment.unit
        if only is not None and segment.id not in only:
            continue
        weights = Counter(finding.severity for finding in states.unwaived(segment, found.get(segment.id, ())))
        yield Row(
            segment=segment,
            number=number,
            total=len(at.catalog.segments),
            source_locale=at.catalog.source_locale,
            target_locale=at.variant,
            labels=codes.get(segment.unit, ()),
            errors=weights[Severity.ERROR],
            warnings=weights[Severity.WARNING],
            comments=talk.get(segment.id, 0),
            first=segment.unit != before,
        )


def labels(article: Article) -> dict[str, tuple[tuple[int, str], ...]]:
    """Return what the codes of each unit stand for, where it has any."""
    return {unit.id: tuple((code.number, code.label) for code in unit.codes) for unit in article.document.units if unit.codes}


def html(row: Row) -> str:
    """Return the row as HTML; a row that was shown before as it is now, in this language, costs nothing."""
    return _html(row, get_language())


@lru_cache(maxsize=4096)
def _html(row: Row, _tongue: str | None) -> str:
    codes = dict(row.labels)
    segment = row.segment
    context = {
        "row": row,
        "segment": segment,
        "source": shown.text(segment.source, codes),
        "target": shown.text(segment.target, codes),
        "marked": bool(segment.quotations),
        "coded_source": "<" in segment.source,
        "coded_target": "<" in segment.target,
    }
    return str(get_template("desk/row.html").render(context)).strip()


def following(catalog: Catalog, segment: str) -> Segment | None:
    """Return the next open segment after ``segment``, from the beginning again after the end; None where none is."""
    segments = catalog.segments
    place = next((n for n, one in enumerate(segments) if one.id == segment), -1)
    return next((one for one in (*segments[place + 1 :], *segments[: max(place, 0)]) if not one.done), None)
