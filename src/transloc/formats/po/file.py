"""A PO file as read: its catalog, and beside it what other people and tools wrote, so that a rewrite loses none of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from transloc.model import Catalog


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """What an entry holds that is not ours; comments and references as whole lines, extracted comments without ``#.``.

    ``forms`` are the segment ids of a plural entry's texts, in order, and ``plural`` its ``msgid_plural``.
    """

    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    plural: str = ""


@dataclass(frozen=True, slots=True)
class Obsolete:
    """An entry that is no longer part of the article: its context (None: none), its msgid, its lines as they stand."""

    context: str | None
    source: str
    lines: tuple[str, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What must not stand twice in a file."""
        return self.context, self.source


@dataclass(frozen=True, slots=True, kw_only=True)
class PoFile:
    """``lines`` maps a segment's id to the line of its msgid, from 1; ``headers`` are all fields of the header, as written."""

    catalog: Catalog
    lines: Mapping[str, int] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    notes: Mapping[str, Notes] = field(default_factory=dict)
    preface: tuple[str, ...] = ()
    obsolete: tuple[Obsolete, ...] = ()
    tail: tuple[str, ...] = ()
