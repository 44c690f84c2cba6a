"""One row of the glossary: all of it, where it stands, what a change would touch, and the decision on it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from transloc import files, markup
from transloc.errors import InputError, Refused
from transloc.glossary import Case, Concept
from transloc.jobs import terminology
from transloc.jobs.occurrences import Occurrences, Place, by_article, occurrences, touched
from transloc.model import Catalog
from transloc.steps.impact import Change
from transloc.steps.search import shown_forms
from transloc.web import desk, tongue
from transloc.web.desk import Here
from transloc.web.glossary import form as forms
from transloc.web.glossary.address import named
from transloc.web.glossary.form import Form
from transloc.web.glossary.listing import GENDERS, KINDS, Book, Standing, book, headword, may_decide, may_edit, ordered
from transloc.web.spoken import plain
from transloc.web.spoken import said as told
from transloc.wording import say

#: Sentences that are shown at once.
_SHOWN = 60
#: Languages of which the forms are asked for at once.
_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """The row that an address names, in its glossary."""

    here: Here
    book: Book
    concept: Concept

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages of the form."""
        return ordered(self.here.newsroom, self.book.rows)


def _at(request: HttpRequest, row: str) -> At:
    here = desk.here(request)
    found = book(here.newsroom)
    concept = named(found.rows, row) if found else None
    if found is None or concept is None:
        raise Http404(f"there is no row {row}")
    return At(here=here, book=found, concept=concept)


@require_http_methods(["GET", "HEAD", "POST"])
def row(request: HttpRequest, row: str) -> HttpResponse:
    """Show a row; a POST changes it, or shows what the change would touch."""
    at = _at(request, row)
    if request.method != "POST":
        return _page(request, at)
    if not may_edit(at.here.person, at.concept):
        raise PermissionDenied
    typed = forms.typed(request.POST.dict(), at.locales)
    meant, form = forms.understood(typed, at.concept)
    if meant is None:
        return _page(request, at, form=form, refused=_("Nothing was written yet: see below."), status=422)
    if request.POST.get("do") == "look":
        return _page(request, at, form=form, would=_would(at, meant))
    try:
        written = terminology.change(at.here.newsroom, at.concept.id, lambda _: meant, seen=request.POST.get("seen", ""))
    except terminology.Changed as why:
        theirs = forms.filled(why.now, at.locales).values if why.now else {}
        differs = [(name, value, form.values[name]) for name, value in theirs.items() if value != form.values[name]]
        return _page(request, at, form=form, refused=_sentence(why), differs=differs, status=409)
    except (Refused, InputError) as why:
        return _page(request, at, form=form, refused=_sentence(why), status=422)
    return _done(request, written, _("Saved"))


def _page(request: HttpRequest, at: At, *, form: Form | None = None, status: int = 200, **more: object) -> HttpResponse:
    concept, rows = at.concept, at.book.rows
    here, entry = at.here, at.book.entry(at.concept, at.locales)
    context = {
        "entry": entry,
        "concept": concept,
        "headword": headword(at.book, concept),
        "path": files.shown(here.newsroom.project.glossary),
        "languages": [(one, tongue.name(one.locale), shown_forms(concept, one.locale)) for one in entry.cells],
        "replaces": [one for one in rows.concepts if one.replaced_by == concept.id and one is not concept],
        "form": form or forms.filled(concept, at.locales),
        "edited": form is not None,
        "seen": terminology.token(concept),
        "may_edit": may_edit(here.person, concept),
        "may_decide": may_decide(here.person),
        "kinds": KINDS,
        "cases": [case.value for case in Case],
        "genders": GENDERS,
        "yes_no": ("yes", "no"),
        "unreadable": at.book.trouble,
        **more,
    }
    return render(request, "desk/glossary_row.html", context, status=status)


@require_safe
def forms_in(request: HttpRequest, row: str) -> HttpResponse:
    """Show the forms of a row in the languages that are asked for, a fragment."""
    at = _at(request, row)
    columns = [column for tag in request.GET.getlist("in")[:_COLUMNS] if (column := at.book.rows.column_for(tag))]
    if not columns:
        raise Http404("the glossary has no such language")
    found = [(column, tongue.name(column), shown_forms(at.concept, column)) for column in dict.fromkeys(columns)]
    return render(request, "desk/glossary_forms.html", {"concept": at.concept, "found": found})


@dataclass(frozen=True, slots=True)
class Shown:
    """A place as a page shows it: the source with the row's words marked."""

    place: Place
    source: SafeString
    target: str


@require_safe
def impact(request: HttpRequest, row: str) -> HttpResponse:
    """Show where a row stands, and what the term rules say there."""
    at = _at(request, row)
    found = occurrences(at.here.newsroom, at.concept, _catalogs(at.here))
    titles = {listed.slug: markup.words(listed.title) for listed in at.here.newsroom.store.listing()}
    shown = found.places if request.GET.get("all") else found.places[:_SHOWN]
    groups = [
        (titles.get(slug, slug), slug, locale, at.here.newsroom.project.variant(locale), [_shown(place) for place in places])
        for (slug, locale), places in by_article(shown).items()
    ]
    context = {
        "concept": at.concept,
        "entry": at.book.entry(at.concept),
        "headword": headword(at.book, at.concept),
        "found": found,
        "said": said(found, at.book.standing(at.concept)),
        "groups": groups,
        "left": len(found.places) - len(shown),
        "source_locale": at.here.newsroom.project.source,
        "fragment": "HX-Request" in request.headers,
    }
    return render(request, "desk/glossary_impact.html" if context["fragment"] else "desk/glossary_impact_page.html", context)


