"""What an entry's text, flag and comments say of a segment, and back; and who is right where they disagree.

We write a ``seal`` into the state comment: 8 hex digits of the SHA-256 of source and text. When another tool changes the text and
leaves the comment, the seal is broken, and nobody's name is put under words that they never saw. Then the fuzzy flag and the text
win over the comment (``people`` empty, ``origin`` ``po``, no time). A comment without a seal was written by hand: its state holds, and
the names in it count for nothing.

| the entry now | the comment says | read as |
|---|---|---|
| text, no flag | initial, translated; or anything, seal broken | reviewed |
| text, flag | reviewed, final | translated; the names stay where the seal is whole |
| text, flag, ``#|`` | anything but initial | initial, the text as suggestion: msgmerge found a changed source |
| text, flag | initial | initial, the text as suggestion |
| text | omitted | no longer omitted: reviewed, or translated with the flag |
| no text | translated, reviewed, final | initial |

Without a comment: no text is initial, flag and ``#|`` initial with a suggestion, flag alone translated, else reviewed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

from transloc.formats.po.comments import Mark
from transloc.model import Quotation, QuotationStatus, Segment, State, Waiver

#: Where a text comes from of which we know only the file.
ORIGIN = "po"

_DONE = (State.REVIEWED, State.FINAL)
_STATES = frozenset(State)
_STATUSES = frozenset(QuotationStatus)

#: For an omission that somebody wrote by hand and gave no reason.
_NO_REASON = "no reason given"


@dataclass(frozen=True, slots=True)
class Signs:
    """A segment as an entry shows it: ``previous`` is what ``#| msgid`` holds."""

    text: str
    fuzzy: bool
    previous: str
    marks: tuple[Mark, ...]


