"""What the names of elements, classes and properties say of the text that they hold."""

import re
from collections.abc import Sequence
from functools import lru_cache

from transloc.formats.kinds import dates, wording
from transloc.model import Kind

TAGS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary", "legend"), Kind.SUBHEAD),
    **dict.fromkeys(("li", "dd", "dt"), Kind.ITEM),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(("figcaption", "caption", "figure"), Kind.CAPTION),
    "blockquote": Kind.QUOTE,
}
#: Parts of class names and properties that tell, as the last part or before a part that says nothing: ``article__photo-credit``.
_PARTS = {
    **dict.fromkeys(("caption", "figcaption", "figure", "credit", "credits", "copyright", "photographer"), Kind.CAPTION),
    **dict.fromkeys(("blockquote", "pullquote", "quote", "quotation"), Kind.QUOTE),
    **dict.fromkeys(("byline", "author", "authors", "autor", "creator", "writer"), Kind.BYLINE),
    **dict.fromkeys(("date", "datetime", "time", "published", "pubdate", "modified", "timestamp", "updated", "posted"), Kind.DATE),
    **dict.fromkeys(("lead", "lede", "intro", "standfirst", "dek", "deck", "excerpt", "chapeau", "anons"), Kind.LEDE),
    **dict.fromkeys(("kicker", "rubric", "category", "categories"), Kind.CATEGORY),
    **dict.fromkeys(("tag", "tags", "keywords", "hashtags"), Kind.TAG),
    **dict.fromkeys(("timeline", "chronology"), Kind.TIMELINE),
    **dict.fromkeys(("footnote", "footnotes", "endnote", "endnotes"), Kind.NOTE),
    "genre": Kind.GENRE,
}
#: Names that tell as a whole alone: «open-source» names no sources.
_WHOLE = {
    **dict.fromkeys(("source", "sources", "src", "articlesource", "articlesources", "postsource", "postsources"), Kind.SOURCES),
    **dict.fromkeys(("datepublished", "datemodified", "datecreated"), Kind.DATE),
    "articlesection": Kind.CATEGORY,
}
_SILENT = frozenset(
    {
        *("text", "name", "box", "block", "item", "items", "list", "link", "wrap", "wrapper", "content", "inner", "body", "container"),
        *("line", "label", "value", "info", "t", "title"),
    }
)
_PART = re.compile(r"[a-z]+(?=[A-Z])|[A-Z]?[a-z]+|[A-Z]+")
#: Parts of the names of what tells of an article, not of what the article tells: ``<ul class="post-meta">``.
_ABOUT = frozenset({"meta", "metadata", "byline", "dateline", "author", "authors"})
#: Such a name too: ``article-info``, ``post__details``.
_OF_ARTICLE, _SAID_OF_IT = frozenset({"article", "post", "entry", "news", "publication"}), frozenset({"info", "details", "data"})
#: An element is the text of an item where at most so many names stand between the two.
_WITHIN = 3
#: Names further out hold more than this text: containers of captions and quotations, and all else.
_FAR, _NEAR = 12, 6
_HOLDING = frozenset({Kind.CAPTION, Kind.QUOTE, Kind.TIMELINE, Kind.NOTE})
#: Of more parts a name is that of a utility (Tailwind, BEM gone wild).
_LONGEST_NAME = 4
_LONGEST = {
    Kind.BYLINE: wording.SHORT,
    Kind.DATE: wording.SHORT,
    Kind.CATEGORY: 60,
    Kind.TAG: 200,
    Kind.GENRE: 60,
    Kind.SOURCES: 600,
    Kind.LEDE: 1000,
    Kind.CAPTION: 1000,
}


def said(names: Sequence[str], words: str) -> Kind | None:
    """Return the kind that the nearest telling name gives to ``words``; an element of text (``li``, ``td``) gives way to a class."""
    classes, element = _telling(tuple(names[: _FAR + 2]))
    for told, plain in classes:
        if _fits(told, words, plain):
            return told
    return element


@lru_cache(4096)  # as for ``_telling``
def _about(names: tuple[str, ...]) -> bool:
    for name in names:
        parts = _parts_of(name)
        if parts & _ABOUT or (parts & _OF_ARTICLE and parts & _SAID_OF_IT):
            return True
    return False


def _parts_of(name: str) -> frozenset[str]:
    parts = frozenset(part.lower() for part in _PART.findall(name))
    return parts if len(parts) <= _LONGEST_NAME else frozenset()


def about(names: Sequence[str]) -> bool:
    """Tell whether a list is called what tells of an article: who wrote it, when it was published."""
    return _about(tuple(names[:_NEAR]))


def _of_text(names: tuple[str, ...], at: int) -> bool:
    """Tell whether a date within the item at ``at`` is of any list, so that only its place tells whether it is the article's."""
    return 0 < at <= _WITHIN and not about(names[at:]) and not any("info" in _parts_of(name) for name in names[at:_NEAR])


@lru_cache(4096)  # a page has few places, each with dozens of texts
def _telling(names: tuple[str, ...]) -> tuple[tuple[tuple[Kind, Kind | None], ...], Kind | None]:
    """Return what the classes tell, each with the element of text within, and what the elements tell where no class fits the words."""
    plain: Kind | None = None
    classes: list[tuple[Kind, Kind | None]] = []
    for at, name in enumerate(names[:_FAR]):
        kind, told = _told(name)
        if kind is None:
            if told and (at < _NEAR or told in _HOLDING):
                classes.append((told, plain))
        elif kind is Kind.ITEM or kind is Kind.CELL:
            if kind is Kind.ITEM and plain is None and _of_text(names, at):
                classes = [one for one in classes if one[0] is not Kind.DATE]
            plain = plain or kind
        elif kind is Kind.CAPTION and name.casefold() == "caption" and (len(names) == 1 or "table" in names[at + 1 : at + 3]):
            return tuple(classes), None  # what a table is called
        else:
            return tuple(classes), plain if plain and kind is Kind.QUOTE else kind
    return tuple(classes), plain


@lru_cache(4096)  # a page has few class names, each on hundreds of elements
def _told(name: str) -> tuple[Kind | None, Kind | None]:
    """Return what ``name`` tells as that of an element, and as any other."""
    if kind := TAGS.get(name.casefold()):
        return kind, None
    parts = [part.lower() for part in _PART.findall(name)]
    if name.isascii() and (kind := _WHOLE.get("".join(parts))):
        return None, kind
    while len(parts) > 1 and parts[-1] in _SILENT:
        parts.pop()
    return None, _PARTS.get(parts[-1]) if parts and len(parts) <= _LONGEST_NAME else None


def _fits(kind: Kind, words: str, plain: Kind | None) -> bool:
    if len(words) > _LONGEST.get(kind, len(words)):
        return False
    if kind is Kind.DATE:
        return any(map(str.isdigit, words)) and len(words.split()) <= 10 and not words.rstrip().endswith((".", "!", "?"))
    if kind is Kind.TIMELINE:
        return dates.prefix(words) is not None
    if kind is Kind.BYLINE:
        return len(words.split()) <= 10 and not words.rstrip().endswith((".", "!", "?"))
    if kind is Kind.LEDE:
        return plain is None and len(words.split()) >= 4
    return plain is None or kind in (Kind.TAG, Kind.CATEGORY, Kind.CAPTION, Kind.SOURCES)
