"""A rebuilt passage read back: which changed units must be written otherwise so that all reads as meant."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from transloc.formats.collect import Collector
from transloc.formats.kinds import credit
from transloc.formats.markdown.write import signs
from transloc.formats.place import Place
from transloc.formats.runs import Text
from transloc.formats.splice import Held, Says
from transloc.formats.units import is_text
from transloc.markup import Token
from transloc.model import Code, Span

#: How many texts away from a fault its cause may stand.
_NEAR = 4
#: A text as read: where it stands, and what it says.
Read = tuple[Span, Says]


def said(tokens: Iterable[Token], codes: Iterable[Code], place: Place) -> Says:
    """Return what a text of ``tokens`` with its ``codes`` says."""
    return signs(tokens, {code.number: code for code in codes}, place.wrap)


def read(collector: Collector) -> list[Read]:
    """Return what the texts of a reading say, in document order."""
    return [(text.span, said(text.tokens, text.codes, place)) for text, place in collector.texts()]


def wanted(meant: Iterable[Held]) -> list[Held]:
    """Return the texts that a reading has to show, in document order: those with words for a translator."""
    worded = (one for one in meant if any(is_text(sign) for sign in one.says if sign.startswith("=")))
    return sorted(worded, key=lambda one: (one.start, -one.end))


def is_credit(says: Says) -> bool:
    """Tell whether a text says nothing but whose a picture is."""
    return credit.bare("".join(sign[1:] for sign in says if sign.startswith("=")))


def faults(found: Sequence[Read], meant: Sequence[Held], most: int) -> list[int]:
    """Return the positions in ``meant`` of what reads otherwise.

    Each text that reads otherwise where it stands is one; of the rest, which may all follow from the first, ``most`` in a row.
    """
    guilty: list[int] = []
    row = at = here = 0
    while at < len(meant):
        one = meant[at]
        span, says = found[here] if here < len(found) else ((one.end, one.end), ())
        inside = one.start <= span[0] and span[1] <= one.end and here < len(found)
        if inside and says == one.says:
            at, here, row = at + 1, here + 1, 0
            continue
        if span[0] < one.start:  # a unit that should not be
            here += 1
            at_fault = max(at - 1, 0)
        else:
            begin = at
            while at < len(meant) and meant[at].start < max(one.end, one.start + 1):
                at += 1
            at_fault = next((place for place in range(begin, at) if meant[place].owner >= 0), begin)
            while here < len(found) and found[here][0][0] < one.end:
                here += 1
        alone = inside and meant[at_fault].owner >= 0
        row += not alone
        if alone or row <= most:
            guilty.append(at_fault)
    if here < len(found):
        guilty.append(max(len(meant) - 1, 0))
    return guilty


def lost(found: Sequence[Read], meant: Sequence[Held]) -> list[int]:
    """Return the positions in ``meant`` of changed texts that no unit shows, whatever else was read."""
    starts = [span[0] for span, _ in found]

    def shown(one: Held) -> bool:
        near = range(bisect_left(starts, one.start), bisect_right(starts, one.end))
        return any(found[at][0][1] <= one.end and found[at][1] == one.says for at in near)

    return [at for at, one in enumerate(meant) if one.owner >= 0 and not shown(one)]


def uneven(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]) -> list[int]:
    """Return the positions at which two rows of groups differ."""
    width = max(len(old), len(new))
    pairs = zip([*old, *[()] * (width - len(old))], [*new, *[()] * (width - len(new))], strict=True)
    return [at for at, (before, after) in enumerate(pairs) if list(before) != list(after)]


def grouped(skeleton: Iterable[tuple[str, int]], starts: Sequence[int]) -> list[list[str]]:
    """Return the names of ``skeleton`` by the text that follows or begins with them; the last group follows all texts."""
    groups: list[list[str]] = [[] for _ in range(len(starts) + 1)]
    for name, offset in skeleton:
        groups[bisect_left(starts, offset)].append(name)
    return groups


def blamed(guilty: Iterable[int], meant: Sequence[Held], tired: Callable[[int], bool]) -> set[int]:
    """Return the owners at fault: of each text that reads wrong the changed one nearest before it, else after it.

    Those that are ``tired`` (nothing is left to try) answer only where no other is near.
    """
    owners = [one.owner for one in meant]
    fresh = _nearest([-1 if owner < 0 or tired(owner) else owner for owner in owners], _NEAR)
    others = _nearest(owners, len(owners))
    return {fresh[at] if fresh[at] >= 0 else others[at] for at in guilty if at < len(owners)} - {-1}


def _nearest(owners: Sequence[int], most: int) -> list[int]:
    """Return for each position the owner at it, before it or after it, not further than ``most``; -1 where there is none."""
    nearest = [-1] * len(owners)
    for order in (range(len(owners)), range(len(owners) - 1, -1, -1)):
        held = far = -1
        for at in order:
            held, far = (owners[at], at) if owners[at] >= 0 else (held, far)
            if nearest[at] < 0 and held >= 0 and abs(at - far) <= most:
                nearest[at] = held
    return nearest


def same_texts(texts: Iterable[tuple[Text, Place]], stored: Iterable[tuple[str, tuple[Code, ...], Span]]) -> bool:
    """Tell whether today's reading finds the units that are ``stored``: an older filter may have found others."""
    return [(text.source, text.codes, text.span) for text, _ in texts] == list(stored)
