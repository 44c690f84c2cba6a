"""The concordance: where words were said before, in either language, and how they were translated."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from transloc import markup, memory
from transloc.memory import Entry
from transloc.web import desk, tongue
from transloc.web.desk import Here

#: Entries of a page: who finds so many asks for more words.
MOST = 50
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with the words that were looked for marked; ``article`` is a name that the desk has a page for, or empty."""

    entry: Entry
    source: SafeString
    target: SafeString
    article: str
    by: str

    @property
    def before(self) -> str:
        """The words of the sentence before it, where that is known."""
        return markup.words(self.entry.previous or "")

    @property
    def after(self) -> str:
        """The words of the sentence after it, where that is known."""
        return markup.words(self.entry.next or "")


@require_safe
def concordance(request: HttpRequest) -> HttpResponse:
    """Show what people confirmed that has every word of ``text``, in the target locale ``to`` or in all of them."""
    here = desk.here(request)
    text = request.GET.get("text", "").strip()[:_LONGEST]
    targets = {tag: tongue.name(tag) for tag in here.newsroom.project.targets}
    to = request.GET.get("to", "")
    to = to if to in targets else ""
    found = _found(here, text, to)
    page = {"text": text, "to": to, "targets": targets, "found": found, "most": MOST, "size": here.newsroom.store.count_entries()}
    return render(request, "desk/concordance.html", page)


def _found(here: Here, text: str, to: str) -> list[Found]:
    store = here.newsroom.store
    entries = store.search(text, target_locale=to, limit=MOST)
    pages = {(one.slug, locale) for one in store.listing() for locale in one.locales} if entries else set()
    names = {person.id: person.name for person in store.people()} if entries else {}
    return [_one(entry, memory.words(text), pages, names) for entry in entries]


def _one(entry: Entry, wanted: tuple[str, ...], pages: set[tuple[str, str]], names: Mapping[str, str]) -> Found:
    article = entry.article if (entry.article, entry.target_locale) in pages else ""
    return Found(entry, _marked(entry.source, wanted), _marked(entry.target, wanted), article, names.get(entry.by, ""))


def _marked(text: str, wanted: tuple[str, ...]) -> SafeString:
    plain = markup.words(text)
    pieces: list[tuple[SafeString]] = []
    at = 0
    for start, end in memory.said(plain, wanted):
        pieces.append((format_html("{}<mark>{}</mark>", plain[at:start], plain[start:end]),))
        at = end
    return format_html("{}{}", format_html_join("", "{}", pieces), plain[at:])