def _catalogs(here: Here) -> Callable[[str, str], Catalog]:
    return lambda slug, locale: desk.catalog(here.newsroom, slug, locale)


def said(found: Occurrences, standing: Standing) -> str:
    """Return in a sentence what a row touches, or would if it were accepted."""
    if not found.places:
        return _("It stands in no sentence.")
    sentences, articles = _sentences(found.sentences), _articles(found.articles)
    where = _("It stands in %(sentences)s in %(articles)s") % {"sentences": sentences, "articles": articles}
    if standing is Standing.PROPOSED:
        where = _("Accepted, it would touch %(sentences)s in %(articles)s") % {"sentences": sentences, "articles": articles}
    if not found.others:
        return f"{where}."
    others = ngettext(
        "%(where)s, %(number)s of them with another word now.", "%(where)s, %(number)s of them with another word now.", found.others
    )
    return others % {"where": where, "number": found.others}


def _shown(place: Place) -> Shown:
    return Shown(place, _marked(place.source, place.spans), markup.words(place.target))


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> SafeString:
    at, pieces = 0, []
    for start, end in spans:
        pieces += [(format_html("{}", markup.words(text[at:start])),), (format_html("<mark>{}</mark>", markup.words(text[start:end])),)]
        at = end
    return format_html_join("", "{}", [*pieces, (markup.words(text[at:]),)])


def _would(at: At, meant: Concept) -> str:
    """Return in a sentence what an edit would touch."""
    change: Change | None = touched(at.here.newsroom, at.concept, meant, _catalogs(at.here))
    if change is None or not (change.touched or change.new or change.gone):
        return _("It touches no sentence.")
    new = ngettext("%(number)s new finding", "%(number)s new findings", len(change.new)) % {"number": len(change.new)}
    gone = ngettext("%(number)s gone", "%(number)s gone", len(change.gone)) % {"number": len(change.gone)}
    where = {"sentences": _sentences(change.sentences), "articles": _articles(len(change.articles)), "new": new, "gone": gone}
    return _("It touches %(sentences)s in %(articles)s: %(new)s, %(gone)s.") % where


def _sentences(number: int) -> str:
    return ngettext("%(number)s sentence", "%(number)s sentences", number) % {"number": number}


def _articles(number: int) -> str:
    return ngettext("%(number)s article", "%(number)s articles", number) % {"number": number}


@require_POST
def decide(request: HttpRequest, row: str) -> HttpResponse:
    """Accept, decline or deprecate a row."""
    at = _at(request, row)
    if not may_decide(at.here.person):
        raise PermissionDenied
    act = DECISIONS.get(request.POST.get("do", ""))
    if act is None:
        raise Http404("there is no such decision")
    try:
        step = act(at, request.POST)
        written = terminology.change(at.here.newsroom, at.concept.id, step, seen=request.POST.get("seen", ""))
    except (Refused, InputError) as why:
        status = 409 if isinstance(why, terminology.Changed) else 422
        return _page(request, _at(request, row), refused=_sentence(why), decision=_given(request.POST), status=status)
    return _done(request, written, str(_DONE[request.POST["do"]]))


def _given(typed: QueryDict) -> Mapping[str, str]:
    """Return what was typed for a decision, under names that a template can say."""
    names = {"do": "do", "reason": "reason", "day": "valid-from", "heir": "replaced-by"}
    return {name: typed.get(field, "") for name, field in names.items()}


_Step = Callable[[Concept], Concept]


def _accept(at: At, given: QueryDict) -> _Step:
    day, reason = _day(given.get("valid-from", "")), _line(given.get("reason", ""))
    return lambda concept: terminology.accepted(concept, day=day, reason=reason)


def _decline(at: At, given: QueryDict) -> _Step:
    reason, today = _line(given.get("reason", "")), at.here.newsroom.today()
    if not reason:
        raise InputError(say("say why it is declined"), hint=say("Who proposed it will read it, and nobody proposes it again"))
    return lambda concept: terminology.declined(concept, reason, by=at.here.person.name, on=today)


def _deprecate(at: At, given: QueryDict) -> _Step:
    heir, reason = _line(given.get("replaced-by", "")), _line(given.get("reason", ""))
    if heir and (at.book.rows.concept(heir) is None or heir == at.concept.id):
        raise InputError(
            say("“{row}” is no other row", row=heir), hint=say("Write the id of the row that takes its place, or leave it empty")
        )
    if not heir and not reason:
        raise InputError(say("say why it is deprecated, or what replaces it"))
    return lambda concept: terminology.deprecated(concept, reason, heir=heir)


_DONE = {"accept": gettext_lazy("Accepted"), "decline": gettext_lazy("Declined"), "deprecate": gettext_lazy("Deprecated")}

DECISIONS: Mapping[str, Callable[[At, QueryDict], _Step]] = {"accept": _accept, "decline": _decline, "deprecate": _deprecate}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError:
        raise InputError(say("“{text}” is no day", text=text[:40]), hint=say("Write it such as 2026-12-01")) from None


def _line(text: str) -> str:
    return " ".join(text.split())


def _sentence(why: Refused | InputError) -> str:
    return f"{plain(why)}. {told(why.hint)}".strip().removesuffix("..") if why.hint else plain(why)


def _done(request: HttpRequest, written: terminology.Written, what: str) -> HttpResponse:
    messages.success(request, f"{what}.")
    for warning in written.warnings:
        messages.warning(request, told(warning))
    return redirect("row", written.concept.id)
