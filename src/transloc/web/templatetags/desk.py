"""Filters of the desk's templates, at hand in all of them."""

from collections.abc import Iterable

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

from transloc import languages
from transloc.steps.mentions import mentions
from transloc.web import names, spoken, tongue
from transloc.wording import Said

register = template.Library()


@register.filter
def said(text: str) -> str:
    """Return a sentence of the rooms below in the language of the page: ``{{ finding.message|said }}``."""
    return spoken.said(text)


@register.filter
def told(text: str) -> SafeString:
    """Return the same where it may be of a language of its own: what no language of ours can tell is marked as English."""
    if isinstance(text, Said):
        return conditional_escape(spoken.said(text))
    return format_html('<span lang="en" dir="ltr">{}</span>', text)


@register.filter
def named(word: str, what: str) -> str:
    """Return what people call a kind, a state and the like: ``{{ segment.kind.value|named:"kind" }}``."""
    return names.name(what, word)


@register.filter
def language(tag: str) -> str:
    """Return what a language is called: ``{{ locale|language }}``."""
    return tongue.name(tag)


@register.filter
def grouped(number: int) -> str:
    """Return a large number with its thousands apart, as the language of the page writes them."""
    return number_format(number, use_l10n=True, force_grouping=True)


@register.filter(name="dir")
def direction(tag: str) -> str:
    """Return “rtl” or “ltr” for a language tag, beside every ``lang`` of a page; “auto” for none, so that the first letter decides."""
    return languages.direction(tag) if tag else "auto"


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
