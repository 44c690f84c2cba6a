"""Values of the model as rows, and rows as values: the only place that knows both."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, astuple, fields, replace
from datetime import datetime
from operator import attrgetter
from typing import Any

from transloc import files, model
from transloc.model import Code, Document, Embed, Kind, Quotation, QuotationStatus, State, Stated, Unit, Waiver
from transloc.steps.duty import Duty
from transloc.store import bulk, models

#: Fields of a segment that an Event remembers; ``id`` and ``revision`` have their own columns.
_FIELDS = tuple(field.name for field in fields(model.Segment) if field.name not in ("id", "revision"))
_values = attrgetter(*_FIELDS)
_EMPTY = model.Segment(id="", source="")

#: The columns that make a segment.
READ = ("key", *_FIELDS, "revision")


def segment(row: Any) -> model.Segment:
    """Return the value of a tuple of the columns ``READ`` by their names: those are read in half the time that instances take."""
    return model.Segment(
        id=row.key,
        source=row.source,
        kind=Kind(row.kind),
        target=row.target,
        state=State(row.state),
        origin=row.origin,
        people=tuple(row.people),
        at=row.at,
        omitted=row.omitted,
        after=row.after,
        previous_source=row.previous_source,
        suggestion=row.suggestion,
        correction=row.correction,
        waivers=_rich("waivers", row.waivers),
        quotations=_rich("quotations", row.quotations),
        alternatives=tuple(row.alternatives),
        revision=row.revision,
    )


def duty(row: models.Catalog) -> Duty:
    """Return what a catalog's row says of who is to do it."""
    return Duty(row.assignee, row.holder, row.held)


def _columns(value: model.Segment, catalog: models.Catalog, position: int, moment: Callable[[datetime | None], Any]) -> dict[str, Any]:
    """Return what the database holds of a segment, by column."""
    return {
        "catalog_id": catalog.pk,
        "key": value.id,
        "position": position,
        "kind": value.kind.value,
        "source": value.source,
        "target": value.target,
        "state": value.state.value,
        "origin": value.origin,
        "people": _json(value.people),
        "at": moment(value.at),
        "omitted": value.omitted,
        "after": value.after,
        "previous_source": value.previous_source,
        "suggestion": value.suggestion,
        "correction": value.correction,
        "waivers": _json(_plain(value, "waivers")),
        "quotations": _json(_plain(value, "quotations")),
        "alternatives": _json(value.alternatives),
        "revision": value.revision,
        "words": len(value.source.split()),
        "open": not value.done,
        "locale": catalog.locale,
    }


def _json(value: Sequence[Any]) -> str:
    return models.compact(value) if value else "[]"


def write(catalog: models.Catalog, placed: Iterable[tuple[model.Segment, int]]) -> None:
    """Insert segments with their positions, or put them in the place of those that ``catalog`` has under the same id."""
    moment = bulk.moments()
    held = (_columns(segment, catalog, position, moment) for segment, position in placed)
    bulk.write(models.Segment, held, replacing=("catalog_id", "key"))


def catalog(row: models.Catalog, segments: Iterable[model.Segment]) -> model.Catalog:
    """Return the value of a catalog's row with its segments."""
    return model.Catalog(
        article=row.article.slug,
        source_locale=row.article.locale,
        target_locale=row.locale,
        segments=tuple(segments),
        digest=row.digest,
        revision=row.revision,
        glossary=row.glossary,
    )


def article(row: models.Article) -> model.Article:
    """Return the value of an article's row."""
    document = Document(
        format=row.format,
        data=bytes(row.data),
        encoding=row.encoding,
        units=tuple(unit(packed) for packed in row.units),
        metadata=metadata(row),
        embeds=tuple(Embed(*told) for told in row.embeds),
    )
    return model.Article(slug=row.slug, path=row.path, locale=row.locale, document=document, external=row.external, mirror=row.mirror)


