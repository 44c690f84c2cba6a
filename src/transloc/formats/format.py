"""What every document format offers: bytes in, a Document out, and the bytes back with other words."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from transloc.formats.localisation import Localisation
from transloc.model import Document

#: Keys of front matter whose values are words for readers; compared without regard to case, at any depth.
FRONT_MATTER = (
    *("title", "headline", "linktitle", "seo_title", "meta_title", "og_title", "social_title"),
    *("description", "excerpt", "summary", "lede", "lead", "deck", "dek", "standfirst", "teaser", "intro", "abstract"),
    *("subtitle", "subheading", "subhead", "kicker"),
    *("social_description", "seo_description", "meta_description", "og_description"),
    *("caption", "figcaption", "image_caption", "image_figcaption", "photo_caption", "hero_caption", "cover_caption"),
    *("alt", "image_alt", "hero_alt", "photo_alt", "cover_alt", "image_title", "image_description"),
    *("author", "byline"),
    *("category", "categories", "tag", "tags", "keywords"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a reader may decide.

    ``front_matter`` are the keys of front matter that are translated; ``whole_page`` takes all text of a saved page for the
    article, its furniture too.
    """

    front_matter: tuple[str, ...] = FRONT_MATTER
    whole_page: bool = False


class Format(Protocol):
    """One document format."""

    name: str

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """Return the units of ``data``; raises InputError, naming ``path`` and the line, for what is no such document."""
        ...

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """Return the document with the texts of ``targets`` (unit id → text with inline codes) in place of its own.

        A unit without a target, or whose target equals its source, keeps its bytes. ``omitted`` units disappear with their
        block; the texts of ``added`` (unit id → target-only texts) become blocks of their own after that unit. Works from
        the value alone. Raises Refused, naming the unit, where a text cannot be written without changing the structure.
        """
        ...

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """Return the rebuilt document ``data`` with what ``wishes`` asks for, every other byte as it is.

        ``encoding`` is the document's own; empty: it is found out anew. A format that has no place for a wish leaves it.
        """
        ...
