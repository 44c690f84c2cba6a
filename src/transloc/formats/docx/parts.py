"""Which parts of a package hold text, found as word processors do: by relationships, never by names."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from transloc.errors import InputError
from transloc.formats.docx.package import Package, is_xml
from transloc.formats.docx.xml import Start, decode, judge, scan
from transloc.wording import say

CONTENT_TYPES = "[Content_Types].xml"
#: Parts that hang on the main one and hold text to translate, in the order in which their texts follow it.
_STORIES = ("footnotes", "endnotes", "header", "footer")
_OTHERS = {
    "xl/": say("an Excel workbook"),
    "ppt/": say("a PowerPoint presentation"),
    "mimetype": say("an OpenDocument file or an e-book"),
    "META-INF/": say("a Java archive"),
}
#: The beginning of a part in which a DTD would have to stand: as a rule, and at most.
_PROLOG = (128, 1024 * 1024)
#: Nothing but a declaration before the root element, as all word processors write it.
_PLAIN_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml\s[^<>]*\?>)?\s*<[A-Za-z]")


class Relation(NamedTuple):
    """Where a relationship leads: a member of the package, or an address outside of it, which nobody fetches."""

    kind: str
    target: str
    external: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds text. ``role`` is document, footnotes, endnotes, header, footer or properties; ``data`` is in UTF-8."""

    name: str
    role: str
    data: bytes
    encoding: str
    relations: Mapping[str, Relation] = field(default_factory=dict)


class Parts:
    """The parts of one package."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._scanned: set[str] = set()
        self.names = {name.lower(): name for name in package.records}
        if CONTENT_TYPES.lower() not in self.names:
            raise self._no_docx()
        self.roots = self.relations("")
        self.main = self._first(self.roots, "officeDocument")
        if not self.main or not self._is_wordprocessing():
            raise self._no_docx()
        self.related = self.relations(self.main)
        for name in package.records:
            if is_xml(name) and name not in self._scanned:
                self._judge(name)

    def texts(self) -> Iterator[Part]:
        """Yield the parts that hold text: the document, footnotes, endnotes, headers, footers, the document's properties.

        Offsets of units count through them in this order; a later version may only add parts behind these.
        """
        yield self.part(self.main, "document", self.related)
        seen = {self.main}
        for role in _STORIES:
            for name in self._all(self.related, role):
                if name not in seen:
                    seen.add(name)
                    yield self.part(name, role)
        name = self._first(self.roots, "core-properties")
        if name and name not in seen:
            yield self.part(name, "properties", {})

    def part(self, name: str, role: str, relations: Mapping[str, Relation] | None = None) -> Part:
        """Return one part, read."""
        data, encoding = self._decoded(name)
        return Part(name, role, data, encoding, self.relations(name) if relations is None else relations)

    def styles(self) -> bytes:
        """Return the part of styles, empty where there is none."""
        name = self._first(self.related, "styles")
        return self._decoded(name)[0] if name else b""

    def others(self, kind: str) -> Iterator[Part]:
        """Yield the parts on which the main one has a relationship of this ``kind``."""
        for name in dict.fromkeys(self._all(self.related, kind)):
            yield self.part(name, kind, {})

    def relationships(self, source: str) -> str:
        """Return the name of the member that holds the relationships of a part, empty where it has none."""
        folder, base = posixpath.split(source)
        return self.names.get(posixpath.join(folder, "_rels", f"{base}.rels").lower(), "")

    def relations(self, source: str) -> dict[str, Relation]:
        """Return the relationships of a part by their ids; ``source`` is empty for those of the package."""
        folder, name = posixpath.dirname(source), self.relationships(source)
        found: dict[str, Relation] = {}

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith("Relationship"):
                external = attributes.get("TargetMode") == "External"
                target = attributes.get("Target", "")
                where = target if external else self._member(folder, target)
                found[attributes.get("Id", "")] = Relation(attributes.get("Type", "").rpartition("/")[2], where, external)

        if name:
            self._scan(name, start)
        return found

    def _member(self, folder: str, target: str) -> str:
        """Return the member that a target names, empty where there is none."""
        if plain := self.names.get((f"{folder}/{target}" if folder else target).lower()):
            return plain
        path = unquote(target.partition("#")[0])
        full = posixpath.normpath(path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path))
        return self.names.get(full.lower(), "")

    def _all(self, relations: Mapping[str, Relation], kind: str) -> list[str]:
        return [one.target for one in relations.values() if one.kind == kind and one.target and not one.external]

    def _first(self, relations: Mapping[str, Relation], kind: str) -> str:
        return next(iter(self._all(relations, kind)), "")

    def _is_wordprocessing(self) -> bool:
        """Tell whether the main part is a text document; templates and documents with macros, which nobody runs, are."""
        name, main, found = self.names[CONTENT_TYPES.lower()], self.main.lower(), []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith("Override") and attributes.get("PartName", "").lstrip("/").lower() == main:
                found.append(attributes.get("ContentType", ""))

        self._scan(name, start)
        return not found or "wordprocessingml" in found[0] or "ms-word" in found[0]

    def _no_docx(self) -> InputError:
        for start, what in _OTHERS.items():
            if any(name.startswith(start) for name in self.names):
                return self.package.wrong(say("this is {what} and no DOCX file", what=what), say("Save the text as DOCX"))
        return self.package.wrong(say("this is a ZIP archive and no DOCX file"), say("Save the text as DOCX"))

    def _judge(self, name: str) -> None:
        for size in _PROLOG:
            head = self.package.head(name, size)
            if _PLAIN_PROLOG.match(head):
                return
            with self._named(name):
                if judge(head) or len(head) < size:
                    return
        raise self.package.wrong(say("more than a million bytes stand before its root element"), say("Do not open it"))

    def _decoded(self, name: str) -> tuple[bytes, str]:
        with self._named(name):
            return decode(self.package.read(name))

    def _scan(self, name: str, start: Start) -> None:
        self._scanned.add(name)
        with self._named(name):
            scan(decode(self.package.read(name))[0], start)

    def _named(self, name: str) -> AbstractContextManager[None]:
        return named(name, self.package.path)


@contextmanager
def named(name: str, path: Path | str | None) -> Iterator[None]:
    """Give an error that has no file yet this one, and the name of the part."""
    try:
        yield
    except InputError as error:
        if error.path is None:
            error.path = path
            error.message = f"{name}: {error.message}"
        raise
