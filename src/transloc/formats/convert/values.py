"""What a conversion takes, what it gives, and the article between the two."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from transloc.formats.format import Options
from transloc.model import Document, Embed, Kind


class Beside(NamedTuple):
    """A translated article that lies beside this one: ``name`` is its slug there, ``path`` the file that it came as.

    ``rest`` is what follows in a link to it (``#part``), ``address`` that of its page, empty where that is not known.
    """

    name: str
    path: str
    rest: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Localised:
    """A localised article: ``data`` are its bytes as exported in its own format, ``document`` is the source that it came from.

    ``targets`` and ``omitted`` tell, by the ids of the source's units, what the export made of them. ``name`` is the slug that
    the article is published under; ``byline``, ``date`` (ISO 8601) and ``day`` (the date as readers read it) overrule what the
    article itself states. ``origins`` counts segments by where their translation came from. ``beside`` tells which links of
    ``data``, as written there, lead to files of other articles.
    """

    slug: str
    source_locale: str
    locale: str
    document: Document
    data: bytes
    targets: Mapping[str, str] = field(default_factory=dict)
    omitted: Set[str] = frozenset()
    options: Options = Options()
    title: str = ""
    name: str = ""
    byline: str = ""
    date: str = ""
    day: str = ""
    credit: str = ""
    reviewed: bool = True
    untranslated: int = 0
    origins: Mapping[str, int] = field(default_factory=dict)
    beside: Mapping[str, Beside] = field(default_factory=dict)
    report: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the article's body. ``id`` is that of the source's unit, empty for a text that was added for foreign readers."""

    id: str
    kind: Kind
    html: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The first picture of an article."""

    address: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The article and nothing else. ``body`` is clean HTML without what the other fields say; ``left_out`` is what it lacks.

    ``date`` is ISO 8601 or empty, ``day`` what readers read. ``social`` are texts for shared links, by the name of their field.
    """

    title: str
    lede: str = ""
    byline: str = ""
    date: str = ""
    day: str = ""
    category: str = ""
    tags: tuple[str, ...] = ()
    social: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None
    body: str = ""
    blocks: tuple[Block, ...] = ()
    left_out: tuple[Embed, ...] = ()
    unsaid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Converted:
    """The bytes of each kind that was asked for, and what of the article stands in none of them.

    ``unsaid`` names the fields left empty because the page states them in the source's language only. ``empty``: the article has
    no body (a page that is made of frames).
    """

    files: Mapping[str, bytes]
    left_out: tuple[Embed, ...] = ()
    unsaid: tuple[str, ...] = ()
    empty: bool = False
