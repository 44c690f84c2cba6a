"""News pages with what surrounds an article: navigation, counters, share bars, notices, scripts, related links, comments."""

import html
import json
from collections.abc import Callable, Iterator

from benchmarks.corpus.words import Words

_OPTIONAL = ("p", "li", "td", "tr")
_VOID = ("br", "img", "hr", "meta", "link", "input")


_REFERENCES: tuple[dict[str, str], ...] = (
    {},
    {"—": "&mdash;", "«": "&laquo;", "»": "&raquo;"},
    {"—": "&#8212;"},
    {" — ": "&nbsp;&mdash; "},
)


class _Hand:
    """How a page's author writes: quotes of attributes, case of tags, which end tags, which references."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.quote = words.pick.choice(('"', '"', '"', "'"))
        self.upper = words.chance(0.1)
        self.slash = words.pick.choice(("", "", " /"))
        self.closes = words.chance(0.8)
        self.references = words.pick.choice(_REFERENCES)
        self.indent = words.pick.choice(("", "  ", "\t"))

    def text(self, said: str) -> str:
        said = html.escape(said, quote=False)
        for sign, reference in self.references.items():
            said = said.replace(sign, reference)
        return said

    def tag(self, name: str, /, **attributes: str) -> str:
        name = name.upper() if self.upper else name
        written = "".join(
            f" {key.rstrip('_').replace('_', '-')}={self.quote}{html.escape(value)}{self.quote}" for key, value in attributes.items()
        )
        return f"<{name}{written}{self.slash if name.lower() in _VOID else ''}>"

    def element(self, name: str, content: str, /, **attributes: str) -> str:
        close = f"</{name.upper() if self.upper else name}>" if self.closes or name not in _OPTIONAL else ""
        return self.tag(name, **attributes) + content + close


def page(number: int, paragraphs: int) -> bytes:
    """Return a page whose article has so many paragraphs; some are in windows-1251, some with CRLF, some fragments."""
    words = Words(number)
    hand = _Hand(words)
    whole = words.chance(0.85)
    charset = words.pick.choice(("utf-8", "utf-8", "utf-8", "windows-1251")) if whole else "utf-8"
    title = words.title()
    body = list(_article(hand, title, paragraphs))
    lines = ["<!DOCTYPE html>", *_head(hand, title, charset), *_before(hand), *body, *_after(hand)] if whole else body
    newline = words.pick.choice(("\n", "\n", "\n", "\r\n"))
    text = "".join(hand.indent * (at % 3) + line.replace("\n", newline) + newline for at, line in enumerate(lines))
    return text.encode(charset, "xmlcharrefreplace")


def _head(hand: _Hand, title: str, charset: str) -> Iterator[str]:
    words = hand.words
    lede = words.sentence()
    yield hand.tag("html", lang="uk")
    yield hand.tag("head")
    yield hand.tag("meta", charset=charset)
    yield hand.element("title", hand.text(f"{title} | Наша газета"))
    yield hand.tag("meta", name="description", content=lede)
    yield hand.tag("meta", property="og:title", content=title)
    yield hand.tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    yield hand.tag("link", rel="stylesheet", href="/static/site.css?v=17")
    yield "<style>\n.share > a { color: #333 } /* колір кнопок */\n</style>"
    yield "<script>window.dataLayer = window.dataLayer || [];\nif (1 < 2 && document.title) dataLayer.push({page: 'новина'});</script>"
    stated = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "description": lede,
        "author": {"@type": "Person", "name": words.person()},
        "datePublished": "2026-11-17T09:30:00+02:00",
        "articleSection": "Політика",
    }
    written = json.dumps(stated, ensure_ascii=words.chance(0.5), indent=words.pick.choice((None, 2)))
    yield f'<script type="application/ld+json">{written}</script>'
    yield "</head>"


def _before(hand: _Hand) -> Iterator[str]:
    words = hand.words
    yield hand.tag("body", class_="article page-template")
    yield "<!-- верх сторінки -->"
    sections = enumerate(("Світ", "Політика", "Економіка"))
    links = "".join(hand.element("li", hand.element("a", hand.text(name), href=f"/{at}/")) for at, name in sections)
    yield hand.element("nav", f"<ul>{links}</ul>", class_="menu", aria_label="Головне меню")
    if words.chance(0.5):
        notice = hand.element("p", hand.text("Ми використовуємо файли cookie.")) + hand.element("button", "Гаразд")
        yield hand.element("div", notice, id="cookies")
    if words.chance(0.3):
        yield "<noscript><img src=//count.example.org/1.gif alt=лічильник></noscript>"
    yield hand.tag("main")
    yield hand.tag("article", itemscope="", itemtype="https://schema.org/NewsArticle")


def _article(hand: _Hand, title: str, paragraphs: int) -> Iterator[str]:
    words = hand.words
    yield hand.element("h1", hand.text(title), itemprop="headline")
    yield hand.element("p", hand.text(words.sentence()), class_="lede")
    yield hand.element("span", str(words.pick.randint(100, 99_999)), class_="views")
    places = hand.element("a", "Facebook", href="#fb") + " " + hand.element("a", "X", href="#x")
    yield hand.element("div", hand.text("Поділитися: ") + places, class_="share")
    date = hand.element("time", "17 листопада 2026", datetime="2026-11-17")
    yield hand.element("div", hand.text(f"{words.person()}, ") + date, class_="byline")
    for at in range(paragraphs):
        yield words.one_of(_BLOCKS)(hand, at)
    yield hand.element("p", hand.text("Джерела: ") + hand.element("a", words.medium(), href="https://example.org/source"))


def _paragraph(hand: _Hand, at: int) -> str:
    return hand.element("p", _inline(hand, hand.words.paragraph()))


def _inline(hand: _Hand, sentences: list[str]) -> str:
    words = hand.words
    written = [hand.text(sentence) for sentence in sentences]
    which = words.pick.randrange(len(written))
    head, _, rest = written[which].partition(" ")
    if words.chance(0.3) and rest:
        written[which] = f"{hand.element('a', head, href=f'/news/{words.said}', title=words.title())} {rest}"
    elif words.chance(0.3) and rest:
        written[which] = f"{hand.element(words.pick.choice(('b', 'strong', 'em', 'i')), head)} {rest}"
    return words.pick.choice((" ", "\n", f" {hand.tag('br')}\n")).join(written)


def _subhead(hand: _Hand, at: int) -> str:
    return hand.element("h2", hand.text(hand.words.title()), id=f"part-{at}")


def _figure(hand: _Hand, at: int) -> str:
    words = hand.words
    picture = hand.tag("img", src=f"/photos/{at}.jpg", alt=words.title(), width="640")
    caption = hand.element("figcaption", hand.text(f"Фото: {words.title()} / {words.person()} / EPA"))
    return hand.element("figure", f"{picture}\n{caption}")


def _quote(hand: _Hand, at: int) -> str:
    words = hand.words
    said = hand.element("p", hand.text(f"«{words.sentence().rstrip('.')}»."))
    return hand.element("blockquote", said + hand.element("p", hand.text(f"— {words.person()}, {words.medium()}")))


def _list(hand: _Hand, at: int) -> str:
    words = hand.words
    items = [hand.element("li", _inline(hand, [words.sentence()])) for _ in range(words.pick.randint(2, 5))]
    return hand.element(words.pick.choice(("ul", "ol")), "\n".join(items))


def _table(hand: _Hand, at: int) -> str:
    words = hand.words
    cells = ["".join(hand.element("td", hand.text(cell)) for cell in (words.title(), "17,5 %", "")) for _ in range(3)]
    return hand.element("table", "\n".join(hand.element("tr", row) for row in cells))


def _furniture(hand: _Hand, at: int) -> str:
    words = hand.words
    link = hand.element("a", hand.text(words.title()), href="/x?a=1&b=2")
    return words.pick.choice(
        (
            f'<iframe src="https://video.example.org/embed/{at}" title="відео"></iframe>',
            "<!-- реклама --><div class=ad data-slot=7><script>ads.push('<div>банер</div>');</script></div>",
            f"<svg viewBox='0 0 9 9'><title>{words.label()}</title><path d='M0 0L9 9'/></svg>",
            hand.element("aside", hand.element("b", hand.text(f"{words.label()}: ")) + link),
            "<pre><code>if (a &lt; b) { продовжити(); }</code></pre>",
            f"<p translate=no>{words.medium()}</p>",
            "<hr>",
        )
    )


_Block = Callable[[_Hand, int], str]
_BLOCKS: tuple[tuple[_Block, float], ...] = (
    (_paragraph, 10),
    (_subhead, 1.5),
    (_figure, 1),
    (_quote, 0.7),
    (_list, 1),
    (_table, 0.3),
    (_furniture, 1),
)


def _after(hand: _Hand) -> Iterator[str]:
    words = hand.words
    yield "</article>"
    related = "".join(hand.element("li", hand.element("a", hand.text(words.title()), href=f"/{at}")) for at in range(3))
    yield hand.element("section", hand.element("h3", "Читайте також") + f"<ul>{related}</ul>", class_="related")
    said = [hand.element("b", words.person()) + hand.element("p", hand.text(words.sentence())) for _ in range(2)]
    remarks = "".join(hand.element("div", remark) for remark in said)
    yield hand.element("section", remarks + hand.tag("input", type="text", placeholder="Ваш коментар"), id="comments")
    yield "</main>"
    yield hand.element("footer", hand.element("p", "© 2026 Наша газета. Усі права захищено."))
    yield "<script src=/static/site.js async></script>"
    yield "</body></html>"
