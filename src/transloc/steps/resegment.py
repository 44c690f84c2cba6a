"""A segment cut in two, and two neighbours made one: what the segmenter got wrong, and what a translator wants to say in one breath."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from transloc import markup, states
from transloc.checks.quotations import quoted
from transloc.errors import Refused, about
from transloc.model import Segment, State, Unit
from transloc.segmentation.seams import spans
from transloc.states import Change
from transloc.steps.assemble import found
from transloc.wording import say


def split(
    unit: Sequence[Segment], name: str, change: Change, *, at: int, target_at: int, taken: Collection[str] = ()
) -> tuple[Segment, Segment]:
    """Return the two parts of the segment ``name`` of ``unit``, cut at the offsets ``at`` of its source and ``target_at`` of its target.

    The first keeps the id, the second takes a number above all in ``unit`` and ``taken``. White space goes at the seam, and codes
    lie at it as the segmenter would lay them. A part with a target is ``translated``, else ``initial``. Raises Refused where a part
    has no words, where the codes of a target part are not those of its source, and where the table forbids it.
    """
    segment = next(one for one in unit if one.id == name)
    states.permit(segment, change)
    source = _cut(segment.source, at)
    if not all(markup.words(text).strip() for text in source):
        raise Refused(about(name, say("a part of its source would have no words")), hint=say("Set the cut between two words"))
    target = _cut(segment.target, target_at)
    broken = any(its and not markup.valid(text, its) for text, its in zip(source, target, strict=True))
    if broken and markup.valid(segment.source, segment.target):
        hint = say("Set the two cuts at the same place of the text, or move the codes first")
        raise Refused(about(name, say("the inline codes of its target would fall into other parts than those of its source")), hint=hint)
    first, second = (_part(segment, *texts, change) for texts in zip(source, target, strict=True))
    fresh = _free(segment.unit, {*taken, *(one.id for one in unit)})
    second = replace(second, id=fresh, suggestion="", previous_source="", correction="", alternatives=())
    whole = [part for one in unit for part in ((first, second) if one.id == name else (one,))]
    done = {one.id: one for one in quoted.settled(whole, segment.quotations)}
    return done[name], done[fresh]


def _part(segment: Segment, source: str, target: str, change: Change) -> Segment:
    part = replace(segment, source=source, target=target, at=change.at, waivers=())
    return replace(part, state=State.TRANSLATED) if target else replace(part, state=State.INITIAL, origin="", people=())


def merge(unit: Sequence[Segment], name: str, change: Change, whole: Unit) -> tuple[Segment, Segment]:
    """Return the segment ``name`` of ``unit`` as it stands with its follower in it, and that follower, which is gone then.

    ``whole`` is the unit in the document: the white space between the two comes back from it. Two targets are joined and
    ``translated``; where one is missing, or their codes do not fit together, what there is becomes a suggestion, and the segment is
    ``initial``. Raises Refused where nothing follows in the unit and where the table forbids it of either.
    """
    index = next(index for index, one in enumerate(unit) if one.id == name)
    if index + 1 == len(unit):
        raise Refused(about(name, say("nothing follows it in its unit")), hint=say("Only segments of one unit can be merged"))
    first, second = unit[index : index + 2]
    for one in (first, second):
        states.permit(one, change)
    gap = _gap(whole, unit, index)
    source, target = first.source + gap + second.source, first.target + gap + second.target
    stands = bool(first.target.strip() and second.target.strip()) and markup.valid(source, target)
    kept = [(one.suggestion if stands else one.target or one.suggestion) for one in (first, second)]
    moved = first.previous_source or second.previous_source
    merged = replace(
        first,
        source=source,
        target=target if stands else "",
        state=State.TRANSLATED if stands else State.INITIAL,
        origin=(first.origin or second.origin) if stands else "",
        people=_of_both(first, second, change) if stands else (),
        at=change.at,
        suggestion=(gap or " ").join(filter(None, kept)),
        previous_source=gap.join(one.previous_source or one.source for one in (first, second)) if moved else "",
        correction=first.correction or second.correction,
        waivers=(),
    )
    marks = (*first.quotations, *second.quotations)
    return quoted.settled([*unit[:index], merged, *unit[index + 2 :]], marks)[index], second


def _of_both(first: Segment, second: Segment, change: Change) -> tuple[str, ...]:
    """Return who has worked on both, else who merges them: nobody has seen the half that another wrote. A machine's text stays nobody's."""
    both = tuple(one for one in first.people if one in second.people)
    written = first.people or second.people
    return both or ((change.actor.id,) if written and change.actor else ())


def _gap(whole: Unit, unit: Sequence[Segment], index: int) -> str:
    at = start = 0
    for segment in unit[: index + 2]:
        end, start = at, found(whole, segment, at)
        at = start + len(segment.source)
    return whole.source[end:start]


def _cut(text: str, at: int) -> tuple[str, str]:
    """Return the two parts of ``text`` without the white space at the seam, one of them empty where the cut lies at an edge."""
    words = [token for token in markup.parse(text) if isinstance(token, markup.Text)]
    before = sum(max(0, min(token.end, at) - token.start) for token in words)
    parts = [text[start:end].strip() for start, end in spans(text, lambda _: [before])]
    if len(parts) == 2 and _signs(text) == [*_signs(parts[0]), *_signs(parts[1])]:
        return parts[0], parts[1]
    led = "".join(text[token.start : token.end] for token in words)[:before].strip()
    return (text.strip(), "") if led else ("", text.strip())


def _signs(text: str) -> list[tuple[markup.Form, int] | str]:
    """Return the codes and the letters of ``text``: a cut within an escaped code would make others of them."""
    tokens = markup.parse(text)
    return [sign for t in tokens for sign in ("".join(t.value.split()) if isinstance(t, markup.Text) else [t.key])]


def _free(unit: str, taken: Collection[str]) -> str:
    numbers = (name.removeprefix(f"{unit}.s") for name in taken if name.startswith(f"{unit}.s"))
    return f"{unit}.s{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"
