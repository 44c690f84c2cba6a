"""DOCX: the text of Word, LibreOffice and Google Docs, in the parts of a ZIP archive that is never written anew."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from transloc.formats.format import Options
from transloc.formats.localisation import Localisation
from transloc.model import Document


class Docx:
    """Articles in ``.docx`` files.

    The decoded text, in which spans of units count, are the parts that hold text, one behind the other and in UTF-8, a character
    for each byte: the document, footnotes, endnotes, headers, footers, the core properties (``parts.Parts.texts``). Only the
    paragraphs that change are written anew; all other bytes of a part, and all other members of the archive, are copied.
    """

    name = "docx"

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """See Format. What is refused, and the bounds of size, are told in ``package`` and ``xml``."""
        from transloc.formats.docx import article
        from transloc.formats.docx.package import Package

        found = article.read(Package(data, path), {key.lower() for key in options.front_matter})
        return Document(format=self.name, data=data, encoding="utf-8", units=found.units, metadata=found.metadata, embeds=found.embeds)

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """See Format. With nothing changed the file comes back as it is."""
        from transloc.formats.docx.rebuild import Rebuild

        return Rebuild(document, targets, omitted, added or {}).run()

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """See Format. What only a page on the web states has no place in a DOCX."""
        from transloc.formats.docx.localise import localise

        return localise(data, wishes)
