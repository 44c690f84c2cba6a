"""One part read from its first tag to its last: its paragraphs with their items, what alternative texts it has, what it embeds.

expat tells where each element begins; what stands in a paragraph is taken by ``inline``.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from transloc.formats.docx import found as units
from transloc.formats.docx.dialect import Dialect, dialect, foreign, tables
from transloc.formats.docx.found import Context, Found, Setting, Story
from transloc.formats.docx.inline import Inline, Paragraph
from transloc.formats.docx.items import Holder
from transloc.formats.docx.parts import Part
from transloc.formats.docx.walk import Act, Attributes
from transloc.formats.docx.xml import attribute
from transloc.model import Embed

_REFERRED = re.compile(rb"\bREF\s+([^\s<\\\"]+)")
_PICTURE_FILE = re.compile(r"(?:\S+\.(?:png|jpe?g|gif|bmp|tiff?|webp|svg|emf|wmf)|https?://\S+)\Z", re.IGNORECASE)


class Reader(Inline):
    """Reads one part; ``found`` are its units in the order in which they end, ``embeds`` what holds words that no unit does.

    With ``take`` units are given away as soon as they are complete, and not held.
    """

    def __init__(self, part: Part, context: Context, take: Callable[[Found], None] | None = None) -> None:
        super().__init__(part.data)
        self.take = take
        self.part = part
        self.context = context
        self.found: list[Found] = []
        self.embeds: list[Embed] = []
        self.skeleton: list[str] = []
        self.story = Story(part.role)
        self.branches: list[list[int]] = []
        self.fallbacks = 0

    def read(self) -> None:
        """Read the part; raises InputError for what is not well-formed, nested too deeply or no WordprocessingML."""
        self.walk()
        if self.part.role in ("header", "footer") and self.story.last is not None:
            self.story.last.block = None  # these must have a paragraph too

    def rooted(self, name: str, attributes: Attributes) -> None:
        """See Walk; raises InputError for what is no WordprocessingML."""
        declared = tuple((key, value) for key, value in attributes.items() if key.startswith("xmlns"))
        self.dialect, (self.anywhere, self.inline, self.of_run, self.of_control) = _methods(name.rpartition(":")[0], declared)
        names = _REFERRED.findall(self.data) if b"REF" in self.data else ()
        referred = frozenset(name.decode("utf-8", "replace") for name in names)
        self.setting = Setting(self.part, self.context, self.dialect.prefix, referred)

    # --- blocks

    def _bone(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)

    def _begin(self, name: str, _: Attributes) -> None:
        self.skeleton.append(name)
        kept = self.paragraph, self.run
        self.paragraph, self.run = Paragraph(self.here, len(self.found)), None
        self.push(self._paragraph_ended, kept, self.inline)

    def _paragraph_ended(self, kept: tuple[Paragraph | None, Holder | None]) -> None:
        made = self.paragraph
        assert made is not None
        self.paragraph, self.run = kept
        stop = self.stop_of(made.start)
        inner = self.found[made.known :]
        nested = [one.text.span for one in inner]
        one = units.of_paragraph(self.setting, self.story, made.items, (made.start, stop), made.properties, nested)
        self.story.last = one
        self.story.picture_before = made.picture and one is None
        if one:
            self.found.append(one)
        after = one.after if one else None
        for attribute_ in inner:
            if attribute_.context == "attribute" and attribute_.after is None:
                attribute_.after = after or units.insertion(self.dialect.prefix, stop, made.properties, "", plain=False)
        if self.take and self.paragraph is None and not self.branches:
            for complete in self.found:
                self.take(complete)
            self.found.clear()
        if kept[0] is not None:
            kept[0].picture = kept[0].picture or made.picture

    def _story(self, name: str, attributes: Attributes) -> None:
        kind = name[len(self.dialect.prefix) :]
        self.skeleton.append(name)
        if kind == "txbxContent":
            self.inside.add("text box")
        kept = self.story
        self.story = kept.within(kind, attributes.get(f"{self.dialect.values}id", ""))
        self.push(self._story_ended, kept)

    def _story_ended(self, kept: Story) -> None:
        if self.story.last is not None:
            self.story.last.block = None  # a cell, a note, a text box must have a paragraph
        self.story = kept

    def _pass(self, name: str, _: Attributes) -> None:
        """Look at nothing in properties, which hold no text."""
        self.block_of(name, lambda _: None)

    def _nothing(self, _: str, __: Attributes) -> None:
        """Pass over what is no business of the text."""

    # --- what stands in things

    def _alternatives(self, _: str, __: Attributes) -> None:
        self.branches.append([])
        self.push(self._alternatives_ended)

    def _branch(self, name: str, _: Attributes) -> None:
        if self.branches:
            self.branches[-1].append(len(self.found))
        later = not self.branches or len(self.branches[-1]) > 1
        self.fallbacks += later
        self.push(self._branch_ended, later)

    def _branch_ended(self, later: bool) -> None:
        self.fallbacks -= later

    def _alternatives_ended(self, _: None) -> None:
        units.copies(self.found, self.branches.pop())

    def _alternative(self, _: str, attributes: Attributes) -> None:
        """Take alternative texts and tips, which are attributes, as units."""
        if self.paragraph is not None and self.paragraph.picture is False and "descr" in attributes:
            self.paragraph.picture = True
        for key in ("descr", "title", "alt", f"{self.dialect.values}tooltip"):
            words = attributes.get(key, "")
            if words and not _PICTURE_FILE.match(words):
                place = attribute(self.data, self.here, key)
                one = units.of_attribute(self.setting, self.story, words, place) if place else None
                if one:
                    self.found.append(one)

    def _embed(self, name: str, attributes: Attributes) -> None:
        kind = name.rpartition(":")[2]
        self.inside.update({"chart": {"chart"}, "relIds": {"diagram"}}.get(kind, set()))
        if kind in ("blip", "imagedata") and self.paragraph is not None:
            self.paragraph.picture = True
        embed = None if self.fallbacks else units.embed(self.setting, kind, attributes, lambda key: _of(attributes, key))
        if embed and embed not in self.context.embedded:
            self.context.embedded.add(embed)
            self.embeds.append(embed)


@lru_cache(maxsize=64)
def _methods(own: str, declared: tuple[tuple[str, str], ...]) -> tuple[Dialect, tuple[Mapping[str, Act], ...]]:
    """Return the dialect that a root element of the prefix ``own`` declares, and which methods of Reader take its elements."""
    found = dialect(own, declared)
    anywhere, *others = _USUAL if found.prefix == "w:" else _acts(found.prefix)
    named = {name: anywhere[usual] for name, usual in foreign(found).items()}
    return found, ({**anywhere, **named} if named else anywhere, *others)


def _acts(prefix: str) -> tuple[Mapping[str, Act], ...]:
    return tuple({element: getattr(Reader, method) for element, method in table.items()} for table in tables(prefix))


#: Made once: nearly all documents have this prefix, and to make the tables takes a tenth of reading a short one.
_USUAL = _acts("w:")


def _of(attributes: Attributes, key: str) -> str:
    """Return the value of the attribute ``key`` of a foreign namespace."""
    return next((value for name, value in attributes.items() if name.endswith(f":{key}")), "")


def read(part: Part, context: Context, take: Callable[[Found], None] | None = None) -> Reader:
    """Return the reader of ``part`` when it has read it."""
    reader = Reader(part, context, take)
    reader.read()
    if take:
        for one in reader.found:
            take(one)
    return reader
