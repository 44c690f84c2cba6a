"""Quotes and names: whose words the article gives, in which language they were spoken, and how each name is spelt."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from transloc import languages
from transloc.checks.quotations.quoted import foreign
from transloc.errors import InputError, Refused, TranslocError
from transloc.model import Quotation, QuotationStatus, Segment
from transloc.states import Action, Change
from transloc.steps.ledger import Entry, ledger
from transloc.steps.names import Name, names_sheet
from transloc.steps.spellings import spellings
from transloc.store.values import Row
from transloc.web import tongue
from transloc.web.desk import At, Here, at, here
from transloc.web.spoken import sentence
from transloc.wording import say

#: Languages in which people speak to newspapers that our newsrooms read; others can stand in a mark all the same.
_SPOKEN = (
    *("uk", "en", "de", "fr", "pl", "ru", "es", "it", "ro", "cs", "sk", "hu", "bg", "lt", "lv", "et", "fi", "sv", "nb", "da", "nl", "pt"),
    *("el", "tr", "he", "ar", "fa", "zh", "ja", "ko", "ka", "be", "sr", "hr", "sl", "crh"),
)


#: BCP 47: a language that is not determined.
_OTHER = "und"


@dataclass(frozen=True, slots=True)
class Shown:
    """A quotation on the page. ``fields`` are its segments, each with the wording that its field holds; ``typed`` the other fields."""

    entry: Entry
    fields: tuple[tuple[Segment, str], ...]
    typed: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""

    @property
    def first(self) -> Segment:
        """The segment in which the quotation begins, and which keeps its mark."""
        return self.fields[0][0]

    @property
    def url(self) -> str:
        """What the field of the address holds."""
        return self.typed.get("url", self.entry.quotation.url)

    @property
    def note(self) -> str:
        """What the field of the note holds."""
        return self.typed.get("note", self.entry.quotation.note)

    @property
    def original(self) -> str:
        """What the field of the original holds."""
        return self.typed.get("original", self.entry.quotation.original)

    @property
    def spoken(self) -> str:
        """The name of the language that the words were spoken in."""
        return _named(self.entry.quotation.spoken_in)

    @property
    def published(self) -> str:
        """The name of the language that the words were published in."""
        return _named(self.entry.quotation.published_in)

    @property
    def key(self) -> str:
        """What names the quotation in a form."""
        return _key(self.entry.quotation)


@require_http_methods(["GET", "HEAD", "POST"])
def quotes(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show the ledger of quotations and the names sheet; a POST marks, resolves or withdraws one quotation."""
    now = here(request)
    found = at(now, slug, locale)
    if request.method != "POST":
        return render(request, "desk/quotes.html", _page(now, found))
    form = request.POST
    try:
        entry = next((one for one in _entries(now, found) if _key(one.quotation) == form.get("quotation")), None)
        if entry is None:
            raise InputError(
                say("this quotation is not in the article any more"), hint=say("Its source may have changed: look at the list below")
            )
        said = _act(now, found, entry, form)
    except TranslocError as error:
        return render(request, "desk/quotes.html", _page(now, found, form, _sentence(error)), status=422)
    messages.success(request, said)
    return redirect(f"{reverse('quotes', args=(slug, locale))}#{_key(entry.quotation)}")


def _sentence(error: TranslocError) -> str:
    said = sentence(error)
    return f"{said[:1].upper()}{said[1:]}"


def _named(tag: str) -> str:
    return _("another language") if tag == _OTHER else tongue.name(tag) if tag else ""


def _key(quotation: Quotation) -> str:
    return f"{quotation.unit}-{quotation.span[0]}"


def _entries(now: Here, found: At) -> tuple[Entry, ...]:
    return ledger(found.article.document, found.catalog, now.newsroom.glossary)


def _act(now: Here, found: At, entry: Entry, form: QueryDict) -> str:
    """Carry out what the form asks for and return what was done; raises Refused with every reason that the store gives."""
    edits: list[Row] = []
    if form.get("do") == "withdraw":
        mark, said = _withdrawn(entry.quotation), _("The mark is taken away.")
    elif form.get("do") == "mark":
        mark, said = _marked(entry.quotation, form, found.catalog.source_locale), _("Marked.")
    else:
        mark, said = _resolved(entry.quotation, form), _("Resolved.")
        edits = list(_edits(now, found, entry, form))
    first = entry.segments[0]
    quote = Change(action=Action.QUOTE, at=now.now, actor=now.person, quotation=mark)
    rows: list[Row] = [(first, _seen(form, first), quote), *edits]
    locale = found.catalog.target_locale
    outcome = now.newsroom.store.change_many(found.article.slug, locale, rows, rules=now.rules(found.catalog))
    if outcome.refused:
        raise Refused("; ".join(sentence(one).rstrip(".") for one in outcome.refused))
    return said


def _withdrawn(quotation: Quotation) -> Quotation:
    return Quotation(unit=quotation.unit, span=quotation.span, text=quotation.text)


def _marked(quotation: Quotation, form: QueryDict, source: str) -> Quotation:
    spoken, published = (_language(form.get(name, "")) for name in ("spoken_in", "published_in"))
    if not spoken and not published:
        raise InputError(say("no language is named"), hint=say("Say in which one the words were spoken, or published"))
    speaker = " ".join(form.get("speaker", "").split()) or quotation.speaker
    mark = replace(_withdrawn(quotation), speaker=speaker, spoken_in=spoken, published_in=published)
    return mark if foreign(mark, source) else replace(mark, status=QuotationStatus.DIRECT)


