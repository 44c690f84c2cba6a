"""The article as JSON for a content management system: the shape is ``article.schema.json``, told in docs/reference/export-json.md."""

import json

from transloc.formats.convert.prose import markdown_body, text_body
from transloc.formats.convert.values import Block, Content, Localised
from transloc.languages import direction

#: Grows when a field goes or changes its meaning; new fields may come at any time.
VERSION = 1


def document(localised: Localised, content: Content) -> str:
    """Return ``content`` and what is known of its translation as one JSON object."""
    stated = localised.document.metadata
    fields: dict[str, object] = {
        "version": VERSION,
        "article": localised.slug,
        "slug": localised.name or localised.slug,
        "source": {
            "locale": localised.source_locale,
            "title": stated["title"].value if "title" in stated else "",
            "address": stated["address"].value if "address" in stated else "",
        },
        "locale": localised.locale,
        "dir": direction(localised.locale),
        "title": content.title,
        "lede": content.lede,
        "byline": content.byline,
        "date": content.date,
        "day": content.day,
        "category": content.category,
        "tags": list(content.tags),
        "social": [{"field": field, "text": words} for field, words in content.social],
        "picture": _picture(content),
        "body_html": content.body,
        "body_markdown": markdown_body(content.body),
        "body_text": text_body(content.body),
        "blocks": list(map(_block, content.blocks)),
        "left_out": [{"kind": left.kind, "address": left.address} for left in content.left_out],
        "credit": localised.credit,
        "translation": {
            "reviewed": localised.reviewed,
            "untranslated": localised.untranslated,
            "origins": dict(sorted(localised.origins.items())),
        },
    }
    if localised.report is not None:
        fields["report"] = localised.report
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _block(block: Block) -> dict[str, str]:
    fields = {"id": block.id, "kind": block.kind.value, "html": block.html, "text": block.text}
    return {**fields, "note": block.note} if block.note else fields


def _picture(content: Content) -> dict[str, str] | None:
    picture = content.picture
    return {"address": picture.address, "alt": picture.alt, "caption": picture.caption} if picture else None
