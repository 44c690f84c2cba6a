"""One segment: as a page that needs no script, and as answers to the script of the article page."""

from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from transloc import states
from transloc.errors import InputError, Refused, StaleRevision
from transloc.model import Catalog, Finding, Segment, State
from transloc.states import Action
from transloc.web import company, cuts, desk, judged, rows
from transloc.web.acts import ACTS, Task
from transloc.web.desk import At, Here
from transloc.web.once import once
from transloc.web.spoken import plain, whole
from transloc.web.spoken import said as spoken
from transloc.web.told import wants_json
from transloc.web.views import article, panel

#: After these a person goes on to the next sentence.
_ONWARD = frozenset({"confirm", "sign-off", "omit"})


@require_GET
def segment(request: HttpRequest, slug: str, locale: str, segment: str) -> HttpResponse:
    """Show one segment with everything that can be done to it."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    return _page(request, here, at, _found(at, segment))


@require_POST
@once
def do(request: HttpRequest, slug: str, locale: str, segment: str, action: str) -> HttpResponse:
    """Carry out one action; the guards are the store's."""
    if action not in ACTS:
        raise Http404(f"there is no action {action}")
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    one = next((one for one in at.catalog if one.id == segment), None)
    if one is None:
        return _gone(request, here, at, segment, action)
    task = Task(here=here, at=at, segment=one, form=request.POST)
    try:
        said = ACTS[action](task)
    except StaleRevision:
        return _stale(request, task)
    except (Refused, InputError) as why:
        return _refused(request, task, why)
    if action == "draft" and wants_json(request):
        return JsonResponse({"said": "", "findings": panel.findings_fragment(request, here, at, one)})
    onward = rows.following(at.catalog, segment) if action in _ONWARD else None
    return _Answer(request, here, at, task.now).done(said, onward.id if onward else segment, also=(segment,))


@require_POST
@once
def add(request: HttpRequest, slug: str, locale: str, unit: str) -> HttpResponse:
    """Add a target-only unit behind ``unit``, or behind that which the note ``unit`` follows: what a reader elsewhere has to be told."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    unit = next((one.after for one in at.catalog if one.added and one.unit == unit), unit)
    text = request.POST.get("target", "").replace("\r\n", "\n").strip()
    change = states.Change(action=Action.ADD, at=here.now, actor=here.person, target=text)
    answer = _Answer(request, here, at)
    try:
        added = here.newsroom.store.add(slug, locale, Segment(id="", source="", after=unit), change=change, rules=here.rules(at.catalog))
    except (Refused, InputError) as why:
        return answer.refused(plain(why), spoken(why.hint), reverse("article", args=(slug, locale)))
    return answer.done(_("The note was added"), added.id)


@require_POST
@once
def undo(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Take back this person's last confirm, omission, sign-off or rejection in the catalog."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    answer = _Answer(request, here, at)
    try:
        undone = here.newsroom.store.undo(slug, locale, actor=here.person, moment=here.now, rules=here.rules(at.catalog))
    except (Refused, InputError) as why:
        return answer.refused(plain(why), spoken(why.hint), reverse("article", args=(slug, locale)))
    return answer.done(_("Undone: %(what)s") % {"what": _word(_found(at, undone.id))}, undone.id)


def _word(before: Segment) -> str:
    """Return in words what was taken back, told by how the segment stood until then: it may be far from where the person is."""
    if before.omitted:
        return _("the sentence is no longer left out")
    words = {State.REVIEWED: _("confirmed no longer"), State.FINAL: _("signed off no longer")}
    return words.get(before.state, _("rejected no longer"))


def _found(at: At, segment: str) -> Segment:
    for one in at.catalog:
        if one.id == segment:
            return one
    raise Http404(f"there is no segment {segment}")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a request is answered once its change was tried; ``at`` is the catalog as it stood before.

    ``now`` is the catalog as the change left it, None where it is to be read.
    """

    request: HttpRequest
    here: Here
    at: At
    now: Catalog | None = None

    @property
    def _place(self) -> tuple[str, str]:
        return self.at.article.slug, self.at.catalog.target_locale

    def done(self, said: str, segment: str, *, also: tuple[str, ...] = ()) -> HttpResponse:
        """Answer that it was done; ``segment`` is where the person goes on."""
        if not wants_json(self.request):
            if said:
                messages.success(self.request, said)
            return redirect("segment", *self._place, segment)
        return JsonResponse(self.changed(also) | {"said": said, "open": segment})

    def dropped(self) -> HttpResponse:
        """Answer that what was typed into a sentence that is gone is thrown away."""
        if wants_json(self.request):
            return JsonResponse(self.changed() | {"said": _("The text was thrown away"), "open": ""})
        messages.success(self.request, _("The text was thrown away"))
        return redirect("article", *self._place)

    def changed(self, also: tuple[str, ...] = ()) -> dict[str, object]:
        """Return what the page has to paint anew, found by comparing the catalog with how it stood before."""
        after = replace(self.at, catalog=self.now or desk.catalog(self.here.newsroom, *self._place))
        names = _touched(self.at.catalog, after.catalog) | set(also)
        order = [one.id for one in after.catalog]
        before = [one.id for one in self.at.catalog]
        return {
            "rows": {row.segment.id: rows.html(row) for row in rows.rows(self.here, after, names)},
            "order": order if order != before else None,
            "gone": sorted(set(before) - set(order)),
            "progress": article.progress(after.catalog),
            "revision": [self.at.catalog.revision, after.catalog.revision],
        }

    def refused(self, message: str, hint: str, back: str, *, also: tuple[str, ...] = (), found: tuple[Finding, ...] = ()) -> HttpResponse:
        """Answer that a guard forbids it; what was done before the guard is painted."""
        if not wants_json(self.request):
            messages.error(self.request, f"{message}. {hint}".strip())
            return redirect(back)
        told = [{"rule": one.rule, "severity": one.severity.value, "message": spoken(one.message)} for one in found]
        return JsonResponse(self.changed(also) | {"message": message, "hint": hint, "findings": told}, status=422)


