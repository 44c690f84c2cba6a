"""po4a by its commands, so its figures hold the start of Perl: the modules xhtml and text.

Options are those that keep most: of HTML no stop at a tag that does not fit and no stripping, of Markdown no wrapping, no bullets of
its own, and front matter that is no YAML taken for text. Its module html stops at nearly every page.
"""

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import polib

from benchmarks.peers.peer import Taken

#: A page on which it takes longer by the clock counts as a crash: no child of ours may run on alone.
MOST_SECONDS = 60

_MODULES = {
    "html": ("xhtml", ("ontagerror=silent", "nostrip", "unwrap_attributes")),
    "md": ("text", ("markdown", "neverwrap", "nobullets", "yfm_lenient")),
}


class Po4a:
    name = "po4a"
    kinds: tuple[str, ...] = ("html", "md")

    def version(self) -> str:
        told = subprocess.run(["po4a", "--version"], capture_output=True, text=True, check=True).stdout
        return told.split()[2].rstrip(".")

    def syntax(self, kind: str) -> str:
        return "html" if kind == "html" else "markdown"

    def take(self, kind: str, path: Path) -> Taken:
        with tempfile.TemporaryDirectory() as folder:
            po = Path(folder) / "x.po"
            _run("po4a-updatepo", kind, path, "-p", str(po), "--wrap-po", "no")
            held = po.read_text(encoding="utf-8")
        return Taken([entry.msgid for entry in polib.pofile(held)], held)

    def fill(self, taken: Taken, texts: Sequence[str]) -> Taken:
        catalog = polib.pofile(taken.held)
        for entry, text in zip(catalog, texts, strict=True):
            entry.msgstr = text
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        return Taken(texts, str(catalog))

    def give(self, kind: str, path: Path, filled: Taken) -> bytes:
        with tempfile.TemporaryDirectory() as folder:
            po, out = Path(folder) / "x.po", Path(folder) / "out"
            po.write_text(filled.held, encoding="utf-8")
            _run("po4a-translate", kind, path, "-p", str(po), "-l", str(out), "-L", "UTF-8", "-k", "0")
            return out.read_bytes()


def _run(command: str, kind: str, path: Path, *words: str) -> None:
    module, options = _MODULES[kind]
    asked = [word for option in options for word in ("-o", option)]
    told = [command, "-f", module, "-m", str(path), "-M", _charset(path), *words, *asked]
    done = subprocess.run(told, capture_output=True, text=True, check=False, timeout=MOST_SECONDS)
    if done.returncode:
        raise RuntimeError(done.stderr.strip()[-200:] or f"{command} ended with {done.returncode}")


def _charset(path: Path) -> str:
    """Return what a user would tell po4a of the file; pages that are not in UTF-8 are in windows-1251 here."""
    try:
        path.read_bytes().decode()
    except UnicodeDecodeError:
        return "CP1251"
    return "UTF-8"
