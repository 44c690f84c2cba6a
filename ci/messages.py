"""Gathers the words of the pages into the catalogs: what is new waits there for its translation, what is gone goes.

``make messages``. Python's and the scripts' are found by the names of the functions that say them, those of templates by their tags.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir, extract_javascript
from babel.messages.pofile import read_po, write_po

from transloc.checks.explain import summary
from transloc.checks.rules import ALL

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "transloc"
LOCALE = SOURCE / "web" / "locale"

_IN_CONTEXT = ((1, "c"), 2)
_OF_DJANGO: Mapping[str, Any] = {
    **DEFAULT_KEYWORDS,
    "say": None,
    "say_many": (1, 2),
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": _IN_CONTEXT,
}


def template(file: IO[bytes], keywords: Mapping[str, Any], tags: Iterable[str], options: Mapping[str, Any]) -> Iterator[Any]:
    """Yield the words of a template: Django writes its tags as calls, which are read as those of a script."""
    from django.utils.translation.template import templatize

    yield from extract_javascript(BytesIO(templatize(file.read().decode()).encode()), keywords, tags, options)


_OF_SCRIPTS: Mapping[str, Any] = {"gettext": None, "ngettext": (1, 2), "pgettext": _IN_CONTEXT, "npgettext": ((1, "c"), 2, 3)}
_KEYWORDS = {"django": _OF_DJANGO, "djangojs": _OF_SCRIPTS}


#: What each catalog holds, and how it is found.
DOMAINS: Mapping[str, list[tuple[str, Any]]] = {
    "django": [("**.py", "python"), ("**/templates/**.html", template)],
    "djangojs": [("web/static/desk/**.min.js", "ignore"), ("web/static/desk/**.js", "javascript")],
}


_HEAD = "# What the pages say, in this language. Gathered from the code by `make messages`; the translations are written here."


def gathered(domain: str, folder: Path = SOURCE) -> Catalog:
    """Return what the code says now, without a translation, each text with the files in which it is said."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for name, line, text, _comments, context in extract_from_dir(folder, DOMAINS[domain], keywords=_KEYWORDS[domain]):
        found.add(text, None, [(name, line)], context=context)
    if domain == "django":
        for rule in sorted(ALL):  # what a rule finds, its module says
            found.add(summary(rule), None, [("checks/rules", 0)])
    return found


def path(language: str, domain: str) -> Path:
    """Return where the catalog of a language lies."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def read(language: str, domain: str) -> Catalog:
    """Return a catalog as it is kept; an empty one where there is none yet."""
    kept = path(language, domain)
    if not kept.exists():
        return Catalog(locale=language, charset="utf-8", fuzzy=False)
    with kept.open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def update(language: str, domain: str) -> int:
    """Bring a catalog up to date; return how many of its texts have no translation."""
    catalog = read(language, domain)
    catalog.update(gathered(domain), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalog.obsolete.clear()
    catalog.header_comment, catalog.project, catalog.version = _HEAD, "transloc", "1"
    catalog.msgid_bugs_address, catalog.last_translator, catalog.language_team = "", "", ""
    kept = path(language, domain)
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("wb") as file:
        write_po(file, catalog, width=0, sort_by_file=True, include_lineno=False, omit_header=False)
    return sum(not any(texts(message.string)) for message in catalog if message.id)


def texts(written: str | Iterable[str] | None) -> tuple[str, ...]:
    """Return a message's one text, or its forms for numbers."""
    return (written,) if isinstance(written, str) else tuple(written or ())


def main() -> None:
    """Update every catalog of every language that has a folder, and of those that are named."""
    languages = sorted({*sys.argv[1:], *(folder.name for folder in LOCALE.iterdir() if folder.is_dir())})
    for language in languages:
        for domain in DOMAINS:
            print(f"{path(language, domain).relative_to(ROOT)}: {update(language, domain)} to translate")  # noqa: T201 -- its output


if __name__ == "__main__":
    main()
