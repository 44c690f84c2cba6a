"""What the checks ask of CLDR for the languages of this newsroom, kept as data: to load it through Babel takes a tenth of their start.

``cldr.json`` has it by locale; ``python -m benchmarks.keep_cldr`` makes the file from the Babel that is installed, and a test tells when
the two differ. Babel answers for all other locales.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from transloc.languages import cldr

#: The locales that are kept.
LOCALES = ("uk", "en", "en-GB", "en-US", "pl", "de")
_WIDTHS = {"wide": "wide", "short": "abbreviated"}


class Asked(NamedTuple):
    """``months`` and ``weekdays`` lead from ``wide`` and ``short`` to names, in small letters with their points, each with its number.

    ``order`` has the fields of a short date, one letter each: ``dMy``, ``Mdy``.
    ``decimal`` is the mark before tenths, ``group`` that between thousands, in Latin digits. ``called`` is the name of the language in
    itself, empty where CLDR does not know it.
    """

    months: dict[str, list[tuple[str, int]]]
    weekdays: dict[str, list[tuple[str, int]]]
    order: str
    decimal: str
    group: str
    called: str


@cache
def of(locale: str) -> Asked:
    """Return what CLDR says of ``locale``, and of English where it does not know it."""
    return Asked(**_kept()[locale]) if locale in LOCALES else ask(locale)


@cache
def _kept() -> dict[str, dict[str, Any]]:
    read: dict[str, dict[str, Any]] = json.loads(files(__package__).joinpath("cldr.json").read_text(encoding="utf-8"))
    return read


def ask(locale: str) -> Asked:
    """Return what Babel says of ``locale``."""
    from babel import Locale

    found = cldr(locale)
    known = Locale.parse(found if found != "root" else "en")
    months, weekdays = ({kept: _listed(tables, width) for kept, width in _WIDTHS.items()} for tables in (known.months, known.days))
    order = "".join(dict.fromkeys(re.findall("[dMy]", Locale.parse(found).date_formats["short"].pattern)))
    symbols = known.number_symbols["latn"]
    return Asked(months, weekdays, order, symbols["decimal"], symbols["group"], known.languages[known.language] if found != "root" else "")


def _listed(tables: Mapping[str, Any], width: str) -> list[tuple[str, int]]:
    listed = {(name.lower(), number) for form in ("stand-alone", "format") for number, name in tables[form][width].items()}
    return sorted((one for one in listed if any(map(str.isalpha, one[0]))), key=lambda one: (one[1], one[0]))