def _language(tag: str) -> str:
    return tag if tag in ("", _OTHER) else languages.normalise(tag)


def _resolved(quotation: Quotation, form: QueryDict) -> Quotation:
    how, note, original = form.get("how", ""), form.get("note", "").strip(), form.get("original", "").strip()
    if how == "published":
        return replace(quotation, status=QuotationStatus.VERIFIED, url=_address(form.get("url", "")), note=note, original=original)
    if how == "authorised":
        if not note:
            raise InputError(say("nobody is named who authorised the translation"), hint=say("Say who did, and where"))
        return replace(quotation, status=QuotationStatus.VERIFIED, url="", note=note, original=original)
    if quotation.status is QuotationStatus.VERIFIED and note == quotation.note:
        note = ""  # it told who authorised what stands no more
    statuses = {"retranslated": QuotationStatus.RETRANSLATED, "paraphrase": QuotationStatus.PARAPHRASE}
    if how not in statuses:
        raise InputError(say("it is not said how the wording was come by"), hint=say("Choose one of the four"))
    return replace(quotation, status=statuses[how], url="", note=note, original=original)


def _address(written: str) -> str:
    address = written.strip()
    if not address.startswith(("http://", "https://")) or any(map(str.isspace, address)):
        raise InputError(say("a published wording needs the address where it stands"), hint=say("Give one that begins with https://"))
    return address


def _edits(now: Here, found: At, entry: Entry, form: QueryDict) -> Iterator[Row]:
    """Yield the edit of each of the quotation's segments whose wording the form changes."""
    for segment in found.catalog:
        wording = form.get(f"target-{segment.id}", "").replace("\r\n", "\n").strip()
        if segment.id in entry.segments and wording and wording != segment.target:
            change = Change(action=Action.EDIT, at=now.now, actor=now.person, target=wording)
            yield segment.id, _seen(form, segment.id), change


def _seen(form: QueryDict, segment: str) -> int:
    try:
        return int(form.get(f"seen-{segment}", ""))
    except ValueError:
        raise InputError(say("the form does not say what was seen"), hint=say("Load the page again")) from None


def _page(now: Here, found: At, form: QueryDict | None = None, refused: str = "") -> dict[str, object]:
    article, catalog = found.article, found.catalog
    entries = [_shown(found, entry, form, refused) for entry in _entries(now, found)]
    return {
        "article": article,
        "locale": catalog.target_locale,
        "row": f"{reverse('article', args=(article.slug, catalog.target_locale))}s/",
        "variant": found.variant,
        "language": tongue.name(languages.language(found.variant)),
        "source": catalog.source_locale,
        "source_name": tongue.name(catalog.source_locale),
        "entries": entries,
        "blocked": sum(one.entry.blocked for one in entries),
        "suspected": sum(one.entry.suspected and not one.entry.marked for one in entries),
        "names": _names(now, found),
        "spoken_languages": _spoken_languages(found, entries),
        "refused": "" if any(one.refused for one in entries) else refused,
    }


def _spoken_languages(found: At, entries: Iterable[Shown]) -> list[tuple[str, str]]:
    """Return the languages that a mark can name: the article's own two, those that are named, many others, and any other."""
    named = (tag for one in entries for tag in (one.entry.quotation.spoken_in, one.entry.quotation.published_in) if tag)
    tags = dict.fromkeys((found.catalog.source_locale, languages.language(found.variant), *named, *_SPOKEN))
    return [(tag, _named(tag)) for tag in tags if tag != _OTHER] + [(_OTHER, _named(_OTHER))]


@dataclass(frozen=True, slots=True)
class Called:
    """A row of the names sheet: ``spelt`` are the spellings that the translation has, each with its segments, the most frequent first."""

    name: Name
    spelt: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def differs(self) -> bool:
        """Whether sentences spell it otherwise than the glossary, or, where that has none, than each other."""
        given = self.name.target.split() if self.name.known else []  # the glossary may have the name in another language alone
        wanted = {given[-1]} if given else {spelling for spelling, _ in self.spelt[:1]}
        return any(spelling not in wanted for spelling, _ in self.spelt)


def _names(now: Here, found: At) -> list[Called]:
    names = names_sheet(found.article.document, found.catalog, now.newsroom.glossary)
    spelt = spellings(names, found.catalog)
    return [Called(name, tuple(sorted(spelt.get(name, {}).items(), key=lambda one: -len(one[1])))) for name in names]


def _shown(found: At, entry: Entry, form: QueryDict | None, refused: str) -> Shown:
    """Return a quotation for the page; the one that a refused form was about keeps what was typed."""
    mine = form if form is not None and form.get("quotation") == _key(entry.quotation) else None
    held = [segment for segment in found.catalog if segment.id in entry.segments]
    wordings = tuple(
        (segment, mine.get(f"target-{segment.id}", "") if mine and f"target-{segment.id}" in mine else segment.target or segment.suggestion)
        for segment in held
    )
    return Shown(entry, wordings, {name: str(value) for name, value in mine.items()} if mine else {}, refused if mine else "")
