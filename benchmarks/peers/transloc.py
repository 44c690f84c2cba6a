"""Ourselves: parse and rebuild in this process, a page as a whole, as the others have no article in it."""

from collections.abc import Sequence
from pathlib import Path

import transloc
from benchmarks.peers.peer import Taken
from transloc import formats
from transloc.formats import Options, captions
from transloc.model import Unit


class Transloc:
    name = "transloc"
    kinds: tuple[str, ...] = ("html", "md", "docx")

    def version(self) -> str:
        return transloc.__version__

    def syntax(self, kind: str) -> str:
        return "codes"

    def take(self, kind: str, path: Path) -> Taken:
        document = formats.for_name(path.name).parse(path.read_bytes(), path, Options(whole_page=True))
        return Taken([unit.source for unit in document.units], (document, {}), lambda: [_spoken(unit) for unit in document.units])

    def fill(self, taken: Taken, texts: Sequence[str]) -> Taken:
        document, _ = taken.held
        return Taken(texts, (document, {unit.id: text for unit, text in zip(document.units, texts, strict=True)}))

    def give(self, kind: str, path: Path, filled: Taken) -> bytes:
        document, targets = filled.held
        return formats.for_name(path.name).rebuild(document, targets)


def _spoken(unit: Unit) -> str:
    """Return the text of a unit with the words of its protected credits."""
    credit = {f"<{code.number}/>": words for code in unit.codes if (words := captions.plain(code))}
    text = unit.source
    for code, words in credit.items():
        text = text.replace(code, words)
    return text
