"""translate-toolkit: html2po and po2html, md2po and po2md, in this process as its commands call them.

Of Markdown, code is not asked for and lines are not wrapped (``--no-code-blocks``, ``--maxlinelength=0``): so it keeps most.
"""

from collections.abc import Sequence
from importlib import metadata
from io import BytesIO
from pathlib import Path

from benchmarks.peers.peer import Taken


class Toolkit:
    name = "translate-toolkit"
    kinds: tuple[str, ...] = ("html", "md")

    def version(self) -> str:
        return metadata.version("translate-toolkit")

    def syntax(self, kind: str) -> str:
        return "html" if kind == "html" else "markdown"

    def take(self, kind: str, path: Path) -> Taken:
        from translate.convert.html2po import converthtml
        from translate.convert.md2po import MD2POOptionParser

        out = BytesIO()
        if kind == "html":
            converthtml(_file(path), out, None)
        else:
            parser = MD2POOptionParser()
            parser._extract_translation_units(_file(path), out, None, "msgctxt", "single", extract_code_blocks=False)
        return Taken([unit.source for unit in _store(out.getvalue()).units if not unit.isheader()], out.getvalue())

    def fill(self, taken: Taken, texts: Sequence[str]) -> Taken:
        store = _store(taken.held)
        for unit, text in zip((unit for unit in store.units if not unit.isheader()), texts, strict=True):
            unit.target = text
        out = BytesIO()
        store.serialize(out)
        return Taken(texts, out.getvalue())

    def give(self, kind: str, path: Path, filled: Taken) -> bytes:
        from translate.convert.po2html import converthtml
        from translate.convert.po2md import MarkdownTranslator

        out = BytesIO()
        if kind == "html":
            converthtml(BytesIO(filled.held), out, _file(path))
        else:
            MarkdownTranslator(_store(filled.held), False, None, 0, extract_code_blocks=False).translate(_file(path), out)
        return out.getvalue()


def _file(path: Path) -> BytesIO:
    held = BytesIO(path.read_bytes())
    held.name = str(path)
    return held


def _store(data: bytes):
    from translate.storage import po

    return po.pofile(BytesIO(data))
