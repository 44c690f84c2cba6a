"""What a reader of a DOCX may come upon, in units or not: texts, comments, charts and diagrams, with where to look for them."""

from collections.abc import Iterator

from transloc.formats.docx import properties, reading
from transloc.formats.docx.found import Context
from transloc.formats.docx.package import Package
from transloc.formats.docx.parts import Parts
from transloc.formats.docx.xml import local, parse, parser

#: Parts that no unit comes from, by the ends of their relationships, and what a person calls them.
_OTHERS = {"comments": "a comment", "chart": "a chart", "diagramData": "a diagram"}
#: The elements that hold their words: text of a run, of a shape, of a chart.
_WORDS = frozenset({"t", "v"})
_STATED = ("title", "subject", "description", "keywords", "category")
_LONGEST = 40


def passages(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each passage of a document: where it stands, as one would tell a colleague, and its words."""
    parts = Parts(Package(data))
    for part in parts.texts():
        if part.role == "properties":
            values = properties.read(part).values
            yield from ((f"the document's properties ({name})", values[name]) for name in _STATED if values.get(name))
            continue
        found = reading.read(part, Context(every=True)).found
        for one in sorted(found, key=lambda held: held.text.span[0]):
            yield f"“{_begin(one.words)}”", one.words
    for kind, called in _OTHERS.items():
        for part in parts.others(kind):
            yield from ((f"{called}, “{_begin(words)}”", words) for words in _texts(part.data))


def _begin(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _texts(data: bytes) -> list[str]:
    found: list[str] = []
    made = parser()
    inside = 0

    def start(name: str, _: object) -> None:
        nonlocal inside
        if local(name) in _WORDS:
            inside += 1
            found.append("")

    def end(name: str) -> None:
        nonlocal inside
        inside -= local(name) in _WORDS

    def words(text: str) -> None:
        if inside:
            found[-1] += text

    made.StartElementHandler, made.EndElementHandler, made.CharacterDataHandler = start, end, words
    parse(made, data)
    return [text for text in found if text.strip()]
