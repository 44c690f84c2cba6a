"""HTML: whole pages, of which the article is translated, and fragments."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from transloc.errors import located
from transloc.formats.decode import decode, encode
from transloc.formats.format import Options
from transloc.formats.localisation import Localisation
from transloc.formats.units import checked
from transloc.model import Document

#: A page tells its charset in its first 1024 bytes (WHATWG HTML, 4.2.5.4); many tell it a little later.
_PRESCAN = 8192
_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*(?P<name>[\w.:-]+)", re.IGNORECASE)


class Html:
    """Articles in ``.html`` files. Units lie as spans in the decoded text; unchanged ones give their own characters back."""

    name = "html"

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """See Format. Of a saved page the article is translated; what is aside tells why."""
        from transloc.formats.html import page
        from transloc.formats.html.reading import read

        text, encoding = decode(data, path, declared=_declared(data))
        with located(path):
            found = read(text)
        units = checked(found.units, lambda at: text.count("\n", 0, at) + 1, path, len(data))
        whole = options.whole_page or not found.page
        seen = page.Page(text, found)
        return Document(
            format=self.name,
            data=data,
            encoding=encoding,
            units=units if whole else seen.judged(units),
            metadata=seen.metadata(),
            embeds=tuple(embed for _, embed in found.embeds) if whole else seen.embeds(),
        )

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """See Format. Characters that the charset lacks are written as references."""
        from transloc.formats.html.furnished import Furnished

        asked = Furnished(document, targets, omitted, added or {})
        if not asked.changed:
            return document.data
        new = asked.run()
        del asked  # it holds the text as it was: one less of a large page
        return encode(new, document.encoding)

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """See Format."""
        from transloc.formats.html.localise import localise

        return localise(data, wishes, encoding)


def _declared(data: bytes) -> str:
    found = _CHARSET.search(data, 0, _PRESCAN)
    return found["name"].decode("ascii", "replace") if found else ""
