"""Comments as the desk shows them."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from transloc.steps.mentions import mentions

register = template.Library()


@register.filter
def mentioning(text: str, names: Iterable[str]) -> SafeString:
    """Return a comment with its line ends, and the people of ``names`` that it addresses marked."""
    parts: list[SafeString] = []
    done = 0
    for (start, end), _ in mentions(text, names):
        parts += [conditional_escape(text[done:start]), format_html('<b class="mention">{}</b>', text[start:end])]
        done = end
    parts.append(conditional_escape(text[done:]))
    return linebreaksbr(mark_safe("".join(parts)))  # noqa: S308 -- each part is escaped above
