"""mdpo: md2po and po2md in this process; lines are not wrapped."""

import math
import tempfile
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import polib

from benchmarks.peers.peer import Taken


class Mdpo:
    name = "mdpo"
    kinds: tuple[str, ...] = ("md",)

    def version(self) -> str:
        return metadata.version("mdpo")

    def syntax(self, kind: str) -> str:
        return "markdown"

    def take(self, kind: str, path: Path) -> Taken:
        from mdpo.md2po import markdown_to_pofile

        catalog = markdown_to_pofile(str(path), wrapwidth=0)
        return Taken([entry.msgid for entry in catalog], str(catalog))

    def fill(self, taken: Taken, texts: Sequence[str]) -> Taken:
        catalog = polib.pofile(taken.held)
        for entry, text in zip(catalog, texts, strict=True):
            entry.msgstr = text
        return Taken(texts, str(catalog))

    def give(self, kind: str, path: Path, filled: Taken) -> bytes:
        from mdpo.po2md import pofile_to_markdown

        with tempfile.TemporaryDirectory() as folder:
            po = Path(folder) / "x.po"
            po.write_text(filled.held, encoding="utf-8")
            written: str = pofile_to_markdown(str(path), [str(po)], wrapwidth=math.inf)
            return written.encode()
