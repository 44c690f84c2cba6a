"""Glossaries on DeepL's server: known by their content, never changed once made, and none touched that others made.

Why an article has one of its own, with the terms that stand in it: docs/decisions/engines.md.
"""

import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from transloc.engines import terms
from transloc.engines.deepl.connection import Connection, Gone, NoRoom, Refused
from transloc.engines.deepl.tongues import dictionary
from transloc.engines.engine import Note
from transloc.errors import EngineError
from transloc.glossary.pairs import Pairs

if TYPE_CHECKING:
    from deepl.api_data import MultilingualGlossaryInfo

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A glossary on the server. ``made``: it is new there; ``replaced``: one of ours that had to go for it; ``refused``: why not."""

    name: str
    made: bool = False
    replaced: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A glossary by its name: the languages and the entries of its one dictionary."""

    name: str
    pair: tuple[str, str]
    entries: dict[str, str]


class _Unwanted(Exception):
    """Why a glossary cannot be used; the texts are translated all the same."""


class Glossaries:
    """What ``connection`` leads to."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._used: dict[str, tuple[str | None, tuple[Note, ...]]] = {}

    def use(self, pairs: Pairs, source: str, target: str, call: Callable[[str | None], _Result]) -> tuple[_Result, tuple[Note, ...]]:
        """Return what ``call`` returns with the id of a glossary of ``pairs`` (None where there can be none), and notes.

        Where somebody replaced it since, as another run on a free account may, it is made again, and ``call`` is called once more.
        """
        kept, notes = terms.entries(pairs)
        if not kept:
            return call(None), notes
        pair = dictionary(source, target)
        wanted = _Wanted(terms.name(kept, *pair, run=True), pair, kept)
        found, more = self._find(wanted)
        try:
            return call(found), (*notes, *more)
        except Gone:
            if found is None:
                raise
            with self._lock:
                self._used.clear()
            found, more = self._find(wanted)
            return call(found), (*notes, *more)

    def keep(self, pairs: Pairs, source: str, target: str, *, dry: bool) -> Kept:
        """Bring ``pairs`` to the server for good, where they are not there yet; with ``dry`` tell only what would be done."""
        kept, _ = terms.entries(pairs)
        pair = dictionary(source, target)
        wanted = _Wanted(terms.name(kept, *pair), pair, kept)
        found, ours = self._listed(wanted)
        if found or dry:
            return Kept(name=wanted.name, made=not found)
        try:
            _, replaced = self._make(wanted, ours)
        except _Unwanted as refused:
            return Kept(name=wanted.name, refused=str(refused))
        return Kept(name=wanted.name, made=True, replaced=replaced)

    def tidy(self) -> None:
        """Remove the glossaries of this run; one that cannot be removed now is replaced when room is needed."""
        with self._lock:
            used = [glossary for glossary, _ in self._used.values() if glossary]
            self._used.clear()
        for glossary in used:
            with suppress(EngineError):
                self._delete(glossary, once=True)

    def _delete(self, glossary: str, *, once: bool = False) -> None:
        self._connection.call(lambda client: client.delete_multilingual_glossary(glossary), once=once)

    def _find(self, wanted: _Wanted) -> tuple[str | None, tuple[Note, ...]]:
        with self._lock:  # threads that want the same one wait for it, so that it is made once
            if wanted.name not in self._used:
                self._used[wanted.name] = self._find_or_make(wanted)
            return self._used[wanted.name]

    def _find_or_make(self, wanted: _Wanted) -> tuple[str | None, tuple[Note, ...]]:
        found, ours = self._listed(wanted)
        if found:
            return found, ()
        try:
            return self._make(wanted, ours)[0], ()
        except _Unwanted as refused:
            return None, (Note(f"DeepL translated without the glossary: {refused}"),)

    def _listed(self, wanted: _Wanted) -> "tuple[str | None, list[MultilingualGlossaryInfo]]":
        """Return the id of the wanted glossary, if it is there, and all of ours: those of runs first, and the oldest first."""
        listed = self._connection.call(lambda client: client.list_multilingual_glossaries())
        ours = sorted((g for g in listed if terms.ours(g.name)), key=lambda g: (not terms.of_a_run(g.name), g.creation_time))
        return next((g.glossary_id for g in ours if g.name == wanted.name and _holds(g, wanted)), None), ours

    def _make(self, wanted: _Wanted, ours: Sequence["MultilingualGlossaryInfo"]) -> tuple[str, str]:
        """Return the id of a new glossary, and the name of the one of ours that had to go for it, if any."""
        from deepl.api_data import MultilingualGlossaryDictionaryEntries

        entries = MultilingualGlossaryDictionaryEntries(*wanted.pair, wanted.entries)
        replaced = ""
        for old in (*ours[:1], None):
            try:
                made = self._connection.call(lambda client: client.create_multilingual_glossary(wanted.name, [entries]))
            except NoRoom:
                if old is None:
                    raise _Unwanted("the account has no room for one more, and those there were not made by transloc") from None
                self._delete(old.glossary_id)
                replaced = old.name
            except Refused as refused:
                raise _Unwanted(refused.message) from None
            else:
                return made.glossary_id, replaced
        raise AssertionError("the last round returns or raises")


def _holds(glossary: "MultilingualGlossaryInfo", wanted: _Wanted) -> bool:
    held = ((d.source_lang.lower(), d.target_lang.lower(), d.entry_count) for d in glossary.dictionaries)
    return (*wanted.pair, len(wanted.entries)) in held
