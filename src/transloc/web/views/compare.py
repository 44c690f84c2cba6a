"""Compare: what changed in the source since it was translated, and what became of the machine's drafts."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from transloc.languages import language
from transloc.web import compared, desk, rows
from transloc.web.desk import At
from transloc.web.tongue import name

#: The two tabs, each with its filters: which rows each shows, the first by default.
_SOURCE = {"": ("changed", "new", "moved"), "all": ("changed", "new", "moved", "kept")}
_DRAFT = {"": ("changed",), "all": ("changed", "untouched", "open", "none"), "untouched": ("untouched",)}
_FILTERS = {"": gettext_lazy("Only what changed"), "all": gettext_lazy("All"), "untouched": gettext_lazy("Confirmed as drafted")}


@require_safe
def compare(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show one of the two comparisons; tab and filter stand in the address."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    tab = "draft" if request.GET.get("tab") == "draft" else "source"
    offered = _DRAFT if tab == "draft" else _SOURCE
    only = request.GET.get("only", "") if request.GET.get("only", "") in offered else ""
    labels = {unit: dict(codes) for unit, codes in rows.labels(at.article).items()}
    place = at.article.slug, at.catalog.target_locale
    page: dict[str, object] = {"tab": tab, "only": only}
    found: compared.Sources | compared.Drafts
    if tab == "draft":
        found = compared.drafts(at.catalog, here.newsroom.store.machine_drafts(*place), labels)
    else:
        versions = here.newsroom.store.source_versions(*place)
        found = compared.sources(at.catalog, versions, labels)
        page |= {"versions": [version for version in reversed(versions) if version.events]}
    counts = found.counts
    page |= {
        "found": found,
        "counts": counts,
        "filters": [(value, _FILTERS[value], sum(counts[became] for became in shows)) for value, shows in offered.items()],
        "rows": [row for row in found.rows if row.became in offered[only]],
    }
    return render(request, "desk/compare.html", _common(at) | page)


def _common(at: At) -> dict[str, object]:
    return {
        "article": at.article,
        "locale": at.catalog.target_locale,
        "variant": at.variant,
        "source": at.article.locale,
        "language": name(language(at.variant)),
        "unreviewed": sum(not segment.done for segment in at.catalog),
        "total": len(at.catalog.segments),
    }
