"""The article as a whole HTML document, without a look of its own: whoever takes it brings that."""

import json
import re
from html import escape

from transloc.formats.convert.values import Content, Localised
from transloc.languages import direction

#: What a byline has between a person and their town or paper.
_PLACE = re.compile(r"[,|]")
#: Letters of the first words that name a page without a headline.
_LONGEST = 70


def document(localised: Localised, content: Content) -> str:
    """Return ``content`` as a page: its head for search engines and shared links, and in its body the article."""
    locale = localised.locale
    title = content.title or _first_words(content) or localised.slug
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title>",
        *([f'<meta name="description" content="{escape(content.lede)}">'] if content.lede else []),
        f'<script type="application/ld+json">{_linked_data(localised, content)}</script>',
    ]
    header = _header(content)
    article = [*(["<header>", *header, "</header>"] if header else []), content.body]
    if localised.credit:
        article.append(f"<footer>\n<p>{escape(localised.credit)}</p>\n</footer>")
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(locale)}" dir="{direction(locale)}">',
            "<head>",
            *head,
            "</head>",
            "<body>",
            "<article>",
            *filter(None, article),
            "</article>",
            "</body>",
            "</html>\n",
        ]
    )


def _first_words(content: Content) -> str:
    """Return what a page without a headline is called in a list of pages: how its text begins. No reader takes it for a headline."""
    words = " ".join(next((block.text for block in content.blocks), content.lede).split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition(" ")[0] + "…"


def _header(content: Content) -> list[str]:
    lines = [f"<h1>{escape(content.title)}</h1>"] if content.title else []
    if content.lede:
        lines.append(f"<p>{escape(content.lede)}</p>")
    day = content.day or content.date
    moment = f' datetime="{escape(content.date)}"' if content.date else ""
    beneath = [escape(content.byline)] * bool(content.byline) + [f"<time{moment}>{escape(day)}</time>"] * bool(day)
    return [*lines, f"<p>{' · '.join(beneath)}</p>"] if beneath else lines


def _linked_data(localised: Localised, content: Content) -> str:
    """Return what schema.org calls a NewsArticle, so written that no word of it ends the script that holds it."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": content.title,
        "description": content.lede,
        "inLanguage": localised.locale,
        "datePublished": content.date,
        "author": {"@type": "Person", "name": _PLACE.split(content.byline)[0].strip() or content.byline} if content.byline else "",
        "articleSection": content.category,
        "keywords": list(content.tags),
        "image": content.picture.address if content.picture else "",
    }
    written = json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
