"""The filter ``dir``: beside every ``lang`` of a page stands which way that language is written."""

from django import template

from transloc import languages

register = template.Library()


@register.filter(name="dir")
def direction(tag: str) -> str:
    """Return “rtl” or “ltr” for a language tag; “auto” for none, so that the first letter decides."""
    return languages.direction(tag) if tag else "auto"
