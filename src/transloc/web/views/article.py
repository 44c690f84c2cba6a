"""The article page: every sentence beside its translation, in reading order, and the desk around it."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET

from transloc import languages, states
from transloc.model import Catalog, Role, State
from transloc.states import Action
from transloc.web import commands, company, desk, rows, tongue
from transloc.web.desk import At, Here
from transloc.web.rows import Row
from transloc.web.whose import Crew, Whose

_SHOWN: Mapping[str, Callable[[Row], bool]] = {
    "": lambda row: True,
    "open": lambda row: not row.segment.done,
    "findings": lambda row: bool(row.errors or row.warnings),
}
_FILTERS = (
    ("", pgettext_lazy("sentences", "All")),
    ("open", pgettext_lazy("sentences", "Open")),
    ("findings", pgettext_lazy("sentences", "With findings")),
)

#: The header of an answer that tells how many notifications somebody has not read.
UNREAD = "X-Unread"

#: What the buttons of the open row do; where they are possible is read from the table of states.
_BUTTONS = (
    (Action.CONFIRM, gettext_lazy("Confirm")),
    (Action.EDIT, gettext_lazy("Save")),
    (Action.OMIT, gettext_lazy("Leave out")),
    (Action.REJECT, gettext_lazy("Reject")),
    (Action.SIGN_OFF, gettext_lazy("Sign off")),
    (Action.CORRECT, gettext_lazy("Correct")),
    (Action.REOPEN, gettext_lazy("Reopen")),
)


@require_GET
def article(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show the article in its rows, all of them or those that a filter asks for."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    every = rows.rows(here, at)
    only = request.GET.get("only", "")
    shown = [row for row in every if _SHOWN.get(only, _SHOWN[""])(row)]
    context = _context(here, at, every, shown, only) | {"company": company.keep(request, here, at)}
    return render(request, "desk/article.html", context)


@require_GET
def changes(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Answer a page that was read at the revision ``seen`` with its rows as they stand now; with nothing (204) where it is up to date.

    That is how drafts arrive in an open page, and what a command or another browser has written. On the same way the page tells
    where its person is, and hears of the others: ``here`` is the token of what it knows of them. A header tells how much is unread.
    """
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    seen, drafting = request.GET.get("seen", ""), _drafting(here, slug, locale)
    others = company.keep(request, here, at)
    unread = {UNREAD: str(here.newsroom.store.unread(here.person))}
    if seen == str(at.catalog.revision) and request.GET.get("drafting", "") == drafting:
        if request.GET.get("here", "") == others.token:
            return HttpResponse(status=204, headers=unread)
        return JsonResponse({"here": others.told()}, headers=unread)
    every = rows.rows(here, at)
    return JsonResponse(
        {
            "rows": {row.segment.id: rows.html(row) for row in every},
            "order": [row.segment.id for row in every],
            "progress": progress(at.catalog),
            "revision": [int(seen) if seen.isdecimal() else -1, at.catalog.revision],
            "drafting": drafting,
            "here": others.told(),
            "row": _done(here, at, request.GET.get("row", "")),
        },
        headers=unread,
    )


def _done(here: Here, at: At, segment: str) -> dict[str, str]:
    """Return who last did what to the sentence that the asking page has open."""
    if not segment:
        return {}
    return company.who(here.newsroom.store.last_done(at.article.slug, at.catalog.target_locale, segment))


def _drafting(here: Here, slug: str, locale: str) -> str:
    """Return how far the drafting of a catalog is, in words; empty where none is under way."""
    for job in here.newsroom.store.latest_jobs():
        if job.unfinished and (job.article, job.locale) == (slug, locale):
            if not job.total:
                return _("Drafts will come soon")
            return _("Drafts are coming: %(done)s of %(total)s") % {"done": job.done, "total": job.total}
    return ""


def _context(here: Here, at: At, every: tuple[Row, ...], shown: list[Row], only: str) -> dict[str, object]:
    place = (at.article.slug, at.catalog.target_locale)
    drafts = here.newsroom.store.drafts(*place, person=here.person)
    standing = {segment.id for segment in at.catalog}
    handed = here.newsroom.store.handed([place]).get(place) if at.duty.assignee == here.person.id else None
    whose = Whose(duty=at.duty, crew=Crew.of(here), person=here.person, now=here.now, handed=handed)
    return {
        "at": at,
        "only": only,
        "filters": [(name, label, sum(map(_SHOWN[name], every))) for name, label in _FILTERS],
        "rows": mark_safe("\n".join(map(rows.html, shown))),  # noqa: S308 -- each row is a rendered template
        "shown": len(shown),
        "progress": progress(at.catalog),
        "buttons": [
            (action.value, label, possible_from(action, here.newsroom.project.four_eyes))
            for action, label in _BUTTONS
            if _may(here, action.value)
        ],
        "commands": [command for command in commands.COMMANDS if _may(here, command[0])],
        "row_keys": commands.ROW_KEYS,
        "drafts": [{"segment": one.segment, "text": one.text, "seen": one.seen, "at": one.at.isoformat()} for one in drafts],
        "orphans": [one for one in drafts if one.segment not in standing],
        "whose": whose,
        "language": tongue.name(languages.language(at.variant)),
        "outdated": desk.current().outdated(at.article.path, at.catalog.digest),
    }


def _may(here: Here, command: str) -> bool:
    return command not in commands.OF_EDITORS or here.person.role.may(Role.EDITOR)


def possible_from(action: Action, four_eyes: bool = False) -> str:
    """Return the states from which the table allows ``action``, for the script to show its button by."""
    second_look = {State.REVIEWED} if action is Action.CONFIRM and not four_eyes else set()
    return " ".join(sorted(state.value for state in states.TABLE[action].before - second_look))


def progress(catalog: Catalog) -> dict[str, int | str]:
    """Return how far the article is, in segments; ``counts`` says it in words."""
    total, done = len(catalog.segments), sum(segment.done for segment in catalog)
    far = {"total": total, "done": done, "final": sum(segment.state is State.FINAL for segment in catalog), "open": total - done}
    words = _("%(done)s of %(total)s confirmed, %(final)s signed off") if far["final"] else _("%(done)s of %(total)s confirmed")
    return {**far, "counts": words % far}
