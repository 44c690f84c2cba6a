"""Propose a row for the glossary: by words that were selected in an article, or by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from transloc import languages, markup
from transloc.errors import InputError, Refused
from transloc.glossary import Concept, ConceptKind, Glossary, Status, Term
from transloc.glossary.inflection.citation import citation
from transloc.jobs import terminology
from transloc.model import Segment
from transloc.steps.search import known_as
from transloc.web import desk, tongue
from transloc.web.desk import Here
from transloc.web.glossary import form as forms
from transloc.web.glossary.listing import GENDERS, KINDS, Book, Entry, book, headword
from transloc.web.spoken import said, whole
from transloc.web.told import wants_json

#: Characters of a selection that may be a term; a longer one is left as it is.
_WORDS = 120
_FIELDS = ("term", "target", "kind", "gender", "reason", "article", "locale", "segment", "anyway")
_DRAFT = Concept(id="", status=Status.DRAFT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is proposed, and where it was seen: the columns of source and target, the sentence where there is one."""

    here: Here
    book: Book
    source: str
    target: str
    values: Mapping[str, str]
    segment: Segment | None = None

    @property
    def where(self) -> str:
        """Where it was seen, as the note of the row tells it."""
        return f"seen in {self.values['article']} ({self.values['locale']}), sentence {self.segment.id}" if self.segment else ""

    @property
    def sentence(self) -> tuple[str, str]:
        """The words of the sentence in which it was seen, in source and target."""
        return (markup.words(self.segment.source), markup.words(self.segment.target)) if self.segment else ("", "")


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest) -> HttpResponse:
    """Show the form of a proposal, filled in with what was selected; a POST writes it as a draft row."""
    here = desk.here(request)
    found = book(here.newsroom)
    if found is None:
        return redirect("glossary")
    asked = _asked(here, found, (request.POST if request.method == "POST" else request.GET).dict())
    if request.method != "POST":
        return _page(request, asked, term=_cited(asked))
    term = asked.values.get("term", "").strip()
    known = _known(asked, term)
    if known and not asked.values.get("anyway"):
        return _page(request, asked, term=term, known=known, status=409)
    meant, form = _meant(asked, term)
    if meant is None:
        return _page(request, asked, term=term, known=known, wrong=form.wrong, status=422)
    try:
        written = terminology.add(here.newsroom, meant)
    except (Refused, InputError) as why:
        return _page(request, asked, term=term, known=known, refused=whole(why), status=422)
    return _done(request, written, term)


def _asked(here: Here, found: Book, given: Mapping[str, str]) -> Asked:
    """Return what a request asks for; an article that is not there is none."""
    values = {name: " ".join(given.get(name, "").split()) for name in _FIELDS}
    project, segment = here.newsroom.project, None
    try:
        catalog = desk.catalog(here.newsroom, values["article"], values["locale"]) if values["article"] else None
    except InputError:
        catalog = None
    if catalog:
        segment = next((one for one in catalog if one.id == values["segment"]), None)
    locale = catalog.target_locale if catalog else _target(here, values["locale"])
    rows = found.rows
    source, target = (rows.column_for(tag) or tag for tag in (project.source, locale))
    return Asked(here=here, book=found, source=source, target=target, values=values | {"locale": locale}, segment=segment)


def _target(here: Here, wanted: str) -> str:
    targets = here.newsroom.project.targets
    return wanted if wanted in targets else next(iter(targets), "en")


def _cited(asked: Asked) -> str:
    """Return the selected words as a dictionary has them, where that can be told."""
    term = asked.values["term"]
    return citation({term: 1}, asked.source, _kind(asked.values["kind"])) if 0 < len(term) <= _WORDS else term


def _kind(value: str) -> ConceptKind:
    return ConceptKind(value) if value in list(ConceptKind) else ConceptKind.TERM


def _known(asked: Asked, term: str) -> list[Entry]:
    """Return the rows that have the term already, in whatever form it was written or selected."""
    rows: Glossary = asked.book.rows
    found = (concept for text in (term, asked.values["term"]) for concept in known_as(rows, text, asked.source))
    return [asked.book.entry(concept) for concept in dict.fromkeys(found)]


def _meant(asked: Asked, term: str) -> tuple[Concept | None, forms.Form]:
    """Return the draft row that is proposed, read as the file is read."""
    values = asked.values
    given = {
        asked.source: term,
        asked.target: values["target"],
        "kind": values["kind"],
        "gender": values["gender"],
        "reason": values["reason"],
    }
    given |= {"owner": asked.here.person.name, "note": asked.where}
    form = forms.typed(given, (asked.source, asked.target))
    wrong = {name: _("Write a term.") for name in (asked.source, asked.target) if not form.values[name]}
    if wrong:
        return None, replace(form, wrong=wrong)
    meant, form = forms.understood(form, replace(_DRAFT, terms=(Term(term, asked.source),)))
    return (replace(meant, id=""), form) if meant else (None, form)


def _page(
    request: HttpRequest,
    asked: Asked,
    *,
    term: str,
    known: list[Entry] | None = None,
    wrong: Mapping[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    known = _known(asked, term) if known is None else known
    context = {
        "asked": asked,
        "values": asked.values,
        "term": term,
        "selected": asked.values["term"] if asked.values["term"] != term else "",
        "known": [(entry, headword(asked.book, entry.concept)) for entry in known],
        "wrong": {"term": (wrong or {}).get(asked.source, ""), "target": (wrong or {}).get(asked.target, ""), "rest": _rest(asked, wrong)},
        "refused": refused,
        "kinds": KINDS,
        "genders": GENDERS,
        "source": (asked.source, tongue.name(asked.source), languages.direction(asked.source)),
        "target": (asked.target, tongue.name(asked.target), languages.direction(asked.target)),
        "targets": [(tag, tongue.name(tag)) for tag in asked.here.newsroom.project.targets],
        "unreadable": asked.book.trouble,
    }
    return render(request, "desk/glossary_propose.html", context, status=status)


def _rest(asked: Asked, wrong: Mapping[str, str] | None) -> list[str]:
    return [why for name, why in (wrong or {}).items() if name not in (asked.source, asked.target)]


def _done(request: HttpRequest, written: terminology.Written, term: str) -> HttpResponse:
    told = _("“%(term)s” was proposed") % {"term": term}
    if wants_json(request):
        return JsonResponse({"said": told, "row": reverse("row", args=(written.concept.id,))})
    messages.success(request, _("%(told)s. It warns from now on; it goes to engines once it is accepted.") % {"told": told})
    for warning in written.warnings:
        messages.warning(request, said(warning))
    return redirect("row", written.concept.id)