def _touched(before: Catalog, after: Catalog) -> set[str]:
    """Return the segments of every unit in which something was written: a neighbour may have other findings now."""
    known = {one.id: one for one in before}
    units = {one.unit for one in after if known.get(one.id) != one}
    return {one.id for one in after if one.unit in units} if units else set()


def _gone(request: HttpRequest, here: Here, at: At, segment: str, action: str) -> HttpResponse:
    if action == "drop":  # its words were read, and are wanted no more
        here.newsroom.store.drop_draft(at.article.slug, at.catalog.target_locale, segment, person=here.person)
        return _Answer(request, here, at).dropped()
    message = _("This sentence is no longer in the article")
    if not wants_json(request):
        raise Http404(message)
    answer = _Answer(request, here, at).changed() | {"gone": [segment], "message": message, "hint": "", "findings": []}
    return JsonResponse(answer, status=422)


def _stale(request: HttpRequest, task: Task) -> HttpResponse:
    """Answer with three columns: what the person saw, what stands now, what the person wrote. None of them is lost."""
    at = desk.at(task.here, *task.place)
    now = _found(at, task.segment.id)
    texts = {"before": task.word("before"), "theirs": now.target, "mine": task.word("target")}
    store = task.here.newsroom.store
    wrote, done = store.last_written(*task.place, now.id), store.last_done(*task.place, now.id)
    if wants_json(request):
        (row,) = rows.rows(task.here, at, {now.id})
        told = {"revision": now.revision, "row": rows.html(row), "wrote": company.who(wrote), "done": company.who(done)}
        return JsonResponse(texts | told, status=409)
    return _page(request, task.here, at, now, mine=texts["mine"], conflict=texts | {"wrote": wrote, "done": done}, status=409)


def _refused(request: HttpRequest, task: Task, why: Refused | InputError) -> HttpResponse:
    at = desk.at(task.here, *task.place)
    now = _found(at, task.segment.id)
    message = plain(why)
    if wants_json(request):
        found = judged.findings(task.here.newsroom, at.catalog).get(now.id, ())
        return _Answer(request, task.here, task.at).refused(
            message, spoken(why.hint), "", also=(now.id,), found=states.blocking(now, found)
        )
    mine = task.word("target") if "target" in task.form else now.target
    return _page(request, task.here, at, now, mine=mine, refused=whole(why), status=422)


def _page(
    request: HttpRequest,
    here: Here,
    at: At,
    one: Segment,
    *,
    mine: str | None = None,
    refused: str = "",
    conflict: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    shown = rows.rows(here, at)
    row = next(row for row in shown if row.segment.id == one.id)
    neighbours = {row.number: row.segment for row in shown}
    after = neighbours.get(row.number + 1)
    context = panel.context(here, at, one) | {
        "row": row,
        "mine": panel.present(here, at, one) if mine is None else mine,
        "refused": refused,
        "conflict": conflict,
        "previous": neighbours.get(row.number - 1),
        "next": after,
        "actions": {action.value.replace("-", "_") for action, rule in states.TABLE.items() if one.state in rule.before},
        "cuts": cuts.places(one.source),
        "target_cuts": cuts.places(one.target),
        "mergeable": after if after and after.unit == one.unit else None,
        "final": one.state is State.FINAL,
        "company": company.keep(request, here, at, one.id),
    }
    return render(request, "desk/segment.html", context, status=status)
