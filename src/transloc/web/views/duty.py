"""Who works on an article: claimed, released, assigned, handed over, and by when. The guards are the store's."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from transloc import markup
from transloc.errors import InputError, Refused
from transloc.web import desk, onward
from transloc.web.desk import At, Here
from transloc.web.spoken import whole
from transloc.wording import say

#: Letters of what is said when an article is handed over.
LONGEST = 500


def _act(work: Callable[[HttpRequest, Here, At], str]) -> Callable[[HttpRequest, str, str], HttpResponse]:
    """Return a view that does ``work`` for a form, says what came of it, and leads back to where the form stood."""

    @require_POST
    def view(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
        here = desk.here(request)
        at = desk.at(here, slug, locale)
        try:
            messages.success(request, work(request, here, at))
        except (Refused, InputError) as why:
            messages.error(request, whole(why))
        return redirect(onward.inside(request))

    return view


def _place(at: At) -> tuple[str, str]:
    return at.article.slug, at.catalog.target_locale


def _title(at: At) -> str:
    return _("“%(title)s” (%(locale)s)") % {"title": markup.words(at.article.title), "locale": at.catalog.target_locale}


def _claim(request: HttpRequest, here: Here, at: At) -> str:
    here.newsroom.store.claim(*_place(at), actor=here.person, at=here.now)
    return _("You are at %(title)s: others see it for half an hour after the last thing that you do there.") % {"title": _title(at)}


def _release(request: HttpRequest, here: Here, at: At) -> str:
    here.newsroom.store.release_claim(*_place(at), actor=here.person, at=here.now)
    return _("%(title)s is claimed no longer.") % {"title": _title(at)}


def _assign(request: HttpRequest, here: Here, at: At) -> str:
    store, wanted = here.newsroom.store, request.POST.get("person", "")
    person = store.colleague(wanted) if wanted else None
    note = " ".join(request.POST.get("note", "").split())[:LONGEST]
    store.assign(*_place(at), person, actor=here.person, at=here.now, note=note)
    if person is None:
        return _("%(title)s is nobody’s now.") % {"title": _title(at)}
    if person.id == here.person.id:
        return _("%(title)s is yours now.") % {"title": _title(at)}
    _tell_unsaved(request, here, at)
    return _("%(title)s is %(name)s’s now.") % {"title": _title(at), "name": person.name}


def _tell_unsaved(request: HttpRequest, here: Here, at: At) -> None:
    """Tell somebody who hands an article over what of theirs the other will not see."""
    target = {segment.id: segment.target for segment in at.catalog}
    drafts = here.newsroom.store.drafts(*_place(at), person=here.person)
    if left := sum(draft.text != target.get(draft.segment) for draft in drafts):
        told = ngettext(
            "Of one sentence you have typed a text that is not saved: nobody but you sees it.",
            "Of %(count)s sentences you have typed texts that are not saved: nobody but you sees them.",
            left,
        )
        messages.warning(request, told % {"count": left})


def _deadline(request: HttpRequest, here: Here, at: At) -> str:
    try:
        due = forms.DateTimeField(required=False).clean(request.POST.get("deadline", ""))
    except ValidationError:
        raise InputError(say("that is no moment"), hint=say("Write it such as 2026-11-24 18:00")) from None
    here.newsroom.store.set_deadline(*_place(at), due, actor=here.person, at=here.now)
    if due is None:
        return _("%(title)s has no deadline now.") % {"title": _title(at)}
    return _("The deadline of %(title)s was set.") % {"title": _title(at)}


claim, release, assign, deadline = _act(_claim), _act(_release), _act(_assign), _act(_deadline)
