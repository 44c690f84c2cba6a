"""What an article that goes out in another language states beside its words, and how a format writes it: edits on the bytes."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from transloc.formats.decode import decode, encode, lacks, text_of
from transloc.formats.references import unescape
from transloc.languages import direction, language

#: A letter or a digit outside of markup: what makes the content of a link words.
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Localisation:
    """What is to be written; what is empty is left as the source has it.

    ``source`` and ``target`` are full locales; ``lang`` tells whether the language is stated anew. ``links`` maps addresses as
    written in the source to those of the translations; the text of a link to one of ``untranslated`` gets ``mark`` (“ (in
    Ukrainian)”). ``alternates`` are (hreflang, address), ``canonical`` is the article's own new address, ``origin`` that of the
    source and ``title`` its headline. ``byline`` and ``date`` (ISO 8601) are stated where the source states none. ``body`` is the
    article's text in the target's language, blank lines between its blocks, for a place that repeats it.
    """

    source: str
    target: str
    lang: bool = True
    links: Mapping[str, str] = field(default_factory=dict)
    untranslated: frozenset[str] = frozenset()
    mark: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    canonical: str = ""
    origin: str = ""
    title: str = ""
    json_ld: bool = True
    slug: str = ""
    byline: str = ""
    date: str = ""
    body: str = ""

    @property
    def direction(self) -> str:
        """The direction in which the target is read: ``ltr`` or ``rtl``."""
        return direction(self.target)

    def renamed(self, tag: str) -> str:
        """Return the target as ``tag`` names the source (``uk``, ``uk-UA``, ``uk_UA``); empty where it names another language."""
        if not self.lang or not tag.strip() or language(tag.strip()) != language(self.source):
            return ""
        return self.target.replace("-", "_") if "_" in tag else self.target


class Edit(NamedTuple):
    """What replaces ``start`` to ``end`` of a text."""

    start: int
    end: int
    text: str


class Opened(NamedTuple):
    """The decoded text of exported bytes, and the encoding for the way back."""

    text: str
    encoding: str

    def lacks(self, character: str) -> bool:
        """Tell whether the charset has no place for ``character``."""
        return lacks(self.encoding, character)

    def spliced(self, edits: Iterable[Edit]) -> bytes:
        """Return the bytes with ``edits`` made; of two that overlap the first counts."""
        written, at = [], 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):
            if edit.start >= at:
                written += [self.text[at : edit.start], edit.text]
                at = edit.end
        return encode("".join(written) + self.text[at:], self.encoding)


def opened(data: bytes, encoding: str) -> Opened:
    """Return the text of ``data``, which was written in ``encoding``; empty: it tells its own."""
    if encoding:
        return Opened(text_of(data, encoding), encoding)
    return Opened(*decode(data))


def has_words(markup: str) -> bool:
    """Tell whether a stretch of HTML or Markdown holds words for a reader, and not a picture alone."""
    return any(map(str.isalnum, unescape(_TAG.sub("", markup))))


def referenced(words: str, page: Opened) -> str:
    """Return ``words`` with numeric references for the characters that the charset lacks."""
    if words.isascii():
        return words
    return "".join(f"&#{ord(c)};" if page.lacks(c) else c for c in words)
