"""The export: what blocks it, what it will say of itself, and its files."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from transloc.errors import InputError, Refused, TranslocError
from transloc.formats.convert import KINDS, OWN, is_own
from transloc.jobs.publish import Published, file_names, publish
from transloc.languages import language
from transloc.model import Role
from transloc.states import Action
from transloc.steps.ledger import ledger
from transloc.steps.localise import Given
from transloc.steps.progress import Progress, progress
from transloc.steps.report import given_date
from transloc.web.access import needs
from transloc.web.desk import At, Here, at, here
from transloc.web.judged import findings
from transloc.web.passages import plain
from transloc.web.spoken import sentence
from transloc.web.tongue import name
from transloc.wording import say, say_many

_KINDS = {
    OWN: gettext_lazy("as it came"),
    "html": gettext_lazy("web page, the article alone"),
    "markdown": gettext_lazy("Markdown"),
    "text": gettext_lazy("plain text"),
    "json": gettext_lazy("JSON for a CMS"),
}
#: What people did, as the page tells it.
_TRANSLATED = pgettext_lazy("people", "Translated")
_DID = {
    Action.EDIT: _TRANSLATED,
    Action.ADD: _TRANSLATED,
    Action.CONFIRM: pgettext_lazy("people", "Confirmed"),
    Action.SIGN_OFF: pgettext_lazy("people", "Signed off"),
}
#: What is asked for in a field of the page, and needs no other hint.
_ASKED = ("byline", "date")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.EDITOR)
def export(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show what an export would be; a POST writes it."""
    now = here(request)
    found = at(now, slug, locale)
    if request.method != "POST":
        return render(request, "desk/export.html", _page(now, found))
    draft = "draft" in request.POST
    try:
        given = _given(now, found, request.POST.get("byline", ""), request.POST.get("date", ""))
        kinds = [kind for kind in _KINDS if kind in request.POST.getlist("kind")]
        if not kinds:
            raise InputError(say("No format is chosen"), hint=say("Tick at least one"))
        if not draft and (blockers := _progress(now, found).blockers):
            why = say_many(
                "Nothing was written: {number} sentence is in the way",
                "Nothing was written: {number} sentences are in the way",
                len(blockers),
            )
            raise Refused(why, hint=say("Resolve what is listed below, or tick that it goes out as a draft"))
        into = now.newsroom.project.exports / locale
        publish(now.newsroom, slug, locale, into, draft=draft, given=given, kinds=kinds)
    except TranslocError as error:
        typed = {"refused": sentence(error), "typed": request.POST, "kinds_wanted": request.POST.getlist("kind")}
        return render(request, "desk/export.html", {**_page(now, found), **typed}, status=422)
    messages.success(request, _("Exported as a marked draft.") if draft else _("Exported."))
    return redirect("export", slug, locale)


@require_safe
@needs(Role.EDITOR)
def file(request: HttpRequest, slug: str, locale: str, name: str) -> FileResponse:
    """Send one file of this article's export, to be saved and never to be shown; raises Http404 for any other."""
    now = here(request)
    written = _written(now, at(now, slug, locale))
    chosen = next((one for one in written if one.name == name), None)
    if chosen is None:
        raise Http404(name)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox"}
    return FileResponse(chosen.path.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream", headers=headers)


@dataclass(frozen=True, slots=True)
class Written:
    """A file of an export. ``outdated``: the article has been written since."""

    path: Path
    kind: str
    size: int
    at: datetime
    outdated: bool

    @property
    def name(self) -> str:
        """What it is called."""
        return self.path.name


def _written(now: Here, found: At) -> list[Written]:
    """Return the files that there are of this article's exports, and no other in their folder."""
    folder = now.newsroom.project.exports / found.catalog.target_locale
    latest = max((segment.at for segment in found.catalog if segment.at), default=None)
    written: dict[str, Written] = {}
    for kind, called in file_names(now.newsroom, found.article, found.catalog.target_locale).items():
        path = folder / called
        if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
            known = path.stat()
            at = datetime.fromtimestamp(known.st_mtime, UTC)
            written.setdefault(called, Written(path, str(_KINDS[kind]), known.st_size, at, latest is not None and at < latest))
    return list(written.values())


def _given(now: Here, found: At, byline: str, date: str) -> Given:
    project = now.newsroom.project
    read = given_date(date, (found.variant, found.article.locale), project.zone()) if date.strip() else ""
    if date.strip() and not read:
        raise InputError(say("“{date}” is not a date with its year", date=date), hint=say("Write it such as 2026-11-24"))
    return Given(byline=" ".join(byline.split()), date=read)


def _page(now: Here, found: At) -> dict[str, object]:
    article, catalog = found.article, found.catalog
    reached = replace(_progress(now, found), outdated=now.newsroom.outdated(article.path, catalog.digest))
    page = {
        "article": article,
        "locale": catalog.target_locale,
        "language": name(language(found.variant)),
        "source": article.locale,
        "progress": reached,
        "unreviewed": reached.total - reached.done,
        "blockers": [(plain(blocker.segment), blocker) for blocker in reached.blockers],
        "kinds": [(kind, said) for kind, said in _KINDS.items() if kind == OWN or not is_own(kind, article.document.format)],
        "kinds_wanted": [OWN],
        "files": _written(now, found),
        "people": _people(now, found),
        "quotations": [one for one in ledger(article.document, catalog, now.newsroom.glossary) if one.marked or one.suspected],
        "source_name": name(catalog.source_locale),
        "origins": Counter(segment.origin for segment in catalog if segment.origin).most_common(),
    }
    try:
        return {**page, **_told(_tried(now, reached))}
    except TranslocError as error:
        return {**page, "fault": sentence(error)}


def _progress(now: Here, found: At) -> Progress:
    return progress(found.catalog, findings(now.newsroom, found.catalog), four_eyes=now.newsroom.project.four_eyes)


def _tried(now: Here, reached: Progress) -> Published:
    """Return what an export would be now; as a draft where it is not ready, so that its report is known before."""
    catalog = reached.catalog
    return publish(now.newsroom, catalog.article, catalog.target_locale, None, draft=not reached.ready, kinds=(OWN, *KINDS[:1]))


def _told(made: Published) -> dict[str, object]:
    missing = made.report.missing
    return {
        "report": made.report,
        "asked": {one.what for one in missing if one.what in _ASKED},
        "missing": [one for one in missing if one.what not in _ASKED],
        "leftover": {
            **({str(_KINDS[OWN]): made.report.leftover} if made.report.leftover else {}),
            **{path.name: places for path, places in made.leftover.items()},
        },
        "left_out": made.converted.left_out,
        "unsaid": made.converted.unsaid,
    }


def _people(now: Here, found: At) -> dict[str, list[tuple[str, int]]]:
    """Return who did what to how many of the sentences that there are, those who did most first."""
    standing = {segment.id for segment in found.catalog}
    did: dict[str, dict[str, set[str]]] = {str(said): {} for said in _DID.values()}
    for event in now.newsroom.store.history(found.article.slug, found.catalog.target_locale):
        if event.actor and event.action in _DID and event.segment in standing:
            did[str(_DID[Action(event.action)])].setdefault(event.actor, set()).add(event.segment)
    return {
        said: sorted(((actor, len(sentences)) for actor, sentences in people.items()), key=lambda one: -one[1])
        for said, people in did.items()
        if people
    }
