"""From a localised article in its own format to its content: what fields say, a clean body, and the blocks of it."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from transloc import formats, markup
from transloc.formats.convert import body, inline
from transloc.formats.convert.align import Said, align
from transloc.formats.convert.days import Days
from transloc.formats.convert.places import SPOKEN_FOR, field, in_body, in_linked_data
from transloc.formats.convert.signature import signature
from transloc.formats.convert.tidy import inline as clean
from transloc.formats.convert.tidy import phrases, spoken, tidy
from transloc.formats.convert.values import Block, Content, Localised
from transloc.formats.kinds.signed import bare
from transloc.formats.units import is_text
from transloc.languages import dates
from transloc.model import Document, Kind, Unit

#: What a page writes before a category or tags.
_LABEL = re.compile(r"^[^:,]{1,40}:[\s,]*")


def read(localised: Localised) -> Content:
    """Return the content of ``localised``; raises InputError where its format has no way out into others."""
    document = formats.named(localised.document.format).parse(localised.data, localised.slug, localised.options)
    said = align(localised.document, document, localised.targets, localised.omitted)
    facts = _Facts(document, tuple(one for one in said if not one.aside and (one.source or not in_linked_data(one.unit))))
    title = localised.title or facts.one(Kind.HEADLINE, "title")
    locales = localised.locale, localised.source_locale
    signed = signature(facts.said, locales)
    byline = localised.byline or facts.byline(signed.name if signed else "")
    date = _iso(localised.date or facts.stated("date") or (signed.date if signed else ""), localised)
    days = Days(facts.said, date, locales)
    line = signed if signed and signed.repeats(byline, date) else None
    found = body.read(document, said)
    credit = [" ".join(localised.credit.split())] if localised.credit else []
    address, beside = facts.stated("address"), localised.beside

    def in_field(one: Said) -> bool:
        if signed and one is signed.said:
            return line is not None
        return _kind(one) in SPOKEN_FOR and one.unit.id not in days.apart

    repeated = facts.repeated(in_field) + credit
    tidied = tidy(found.html, said=repeated, captions=facts.all(Kind.CAPTION), address=address, beside=beside)

    def written(unit: Unit) -> str:
        return clean(inline.html(unit, found.tags), address=address, beside=beside)

    return Content(
        title=title,
        lede=facts.one(Kind.LEDE, "description"),
        byline=byline,
        date=date or _iso(days.line, localised),
        day=localised.day or days.line or (line.day if line else "") or _day(date, localised.locale),
        category=facts.category(),
        tags=facts.tags(),
        social=facts.social(),
        picture=tidied.picture,
        body=tidied.html,
        blocks=tuple(_blocks(facts.said, written, phrases(tidied.html) if document.format == "docx" else {}, credit, in_field)),
        left_out=found.left_out + tidied.left_out,
        unsaid=facts.unsaid(byline),
    )


def _iso(stated: str, localised: Localised) -> str:
    """Return a date as ISO 8601, empty where it cannot be read as one."""
    found = dates.read(stated, localised.source_locale) or dates.read(stated, localised.locale)
    return found.iso if found else ""


def _day(iso: str, locale: str) -> str:
    """Return the day of a date as readers of ``locale`` write it."""
    found = dates.read(iso[:10], locale)
    return dates.write(replace(found, short=False), locale) if found else ""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the units of an article and the metadata of its document say, the units first: they are what was translated."""

    document: Document
    said: Sequence[Said]

    def words(self, kind: Kind) -> str:
        """Return the words of the first unit of ``kind``, one of the body before one of the head."""
        found = self._of(kind)
        return next((one.words for one in found if in_body(one.unit)), found[0].words if found else "")

    def one(self, kind: Kind, name: str) -> str:
        """Return what the article says as ``kind``, or its metadata as ``name``; front matter comes first."""
        stated = self.document.metadata.get(name)
        if stated is not None and stated.origin == "front matter" and stated.value:
            return stated.value
        return self.words(kind) or self._translated(name)

    def category(self) -> str:
        """Return the article's category, without the label before it on the page («Рубрика: …»)."""
        said = self.one(Kind.CATEGORY, "category")
        return _LABEL.sub("", said) if said in self.all(Kind.CATEGORY) else said

    def byline(self, signed: str) -> str:
        """Return who the article is by, without the label before them on the page («Автор: …»).

        The name that a line of the text is ``signed`` with counts more than any field but those of front matter.
        """
        stated = self.document.metadata.get("author")
        fielded = stated is not None and stated.origin == "front matter"
        return bare(self.one(Kind.BYLINE, "author") if fielded or not signed else signed)

    def unsaid(self, byline: str) -> tuple[str, ...]:
        """Return the names of the fields that stay empty though the document states them: in the source's language."""
        said = {
            "title": self.one(Kind.HEADLINE, "title"),
            "description": self.one(Kind.LEDE, "description"),
            "author": byline,
            "category": self.category(),
            "tags": self.tags(),
        }
        return tuple(name for name, value in said.items() if not value and self.stated(name))

    def _translated(self, name: str) -> str:
        """Return what the document states as ``name`` where that is exported with the article: elsewhere nobody has translated it."""
        if name in self.document.metadata and self.document.metadata[name].origin == "headline":
            return ""  # told from a unit, which may be none of the source's headline
        stated = self.stated(name)
        return stated if not is_text(stated) or any(one.words == stated for one in self.said) else ""

    def stated(self, name: str) -> str:
        """Return what the document states of itself as ``name``."""
        return self.document.metadata[name].value if name in self.document.metadata else ""

    def all(self, kind: Kind) -> list[str]:
        """Return the words of all units of ``kind``."""
        return [one.words for one in self._of(kind)]

    def tags(self) -> tuple[str, ...]:
        """Return the article's tags, each once."""
        stated = self.document.metadata.get("tags")
        if stated and stated.origin == "front matter":
            listed = stated.value
        else:
            listed = ",".join(_listed(one) for one in self._of(Kind.TAG)) or self._translated("tags")
        return tuple(dict.fromkeys(tag for tag in map(str.strip, listed.split(",")) if any(map(str.isalnum, tag))))

    def social(self) -> tuple[tuple[str, str], ...]:
        """Return the texts for shared links that are not the title or the lede again, with the names of their fields if they have one."""
        known = {self.one(Kind.HEADLINE, "title"), self.one(Kind.LEDE, "description")}
        found = {one.words: (field(one.unit), one.words) for one in reversed(self._of(Kind.SOCIAL)) if one.words not in known}
        return tuple(reversed(found.values()))

    def repeated(self, in_field: Callable[[Said], bool]) -> list[str]:
        """Return the words of the body that are said in fields as well, as ``in_field`` tells of each unit."""
        fields = {self.one(Kind.HEADLINE, "title"), self.one(Kind.LEDE, "description")} - {""}
        return [one.words for one in self.said if in_body(one.unit) and (in_field(one) or one.words in fields)]

    def _of(self, kind: Kind) -> list[Said]:
        return [one for one in self.said if _kind(one) is kind]


def _listed(one: Said) -> str:
    """Return the tags of a unit with commas between them, without the label before them; links beside each other are a list too."""
    texts = (token.value for token in markup.parse(one.unit.source) if isinstance(token, markup.Text))
    return _LABEL.sub("", ",".join(" ".join(text.split()) for text in texts))


def _kind(one: Said) -> Kind:
    return one.source.kind if one.source else one.unit.kind


def _blocks(
    said: Iterable[Said], write: Callable[[Unit], str], known: dict[str, list[str]], credit: list[str], in_field: Callable[[Said], bool]
) -> Iterable[Block]:
    """Yield the texts of the body but for the line ``credit`` and for what is ``in_field``: said in fields of their own.

    ``write`` makes HTML of a unit; ``known`` are those whose HTML the body has already, by their words: codes of Word tell no
    address.
    """
    for one in said:
        own = one.source or one.words not in credit
        if own and in_body(one.unit) and not in_field(one) and not field(one.unit):
            source = one.source
            html = known[one.words].pop(0) if known.get(one.words) else write(one.unit)
            yield Block(source.id if source else "", _kind(one), html, spoken(html), source.note if source else "")
