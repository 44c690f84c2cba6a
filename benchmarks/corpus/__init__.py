"""Documents of our own to measure and to fuzz with: pages, articles and DOCX files made of the sample newsroom's sentences.

The same number gives the same document. They vary as real ones do: in charset, line ends, case and closing of tags, the furniture
around the article, the style of front matter, the way Word cuts a sentence into runs.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import docx, html, markdown

#: Suffix of the files of a kind → the bytes of its document ``number`` with about so many paragraphs.
KINDS = {"html": html.page, "md": markdown.article, "docx": docx.document}

#: The number of documents that are whole and in UTF-8.
_PLAIN = 3


def documents(kind: str, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of so many different documents of a kind."""
    for number in range(count):
        yield f"{kind}-{number:03}.{kind}", KINDS[kind](number, 4 + number * 7 % 40)


def sized(kind: str, size: int) -> bytes:
    """Return a document in UTF-8 of about ``size`` bytes; of a DOCX, the bytes of its parts count."""
    make = docx.plain if kind == "docx" else KINDS[kind]
    made = make(_PLAIN, max(1, round(1000 * size / len(make(_PLAIN, 1000)))))
    return docx.packed(made) if kind == "docx" else made


def write(folder: Path, count: int) -> None:
    """Write so many documents of each kind into folders ``html``, ``md`` and ``docx``."""
    for kind in KINDS:
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for name, data in documents(kind, count):
            (folder / kind / name).write_bytes(data)
