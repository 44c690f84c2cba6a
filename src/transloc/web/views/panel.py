"""The side panel of the open segment: all that helps to decide about one sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from transloc import markup, memory, states
from transloc.checks.run import judge_segment
from transloc.model import ADAPTED, Event, Finding, Segment, Span
from transloc.states import MOST_ALTERNATIVES, Action
from transloc.steps.ledger import Entry, ledger
from transloc.web import desk, names, rows, shown, tongue
from transloc.web.desk import At, Here
from transloc.web.glossary.terms import terms

#: These show the target; of others the texts are the source or a suggestion, and nothing can be restored from them.
_OF_TARGET = frozenset({"draft", "edit", "confirm", "omit", "add", "sign-off", "correct", "reject", "imported", "updated", "undo"})

#: Texts of the memory that are offered: more keys than nine there are not, and other suggestions want some.
_MOST_REMEMBERED = 6


@require_GET
def panel(request: HttpRequest, slug: str, locale: str, segment: str) -> HttpResponse:
    """Show the panel of one segment, a fragment of the article page."""
    here = desk.here(request)
    at = desk.at(here, slug, locale)
    one = next((one for one in at.catalog if one.id == segment), None)
    if one is None:
        raise Http404(f"there is no segment {segment}")
    return render(request, "desk/panel.html", context(here, at, one))


def context(here: Here, at: At, segment: Segment) -> dict[str, object]:
    """Return everything that the panel tells of ``segment``."""
    place = (at.article.slug, at.catalog.target_locale)
    codes = dict(rows.labels(at.article).get(segment.unit, ()))
    history = here.newsroom.store.history(*place, segment.id)
    text = present(here, at, segment)
    return {
        "at": at,
        "segment": segment,
        "do": _do(at, segment),
        "source_html": shown.text(segment.source, codes),
        "terms": terms(here.newsroom, at.catalog, segment),
        "suggestions": suggestions(here, at, segment, history, codes),
        "draft": _machine_draft(history, text, codes),
        "source_change": shown.changes(segment.previous_source, segment.source, codes, told=True) if segment.previous_source else "",
        "findings": _findings(here, at, segment, text),
        "waivers": segment.waivers,
        "wordings": _wordings(segment, text, history),
        "quotations": _quotations(here, at, segment),
        "comments": (comments := here.newsroom.store.comments(*place, segment.id)),
        "names": desk.names(here, comments),
        "history": [_told(event, codes) for event in reversed(history)],
        "adapted": segment.kind in ADAPTED and not segment.added,
        "length": len(markup.words(text)),
        "keepable": bool(text.strip()) and text not in segment.alternatives and len(segment.alternatives) < MOST_ALTERNATIVES,
        "waivable": segment.state in states.TABLE[Action.WAIVE].before,
        "text": text,
    }


def _do(at: At, segment: Segment) -> str:
    """Return what the addresses of the actions on ``segment`` begin with."""
    return f"{reverse('segment', args=(at.article.slug, at.catalog.target_locale, segment.id))}do/"


def present(here: Here, at: At, segment: Segment) -> str:
    """Return the text that the person has before them: their unsaved draft, where it is of this revision, else the target."""
    drafts = here.newsroom.store.drafts(at.article.slug, at.catalog.target_locale, person=here.person)
    return next((one.text for one in drafts if one.segment == segment.id and one.seen == segment.revision), segment.target)


def _quotations(here: Here, at: At, segment: Segment) -> list[tuple[Entry, str, str]]:
    """Return the quotations that reach into ``segment``, each with the languages that it was spoken and published in, by name."""
    found = (one for one in ledger(at.article.document, at.catalog, here.newsroom.glossary) if segment.id in one.segments)
    return [(one, _language(one.quotation.spoken_in), _language(one.quotation.published_in)) for one in found]


def _language(tag: str) -> str:
    return tongue.name(tag) if tag else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A text that a key inserts. ``difference`` is a word diff of the sources, where it is of another one."""

    text: str
    html: SafeString
    origin: str
    by: str = ""
    at: object = None
    difference: SafeString | str = ""


def suggestions(here: Here, at: At, segment: Segment, history: Iterable[Event], codes: dict[int, str]) -> tuple[Offer, ...]:
    """Return what may be inserted whole: the memory's texts, the best first, then what stood or was drafted here before."""
    offers = [*_remembered(here, at, segment, codes)]
    if segment.suggestion:
        changed = shown.changes(segment.previous_source, segment.source, codes) if segment.previous_source else ""
        origin = _("before the source changed") if segment.previous_source else _("hint")
        offers.append(Offer(text=segment.suggestion, html=shown.text(segment.suggestion, codes), origin=origin, difference=changed))
    if drafted := _last_draft(history):
        offers.append(
            Offer(
                text=drafted.after,
                html=shown.text(drafted.after, codes),
                origin=_("draft, %(origin)s") % {"origin": drafted.origin},
                at=drafted.at,
            )
        )
    once = {offer.text: offer for offer in reversed(offers) if offer.text != segment.target or offer.by}
    return tuple(reversed(once.values()))


