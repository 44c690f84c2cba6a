"""The read-through: the target alone as readers will see it, and the signature under all of it."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from transloc.errors import Refused, parted
from transloc.languages import language
from transloc.model import State
from transloc.states import Action, Change
from transloc.steps.progress import Progress, progress
from transloc.web import passages
from transloc.web.desk import At, Here, at, here, names
from transloc.web.judged import of_article
from transloc.web.preview import preview
from transloc.web.spoken import sentence
from transloc.web.tongue import name


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show the article to be read; a POST leaves comments."""
    now = here(request)
    found = at(now, slug, locale)
    if request.method == "POST":
        return _comment(request, now, found)
    return render(request, "desk/reading.html", {**_page(now, found), "on": request.GET.get("on", "")})


@require_POST
def sign_off(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Sign every reviewed segment of what was read; what a guard refuses is told, sentence by sentence."""
    now = here(request)
    found = at(now, slug, locale)
    if request.POST.get("seen") != str(found.catalog.revision):
        changed = _("The article has changed since you began to read. Nothing was signed: read it again.")
        return render(request, "desk/reading.html", {**_page(now, found), "refused": [("", "", changed)]}, status=409)
    change = Change(action=Action.SIGN_OFF, at=now.now, actor=now.person)
    rows = [(segment.id, segment.revision, change) for segment in found.catalog if segment.state is State.REVIEWED]
    done = now.newsroom.store.change_many(slug, locale, rows, rules=now.rules(found.catalog))
    if done.refused:
        page = _page(now, at(now, slug, locale))
        told = {"refused": _refusals(found, done.refused), "signed": len(done.changed)}
        return render(request, "desk/reading.html", {**page, **told}, status=422)
    messages.success(request, _signed(len(done.changed)))
    return redirect("read", slug, locale)


def _refusals(found: At, refused: Iterable[Refused]) -> list[tuple[str, str, str]]:
    """Return for each refusal its segment, the words of that, and why; a segment's id tells a reader nothing."""
    words = {segment.id: passages.plain(segment, segment.target) for segment in found.catalog}
    told = []
    for one in refused:
        segment, why = parted(one.message)
        known = segment in words
        told.append((segment if known else "", words.get(segment, ""), sentence(Refused(why, hint=one.hint) if known else one)))
    return told


def _signed(count: int) -> str:
    return ngettext("Signed off: %(number)s sentence.", "Signed off: %(number)s sentences.", count) % {"number": count}


def _comment(request: HttpRequest, now: Here, found: At) -> HttpResponse:
    slug, locale = found.article.slug, found.catalog.target_locale
    on, text = request.POST.get("on", ""), request.POST.get("text", "").strip()
    if text:
        now.newsroom.store.comment(slug, locale, on, author=now.person, text=text, at=now.now)
        messages.success(request, _("Comment kept."))
    return redirect(f"{reverse('read', args=(slug, locale))}{f'#{on}' if text else ''}")


def _page(now: Here, found: At) -> dict[str, object]:
    newsroom, catalog = now.newsroom, found.catalog
    found_wrong = of_article(newsroom, catalog)
    comments = newsroom.store.comments(found.article.slug, catalog.target_locale)
    told = passages.about(catalog, found_wrong, comments)
    page = {
        "article": found.article,
        "locale": catalog.target_locale,
        "variant": found.variant,
        "row": _rows(found),
        "language": name(language(found.variant)),
        "source": found.article.locale,
        "revision": catalog.revision,
        **_standing(now, progress(catalog, found_wrong, four_eyes=newsroom.project.four_eyes)),
        "outdated": newsroom.outdated(found.article.path, catalog.digest),
        "unsaved": _unsaved(now, found),
        "names": names(now, comments),
        "unsettled": sum(comment.settled is None for comment in comments),
    }
    try:
        made = preview(now, found)
    except Refused as refused:
        return {**page, "faults": [sentence(refused)], "beside": passages.bare(told)}
    cut = passages.cut(made, catalog, told, _rows(found))
    return {**page, "faults": made.faults, "passages": cut, "beside": [one for one in cut if not one.html and not one.omitted]}


def _rows(found: At) -> str:
    """Return what the addresses of the article's rows begin with."""
    return f"{reverse('article', args=(found.article.slug, found.catalog.target_locale))}s/"


def _unsaved(now: Here, found: At) -> list[tuple[str, str]]:
    """Return the segments, each with its words, of which this person has typed another text and has not saved it: nobody signs that."""
    drafts = now.newsroom.store.drafts(found.article.slug, found.catalog.target_locale, person=now.person)
    typed = {draft.segment: draft.text for draft in drafts}
    return [(one.id, passages.plain(one, one.target)) for one in found.catalog if typed.get(one.id, one.target) != one.target]


def _standing(now: Here, reached: Progress) -> dict[str, object]:
    """Return what stands between the article and the signature under it."""
    return {
        "total": reached.total,
        "unreviewed": reached.total - reached.done,
        "to_sign": reached.counts[State.REVIEWED],
        "signed_off": reached.counts[State.FINAL],
        "waiting": [(passages.plain(blocker.segment), blocker) for blocker in reached.blockers if not blocker.segment.done],
    }
