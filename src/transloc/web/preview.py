"""The article as it will be published: with all that stands in its catalog now, and what this person is typing laid over it."""

import re
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from threading import Lock
from typing import TYPE_CHECKING

from django.urls import reverse

from transloc import formats, markup
from transloc.checks import inline_code
from transloc.errors import Refused
from transloc.formats import FRONT_MATTER, Options
from transloc.formats.convert import Localised
from transloc.formats.convert.read import read
from transloc.formats.convert.values import Content
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.publish import credit, decide
from transloc.model import Document, Embed, Segment, Waiver
from transloc.steps.assemble import Assembled, assemble
from transloc.web import marks, pictures
from transloc.web.desk import At, Here
from transloc.web.marks import Marks

if TYPE_CHECKING:
    from turbohtml import Element

#: Pieces that are left in the source's language, one after another, before the whole is given up.
_TRIES = 8
_UNIT = re.compile(r"\b[ua][0-9a-f]{8}(?:-\d+)?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The article's fields and its body as clean HTML, with marks before and behind the sentences.

    ``faults`` tell what could not be rebuilt and stands in the source's
    language therefore. ``left_out`` is what has no place on the page.
    """

    title: str
    category: str
    lede: str
    byline: str
    day: str
    tags: tuple[str, ...]
    body: str
    credit: str
    marks: Marks
    faults: tuple[str, ...] = ()
    left_out: tuple[Embed, ...] = ()


def preview(here: Here, at: At) -> Preview:
    """Return an article as its catalog makes it, with what the person here is typing.

    Raises Refused where nothing of it can be rebuilt, in one sentence.
    """
    typed = here.newsroom.store.drafts(at.article.slug, at.catalog.target_locale, person=here.person)
    texts = {draft.segment: draft.text for draft in typed}
    place = (str(here.newsroom.project.root), at.article.slug, at.catalog.target_locale)
    as_it_stands = (at.catalog.digest, at.catalog.revision, tuple(sorted(texts.items())), _ready(here.newsroom))
    return _kept.get((place, as_it_stands), lambda: _made(here.newsroom, at, texts))


def _ready(newsroom: Newsroom) -> tuple[object, ...]:
    """Return what tells whether other articles may have become ready since: links lead to those that are."""
    return tuple((counts.article, counts.locale, *sorted(counts.states.items())) for counts in newsroom.store.progress())


def _made(newsroom: Newsroom, at: At, typed: Mapping[str, str]) -> Preview:
    article, catalog = at.article, at.catalog
    laid = [replace(segment, target=typed.get(segment.id, segment.target)) for segment in catalog]
    chosen = marks.choose(laid)
    made, data, faults = _rebuilt(article.document, [chosen.put(_whole(segment)) for segment in laid])
    going, decided = decide(newsroom, article, catalog.target_locale)
    line = credit(newsroom, article, catalog)
    content = read(
        Localised(
            slug=article.slug,
            source_locale=catalog.source_locale,
            locale=going.variant,
            document=article.document,
            data=formats.named(article.document.format).localise(data, decided.wishes, article.document.encoding),
            targets=made.targets,
            omitted=made.omitted,
            options=Options(front_matter=newsroom.project.front_matter or FRONT_MATTER),
            credit=line,
        )
    )
    address = partial(_address, article.slug, catalog.target_locale)
    picture = partial(pictures.show, root=newsroom.project.root, article=article.path, address=address)
    return _shown(content, chosen, faults, line, picture)


def _whole(segment: Segment) -> Segment:
    """Return ``segment`` so that it can be rebuilt: of a target whose codes are broken, as they are while somebody types, the words."""
    if not segment.source or not segment.target.strip() or not markup.compare(segment.source, segment.target):
        return segment
    bare = Waiver(inline_code.NAME, "shown without its codes")
    return replace(segment, target=markup.escape(markup.words(segment.target)), waivers=(*segment.waivers, bare))


def _rebuilt(document: Document, segments: list[Segment]) -> tuple[Assembled, bytes, tuple[str, ...]]:
    """Return the document with these targets; a unit that cannot be written keeps its source, and it is told why."""
    faults: list[str] = []
    while True:
        try:
            made = assemble(document, segments)
            data = formats.named(document.format).rebuild(document, made.targets, omitted=made.omitted, added=made.added)
        except Refused as refused:
            blamed = _UNIT.search(refused.message)
            spared = _spared(segments, blamed[0]) if blamed else segments
            if len(faults) == _TRIES or spared == segments:
                raise Refused(marks.drop(refused.message), hint=refused.hint) from None
            faults.append(marks.drop(str(refused)))
            segments = spared
        else:
            return made, data, tuple(faults)


def _spared(segments: list[Segment], unit: str) -> list[Segment]:
    """Return ``segments`` without what was added behind ``unit``, or, where nothing was, with its source in the place of its targets."""
    without = [segment for segment in segments if segment.after != unit]
    if without != segments:
        return without
    return [replace(segment, target="", omitted="") if segment.unit == unit else segment for segment in segments]


def _shown(content: Content, chosen: Marks, faults: tuple[str, ...], line: str, picture: Callable[["Element"], None]) -> Preview:
    from turbohtml import parse_fragment

    root = parse_fragment(content.body, positions=False)
    for element in root.select("*"):
        for name, value in list(element.attrs.items()):
            element.attrs[name] = marks.drop(value) if isinstance(value, str) else value
    for image in root.select("img"):
        picture(image)
    for link in root.select("a[href]"):
        _tame(link)
    return Preview(
        title=escape(content.title),
        category=escape(content.category),
        lede=escape(content.lede),
        byline=escape(content.byline),
        day=escape(content.day or content.date),
        tags=tuple(map(escape, content.tags)),
        body=root.inner_html,
        credit=escape(line),
        marks=chosen,
        faults=faults,
        left_out=content.left_out,
    )


def _tame(link: "Element") -> None:
    """Make a link tell where it leads, and lead nowhere: a page that is being read is not left by a slip."""
    from turbohtml import Element

    address = link.attr("href") or ""
    if not address.startswith("#"):
        link.wrap(Element("span", {"class": "link", "title": address}))
        link.unwrap()


def _address(slug: str, locale: str, name: str) -> str:
    return reverse("picture", args=(slug, locale, name))


class _Cache:
    """The latest few previews: a page that is read, and its frame, ask for the same one again and again."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._made: OrderedDict[Hashable, Preview] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Preview]) -> Preview:
        """Return what is kept under ``key``, made where nothing is."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            while len(self._made) > self._size:
                self._made.popitem(last=False)
        return made


_kept = _Cache(8)
