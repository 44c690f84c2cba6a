"""What is said twice is translated once: a confirmed text is put where the same sentence still waits with a machine's draft."""

from collections.abc import Iterator

from transloc import memory
from transloc.model import Catalog, Segment, State


def repeats(catalog: Catalog, confirmed: Segment) -> Iterator[tuple[Segment, str]]:
    """Yield the other segments of ``catalog`` with the same source that nobody has written in yet, each with its new target.

    A page states its headline four times; whoever has confirmed it once has but to look at the others. They are not confirmed,
    since the same words may want another translation elsewhere.
    """
    wanted = memory.normalise(confirmed.source)
    for segment in catalog:
        if segment.id == confirmed.id or not segment.source or memory.normalise(segment.source) != wanted:
            continue
        if segment.people or segment.quotations or segment.state not in (State.INITIAL, State.TRANSLATED):
            continue
        target = memory.adapt(confirmed.source, confirmed.target, segment.source)
        if target and target != segment.target:
            yield segment, target
