"""The glossary: every row, found by any word in any form; and how one begins."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from transloc import files, languages
from transloc.errors import InputError, Refused
from transloc.jobs import terminology
from transloc.model import Role
from transloc.web import desk, tongue
from transloc.web.access import needs
from transloc.web.glossary.listing import KINDS, STANDINGS, Asked, Book, book, waits_for
from transloc.web.spoken import whole

#: Rows of a page.
PAGE = 50


@require_safe
def glossary(request: HttpRequest) -> HttpResponse:
    """Show the rows that the filters ask for, page by page; a project without a glossary is shown how to begin one."""
    here = desk.here(request)
    found = book(here.newsroom)
    path = files.shown(here.newsroom.project.glossary)
    if found is None:
        return render(request, "desk/glossary_empty.html", {"path": path, "languages": _languages(here)})
    given = {name: request.GET.get(name, "").strip() for name in ("text", "status", "kind")}
    asked = Asked(**given, mine=here.person if request.GET.get("mine") else None)
    page = Paginator(asked.of(found), PAGE).get_page(request.GET.get("page"))
    context = {
        "path": path,
        "page": page,
        "entries": [found.entry(concept) for concept in page],
        "asked": asked,
        "total": len(found.rows),
        "waiting": sum(waits_for(here.person, concept) for concept in found.rows.concepts),
        "columns": _columns(found),
        "kinds": KINDS,
        "standings": STANDINGS,
        "unreadable": found.trouble,
    }
    return render(request, "desk/glossary.html", context)


def _columns(found: Book) -> list[tuple[str, str, str]]:
    return [(column, tongue.name(column), languages.direction(column)) for column in found.shown]


def _languages(here: desk.Here) -> list[str]:
    project = here.newsroom.project
    return [tongue.name(tag) for tag in dict.fromkeys((project.source, *project.targets))]


@require_POST
@needs(Role.EDITOR)
def begin(request: HttpRequest) -> HttpResponse:
    """Make an empty glossary."""
    here = desk.here(request)
    try:
        terminology.begin(here.newsroom)
    except (Refused, InputError) as why:
        messages.error(request, whole(why))
    else:
        messages.success(request, _("The glossary has begun. Propose its first row."))
    return redirect("glossary")
