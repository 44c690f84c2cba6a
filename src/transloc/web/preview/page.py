"""The article as it will be published: with all that stands in its catalog now, and what somebody is typing laid over it."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import get_language

from transloc import formats, markup
from transloc.checks.rules import inline_code
from transloc.errors import Refused
from transloc.formats import FRONT_MATTER, Options
from transloc.formats.convert import Localised
from transloc.formats.convert.read import read
from transloc.jobs.newsroom import Newsroom
from transloc.jobs.publish import credit, decide
from transloc.model import Document, Embed, Segment, Waiver
from transloc.project import Project
from transloc.steps.assemble import Assembled, assemble
from transloc.steps.printed import printed
from transloc.store.values import Draft
from transloc.web.desk import At, Here
from transloc.web.preview import marks, pictures
from transloc.web.preview.marks import Marks
from transloc.web.preview.patch import patched
from transloc.web.recent import Recent
from transloc.web.spoken import said, sentence

if TYPE_CHECKING:
    from turbohtml import Element

#: Pieces that are left in the source's language, one after another, before the whole is given up.
_TRIES = 8
_UNIT = re.compile(r"\b[ua][0-9a-f]{8}(?:-\d+)?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The article's fields and its body as clean HTML, with marks before and behind the sentences, which say ``texts`` by segment id.

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
    texts: Mapping[str, str]
    faults: tuple[str, ...] = ()
    left_out: tuple[Embed, ...] = ()


def preview(here: Here, at: At, drafts: Iterable[Draft] = ()) -> Preview:
    """Return an article as its catalog makes it, with ``drafts`` in the place of what is saved.

    Raises Refused where nothing of it can be rebuilt, in one sentence.
    """
    texts = {draft.segment: draft.text for draft in drafts}
    typing = tuple(replace(segment, target=texts.get(segment.id, segment.target)) for segment in at.catalog)
    laid = list(printed(replace(at.catalog, segments=typing)))
    project, place = here.newsroom.project, (at.article.slug, at.catalog.target_locale)
    frame = (
        get_language(),
        project.root,
        at.catalog.digest,
        _ready(here.newsroom, at.article.slug),
        tuple((one.id, one.source, one.omitted, one.waivers) for one in laid),
    )
    known = _kept.get(place)
    before = known.preview if known and known.project is project and known.frame == frame else None
    now = before and patched(before, laid, _texts(laid))
    made = now or _made(here.newsroom, at, laid)
    _kept.put(place, _Kept(project, frame, made))
    return made


def _texts(segments: Iterable[Segment]) -> dict[str, str]:
    return {segment.id: segment.target if segment.target.strip() else segment.source for segment in segments}


def _ready(newsroom: Newsroom, slug: str) -> tuple[object, ...]:
    """Return what tells whether articles other than ``slug`` may have become ready since: links lead to those that are."""
    counts = newsroom.store.progress()
    return tuple((one.article, one.locale, *sorted(one.states.items())) for one in counts if one.article != slug)


def _made(newsroom: Newsroom, at: At, laid: list[Segment]) -> Preview:
    article, catalog = at.article, at.catalog
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
            beside=decided.beside,
        )
    )
    address = partial(_address, article.slug, catalog.target_locale)
    picture = partial(pictures.show, root=newsroom.project.root, article=article.path, address=address)
    return Preview(
        title=escape(content.title),
        category=escape(content.category),
        lede=escape(content.lede),
        byline=escape(content.byline),
        day=escape(content.day or content.date),
        tags=tuple(map(escape, content.tags)),
        body=_shown(content.body, picture),
        credit=escape(line),
        marks=chosen,
        texts=_texts(laid),
        faults=faults,
        left_out=content.left_out,
    )


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
                raise Refused(marks.drop(said(refused.message)), hint=said(refused.hint)) from None
            faults.append(marks.drop(sentence(refused)))
            segments = spared
        else:
            return made, data, tuple(faults)


def _spared(segments: list[Segment], unit: str) -> list[Segment]:
    """Return ``segments`` without what was added behind ``unit``, or, where nothing was, with its source in the place of its targets."""
    without = [segment for segment in segments if segment.after != unit]
    if without != segments:
        return without
    return [replace(segment, target="", omitted="") if segment.unit == unit else segment for segment in segments]


def _shown(body: str, picture: Callable[["Element"], None]) -> str:
    from turbohtml import parse_fragment

    root = parse_fragment(body, positions=False)
    for element in root.select("*"):
        for name, value in list(element.attrs.items()):
            element.attrs[name] = marks.drop(value) if isinstance(value, str) else value
    for image in root.select("img"):
        picture(image)
    for link in root.select("a[href]"):
        _tame(link)
    return root.inner_html


def _tame(link: "Element") -> None:
    """Make a link tell where it leads, and lead nowhere: a page that is being read is not left by a slip."""
    from turbohtml import Element

    address = link.attr("href") or ""
    if not address.startswith("#"):
        link.wrap(Element("span", {"class": "link", "title": address}))
        link.unwrap()


def _address(slug: str, locale: str, name: str) -> str:
    return reverse("picture", args=(slug, locale, name))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The latest preview of a catalog; it can be brought up to date while ``frame`` is the same."""

    project: Project
    frame: Hashable
    preview: Preview


_kept: Recent[tuple[str, str], _Kept] = Recent(8)
