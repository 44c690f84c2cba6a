"""Markdown: CommonMark with the tables, footnotes, definition lists and front matter of static sites."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from transloc.errors import located
from transloc.formats.decode import decode
from transloc.formats.format import Options
from transloc.formats.localisation import Localisation
from transloc.model import Document, Kind, Stated


class Markdown:
    """Articles in ``.md`` files. Units lie as spans in the decoded text; unchanged ones give their own characters back."""

    name = "markdown"

    def parse(self, data: bytes, path: Path | str | None = None, options: Options = Options()) -> Document:
        """See Format."""
        from transloc.formats.markdown.whole import Whole

        _, encoding = decode(data, path)
        with located(path):
            found = Whole(data, encoding).read({key.lower() for key in options.front_matter})
        metadata = {name: Stated(value, "front matter") for name, value in _canonical(found.metadata).items()}
        headline = next((unit.source for unit in found.units if unit.kind is Kind.HEADLINE), "")
        if headline:
            metadata.setdefault("title", Stated(headline, "headline"))
        return Document(format=self.name, data=data, encoding=encoding, units=found.units, metadata=metadata, embeds=found.embeds)

    def rebuild(
        self,
        document: Document,
        targets: Mapping[str, str],
        *,
        omitted: AbstractSet[str] = frozenset(),
        added: Mapping[str, Sequence[str]] | None = None,
    ) -> bytes:
        """See Format. Characters that the charset lacks are written as references."""
        from transloc.formats.markdown.rebuild import Rebuild

        return Rebuild(document, targets, omitted, added or {}).run()

    def localise(self, data: bytes, wishes: Localisation, encoding: str = "") -> bytes:
        """See Format."""
        from transloc.formats.markdown.localise import localise

        return localise(data, wishes, encoding)


#: The names by which sites know what an article is said to be by, from and about.
_NAMES = {
    "author": ("author", "authors", "byline"),
    "date": ("date", "published", "pubdate", "publish_date", "published_at", "datetime"),
    "category": ("category", "categories", "section", "rubric"),
    "tags": ("tags", "tag", "keywords"),
    "description": ("description", "excerpt", "summary", "lede"),
}


def _canonical(metadata: dict[str, str]) -> dict[str, str]:
    for name, others in _NAMES.items():
        known = next((metadata[other] for other in others if other in metadata), "")
        if known:
            metadata[name] = known
    return metadata
