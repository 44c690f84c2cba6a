"""The glossaries that articles were signed off with: what was right then is judged by them, whatever the file says today."""

from datetime import datetime

from transloc.glossary import Glossary, export, read
from transloc.model import State
from transloc.store import models


def signed(catalog: models.Catalog, glossary: Glossary | None, at: datetime) -> str:
    """Return the digest for a catalog as it stands now: of ``glossary``, kept from now on, where its last segment was just signed off.

    Empty where one is not. A catalog that was signed off before stays with its own, corrections and all.
    """
    if catalog.segment_set.exclude(state=State.FINAL.value).exists():
        return ""
    if catalog.glossary or glossary is None:
        return catalog.glossary
    models.Glossary.objects.get_or_create(digest=glossary.digest, defaults={"data": export(glossary), "at": at})
    return glossary.digest


def glossary(digest: str) -> Glossary | None:
    """Return a glossary that is kept; None where it is not, as in a fresh clone."""
    row = models.Glossary.objects.filter(pk=digest).first()
    return read(bytes(row.data), f"the glossary of {row.at:%Y-%m-%d}").glossary if row else None
