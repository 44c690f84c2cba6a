"""The findings of an article at a glance, rule by rule, and the page that explains a rule."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from transloc.checks import explain
from transloc.checks.rules import ALL
from transloc.formats.markdown.render import render as markdown
from transloc.languages import language
from transloc.model import Finding, Segment, Severity, Waiver
from transloc.web import judged, passages
from transloc.web.desk import At, at, here
from transloc.web.tongue import name

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
_OF_RULE = re.compile(r"([\w-]+)\.md(?:#[\w-]*)?")


@dataclass(frozen=True, slots=True)
class Place:
    """A finding in its segment, with the words of that; ``waiver`` where somebody let it pass."""

    finding: Finding
    segment: Segment
    words: str
    waiver: Waiver | None


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one rule, in reading order; ``about`` says what it finds."""

    rule: str
    about: str
    places: tuple[Place, ...]

    @property
    def open(self) -> int:
        """How many of them nobody has let pass."""
        return sum(place.waiver is None for place in self.places)

    @property
    def weight(self) -> tuple[int, int]:
        """What it is sorted by: the heaviest rule first, then the one with most findings."""
        return min(_WEIGHT[place.finding.severity] for place in self.places), -len(self.places)


@require_GET
def findings(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show all findings of the article by rule, each with the way to its sentence."""
    now = here(request)
    found = at(now, slug, locale)
    groups = grouped(_places(found, judged.of_article(now.newsroom, found.catalog)))
    weights = [place.finding.severity for group in groups for place in group.places if not place.waiver]
    page = {
        "article": found.article,
        "locale": locale,
        "variant": found.variant,
        "language": name(language(found.variant)),
        "source": found.article.locale,
        "groups": groups,
        "errors": weights.count(Severity.ERROR),
        "warnings": weights.count(Severity.WARNING),
    }
    return render(request, "desk/article_findings.html", page)


def _places(found: At, told: judged.Found) -> Iterator[Place]:
    for segment in found.catalog:
        waivers = {waiver.rule: waiver for waiver in segment.waivers}
        for finding in told.get(segment.id, ()):
            yield Place(finding, segment, passages.plain(segment, segment.target), waivers.get(finding.rule))


def grouped(places: Iterable[Place]) -> list[Group]:
    """Return the places by rule."""
    by_rule: dict[str, list[Place]] = {}
    for place in places:
        by_rule.setdefault(place.finding.rule, []).append(place)
    return sorted((Group(rule, about(rule), tuple(them)) for rule, them in by_rule.items()), key=lambda group: group.weight)


def about(rule: str) -> str:
    """Return what ``rule`` finds, in one sentence; what the modules of the rules say is among the words of the catalogs."""
    said = gettext(explain.summary(rule))
    return said[:1].upper() + said[1:]


@require_GET
def rule(request: HttpRequest, rule: str) -> HttpResponse:
    """Show what a rule catches: its page of the reference."""
    if rule not in ALL:
        raise Http404(f"there is no rule {rule}")
    text = explain.page(rule).partition("\n")[2]
    html = mark_safe(markdown(_LINK.sub(_led, text)).html)  # noqa: S308 -- our own page, not an article's text
    return render(request, "desk/rule.html", {"rule": rule, "about": about(rule), "html": html})


def _led(link: re.Match[str]) -> str:
    """Return a link to another rule as the desk has it; other pages of the reference are not in the desk."""
    other = _OF_RULE.fullmatch(link[2])
    return f"[{link[1]}](../{other[1]}/)" if other and other[1] in ALL else link[1]
