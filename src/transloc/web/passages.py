"""The article cut into its blocks for reading: each with its sentences as links to their rows, and what the margin says beside it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe

from transloc import markup
from transloc.formats.convert.nodes import is_element
from transloc.model import Catalog, Finding, Segment, Waiver
from transloc.states import unwaived
from transloc.store.values import Comment
from transloc.web.preview import Preview

if TYPE_CHECKING:
    from turbohtml import Element, Node


def plain(segment: Segment, first: str = "") -> str:
    """Return the words of a text of ``segment``, without codes: of ``first``, else of its source, else of its target."""
    return " ".join(markup.words(first or segment.source or segment.target).split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands in the margin for one sentence: ``waived`` are findings that somebody let pass, with the reason."""

    segment: Segment
    findings: tuple[Finding, ...] = ()
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def says(self) -> str:
        """The words of the target, or of the source where nobody has translated it."""
        return plain(self.segment, self.segment.target)

    @property
    def noted(self) -> bool:
        """Whether there is more to tell than how far it is."""
        segment = self.segment
        return bool(self.findings or self.waived or self.comments or segment.omitted or segment.added or segment.correction)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of the article: its sentences in order, and the ``source`` of its units; without ``html`` it stands on no page."""

    html: SafeString
    sentences: tuple[Sentence, ...]
    source: tuple[str, ...] = ()

    @property
    def unconfirmed(self) -> int:
        """How many of its sentences nobody vouches for."""
        return sum(not sentence.segment.done for sentence in self.sentences)

    @property
    def omitted(self) -> bool:
        """Whether all of it was left out on purpose."""
        return all(sentence.segment.omitted for sentence in self.sentences)


def cut(preview: Preview, catalog: Catalog, about: Mapping[str, Sentence], rows: str) -> tuple[Passage, ...]:
    """Return the passages of an article in reading order, and last those texts that stand on no page (a picture's, a shared link's).

    ``rows`` is what the addresses of the segments' rows begin with. What was left out on purpose is told beside the passage before it.
    """
    root = _tree(preview)
    for anchor in root.select("a"):
        _renamed(anchor)
    for begin in root.select("span[data-segment]"):
        _linked(begin, about, rows)
    for end in root.select("span[data-end]"):
        end.extract()
    blocks = [(mark_safe(block.html), _ids(block)) for block in list(root.children) if is_element(block)]  # noqa: S308 -- cleaned
    placed = {segment for _, ids in blocks for segment in ids}
    beside = _silent(catalog, placed)
    passages = [_passage(html, [*ids, *(silent for one in ids for silent in beside.pop(one, ()))], about) for html, ids in blocks]
    rest = [segment for segment in catalog if segment.id not in placed and not segment.omitted]
    omitted = [_passage(SafeString(), ids, about) for ids in beside.values()]
    return (*omitted, *passages, *(_passage(SafeString(), [segment.id], about) for segment in rest))


def bare(about: Mapping[str, Sentence]) -> tuple[Passage, ...]:
    """Return one passage for each segment, without a page: for an article that cannot be rebuilt."""
    return tuple(_passage(SafeString(), [name], about) for name in about)


def _tree(preview: Preview) -> "Element":
    from turbohtml import parse_fragment

    fill = preview.marks.filler(lambda segment: f'<span data-segment="{escape(segment)}"></span>', "<span data-end></span>")
    beneath = " · ".join(filter(None, (preview.byline, preview.day)))
    parts = (
        ("p", "category", preview.category),
        ("h2", "headline", preview.title),
        ("p", "lede", preview.lede),
        ("p", "byline", beneath),
    )
    head = "".join(f'<{tag} class="{name}">{html}</{tag}>' for tag, name, html in parts if html)
    tags = "".join(f"<li>{tag}</li>" for tag in preview.tags)
    foot = f'<ul class="tags">{tags}</ul>' if tags else ""
    return parse_fragment(fill(head + preview.body + foot), positions=False)


def _renamed(anchor: "Element") -> None:
    """Make a link of the article a plain phrase: here the sentence itself is the link."""
    from turbohtml import Element

    anchor.wrap(Element("span", {"class": "link"}))
    anchor.unwrap()


def _linked(begin: "Element", about: Mapping[str, Sentence], rows: str) -> None:
    """Make what stands between ``begin`` and its end a link; where a code reaches over the end, as far as its own block's text goes."""
    from turbohtml import Element

    name = begin.attr("data-segment") or ""
    run: list[Node] = []
    for node in begin.next_siblings:
        if is_element(node) and (node.attr("data-end") is not None or node.attr("data-segment")):
            break
        run.append(node)
    state = "sentence" if name in about and about[name].segment.done else "sentence unreviewed"
    begin.extract()
    if not any(node.text.strip() for node in run):  # a picture alone
        return
    anchor = Element("a", {"class": state, "data-segment": name, "href": f"{rows}{name}/"})
    run[0].wrap_siblings(anchor, until=run[-1])


def _ids(block: "Element") -> list[str]:
    own = [block] if block.attr("data-segment") else []
    return [element.attr("data-segment") or "" for element in (*own, *block.select("[data-segment]"))]


def _silent(catalog: Catalog, placed: set[str]) -> dict[str, list[str]]:
    """Return what was left out on purpose, by the sentence on the page that it would have followed; “”: by none."""
    found: dict[str, list[str]] = {}
    before = ""
    for segment in catalog:
        before = segment.id if segment.id in placed else before
        if segment.omitted:
            found.setdefault(before, []).append(segment.id)
    return found


def _passage(html: SafeString, ids: Sequence[str], about: Mapping[str, Sentence]) -> Passage:
    sentences = tuple(about[name] for name in dict.fromkeys(ids) if name in about)
    units: dict[str, list[str]] = {}
    for sentence in sentences:
        units.setdefault(sentence.segment.unit, []).append(markup.words(sentence.segment.source))
    return Passage(html, sentences, tuple(" ".join(filter(None, said)) for said in units.values() if any(said)))


def about(catalog: Catalog, findings: Mapping[str, tuple[Finding, ...]], comments: Iterable[Comment]) -> dict[str, Sentence]:
    """Return what is to be told of each segment, by id."""
    told: dict[str, list[Comment]] = {}
    for comment in comments:
        told.setdefault(comment.segment, []).append(comment)
    return {segment.id: _sentence(segment, findings.get(segment.id, ()), told.get(segment.id, ())) for segment in catalog}


def _sentence(segment: Segment, findings: Sequence[Finding], comments: Sequence[Comment]) -> Sentence:
    waivers = {waiver.rule: waiver for waiver in segment.waivers}
    return Sentence(
        segment,
        findings=unwaived(segment, findings),
        waived=tuple((finding, waivers[finding.rule]) for finding in findings if finding.rule in waivers),
        comments=tuple(comments),
    )
