"""A DOCX as a Document: all parts read, their units named, told apart by kind, and the copies of copies found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from transloc import markup
from transloc.errors import InputError
from transloc.formats import kinds
from transloc.formats.docx import place, properties, reading, styles
from transloc.formats.docx.found import Context, Found, Setting
from transloc.formats.docx.items import Span
from transloc.formats.docx.package import Package
from transloc.formats.docx.paragraph import Text
from transloc.formats.docx.parts import Part, Parts, named
from transloc.formats.docx.place import Copy, Insertion, Place
from transloc.formats.units import ENDLESS, MAX_CHARACTERS, Namer, is_text, most_units
from transloc.markup import escape
from transloc.model import Embed, Kind, Stated, Unit
from transloc.wording import say

_ROLES = {
    "title": Kind.SUBHEAD,
    "subhead": Kind.SUBHEAD,
    "lede": Kind.LEDE,
    "caption": Kind.CAPTION,
    "byline": Kind.BYLINE,
    "date": Kind.DATE,
}
#: The properties that are translated: the field of an article that each is, and its kind.
_PROPERTIES = {
    "title": ("title", Kind.SOCIAL),
    "description": ("description", Kind.SOCIAL),
    "creator": ("author", Kind.BYLINE),
    "subject": ("category", Kind.CATEGORY),
    "category": ("category", Kind.CATEGORY),
    "keywords": ("keywords", Kind.TAG),
}
#: What a line of the text states.
_SEEN = {Kind.BYLINE: "author", Kind.DATE: "date"}
#: A bold line that is longer is no heading.
_LONGEST_HEADING = 150
#: A category, a byline, a date may stand above a headline; after more text a heading is one of many.
_KICKERS = 2


@dataclass(slots=True)
class Reading:
    """What the parts of a package came to."""

    units: tuple[Unit, ...] = ()
    metadata: dict[str, Stated] = field(default_factory=dict)
    embeds: tuple[Embed, ...] = ()


def read(package: Package, fields: Iterable[str]) -> Reading:
    """Read ``package``; ``fields`` are the properties that are translated. Raises InputError with the part that cannot be read."""
    parts = Parts(package)
    with named("styles", package.path):
        context = Context(styles=styles.read(data) if (data := parts.styles()) else styles.Styles())
    made = _Article(frozenset(fields))
    for part in parts.texts():
        with named(part.name, package.path):
            made.take(part, context)
    units = made.units(package)
    return Reading(units, made.metadata(units), tuple(made.embeds))


class _Article:
    """Takes part after part."""

    def __init__(self, fields: frozenset[str]) -> None:
        self.fields = fields
        self.found: list[tuple[int, Found]] = []
        self.embeds: list[Embed] = []
        self.stated: dict[str, Stated] = {}
        self.size = 0
        self.headline: Found | None = None

    def take(self, part: Part, context: Context) -> None:
        """Read one part."""
        if part.role == "properties":
            self._properties(part, context)
        else:
            self._story(part, context)
        self.size += len(part.data)

    def _story(self, part: Part, context: Context) -> None:
        held: list[Found] = []
        most = most_units(self.size + len(part.data)) - len(self.found)

        def keep(one: Found) -> None:
            if len(held) == most:
                raise InputError(say("it has more units than can be held"), hint=say("Cut the document in parts"))
            held.append(one)

        reader = reading.read(part, context, keep)
        held.sort(key=lambda one: (one.text.span[0], -one.text.span[1]))
        if part.role == "document":
            self.headline = _headline(held)
        self.found += [(self.size, one) for one in held]
        self.embeds += reader.embeds

    def _properties(self, part: Part, context: Context) -> None:
        found = properties.read(part)
        self.stated = found.metadata()
        for name, value in found.values.items():
            key, words = _PROPERTIES.get(name, ("", Kind.SOCIAL))[0], value.strip()
            if key in self.fields and is_text(words) and not properties.unasked(words):
                one = Found(Setting(part, context, "", frozenset()), "property", Text(found.spans[name], escape(words), words), note=name)
                one.copy = self.headline if name == "title" and self.headline and self.headline.text.words == words else None
                self.found.append((self.size, one))

    def metadata(self, units: Iterable[Unit]) -> dict[str, Stated]:
        """Return what the document states: its text is to be believed before its properties, which programs fill in."""
        lines = [unit for unit in units if unit.kind in _SEEN and not _told(unit)]
        seen = {_SEEN[unit.kind]: Stated(markup.words(unit.source), "text", 0.8) for unit in reversed(lines)}  # the first of a kind counts
        title = {"title": Stated(self.headline.text.words, "headline")} if self.headline else {}
        return {**self.stated, **seen, **title}

    def units(self, package: Package) -> tuple[Unit, ...]:
        """Return the units in document order; raises InputError for one of more than a million characters."""
        namer = Namer()
        originals = [_original(one) for _, one in self.found]
        ids = {id(one): namer.name(one.text.source) for (_, one), original in zip(self.found, originals, strict=True) if one is original}
        parents = self._parents()
        copies: defaultdict[int, list[Copy]] = defaultdict(list)
        for (base, one), original, parent in zip(self.found, originals, parents, strict=True):
            if one is not original:
                copies[id(original)].append(_copy(base, one, ids[id(_original(parent))] if parent else ""))
        units: list[Unit] = []
        for (base, one), original, parent in zip(self.found, originals, parents, strict=True):
            if len(one.text.source) > MAX_CHARACTERS:
                where = say("{name}: {message}", name=one.setting.part.name, message=ENDLESS[0])
                raise InputError(where, path=package.path, hint=say("Cut it into paragraphs, or is this an article?"))
            if one is original:
                kind = _kind(one, headline=one is self.headline)
                one.text.codes = [namer.same(code) for code in one.text.codes]
                units.append(_unit(base, one, ids[id(one)], kind, ids[id(_original(parent))] if parent else "", copies.get(id(one), ())))
        return kinds.settled(units)

    def _parents(self) -> list[Found | None]:
        """Return for each text the one that it lies in."""
        parents: list[Found | None] = []
        open_: list[tuple[int, Found]] = []
        for base, one in self.found:
            while open_ and open_[-1][0] <= one.text.span[0] + base:
                open_.pop()
            parents.append(open_[-1][1] if open_ else None)
            open_.append((one.text.span[1] + base, one))
        return parents


def _told(unit: Unit) -> bool:
    """Tell whether a unit is a property: its text is known already."""
    return place.read(unit.syntax).context == "property"


def _original(one: Found) -> Found:
    while one.copy:
        one = one.copy
    return one


def _unit(base: int, one: Found, own: str, kind: Kind, parent: str, copies: Iterable[Copy]) -> Unit:
    return Unit(
        id=own,
        kind=kind,
        source=one.text.source,
        span=_moved(one.text.span, base),
        codes=tuple(one.text.codes),
        syntax=place.written(_place(one, base, tuple(copies))),
        parent=parent,
        block=_moved(one.block, base) if one.block else None,
        note=one.note,
    )


def _copy(base: int, one: Found, parent: str) -> Copy:
    return Copy(
        span=_moved(one.text.span, base),
        place=_place(one, base),
        codes=tuple(one.text.codes),
        block=_moved(one.block, base) if one.block else None,
        parent=parent,
    )


def _moved(span: Span, base: int) -> Span:
    return span[0] + base, span[1] + base


def _place(one: Found, base: int, copies: tuple[Copy, ...] = ()) -> Place:
    text, after = one.text, one.after
    return Place(
        context=one.context,
        part=one.setting.part.name,
        prefix=one.setting.prefix,
        base=text.base,
        bases=text.bases,
        lead=text.lead,
        tail=text.tail,
        pad=text.pad,
        quote=one.quote,
        held=tuple((number, offset, start + base, end + base) for number, offset, start, end in text.held),
        after=Insertion(after.offset + base, after.lead, after.tail) if after else None,
        copies=copies,
    )


def _headline(found: list[Found]) -> Found | None:
    """Return the headline among the units of the main part: by style, else a bold first line."""
    texts = [one for one in found if one.context == "runs" and not one.copy]
    for role, reach in (("title", len(texts)), ("heading 1", _KICKERS + 1)):
        for one in texts[:reach]:
            if one.role == role:
                return one
    first = texts[0] if texts else None
    return first if first and not first.cell and _bold_line(first) else None


def _bold_line(one: Found) -> bool:
    """Tell whether a paragraph is one short bold line, as people make headings without styles."""
    uniform = all(code.close != "" for code in one.text.codes)
    return one.text.bold and uniform and not one.role and len(one.text.words) <= _LONGEST_HEADING and one.text.words[-1] not in ".,:;…"


def _kind(one: Found, *, headline: bool) -> Kind:
    if headline:
        return Kind.HEADLINE
    if one.context == "attribute":
        return Kind.ATTRIBUTE
    if one.context == "property":
        return _PROPERTIES[one.note][1]
    if one.setting.part.role in ("footnotes", "endnotes"):
        return Kind.NOTE
    if one.role in _ROLES:
        return _ROLES[one.role]
    if one.role.startswith("heading"):
        return Kind.SUBHEAD
    holders = {"item": ("item",), "quote": ("quote",), "note": ("footnote",)}.get(one.role, ())
    spot = kinds.Place(
        block="cell" if one.cell else "paragraph",
        holders=holders,
        after_picture=one.after_picture and not one.role,
        emphasised=one.text.italic,
    )
    kind = kinds.of_block(spot, one.text.words)
    return Kind.SUBHEAD if kind is Kind.PARAGRAPH and _bold_line(one) else kind
