"""Units of a part before they have names: paragraphs and alternative texts, with what is needed to write them."""

from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from transloc.formats.docx.formatting import layout, link
from transloc.formats.docx.items import Item, Span, joined
from transloc.formats.docx.pairs import bookmarks, field_label, fields
from transloc.formats.docx.paragraph import Text, build, trimmed
from transloc.formats.docx.parts import Part
from transloc.formats.docx.place import Insertion
from transloc.formats.docx.styles import Styles
from transloc.formats.units import is_text
from transloc.markup import escape
from transloc.model import Embed


@dataclass(slots=True)
class Context:
    """What the parts of a document share: its styles, how its notes are numbered, what it embeds. ``every`` takes texts without letters."""

    styles: Styles = field(default_factory=Styles)
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    embedded: set[Embed] = field(default_factory=set)
    every: bool = False
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, note: str, key: str) -> int:
        """Return the number by which readers know a footnote or an endnote: they are counted as they are referred to."""
        if (note, key) not in self.numbers:
            self.counts[note] = self.numbers[note, key] = self.counts.get(note, 0) + 1
        return self.numbers[note, key]


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a unit is found: the part, the prefix of its WordprocessingML elements, the bookmarks that fields repeat."""

    part: Part
    context: Context
    prefix: str
    referred: frozenset[str]


@dataclass(slots=True)
class Story:
    """A flow of paragraphs: the body, a cell, a text box, a note. ``kind`` is the name of its element; ``last`` its last paragraph."""

    kind: str
    cell: bool = False
    note: str = ""
    last: "Found | None" = None
    picture_before: bool = False

    def within(self, kind: str, note: str = "") -> "Story":
        """Return the story of an element ``kind`` in this one."""
        if kind == "sdtContent":
            return Story(self.kind, self.cell, self.note)
        return Story(kind, kind == "tc", f"{kind} {note}" if note else "" if kind == "tc" else "text box")


@dataclass(slots=True)
class Found:
    """A unit that has no name yet. ``role`` is what its style makes of it; ``copy`` the unit that this one repeats."""

    setting: Setting
    context: str
    text: Text
    role: str = ""
    block: Span | None = None
    after: Insertion | None = None
    quote: str = ""
    note: str = ""
    cell: bool = False
    after_picture: bool = False
    copy: "Found | None" = None


def of_paragraph(setting: Setting, story: Story, items: list[Item], span: Span, properties: str, nested: list[Span]) -> Found | None:
    """Return the unit that a paragraph is, None where it holds nothing for a translator."""
    if not _worth(items, setting.context):
        return None
    plain = all(item.form == "text" for item in items)
    if not plain:
        items = _hollow(bookmarks(fields(items), setting.referred))
    low, high = trimmed(items)
    if not plain and not _worth(items[low:high], setting.context):
        return None
    text = build(items, low, high, setting.part.data, setting.context.styles.name, sorted(nested))
    shape = layout(properties)
    role = setting.context.styles.role(shape.style)
    if shape.outline >= 0 and not role:
        role = f"heading {shape.outline + 1}"
    note = "the first letter of the next paragraph, a drop cap" if shape.drop_cap else _note(setting, story)
    removable = not shape.section and (plain or (not any(item.anchored for item in items) and _closed(items)))
    return Found(
        setting=setting,
        context="runs",
        text=text,
        role=role or ("item" if shape.listed else ""),
        block=span if removable else None,
        after=insertion(setting.prefix, span[1], properties, text.base, plain=role == "title" or role.startswith(("heading", "subhead"))),
        note=note,
        cell=story.cell,
        after_picture=story.picture_before,
    )


def _worth(items: list[Item], context: Context) -> bool:
    wanted = str.strip if context.every else is_text
    return any(item.form == "text" and wanted(item.value) for item in items)


def _hollow(items: list[Item]) -> list[Item]:
    """Make one thing of elements around no text, and of simple fields around no word."""
    out: list[Item] = []
    starts: list[int] = []
    for item in items:
        out.append(item)
        if item.form == "open":
            starts.append(len(out) - 1)
        elif item.form == "close":
            at = starts.pop()
            held = out[at:]
            words = "".join(one.value for one in held if one.form == "text")
            if words.strip() and (held[0].value != "fldSimple" or is_text(words)):
                continue
            elements = [element for one in held for element in (one.elements or [one])]
            label = next((one.label for one in held[1:-1] if one.form == "empty"), held[0].label)
            out[at:] = [joined("empty", elements, label, loose=True, anchored=any(one.anchored for one in held))]
    return out


def _closed(items: list[Item]) -> bool:
    """Tell whether all marks of a paragraph that begin in it end in it, and the reverse."""
    marks: dict[str, int] = defaultdict(int)
    for item in items:
        if item.form == "mark" and not item.value.startswith("commentReference"):
            marks[item.value] += -1 if item.after else 1
            if item.value == "field":
                return False
    return not any(marks.values())


def _note(setting: Setting, story: Story) -> str:
    kind, _, number = story.note.partition(" ")
    if number and (kind, number) in setting.context.numbers:
        return f"{kind} {setting.context.numbers[kind, number]}"
    return story.note or (setting.part.role if setting.part.role in ("header", "footer") else "")


def insertion(prefix: str, offset: int, properties: str, base: str, *, plain: bool) -> Insertion:
    """Return how a paragraph is added at ``offset``; after a heading a ``plain`` one, else with the properties of its neighbour."""
    return Insertion(offset, *(_around(prefix, "", "") if plain else _around(prefix, properties, base)))


@lru_cache(maxsize=1024)
def _around(prefix: str, properties: str, base: str) -> tuple[str, str]:
    """Return what stands before and after the text of a paragraph that is added: most are alike, and one is held for all of them."""
    return f"<{prefix}p>{layout(properties).repeated}<{prefix}r>{base}", f"</{prefix}r></{prefix}p>"


def of_attribute(setting: Setting, story: Story, words: str, place: tuple[int, int, str]) -> Found | None:
    """Return the unit that an alternative text is; ``place`` is where its value lies, and in which quotation marks."""
    start, end, quote = place
    if not (words.strip() if setting.context.every else is_text(words)):
        return None
    stripped = words.strip()
    at = words.index(stripped)
    pad = words[:at], words[at + len(stripped) :]
    text = Text((start, end), escape(stripped), stripped, pad=pad)
    return Found(setting=setting, context="attribute", text=text, quote=quote, note=_note(setting, story))


def copies(found: list[Found], branches: list[int]) -> None:
    """Mark what the branches of alternate content, each beginning at one of ``branches``, repeat of the first one.

    Word writes a text box twice, for itself and for older word processors; a reader sees one of them.
    """
    if len(branches) < 2:
        return
    first: defaultdict[tuple[str, str], deque[Found]] = defaultdict(deque)
    for one in found[branches[0] : branches[1]]:
        first[one.context, one.text.source].append(one)
    for start, stop in zip(branches[1:], [*branches[2:], len(found)], strict=True):
        left = {key: deque(held) for key, held in first.items()}
        for one in found[start:stop]:
            held = left.get((one.context, one.text.source))
            if held and one.copy is None:
                one.copy = held.popleft()


def container_label(setting: Setting, kind: str, attributes: Mapping[str, str]) -> str:
    """Return the label of an element around runs; ``attributes`` are by their names without prefixes."""
    if kind == "hyperlink":
        relation = setting.part.relations.get(attributes.get("id", ""))
        return link(relation.target) if relation and relation.external else link(f"#{attributes.get('anchor', '')}")
    if kind == "fldSimple":
        return field_label(attributes.get("instr", ""))
    return {"customXml": f"tag {attributes.get('element', '')}"}.get(kind, "text direction")


_THINGS: Mapping[str, tuple[str, bool, bool]] = {
    "tab": ("tab", True, False),
    "ptab": ("tab", True, False),
    "cr": ("line break", True, False),
    "drawing": ("picture", True, True),
    "pict": ("picture", True, True),
    "object": ("embedded object", True, True),
    "AlternateContent": ("picture", True, True),
    "footnoteRef": ("note number", True, True),
    "endnoteRef": ("note number", True, True),
    "separator": ("separator", True, True),
    "continuationSeparator": ("separator", True, True),
    "sym": ("symbol", True, False),
    "pgNum": ("page number", True, False),
    "ruby": ("ruby text", False, False),
    "oMath": ("formula", False, False),
    "oMathPara": ("formula", False, False),
}


def thing(context: Context, kind: str, attributes: Mapping[str, str]) -> tuple[str, bool, bool]:
    """Return the label of a thing by itself, whether it may stand outside of a unit at its edge, and whether its paragraph must stay."""
    if kind == "br":
        what = attributes.get("type", "")
        return (f"{what} break", True, True) if what in ("page", "column") else ("line break", True, False)
    if kind in ("footnoteReference", "endnoteReference"):
        note = kind.removesuffix("Reference")
        number = context.number(note, attributes.get("id", ""))
        return f"{note} {number}", False, False
    return _THINGS.get(kind, (kind, True, True))


_EMBEDS = {"blip": "picture", "imagedata": "picture", "webVideoPr": "video"}


def embed(setting: Setting, kind: str, attributes: Mapping[str, str], of: Callable[[str], str]) -> Embed | None:
    """Return what an element embeds, None for what is not in the package and not elsewhere; ``of`` gives the id in a relationship."""
    if kind == "webVideoPr":
        return Embed("video", attributes.get("embeddedHtml", ""))
    relation = setting.part.relations.get(of("embed") or of("id") or of("dm") or of("link"))
    return Embed(_EMBEDS.get(kind, "embed"), relation.target) if relation and relation.target else None
