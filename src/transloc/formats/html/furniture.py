"""What on a page is no article: told by the names of elements and by what their classes and ids say of them."""

import re
from functools import lru_cache

from transloc.formats.html.tokens import Token

_ELEMENTS = {
    "nav": "navigation",
    "form": "form",
    "menu": "menu",
    "dialog": "dialog",
    "select": "form",
    "button": "button",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "site header",
    "contentinfo": "site footer",
    "search": "search",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "menu": "menu",
    "menubar": "menu",
    "toolbar": "toolbar",
    "complementary": "sidebar",
}
#: Words of class names and ids, by what they tell; a word counts where it begins or ends a part of the name.
_WORDS = {
    "share bar": r"share|shares|sharing|sharer|social|socials|addthis|addtoany|sharedaddy|likely",
    "cookie notice": r"cookie|cookies|consent|gdpr|cmp|onetrust",
    "newsletter": r"newsletter|subscribe|subscription|subscriptions|signup|mailchimp|paywall|donate|donation",
    "comments": r"comment|comments|commentlist|disqus|respond|reply|fbcomments",
    "related links": r"related|recommended|recommendation|recommendations|readmore|read-more|read-also|more-news|most-read|mostread|popular"
    r"|trending|outbrain|taboola|teaser|teasers|promo|promos|similar|also-read|see-also|latest",
    "navigation": r"nav|navbar|navigation|menu|menus|breadcrumb|breadcrumbs|pagination|pager|paging|skip-link|skiplink|toc-toggle|sitemap",
    "advertisement": r"ad|ads|adv|advert|adverts|advertisement|advertising|adsbygoogle|banner|banners|sponsor|sponsored|dfp|gpt-ad",
    "sidebar": r"sidebar|side-bar|sidebars|rail|widget|widgets",
    "site footer": r"footer|site-footer|page-footer|colophon|copyright|imprint",
    "site header": r"site-header|page-header|masthead|topbar|top-bar|header-top|site-title|logo",
    "view counter": r"views|view-count|views-count|counter|hits|post-views",
    "search": r"search|searchform|search-form",
    "dialog": r"modal|popup|pop-up|overlay|lightbox|tooltip|dropdown|offcanvas",
    "login": r"login|log-in|signin|sign-in|account|register",
    "printing": r"print|printer|toolbar|tools|actions|noprint|no-print|screen-reader-text|sr-only|visually-hidden|visuallyhidden",
    "vote": r"rating|ratings|vote|votes|poll",
}
_NAMES = re.compile(r"(?<![a-z0-9])(?:" + "|".join(f"(?P<g{n}>{words})" for n, words in enumerate(_WORDS.values())) + r")(?![a-z0-9])")
_WHY = tuple(_WORDS)
#: Each word as far as its first hyphen. A name without one of these says nothing, which is found out many times faster.
_FIRST = frozenset(re.findall(r"(?:\A|\|)(\w+)", "|".join(_WORDS.values())))
_PART = re.compile(r"[a-z0-9]+")
#: Names of what may hold a whole article, whatever else its classes say (``<body class="has-sidebar">``).
_NEVER = frozenset(
    {"html", "body", "main", "article", "head", "h1", "p", "blockquote", "figure", "figcaption", "td", "tr", "tbody", "table"}
)
_ARTICLE = re.compile(r"articleBody|(?<![a-z])(?:article|post|entry|story)[-_]*(?:body|content|text)", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


#: How often a page was read, shared or commented on, and how long it takes: what a site counts, beside the number.
_COUNTED = re.compile(
    r"перегля|прочитал|читають|читати|читать|просмотр|хв\.?(?:\s|$)|мин\.?(?:\s|$)|поширен|коментар|комментар"
    r"|views?\b|reads?\b|min(?:ute)?s?\b|shares?\b|comments?\b|odsłon|wyświetl|komentarz|aufrufe|kommentar|lesezeit",
    re.IGNORECASE,
)
_LONGEST_COUNT = 40


def counted(source: str) -> str:
    """Return why a text without a telling name is no part of an article: a counter with its label; empty where it is none."""
    short = len(source) <= _LONGEST_COUNT and any(map(str.isdigit, source)) and source[-1:] not in ".!?…"
    return "view counter" if short and _COUNTED.search(source) else ""


def reason(token: Token) -> str:
    """Return why the element that ``token`` opens is no part of an article; empty where nothing says so."""
    if token.name in _ELEMENTS:
        return _ELEMENTS[token.name]
    if not token.attributes or token.name in _NEVER:
        return ""
    names = ""
    for key, value in token.attributes:
        if key == "hidden":
            return "hidden"
        if key == "data-nosnippet":  # what a site itself does not take for its text
            return "notice"
        if key == "role" and value.lower() in _ROLES:
            return _ROLES[value.lower()]
        if key == "style" and _HIDDEN.search(value):
            return "hidden"
        if key in ("class", "id") and value:
            names += " " + value
        if key == "itemprop" and _ARTICLE.search(value):
            return ""
    return _by_name(names) if names else ""


@lru_cache(4096)  # a page has few of them, each on many elements
def _by_name(names: str) -> str:
    if _ARTICLE.search(names):
        return ""
    parted = _CAMEL.sub("-", names).replace("_", "-").lower()
    found = None if _FIRST.isdisjoint(_PART.findall(parted)) else _NAMES.search(parted)
    return _WHY[int((found.lastgroup or "g0")[1:])] if found else ""
