"""Any HTML to the clean HTML of an article: sanitized by a library, then put in order as a tree."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from transloc.formats.convert import ruby
from transloc.formats.convert.nodes import has_data, is_element
from transloc.formats.convert.policy import PHRASES, sanitizer
from transloc.formats.convert.values import Picture
from transloc.model import Embed

if TYPE_CHECKING:
    from turbohtml import Element, Node

_EMBEDS = {"iframe": "embed", "embed": "embed", "object": "embed", "video": "video", "audio": "video", "math": "code", "svg": "picture"}
#: What holds blocks, so that loose words in it become paragraphs.
_HOLDERS = ("div", "blockquote", "figure")
#: More fields than an article has: so many are not looked for in each block.
_FIELDS = 50
#: Elements that mean something even when they are empty.
_BARE = frozenset({"br", "wbr", "hr", "img", "col", "colgroup", "td", "th", "tr", "tbody"})


class Tidied(NamedTuple):
    """Clean HTML, its first picture, and what was cut out that readers of the page see."""

    html: str
    picture: Picture | None
    left_out: tuple[Embed, ...]


def tidy(
    html: str, *, said: Collection[str] = (), captions: Collection[str] = (), address: str = "", beside: Collection[str] = ()
) -> Tidied:
    """Return ``html`` as the body of an article.

    Blocks that say no more than one of ``said`` (the headline, a byline: fields of their own) go, once each; a paragraph after a
    picture whose words are one of ``captions`` becomes its caption. Relative addresses are resolved against ``address``, but for
    those of ``beside``, which lie beside the article.
    """
    from turbohtml import Html, Indent, parse_fragment
    from turbohtml.clean import collapse_whitespace_node

    raw = parse_fragment(html, positions=False)
    left_out = tuple(_embeds(raw))
    root = sanitizer(divided=True).sanitize_node(raw)
    _addresses(root, address, beside)
    collapse_whitespace_node(root)
    _pictures(root)
    _outside_in(root)
    _paragraphs(root)
    _repeated(root, Counter(said))
    _empty(root)
    _figures(root, set(captions))
    _items(root)
    _edges(root)
    _anchors(root)
    done = root.serialize(Html(layout=Indent(2)), inner=True)
    return Tidied(sanitizer().sanitize(done).strip("\n"), _first_picture(root), left_out)


def inline(html: str, *, address: str = "", beside: Collection[str] = ()) -> str:
    """Return ``html`` as it may stand in a sentence of an article; ``address`` and ``beside`` as for ``tidy``."""
    from turbohtml import parse_fragment
    from turbohtml.clean import collapse_whitespace_node

    root = sanitizer(inline=True).sanitize_node(parse_fragment(html, positions=False))
    for link in root.select("a:not([href]), a[href^='#']"):
        link.unwrap()
    for held in root.select("[id]"):
        del held.attrs["id"]
    _addresses(root, address, beside)
    collapse_whitespace_node(root)
    return sanitizer(inline=True).sanitize(root.inner_html).strip()


def phrases(html: str) -> dict[str, list[str]]:
    """Return what stands inside the blocks of the clean ``html``, by their words without the marks of footnotes, in order."""
    from turbohtml import parse_fragment

    found: dict[str, list[str]] = {}
    for block in parse_fragment(html, positions=False).select("p, li, dt, dd, td, th, figcaption, h2, h3, h4, h5, h6"):
        inner = inline(block.inner_html)
        for mark in block.select("a[href^='#']"):
            holder = mark.parent
            (holder if holder is not None and getattr(holder, "tag", "") == "sup" else mark).extract()
        found.setdefault(words(block), []).append(inner.removesuffix(" ↑"))
    return found


def spoken(html: str) -> str:
    """Return the words of the clean phrases ``html``; a line break is one."""
    from turbohtml import PlainText, parse_fragment

    root = parse_fragment(html, positions=False)
    ruby.in_brackets(root)
    return root.to_text(PlainText()).strip()


def words(node: "Node") -> str:
    """Return what a reader reads of ``node``, white space in a row, and a line break, as one space."""
    if is_element(node) and node.select_one("br") is not None:
        return " ".join("".join(map(_text, node.descendants)).split())
    return " ".join(node.text.split())


def _text(node: "Node") -> str:
    return " " if getattr(node, "tag", "") == "br" else node.data if has_data(node) else ""


def _addresses(root: "Element", address: str, beside: Collection[str]) -> None:
    if not address.startswith(("http://", "https://")):
        return
    near = [(link, link.attrs["href"]) for link in root.select("a[href]") if link.attr("href") in beside]
    root.resolve_links(address)
    for link, written in near:
        link.attrs["href"] = written


def _embeds(root: "Element") -> Iterator[Embed]:
    for element in root.select(", ".join(_EMBEDS)):
        source = element.attr("src") or element.attr("data") or ""
        source = element.attr("data-src") or source if source in ("", "about:blank") else source
        if not source and (held := element.select_one("source[src]")):
            source = held.attr("src") or ""
        yield Embed(_EMBEDS[element.tag], source)
    for image in root.select("img"):
        address = _address(image)
        if address.startswith("data:") or not address:
            yield Embed("picture", address.partition(",")[0])
        else:
            image.attrs["src"] = address


def _address(image: "Element") -> str:
    """Return where a picture lies; pages that load pictures late name it in an attribute of their own."""
    first = (image.attr("srcset") or "").strip().partition(" ")[0]
    addresses = (image.attr("src"), image.attr("data-src"), image.attr("data-original"), first)
    return next((a for a in addresses if a and not a.startswith("data:")), image.attr("src") or "")


def _pictures(root: "Element") -> None:
    for image in root.select("img:not([src]), img[src='']"):
        image.decompose()
    for image in root.select("img:not([alt])"):
        image.attrs["alt"] = ""


def _outside_in(root: "Element") -> None:
    """Dissolve phrases that hold blocks: an unclosed tag of one paragraph is none of the next."""
    wrong: dict[Element, None] = {}
    for block in [node for node in root.descendants if is_element(node) and node.tag not in PHRASES]:
        holder = block.parent
        while holder is not None and is_element(holder) and holder.tag in PHRASES and holder not in wrong:
            wrong[holder] = None
            holder = holder.parent
    for phrase in wrong:
        phrase.unwrap()


def _paragraphs(root: "Element") -> None:
    """Make paragraphs of words that stand loose beside blocks, and dissolve what only holds others."""
    for holder in [root, *root.select(", ".join(_HOLDERS))]:
        if holder.tag != "figure" and (holder is root or holder.tag == "div" or any(_is_block(child) for child in holder.children)):
            _wrap_loose(holder)
    for division in root.select("div"):
        division.unwrap()
    for paragraph in root.select("blockquote:not(:has(p, ul, ol, table, h2, h3, h4, pre, blockquote))"):
        _wrap_loose(paragraph)


def _is_block(node: "Node") -> bool:
    tag = getattr(node, "tag", "")
    return bool(tag) and tag not in PHRASES


def _wrap_loose(holder: "Element") -> None:
    from turbohtml import Element

    run: list[Node] = []
    for child in [*holder.children, None]:
        if child is not None and not _is_block(child):
            run.append(child)
            continue
        if any(node.text.strip() or (is_element(node) and _holds_picture(node)) for node in run):
            paragraph = Element("p")
            run[0].insert_before(paragraph)
            paragraph.extend(run)
        run = []


def _holds_picture(element: "Element") -> bool:
    return element.tag == "img" or element.select_one("img") is not None


def _repeated(root: "Element", said: Counter[str]) -> None:
    for block in root.select("h2, h3, p, dt, li, figcaption") if said else ():
        text = words(block)
        spent = Counter([text]) if said[text] > 0 else _in_a_row(text, said)
        if spent:
            said -= spent
            block.decompose()


def _in_a_row(text: str, said: Counter[str]) -> Counter[str]:
    """Return those of ``said`` that, one after another, are all of the words of ``text`` (a byline and a date)."""
    spent: Counter[str] = Counter()
    if len(said) > _FIELDS:
        return spent
    while text:
        starts = [one for one in said if one and said[one] > spent[one] and text.startswith(one)]
        if not starts:
            return Counter()
        longest = max(starts, key=len)
        spent[longest] += 1
        text = text[len(longest) :].lstrip(" ·|,•—–/")
    return spent


def _empty(root: "Element") -> None:
    """Take out what holds neither words nor a picture, in one pass from the bottom up."""
    alive = set()
    for node in root.descendants:
        tag = getattr(node, "tag", "")
        if tag in ("img", "hr") or (not tag and node.text.strip()):
            holder = node.parent
            while holder is not None and holder is not root and holder not in alive:
                alive.add(holder)
                holder = holder.parent
    for element in [node for node in root.descendants if is_element(node)]:
        if element not in alive and element.tag not in _BARE:
            element.decompose()


def _figures(root: "Element", captions: set[str]) -> None:
    for paragraph in root.select("p:has(> img, > a > img)"):
        if words(paragraph):
            continue
        holder = paragraph.parent
        if holder is not None and getattr(holder, "tag", "") == "figure":
            paragraph.unwrap()
            continue
        paragraph.tag = "figure"
        following = _next(paragraph)
        if following is not None and following.tag == "p" and words(following) in captions:
            following.tag = "figcaption"
            paragraph.append(following)
    for figure in root.select("figure:not(:has(figcaption)) > p:last-child"):
        figure.tag = "figcaption"


def _next(element: "Element") -> "Element | None":
    return next((node for node in element.next_siblings if is_element(node)), None)


def _items(root: "Element") -> None:
    """Write an item that has one paragraph as its words."""
    for item in root.select("li:has(> p), dd:has(> p), td:has(> p), figcaption:has(> p)"):
        paragraphs = [child for child in item.children if getattr(child, "tag", "") == "p"]
        if len(paragraphs) == 1:
            paragraphs[0].unwrap()


def _edges(root: "Element") -> None:
    """Take the white space off the edges of blocks."""
    for block in root.select("p, li, dt, dd, td, th, figcaption, h2, h3, h4, h5, h6"):
        block.normalize()  # what stood between two texts may be gone
        children = [child for child in block.children if child.text or is_element(child)]
        if children and has_data(first := children[0]):
            first.data = first.text.lstrip()
        if children and has_data(last := children[-1]):
            last.data = last.text.rstrip()


def _anchors(root: "Element") -> None:
    """Give the targets of links within the article names of ours (note-1 …); unwrap links that lead nowhere."""
    held = {element.attr("id"): element for element in reversed(root.select("[id]"))}
    names: dict[str, str] = {}
    for link in root.select("a[href^='#']"):
        name = (link.attr("href") or "")[1:]
        if name in held:
            names.setdefault(name, f"note-{len(names) + 1}")
            link.attrs["href"] = f"#{names[name]}"
        else:
            link.unwrap()
    for link in root.select("a:not([href])"):
        link.unwrap()
    for element in root.select("[id]"):
        name = element.attr("id") or ""
        if held.get(name) is element and name in names:
            element.attrs["id"] = names[name]
        else:
            del element.attrs["id"]


def _first_picture(root: "Element") -> Picture | None:
    image = root.select_one("img")
    if image is None:
        return None
    figure = image.closest("figure")
    caption = figure.select_one("figcaption") if figure is not None else None
    return Picture(image.attr("src") or "", image.attr("alt") or "", words(caption) if caption is not None else "")