def metadata(row: models.Article) -> dict[str, Stated]:
    """Return what an article's document states of itself."""
    return {name: Stated(*told) if isinstance(told, list) else Stated(told) for name, told in row.metadata.items()}


def article_fields(value: model.Article, at: datetime) -> dict[str, Any]:
    """Return the columns of an article, except when it was created."""
    document = value.document
    return {
        "path": value.path,
        "locale": value.locale,
        "title": value.title,
        "format": document.format,
        "encoding": document.encoding,
        "data": document.data,
        "units": [_packed(one) for one in document.units],
        "metadata": {name: list(astuple(stated)) for name, stated in document.metadata.items()},
        "embeds": [list(astuple(embed)) for embed in document.embeds],
        "digest": files.digest(document.data),
        "external": value.external,
        "mirror": value.mirror,
        "updated": at,
    }


def _packed(value: Unit) -> dict[str, Any]:
    codes = [[code.number, code.open, code.close, code.label] for code in value.codes]
    packed = {field.name: getattr(value, field.name) for field in fields(value)} | {"kind": value.kind.value, "codes": codes}
    return {name: held for name, held in packed.items() if held not in ("", [], None, 1.0)}


def unit(packed: Mapping[str, Any]) -> Unit:
    """Return the unit that ``_packed`` gave."""
    block = packed.get("block")
    return Unit(
        id=packed["id"],
        kind=Kind(packed["kind"]),
        source=packed.get("source", ""),
        span=_span(packed["span"]),
        codes=tuple(Code(*code) for code in packed.get("codes", ())),
        syntax=packed.get("syntax", ""),
        aside=packed.get("aside", ""),
        confidence=packed.get("confidence", 1.0),
        parent=packed.get("parent", ""),
        block=_span(block) if block else None,
        note=packed.get("note", ""),
    )


def _span(pair: list[int]) -> tuple[int, int]:
    start, end = pair
    return start, end


def differences(before: model.Segment | None, after: model.Segment) -> dict[str, Any]:
    """Return the fields of ``after`` in which it differs from ``before`` (None: from an empty segment), as JSON holds them."""
    was = _EMPTY if before is None else before
    return {name: _plain(after, name) for name, old, new in zip(_FIELDS, _values(was), _values(after), strict=True) if old != new}


def apply(before: model.Segment, changed: Mapping[str, Any]) -> model.Segment:
    """Return ``before`` with the fields that ``differences`` gave."""
    return replace(before, **{name: _rich(name, value) for name, value in changed.items()})


def packed_segment(value: model.Segment) -> dict[str, Any]:
    """Return a whole segment as JSON holds it."""
    return {"id": value.id, "revision": value.revision} | differences(None, value)


def unpacked_segment(packed: Mapping[str, Any]) -> model.Segment:
    """Return the segment that ``packed_segment`` gave."""
    changed = {name: value for name, value in packed.items() if name not in ("id", "revision")}
    return replace(apply(_EMPTY, changed), id=packed["id"], revision=packed["revision"])


def _plain(value: model.Segment, name: str) -> Any:
    if name == "at":
        return value.at.isoformat() if value.at else None
    if name == "waivers":
        return [list(astuple(waiver)) for waiver in value.waivers]
    if name == "quotations":
        return [{key: held for key, held in asdict(quotation).items() if held} for quotation in value.quotations]
    return getattr(value, name)  # the enumerations are texts, and tuples become lists


_RICH: Mapping[str, Callable[[Any], Any]] = {
    "at": datetime.fromisoformat,
    "kind": Kind,
    "state": State,
    "people": tuple,
    "alternatives": tuple,
    "waivers": lambda value: tuple(Waiver(*waiver) for waiver in value),
    "quotations": lambda value: tuple(map(_quotation, value)),
}


def _rich(name: str, value: Any) -> Any:
    return _RICH[name](value) if name in _RICH and value is not None else value


def _quotation(packed: Mapping[str, Any]) -> Quotation:
    rich = {"span": _span(packed["span"]), "status": QuotationStatus(packed["status"])}
    return Quotation(**{**packed, **rich})
