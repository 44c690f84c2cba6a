"""Cut work into batches that an engine takes at once, by number and by bytes as that engine counts them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Split:
    """``batches`` are runs of positions in order; ``too_long`` are those that no request can hold, left to people."""

    batches: tuple[tuple[int, ...], ...]
    too_long: tuple[int, ...] = ()


def split(sizes: Sequence[int], *, max_texts: int, max_bytes: int) -> Split:
    """Group the positions of ``sizes`` (bytes each) greedily, in order, so that no batch exceeds either limit."""
    batches: list[tuple[int, ...]] = []
    too_long: list[int] = []
    current: list[int] = []
    used = 0
    for position, size in enumerate(sizes):
        if size > max_bytes:
            too_long.append(position)
            continue
        if current and (len(current) == max_texts or used + size > max_bytes):
            batches.append(tuple(current))
            current, used = [], 0
        current.append(position)
        used += size
    if current:
        batches.append(tuple(current))
    return Split(tuple(batches), tuple(too_long))
