"""What was last synced with the PO files."""

from transloc import model
from transloc.store import models, rows
from transloc.store.articles import catalog_row


def base(slug: str, locale: str) -> model.Catalog | None:
    """Return the catalog as it was last synced, None before the first time."""
    catalog = catalog_row(slug, locale)
    row = models.Base.objects.filter(catalog=catalog).first()
    if row is None:
        return None
    return model.Catalog(
        article=slug,
        source_locale=catalog.article.locale,
        target_locale=locale,
        segments=tuple(rows.unpacked_segment(packed) for packed in row.segments),
        digest=row.source_digest,
    )


def digest(slug: str, locale: str) -> str | None:
    """Return the digest of the PO file that was last synced, None before the first time."""
    return models.Base.objects.filter(catalog=catalog_row(slug, locale)).values_list("digest", flat=True).first()


def set_base(slug: str, locale: str, catalog: model.Catalog, digest: str) -> None:
    """Keep ``catalog`` as what was last synced."""
    segments = [rows.packed_segment(segment) for segment in catalog.segments]
    values = {"digest": digest, "source_digest": catalog.digest, "segments": segments}
    models.Base.objects.update_or_create(catalog=catalog_row(slug, locale), defaults=values)