def _remembered(here: Here, at: At, segment: Segment, codes: dict[int, str]) -> Iterable[Offer]:
    if not segment.source:
        return
    store, catalog = here.newsroom.store, at.catalog
    told = [one for one in catalog.segments if one.source]
    place = next(n for n, one in enumerate(told) if one.id == segment.id)
    before, after = (told[n].source if 0 <= n < len(told) else "" for n in (place - 1, place + 1))
    asked = (segment.source, catalog.source_locale, catalog.target_locale)
    policy = here.newsroom.project.memory
    entries = dict.fromkeys((*store.lookup(*asked), *store.similar(*asked, least=policy.least)))
    names = {person.id: person.name for person in store.people()} if entries else {}
    for found in memory.ranked(memory.Query(segment.source, before, after, at.article.slug), entries, policy)[:_MOST_REMEMBERED]:
        entry = found.entry
        yield Offer(
            text=found.target,
            html=shown.text(found.target, codes),
            origin=_from(found),
            by=names.get(entry.by, ""),
            at=entry.at,
            difference=shown.changes(entry.source, segment.source, codes) if entry.source != segment.source else "",
        )


def _from(found: memory.Match) -> str:
    """Return what a match is and where it comes from: “memory 87 %, tram”."""
    told = _("memory %(score)s") % {"score": f"{found.score:.0%}".replace("%", " %")}
    if found.kind == memory.CONTEXT and found.score == 1:
        told = _("memory 100 % with its neighbours")
    return ", ".join(filter(None, (told, found.entry.article or found.entry.origin)))


def _last_draft(history: Iterable[Event]) -> Event | None:
    return next((event for event in reversed([*history]) if event.action == "draft"), None)


def _machine_draft(history: Iterable[Event], text: str, codes: dict[int, str]) -> dict[str, object] | None:
    """Return the machine's text with the word diff that leads from it to the present one."""
    drafted = _last_draft(history)
    if drafted is None:
        return None
    same = drafted.after == text
    changed = "" if same else shown.changes(drafted.after, text, codes, told=True)
    return {"text": drafted.after, "html": shown.text(drafted.after, codes), "changes": changed, "origin": drafted.origin, "at": drafted.at}


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with the words that it is about; ``fixed`` is the word diff to its fix."""

    finding: Finding
    source_words: tuple[str, ...]
    target_words: tuple[str, ...]
    fixed: SafeString | str = ""

    @property
    def spans(self) -> str:
        """Where it lies in the target: “3-7 12-15”, in code points."""
        return " ".join(f"{start}-{end}" for start, end in self.finding.target_spans)


def _findings(here: Here, at: At, segment: Segment, text: str) -> tuple[Shown, ...]:
    unit = [one for one in at.catalog if one.unit == segment.unit]
    judged = judge_segment(replace(segment, target=text), here.rules(at.catalog), unit)
    codes = dict(rows.labels(at.article).get(segment.unit, ()))
    return tuple(
        Shown(
            finding,
            _words(segment.source, finding.source_spans),
            _words(text, finding.target_spans),
            shown.changes(text, finding.fix, codes) if finding.fix is not None else "",
        )
        for finding in states.unwaived(segment, judged)
    )


def _words(text: str, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in spans if text[start:end].strip())


def findings_fragment(request: HttpRequest, here: Here, at: At, segment: Segment) -> str:
    """Return the findings of the text that is being typed, as the panel shows them."""
    text = present(here, at, segment)
    waivable = segment.state in states.TABLE[Action.WAIVE].before
    findings = _findings(here, at, segment, text)
    found = {"at": at, "segment": segment, "do": _do(at, segment), "findings": findings, "waivable": waivable, "text": text}
    return render_to_string("desk/findings.html", found, request)


@dataclass(frozen=True, slots=True)
class Wording:
    """Another wording of a headline, lede or social text. ``kept``: it is among those that the segment keeps."""

    text: str
    origin: str
    kept: bool = True
    others: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """Its characters, as a reader counts them."""
        return len(markup.words(self.text))


def _wordings(segment: Segment, text: str, history: Iterable[Event]) -> tuple[Wording, ...]:
    """Return the wordings to choose from; ``others`` are those that stay kept once this one is chosen."""
    if segment.kind not in ADAPTED:
        return ()
    kept = [Wording(one, _("kept")) for one in segment.alternatives]
    drafted = _last_draft(history)
    if drafted and drafted.after not in (text, *segment.alternatives):
        kept.append(Wording(drafted.after, _("the machine's draft"), kept=False))
    return tuple(replace(one, others=_others(segment, one.text, text)) for one in kept)


def _others(segment: Segment, chosen: str, text: str) -> tuple[str, ...]:
    left = (one for one in (text, *segment.alternatives) if one.strip() and one != chosen)
    return tuple(dict.fromkeys(left))[:MOST_ALTERNATIVES]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the history; ``restorable`` is a text that can be put back, empty where there is none."""

    event: Event
    done: str
    changes: SafeString | str
    restorable: str


def _told(event: Event, codes: dict[int, str]) -> Told:
    differs = event.before != event.after
    changes = shown.changes(event.before, event.after, codes) if differs and event.action in _OF_TARGET else ""
    return Told(event, names.name("done", event.action), changes, event.after if event.action in _OF_TARGET else "")
