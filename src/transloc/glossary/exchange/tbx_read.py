"""TBX of any maker: the form of 2008 (``termEntry``), that of 2019 (``conceptEntry``) in both its styles, DCA and DCT.

The file is read entry by entry.
"""

from dataclasses import dataclass, field
from typing import IO

from transloc.errors import InputError
from transloc.glossary.entry import ConceptKind
from transloc.glossary.exchange.table import Cells, Table, joined, one_cell
from transloc.glossary.exchange.tbx_words import GENDERS, MARK, Standing, standing
from transloc.languages import language, normalise
from transloc.xml_stream import XmlStream

_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_INLINE = frozenset({"hi", "foreign", "ph", "bpt", "ept", "sc", "ec"})
_TOLD = ("definition", "context", "example")
_GENDERS = {name: gender for gender, name in GENDERS.items()}


@dataclass(slots=True)
class _Term:
    text: str = ""
    standing: Standing = Standing.ADMITTED


@dataclass(slots=True)
class _Entry:
    """One concept while it is read."""

    id: str
    line: int
    terms: dict[str, list[_Term]] = field(default_factory=dict)
    cells: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that has begun: ``kind`` is its data category, by its type or its own name."""

    name: str
    kind: str
    target: str
    text: list[str] = field(default_factory=list)


def read(stream: IO[bytes], path: str, wanted: tuple[str, ...] = ()) -> Table:
    """Return the table of a TBX file; of ``wanted`` languages alone, where some are named.

    Raises InputError, with the line, for broken XML, for XML that is no TBX, for entities, and for what is no language.
    """
    reader = _Reader(path, wanted)
    rows, empty = [], 0
    for entry in reader.read(stream):
        if any(term.text for terms in entry.terms.values() for term in terms):
            rows.append(_row(entry))
        else:
            empty += 1
    notes = (f"entries without a term were left out: {empty}",) if empty else ()
    return Table(tuple(reader.locales), tuple(rows), notes)


class _Reader(XmlStream[_Entry]):
    def __init__(self, path: str, wanted: tuple[str, ...]) -> None:
        super().__init__(path, kind="TBX", what="glossary", roots=("martif", "tbx"))
        self.wanted = frozenset(map(language, wanted))
        self.locales: dict[str, None] = {}
        self._stack: list[_Open] = []
        self._entry: _Entry | None = None
        self._locale = ""

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element."""
        self._stack.append(_Open(name, attributes.get("type") or name, attributes.get("target", "")))
        if name in _ENTRIES:
            self._entry = _Entry(attributes.get("id", ""), self.line)
            self._locale = ""
        elif self._entry and name in _LANGUAGES:
            self._locale = self._language(attributes.get("xml:lang", ""))
        elif self._entry and name in _TERMS and self._locale:
            self._entry.terms[self._locale].append(_Term())

    def _language(self, tag: str) -> str:
        try:
            locale = normalise(tag)
        except InputError as error:
            raise self.wrong(error.message, error.hint) from None
        if self.wanted and language(locale) not in self.wanted:
            return ""
        self.locales.setdefault(locale)
        if self._entry:
            self._entry.terms.setdefault(locale, [])
        return locale

    def said(self, data: str) -> None:
        """Take in characters of an entry."""
        if self._entry and self._stack:
            self._stack[-1].text.append(data)

    def ended(self) -> None:
        """Close an element."""
        closed = self._stack.pop()
        if self._entry is None:
            return
        text = "".join(closed.text)
        if closed.name in _INLINE and self._stack:
            self._stack[-1].text.append(text)
        elif closed.name in _ENTRIES:
            self.done.append(self._entry)
            self._entry = None
        elif closed.name in _LANGUAGES:
            self._locale = ""
        elif self._locale or not any(open_.name in _LANGUAGES for open_ in self._stack):  # a language that nobody wants is silent
            self._told(self._entry, closed, text.strip())

    def _told(self, entry: _Entry, closed: _Open, text: str) -> None:
        terms = entry.terms.get(self._locale, [])
        if closed.name == "term" and terms:
            terms[-1].text = one_cell(text)
        elif closed.kind == "administrativeStatus" and terms:
            terms[-1].standing = standing(text)
        elif closed.kind == "grammaticalGender" and text.lower() in _GENDERS:
            entry.cells.setdefault("gender", _GENDERS[text.lower()])
        elif closed.kind == "termType" and text.lower() in ("abbreviation", "acronym"):
            entry.cells.setdefault("kind", ConceptKind.ABBR.value)
        else:
            _describe(entry, closed, text)


def _describe(entry: _Entry, closed: _Open, text: str) -> None:
    """Take in what is said of the whole concept."""
    name, equals, value = text.removeprefix(MARK).partition("=")
    if closed.name == "note" and text.startswith(MARK) and equals:
        entry.cells[name] = value
    elif closed.kind == "subjectField" and text in frozenset(ConceptKind):
        entry.cells["kind"] = text
    elif closed.kind == "externalCrossReference" and closed.target:
        entry.cells.setdefault("source", closed.target)
    elif closed.kind.lower() == "translation needed":
        entry.cells |= {"translate": "no"} if text.lower() == "no" else {}
    elif closed.name == "note" and text:
        entry.told.append(text)
    elif closed.kind in (*_TOLD, "subjectField") and text:
        entry.told.append(f"{closed.kind}: {text}")


def _row(entry: _Entry) -> Cells:
    every = [term for terms in entry.terms.values() for term in terms if term.text]
    old = not any(term.standing in (Standing.PREFERRED, Standing.ADMITTED) for term in every)
    old = old and any(term.standing is Standing.SUPERSEDED for term in every)
    row: dict[str, str] = {"id": entry.id}
    for locale, terms in entry.terms.items():
        allowed = [term for term in terms if term.standing is not Standing.DEPRECATED and (old or term.standing is not Standing.SUPERSEDED)]
        allowed.sort(key=lambda term: term.standing is not Standing.PREFERRED)
        row[locale] = joined(*(term.text for term in allowed))
        row[f"{locale}.forbidden"] = joined(*(term.text for term in terms if term not in allowed))
    row |= {"status": "deprecated"} if old else {}
    row |= {"note": "; ".join(dict.fromkeys(entry.told))} if entry.told else {}
    return {name: value for name, value in (row | entry.cells).items() if value}