def seal(source: str, text: str) -> str:
    """Return what tells whether a text is still the one that the state comment speaks of."""
    return sha256(f"{source}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:8]


def signs(segment: Segment) -> Signs:
    """Return how ``segment`` is written."""
    suggested = segment.state is State.INITIAL and not segment.target and not segment.omitted
    text = segment.suggestion if suggested else segment.target
    fuzzy = _flagged(segment.state, text)
    previous = segment.previous_source if segment.state is State.INITIAL and fuzzy else ""
    marks = [] if _bare(segment) else [_state(segment, text)]
    marks += [Mark("waiver", {"rule": (w.rule,), "reason": (w.reason,), "by": (w.by,) if w.by else ()}) for w in segment.waivers]
    marks += [_quotation(quotation) for quotation in segment.quotations]
    marks += [Mark("alternative", {"text": (text,)}) for text in segment.alternatives]
    marks += _texts(segment, suggested=suggested, previous=previous)
    return Signs(text, fuzzy, previous, tuple(marks))


def segment_of(identity: Segment, signs: Signs) -> Segment:
    """Return what ``signs`` say of the segment of whose id, source and kind are in ``identity``."""
    if not signs.marks and not signs.previous:  # nothing of ours stands at most entries of other tools
        return _unsigned(identity, signs)
    states = {str(mark): mark for mark in signs.marks if mark.word == "omitted" or mark.word in _STATES}
    noted = _noted(identity, signs)
    if len(states) != 1:  # none; or two that contradict each other, after a careless merge
        return _unsigned(noted, signs)
    (mark,) = states.values()
    stated = _stated(noted, mark, signs)
    if "seal" not in mark.fields:  # somebody has written the comment by hand: a state, and nobody's word
        stated = replace(stated, people=())
    whole = mark.get("seal") == seal(identity.source, signs.text) if "seal" in mark.fields else _plausible(stated, signs)
    moved = signs.fuzzy and bool(signs.previous) and stated.state is not State.INITIAL
    if whole and not moved and signs.fuzzy == _flagged(stated.state, signs.text):
        return stated
    return _touched(stated, signs, whole=whole, moved=moved)


def unsigned(identity: str, source: str, text: str) -> Segment:
    """Return the same of an entry that holds its two texts alone, which ``_unsigned`` says of all others."""
    if not text:
        return Segment(id=identity, source=source)
    return Segment(id=identity, source=source, target=text, state=State.REVIEWED, origin=ORIGIN)


def _flagged(state: State, text: str) -> bool:
    return bool(text) and state not in _DONE


def _bare(segment: Segment) -> bool:
    """Whether there is nothing to say but the source."""
    known = segment.origin or segment.people or segment.at or segment.after or segment.omitted or segment.target or segment.suggestion
    return segment.state is State.INITIAL and bool(segment.source) and not known


def _state(segment: Segment, text: str) -> Mark:
    word, state = segment.state.value, ""
    if segment.omitted:
        word, state = "omitted", "" if segment.state is State.REVIEWED else segment.state.value
    fields = {
        "state": (state,) if state else (),
        "by": segment.people,
        "at": (_time(segment.at),) if segment.at else (),
        "origin": (segment.origin,) if segment.origin else (),
        "after": (segment.after,) if segment.after else (),
        "reason": (segment.omitted,) if segment.omitted else (),
        "seal": (seal(segment.source, text),),
    }
    return Mark(word, fields)


def _quotation(quotation: Quotation) -> Mark:
    told = {
        "status": quotation.status.value,
        "spoken": quotation.spoken_in,
        "published": quotation.published_in,
        "speaker": quotation.speaker,
        "text": quotation.text,
        "original": quotation.original,
        "url": quotation.url,
        "note": quotation.note,
    }
    span = {"span": tuple(map(str, quotation.span))}
    return Mark("quotation", {**{key: (value,) for key, value in told.items() if value}, **span})


def _quotation_of(mark: Mark, unit: str) -> Quotation:
    """Return the quotation that a comment tells; what somebody has spoilt by hand in it falls back to what is safe."""
    status, text = mark.get("status"), mark.get("text")
    span = tuple(int(item) for item in mark.fields.get("span", ()) if item.isdecimal())
    told = Quotation(
        unit=unit,
        span=(span[0], span[1]) if len(span) == 2 else (0, len(text)),
        text=text,
        speaker=mark.get("speaker"),
        spoken_in=mark.get("spoken"),
        published_in=mark.get("published"),
        url=mark.get("url"),
        original=mark.get("original"),
        note=mark.get("note"),
        status=QuotationStatus(status) if status in _STATUSES else QuotationStatus.UNRESOLVED,
    )
    return told if told.on_the_web else replace(told, url="")


def _texts(segment: Segment, *, suggested: bool, previous: str) -> Iterator[Mark]:
    if segment.correction:
        yield Mark("correction", {"text": (segment.correction,)})
    # in an initial entry this comment, even an empty one, tells that the text is no suggestion
    if not suggested and (segment.suggestion or segment.state is State.INITIAL):
        yield Mark("suggestion", {"text": (segment.suggestion,)})
    if segment.previous_source and not previous:
        yield Mark("previous", {"text": (segment.previous_source,)})


def _time(at: datetime) -> str:
    return at.isoformat() if at.tzinfo is None else at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _when(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _noted(segment: Segment, signs: Signs) -> Segment:
    texts = {mark.word: mark.get("text") for mark in signs.marks}
    return replace(
        segment,
        waivers=tuple(Waiver(m.get("rule"), m.get("reason"), m.get("by")) for m in signs.marks if m.word == "waiver"),
        quotations=tuple(_quotation_of(mark, segment.unit) for mark in signs.marks if mark.word == "quotation"),
        alternatives=tuple(mark.get("text") for mark in signs.marks if mark.word == "alternative"),
        correction=texts.get("correction", ""),
        suggestion=texts.get("suggestion", ""),
        previous_source=texts.get("previous", "") or signs.previous,
    )


def _stated(segment: Segment, mark: Mark, signs: Signs) -> Segment:
    """Return the segment as the comment has it."""
    omitted = (mark.get("reason") or _NO_REASON) if mark.word == "omitted" else ""
    word = mark.get("state", State.REVIEWED.value) if mark.word == "omitted" else mark.word
    state = State(word) if word in _STATES else State.REVIEWED
    suggested = state is State.INITIAL and not omitted and not any(m.word == "suggestion" for m in signs.marks)
    return replace(
        segment,
        state=state,
        omitted=omitted,
        target="" if suggested else signs.text,
        suggestion=signs.text if suggested else segment.suggestion,
        people=mark.fields.get("by", ()),
        at=_when(mark.get("at")),
        origin=mark.get("origin"),
        after=mark.get("after"),
    )


def _plausible(stated: Segment, signs: Signs) -> bool:
    """Whether a state comment without a seal, which somebody wrote by hand, can belong to the text."""
    return stated.state is State.INITIAL or bool(signs.text) != bool(stated.omitted)


def _unsigned(segment: Segment, signs: Signs) -> Segment:
    if not signs.text:
        return segment
    if signs.fuzzy and signs.previous:
        return replace(segment, suggestion=signs.text)
    state = State.TRANSLATED if signs.fuzzy else State.REVIEWED
    return replace(segment, state=state, target=signs.text, origin=ORIGIN)


def _touched(stated: Segment, signs: Signs, *, whole: bool, moved: bool) -> Segment:
    """Return the segment that somebody changed with a tool that does not know our comments."""
    nobody = replace(stated, people=(), at=None, origin=ORIGIN)
    if not signs.text:
        if stated.omitted:
            return stated if whole else nobody
        return replace(nobody, state=State.INITIAL, origin="")
    if moved:
        lost = replace(nobody, state=State.INITIAL, origin="", omitted="", waivers=(), target="", suggestion=signs.text)
        return replace(lost, previous_source=signs.previous)
    if not signs.fuzzy:
        suggestion = "" if stated.state is State.INITIAL and not stated.target else stated.suggestion
        return replace(nobody, state=State.REVIEWED, target=signs.text, suggestion=suggestion, omitted="")
    if stated.state is State.INITIAL and not stated.omitted:
        return replace(nobody, origin="")
    return replace(stated if whole else nobody, state=State.TRANSLATED, target=signs.text, omitted="")
