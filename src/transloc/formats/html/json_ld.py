"""JSON-LD of an article (schema.org): its language, its address and the work that it translates, spliced into the JSON as written."""

import json
from collections.abc import Iterator

from transloc.formats.html.json_tree import Node, read
from transloc.formats.localisation import Edit, Localisation, Opened

_ARTICLES = frozenset(
    {
        *("Article", "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle"),
        *("ReportageNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "BlogPosting", "LiveBlogPosting", "Report"),
        *("SatiricalArticle", "ScholarlyArticle", "SocialMediaPosting", "TechArticle"),
    }
)


def edits(page: Opened, start: int, end: int, wishes: Localisation) -> list[Edit]:
    """Return the edits for the script whose content is ``start`` to ``end``; none where it is no JSON or tells of no article."""
    root = read(page.text, start, end, strict=False)
    if root is None:
        return []
    found = next((node for node in _tops(root) if _types(node) & _ARTICLES and _this_one(node, wishes.origin)), None)
    return list(_article(found, page, wishes)) if found else []


def _tops(root: Node) -> Iterator[Node]:
    """Yield the objects that the page itself tells of: what another object holds is that one's matter."""
    for node in root.items if root.form == "array" else [root]:
        yield node
        graph = node.get("@graph")
        if graph:
            yield from graph.items


def _types(node: Node) -> set[str]:
    types = node.get("@type")
    if types is None:
        return set()
    return {types.value.rpartition("/")[2]} | {item.value for item in types.items}


def _this_one(node: Node, origin: str) -> bool:
    """Tell whether the article is the page's own: its address, where it states one, is the page's."""
    stated = {address for _, address in _addresses(node)}
    return not origin or not stated or any(_alike(address, origin) for address in stated)


def _addresses(node: Node) -> Iterator[tuple[Node, str]]:
    for key in ("url", "@id", "mainEntityOfPage"):
        found = node.get(key)
        if found and found.form == "object":
            found = found.get("@id")
        if found and found.value.startswith(("http://", "https://")):
            yield found, found.value


def _alike(address: str, origin: str) -> bool:
    return address.partition("#")[0].rstrip("/") == origin.partition("#")[0].rstrip("/")


def _article(node: Node, page: Opened, wishes: Localisation) -> Iterator[Edit]:
    new: dict[str, object] = {}
    spoken = node.get("inLanguage")
    if wishes.lang and spoken:
        yield Edit(spoken.start, spoken.end, _written(wishes.target, page))
    elif wishes.lang:
        new["inLanguage"] = wishes.target
    if wishes.canonical and wishes.origin:
        for stated, address in _addresses(node):
            if _alike(address, wishes.origin):
                _, hash_sign, part = address.partition("#")
                yield Edit(stated.start, stated.end, _written(wishes.canonical + hash_sign + part, page))
    repeated = node.get("articleBody")
    if repeated and wishes.body:
        yield Edit(repeated.start, repeated.end, _written(wishes.body, page))
    if node.get("translationOfWork") is None and (work := _work(node, wishes)):
        new["translationOfWork"] = work
    if wishes.byline and node.get("author") is None:
        new["author"] = {"@type": "Person", "name": wishes.byline}
    if wishes.date and node.get("datePublished") is None:
        new["datePublished"] = wishes.date
    yield from _inserted(node, new, page)


def _work(node: Node, wishes: Localisation) -> dict[str, str]:
    """Return what is said of the source: its ``@id`` only where the translation gets another, or the two would be one thing."""
    work = {"@type": node.words("@type") or "Article"}
    own = node.words("@id")
    if own and wishes.canonical and _alike(own, wishes.origin):
        work["@id"] = own
    if wishes.origin:
        work["url"] = wishes.origin
    if wishes.title:
        work["headline"] = wishes.title
    return {**work, "inLanguage": wishes.source} if len(work) > 1 else {}


def _inserted(node: Node, new: dict[str, object], page: Opened) -> Iterator[Edit]:
    """Yield one edit that adds members after ``@type``, parted and indented as that one is."""
    if not new:
        return
    at = next(n for n, (key, _, _) in enumerate(node.members) if key == "@type")
    _, span, value = node.members[at]
    before = node.members[at - 1][2].end if at else node.start + 1
    gap = page.text[before : span[0]].replace(",", "", 1) if at else page.text[before : span[0]]
    colon = page.text[span[1] : value.start]
    added = "".join(f",{gap}{json.dumps(key)}{colon}{_written(held, page)}" for key, held in new.items())
    yield Edit(value.end, value.end, added)


def _written(value: object, page: Opened) -> str:
    """Return ``value`` as JSON that no reader of HTML takes for a tag, and that the page's charset holds."""
    plain = json.dumps(value, ensure_ascii=False)
    return "".join(_escaped(c) if c in "<>\u2028\u2029" or page.lacks(c) else c for c in plain)


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1] if ord(character) > 0x7F else f"\\u{ord(character):04x}"
