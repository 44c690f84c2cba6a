"""A Word document as HTML, by mammoth: its meaning without its look."""

import io
from typing import Any

from transloc.formats.convert import inline
from transloc.formats.convert.inline import Tags

#: Styles of Word that mean something beyond mammoth's own list.
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
u => u
"""


def read(data: bytes) -> tuple[str, Tags]:
    """Return the body of the DOCX file ``data``, which a reader has already found sound, without its pictures."""
    import mammoth

    done = mammoth.convert_to_html(io.BytesIO(data), convert_image=_no_picture, style_map=_STYLES)
    return done.value, inline.of_label


def _no_picture(_: Any) -> list[Any]:
    return []
