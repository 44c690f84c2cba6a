"""What the page “Compare” shows: the source as it was translated beside the source of today, and drafts beside what became of them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString

from transloc.model import Catalog, Event, Segment
from transloc.steps.effort import Effort, PostEdit, effort
from transloc.store import Drafting, SourceVersion
from transloc.web import rows, shown

Labels = Mapping[str, Mapping[int, str]]
"""What the codes of each unit stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A sentence, the ``number``-th from 1; ``became`` is one of ``names.BECAME``."""

    segment: Segment
    number: int
    became: str
    source: SafeString

    @property
    def state(self) -> str:
        """How far it is, in words."""
        return rows.stands(self.segment)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow(Compared):
    """A sentence of today's source: changed (``changes`` is the word diff), new, moved or kept.

    ``old`` is the translation of the old source, which stays as a suggestion; ``event`` tells when it came about and by whom.
    """

    changes: SafeString | str = ""
    old: SafeString | str = ""
    target: SafeString | str = ""
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """A sentence that the new source has no more: its source and its translation, without codes."""

    source: str
    target: str
    event: Event


@dataclass(frozen=True, slots=True)
class Sources:
    """The source since it was translated: its rows in reading order, and what is gone."""

    rows: tuple[SourceRow, ...]
    gone: tuple[Gone, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many sentences became what; ``confirmed`` are those among the kept ones that somebody vouches for."""
        counts = Counter(row.became for row in self.rows)
        stayed = sum(row.segment.done for row in self.rows if row.became in ("kept", "moved"))
        return counts + Counter(gone=len(self.gone), confirmed=stayed)

    @property
    def differ(self) -> bool:
        """Whether anything has changed."""
        return bool(self.gone) or any(row.became != "kept" for row in self.rows)


def sources(catalog: Catalog, versions: Iterable[SourceVersion], labels: Labels) -> Sources:
    """Return what became of each sentence in all ``versions`` of the source since it was added."""
    latest: dict[str, Event] = {}
    for version in versions:
        for event in version.events:
            if not (event.action == "moved" and event.segment in latest):  # that it is new or changed says more
                latest[event.segment] = event
    told = [(number, segment) for number, segment in enumerate(catalog, 1) if not segment.added]
    now = tuple(_source_row(segment, number, latest.get(segment.id), labels.get(segment.unit, {})) for number, segment in told)
    present = {segment.id for segment in catalog}
    return Sources(
        now,
        tuple(
            Gone(shown.words(event.note), shown.words(event.before), event)
            for name, event in latest.items()
            if event.action == "gone" and name not in present
        ),
    )


def _source_row(segment: Segment, number: int, event: Event | None, codes: Mapping[int, str]) -> SourceRow:
    row = SourceRow(segment=segment, number=number, became="kept", source=shown.text(segment.source, codes), event=event)
    if segment.target:
        row = replace(row, target=shown.text(segment.target, codes))
    if segment.previous_source:
        changes = shown.changes(segment.previous_source, segment.source, codes, told=True)
        return replace(row, became="changed", changes=changes, old=shown.text(segment.suggestion, codes))
    if event and event.action in ("new", "moved"):
        return replace(row, became=event.action)
    return replace(row, event=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow(Compared):
    """A sentence with its draft and what became of it: changed, untouched, open, or none where no machine drafted it."""

    text: SafeString | str
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What a kind of draft took, in one line; ``name`` is where the drafts came from."""

    name: str
    effort: Effort

    @property
    def untouched(self) -> int:
        """Per cent of the sentences that were confirmed as they stood."""
        return round(100 * self.effort.untouched / self.effort.segments)


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of a catalog, and what people changed in them: never by person."""

    rows: tuple[DraftRow, ...]
    work: tuple[Work, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many sentences became what."""
        return Counter(row.became for row in self.rows)


def drafts(catalog: Catalog, drafted: Mapping[str, Drafting], labels: Labels) -> Drafts:
    """Return every sentence beside its draft."""
    now = tuple(
        _draft_row(segment, number, drafted.get(segment.id), labels.get(segment.unit, {})) for number, segment in enumerate(catalog, 1)
    )
    edited = (
        PostEdit(draft=drafted[one.id].text, confirmed=one.target, engine=drafted[one.id].origin)
        for one in catalog
        if one.id in drafted and one.done and one.target
    )
    return Drafts(now, tuple(Work(name, spent) for name, spent in effort(edited).by_engine.items()))


def _draft_row(segment: Segment, number: int, draft: Drafting | None, codes: Mapping[int, str]) -> DraftRow:
    if draft is None:
        became, text = "none", shown.text(segment.target, codes)
    elif draft.text == segment.target:
        became, text = "untouched" if segment.done else "open", shown.text(segment.target, codes)
    elif not segment.target and not segment.omitted:
        became, text = "open", shown.text(draft.text, codes)
    else:
        became, text = "changed", shown.changes(draft.text, segment.target, codes, told=True)
    source = shown.text(segment.source, codes)
    return DraftRow(segment=segment, number=number, became=became, source=source, text=text, origin=draft.origin if draft else "")
