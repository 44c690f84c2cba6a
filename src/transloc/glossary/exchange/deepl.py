"""Lists for DeepL: CSV without a header, two columns for one pair of languages, four where each row names its own.

``source,target`` and ``source,target,source language,target language``, as its website and its API take and give them.
"""

import csv
import io
from collections import Counter

from transloc.errors import InputError
from transloc.glossary.entry import Glossary
from transloc.glossary.exchange.pair_list import languages_of, left_out, risky
from transloc.glossary.exchange.table import Cells, Table, Written, joined, one_cell
from transloc.glossary.pairs import select, usable
from transloc.glossary.sheet import Row, plain, read_sheet
from transloc.languages import language, normalise

#: DeepL's own code, where it is not the language's.
_CODES = {"no": "nb"}


def read(data: bytes, path: str, source: str, target: str) -> Table:
    """Return the table of a list; ``source`` and ``target`` name the languages of two columns, and are not needed with four."""
    rows = [row for row in read_sheet(data, path).rows if not row.blank]
    pairs = [pair for at, row in enumerate(rows) if (pair := _pair(row, path, source, target, first=at == 0))]
    cells: dict[tuple[str, str], dict[str, str]] = {}
    for word, wanted, from_locale, to_locale in pairs:
        row = cells.setdefault((from_locale, word), {from_locale: word})
        row[to_locale] = joined(row.get(to_locale, ""), wanted)
    locales = dict.fromkeys((*(pair[2] for pair in pairs), *(pair[3] for pair in pairs)))
    wide = sum(any(cell.strip() for cell in row.values[4:]) for row in rows)
    notes = (f"what stands behind the fourth column was left out, in {wide} rows",) if wide else ()
    made: tuple[Cells, ...] = tuple(cells.values())
    return Table(tuple(locales) or languages_of(path, source, target), made, notes)


def _pair(row: Row, path: str, source: str, target: str, *, first: bool) -> tuple[str, str, str, str] | None:
    values = [plain(value).strip() for value in row.values]
    if len(values) < 2 or not values[0] or not values[1]:
        raise InputError("a row needs a source and a target", path=path, line=row.line, hint="Fill it, or take the row out")
    if len(values) < 4:
        return one_cell(values[0]), one_cell(values[1]), *languages_of(path, source, target)
    try:
        return one_cell(values[0]), one_cell(values[1]), normalise(values[2].lower()), normalise(values[3].lower())
    except InputError as error:
        if first:
            return None  # the names of the columns
        raise InputError(error.message, path=path, line=row.line, hint=error.hint) from None


def write(glossary: Glossary, source: str, target: str) -> Written:
    """Return the approved pairs of ``source`` (else the first column) into ``target``; without one into every other, in four columns."""
    start = source or glossary.locales[0]
    into = (target,) if target else tuple(locale for locale in glossary.locales if locale != glossary.column_for(start))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    left: Counter[str] = Counter()
    for locale in into:
        chosen = select(glossary, start, locale)
        kept, faults = usable(chosen.pairs)
        left += Counter(chosen.left) + faults
        codes = () if target else (_code(start), _code(locale))
        for pair in kept.items():
            if risky(*pair):
                left["begins like a formula"] += 1
            else:
                writer.writerow((*pair, *codes))
    return Written(out.getvalue().encode(), (_LOST, *left_out(left)))


_LOST = "a list for DeepL holds one word against one other: variants of the target, forbidden words, forms and settings are not in it"


def _code(locale: str) -> str:
    return _CODES.get(language(locale), language(locale))
