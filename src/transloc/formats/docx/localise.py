"""A DOCX states its new language: in the language of its text and of its properties, and in its links; and who it is by, and when."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from transloc.formats.docx import properties
from transloc.formats.docx.package import Package
from transloc.formats.docx.parts import Part, Parts, named
from transloc.formats.docx.write import texts
from transloc.formats.docx.xml import attribute, decode, encode, escape, escape_attribute, local, parse, parser, tag_end
from transloc.formats.localisation import Localisation

_LANGUAGES = frozenset({"val", "eastAsia", "bidi"})


#: Properties with all that they need: few documents without one declare its namespaces.
_PROPERTIES = {
    "creator": '<dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{}</dc:creator>',
    "created": '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:type="dcterms:W3CDTF">{}</dcterms:created>',
}


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def localise(data: bytes, wishes: Localisation) -> bytes:
    """Return the document with what ``wishes`` asks for.

    That is ``w:lang``, ``dc:language``, external links, the mark of those not translated, and in the properties a byline and a date.
    """
    package = Package(data)
    parts = Parts(package)
    changed: dict[str, bytes] = {}
    for part in [*parts.texts(), *parts.others("styles")]:
        with named(part.name, None):
            edits = [*_languages(part, wishes), *_marks(part, wishes), *(_facts(part, wishes) if part.role == "properties" else ())]
        if edits:
            changed[part.name] = encode(_spliced(part.data, edits), part.encoding)
        rels = parts.relationships(part.name)
        if rels and wishes.links and part.role != "styles":
            whole, encoding = decode(package.read(rels))
            if led := [*_links(whole, wishes.links)]:
                changed[rels] = encode(_spliced(whole, led), encoding)
    return package.written(changed) if changed else data


def addresses(data: bytes) -> tuple[str, ...]:
    """Return the addresses that the links of a document lead to, each once."""
    found = (relation.target for part in Parts(Package(data)).texts() for relation in part.relations.values() if _leads(relation.kind))
    return tuple(dict.fromkeys(filter(None, found)))


def _leads(kind: str) -> bool:
    return kind == "hyperlink"


def _spliced(data: bytes, edits: list[_Edit]) -> bytes:
    out, at = [], 0
    for edit in sorted(edits):
        out += [data[at : edit.start], edit.text.encode()]
        at = edit.end
    return b"".join([*out, data[at:]])


def _scan(data: bytes, start: Callable[[str, Mapping[str, str], int], None], end: Callable[[str, int], None] | None = None) -> None:
    made = parser()
    made.StartElementHandler = lambda name, attributes: start(name, attributes, made.CurrentByteIndex)
    if end is not None:
        made.EndElementHandler = lambda name: end(name, made.CurrentByteIndex)
    parse(made, data)


def _languages(part: Part, wishes: Localisation) -> Iterator[_Edit]:
    edits: list[_Edit] = []

    def start(name: str, attributes: Mapping[str, str], at: int) -> None:
        if name.endswith(":lang"):
            for key, value in attributes.items():
                place = attribute(part.data, at, key) if local(key) in _LANGUAGES and wishes.renamed(value) else None
                if place:
                    edits.append(_Edit(place[0], place[1], wishes.renamed(value)))
        elif local(name) == "language" and part.role == "properties":
            begin = tag_end(part.data, at)
            stop = part.data.find(b"<", begin)
            if new := wishes.renamed(part.data[begin:stop].decode()):
                edits.append(_Edit(begin, stop, new))

    if wishes.lang and b"lang" in part.data:
        _scan(part.data, start)
    yield from edits


def _facts(part: Part, wishes: Localisation) -> Iterator[_Edit]:
    """Yield the byline and the date that somebody gives at export, where no property states them."""
    found = properties.read(part)
    for name, value in (("creator", wishes.byline), ("created", wishes.date)):
        start, end = found.elements.get(name, (found.end, found.end))
        if value and start >= 0 and not found.stated(name):
            yield _Edit(start, end, _PROPERTIES[name].format(escape(value)))


def _links(data: bytes, links: Mapping[str, str]) -> Iterator[_Edit]:
    edits: list[_Edit] = []

    def start(_: str, attributes: Mapping[str, str], at: int) -> None:
        new = links.get(attributes.get("Target", "")) if attributes.get("TargetMode") == "External" else None
        place = attribute(data, at, "Target") if new else None
        if place and new:
            edits.append(_Edit(place[0], place[1], escape_attribute(new, place[2])))

    _scan(data, start)
    yield from edits


def _marks(part: Part, wishes: Localisation) -> Iterator[_Edit]:
    """Yield the mark at the end of the text of links to what is not translated, formatted as its last run."""
    lost = {key for key, one in part.relations.items() if _leads(one.kind) and one.target in wishes.untranslated}
    edits: list[_Edit] = []
    open_: list[str] = []
    last = ""

    def start(name: str, attributes: Mapping[str, str], at: int) -> None:
        nonlocal last
        if local(name) == "hyperlink":
            open_.append(next((value for key, value in attributes.items() if local(key) == "id" and value in lost), ""))
            last = ""
        elif local(name) == "rPr" and open_:
            close = part.data.find(f"</{name}>".encode(), at)
            last = part.data[at : close + len(name) + 3].decode() if close > at else ""

    def end(name: str, at: int) -> None:
        if local(name) == "hyperlink" and open_.pop():
            prefix = name[: len(name) - len("hyperlink")]
            edits.append(_Edit(at, at, f"<{prefix}r>{last}{texts(wishes.mark, prefix)}</{prefix}r>"))

    if lost and wishes.mark:
        _scan(part.data, start, end)
    yield from edits
