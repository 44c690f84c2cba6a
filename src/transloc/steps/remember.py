"""What a catalog gives to the memory: every segment that a person vouches for, with its neighbours."""

from transloc.memory import Entry
from transloc.model import Catalog, Segment


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """Return an entry for each confirmed segment of a catalog, which names its locales; omitted and added ones give none."""
    segments = [segment for segment in catalog.segments if segment.source]
    return tuple(_entry(segments, at, catalog) for at, segment in enumerate(segments) if segment.done and segment.target)


def _entry(segments: list[Segment], at: int, catalog: Catalog) -> Entry:
    segment = segments[at]
    return Entry(
        source=segment.source,
        target=segment.target,
        source_locale=catalog.source_locale,
        target_locale=catalog.target_locale,
        previous=segments[at - 1].source if at else "",
        next=segments[at + 1].source if at + 1 < len(segments) else "",
        origin=segment.origin,
        article=catalog.article,
        at=segment.at,
        by=segment.people[-1] if segment.people else "",
    )
