"""Lists of OmegaT: source, target and comment in a line, parted by tabs; ``#`` begins a remark.

UTF-8; a file ``.utf8`` is always read so, a ``.txt`` only with a byte order mark.
"""

from collections import Counter
from collections.abc import Iterator

from transloc.errors import InputError
from transloc.glossary import charset
from transloc.glossary.entry import Concept, Glossary, Status
from transloc.glossary.exchange.pair_list import languages_of, left_out, risky
from transloc.glossary.exchange.table import Table, Written, joined, one_cell


def read(data: bytes, path: str, source: str, target: str) -> Table:
    """Return the table of a list; lines with the same source are one row."""
    source, target = languages_of(path, source, target)
    text, _, _ = charset.decode(data, path)
    rows: dict[str, dict[str, str]] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        word, wanted, *more = [*map(one_cell, line.split("\t")), ""][: 3 if "\t" in line else 2]
        if not word or not wanted:
            hint = "Write source, tab, target"
            raise InputError("a line needs a source and a target", path=path, line=number, hint=hint)
        row = rows.setdefault(word, {source: word})
        row[target] = joined(row.get(target, ""), wanted)
        row["note"] = "; ".join(dict.fromkeys(note for note in (row.get("note", ""), *more) if note))
    return Table((source, target), tuple(rows.values()))


def write(glossary: Glossary, source: str, target: str, *, mark: bool) -> Written:
    """Return a line for each variant of a source; with a byte order ``mark``, without which OmegaT reads no ``.txt`` as UTF-8."""
    source, target = languages_of(glossary.path, source, target)
    from_column, to_column = glossary.column_for(source) or "", glossary.column_for(target) or ""
    left: Counter[str] = Counter()
    lines = []
    for concept in glossary.concepts:
        wanted = concept.variants(to_column)
        words = concept.variants(from_column)
        if concept.status is Status.DEPRECATED or not words or not (wanted or not concept.translate):
            left["deprecated" if concept.status is Status.DEPRECATED else "no term in one of the languages"] += 1
            continue
        for word in words:
            if risky(word, *wanted) or word.startswith("#"):
                left["begins like a formula or a remark"] += 1
            else:
                lines += [f"{word}\t{term}\t{_comment(concept, to_column)}\n" for term in (wanted if concept.translate else (word,))]
    return Written("".join(lines).encode("utf-8-sig" if mark else "utf-8"), (_LOST, *left_out(left)))


_LOST = "a list of OmegaT holds words and comments: ids, forms and settings are not in it"


def _comment(concept: Concept, column: str) -> str:
    return one_cell("; ".join(_about(concept, column))).lstrip("=+-@")


def _about(concept: Concept, column: str) -> Iterator[str]:
    if concept.note:
        yield concept.note
    if bad := concept.forbidden(column):
        yield f"not {', '.join(bad)}"
    if concept.status is Status.DRAFT:
        yield "draft"
