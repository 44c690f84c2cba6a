"""Readings of words (ruby, WHATWG HTML, 4.5.10) where there is no place above a line: in brackets behind the word."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from turbohtml import Element


def in_brackets(root: "Element") -> None:
    """Write each ``<ruby>`` of ``root`` as words alone, in place: 漢字(kanji)."""
    from turbohtml import Text

    for parenthesis in root.select("rp"):  # what a browser shows that knows no ruby; here all readings have brackets
        parenthesis.decompose()
    for reading in root.select("rt"):
        if reading.text.strip():
            reading.insert(0, Text("("))
            reading.append(Text(")"))
        reading.unwrap()
    for word in root.select("ruby"):
        word.unwrap()
