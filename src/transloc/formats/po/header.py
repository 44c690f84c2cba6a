"""The header of a PO file: the catalog's own fields, and everybody else's beside them."""

import json
import re
from collections.abc import Mapping

from transloc.formats.po.comments import quote
from transloc.formats.po.text import quoted
from transloc.model import Catalog

ARTICLE = "X-Transloc-Article"
DIGEST = "X-Transloc-Digest"
GLOSSARY = "X-Transloc-Glossary"
SOURCE = "X-Source-Language"
TARGET = "Language"

_ENCODING = {"MIME-Version": "1.0", "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
_TAG = re.compile(r"[A-Za-z0-9-]*")

# Where a gettext locale says in its modifier what BCP 47 says with a script.
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva"}


def fields(text: str) -> dict[str, str]:
    """Return the fields of a header's text; a line without a colon goes on with the field before it."""
    found: dict[str, str] = {}
    name = ""
    for line in text.split("\n"):
        before, colon, after = line.partition(":")
        if colon:
            name = before.strip()
            found[name] = after.strip()
        elif name and line.strip():
            found[name] += f"\n{line.strip()}"
    return found


def catalog(headers: Mapping[str, str]) -> Catalog:
    """Return the empty catalog that ``headers`` speak of."""
    given = {name.lower(): value for name, value in headers.items()}
    article, digest, glossary = (_value(given.get(name.lower(), "")) for name in (ARTICLE, DIGEST, GLOSSARY))
    source, target = (_locale(given.get(name.lower(), "")) for name in (SOURCE, TARGET))
    return Catalog(article=article, source_locale=source, target_locale=target, digest=digest, glossary=glossary)


def locale(tag: str) -> str:
    """Return the BCP 47 tag for a gettext locale: ``en_GB.UTF-8`` is ``en-GB``, ``sr@latin`` is ``sr-Latn``."""
    tag, _, modifier = tag.partition("@")
    language, *rest = tag.partition(".")[0].replace("_", "-").split("-")
    extra = [_SCRIPTS[modifier]] if modifier in _SCRIPTS else []
    return "-".join([language, *extra, *rest])


def lines(catalog: Catalog, foreign: Mapping[str, str]) -> list[str]:
    """Return the header's lines: ours first, in one order, then the others as they stood, so that the same catalog gives the same bytes."""
    ours = {
        **_ENCODING,
        TARGET: _tag(catalog.target_locale),
        SOURCE: _tag(catalog.source_locale),
        ARTICLE: _written(catalog.article),
        DIGEST: _written(catalog.digest),
    }
    if catalog.glossary:
        ours[GLOSSARY] = _written(catalog.glossary)
    known = {name.lower() for name in (*ours, GLOSSARY)}
    others = {name: value for name, value in foreign.items() if name.lower() not in known}
    return ['msgid ""', 'msgstr ""', *(quoted(f"{name}: {value}\n") for name, value in {**ours, **others}.items())]


def _locale(value: str) -> str:
    return _value(value) if value.startswith('"') else locale(value)


def _tag(tag: str) -> str:
    return tag if _TAG.fullmatch(tag) else quote(tag)


def _written(value: str) -> str:
    return value if value.isprintable() and value == value.strip() and not value.startswith('"') else quote(value)


def _value(text: str) -> str:
    try:
        return str(json.loads(text)) if text.startswith('"') else text
    except ValueError:
        return text
