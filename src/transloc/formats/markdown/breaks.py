"""Hard breaks at the edges of a block: as a ``<br>`` does there, they stay where they are, outside of its text."""

from dataclasses import replace

from transloc.formats.runs import Piece, loose

#: The label of a line break, whether of Markdown or of HTML.
LABEL = "line break"


def without_outer_breaks(pieces: list[Piece], raw: str) -> list[Piece]:
    """Return the pieces of a block, which lie in ``raw``, with the hard breaks before and after all that is said as mere space."""
    held = list(pieces)
    for order in (range(len(held)), range(len(held) - 1, -1, -1)):
        for at in order:
            piece = held[at]
            own = raw[piece.start : piece.end]
            if piece.label == LABEL and not own.startswith("<"):
                line_end = piece.end - len(own.lstrip(" \\"))
                held[at] = replace(piece, form="space", start=line_end, label="")
            elif not _says_nothing(piece, raw):
                break
    return held


def _says_nothing(piece: Piece, raw: str) -> bool:
    own = raw[piece.start : piece.end]
    return not own.strip() if piece.form == "text" else piece.form == "space" or (piece.form == "empty" and loose(own))
