"""An article comes in: pasted, or as a file."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from transloc import formats, markup
from transloc.errors import InputError, Refused
from transloc.formats import pasted
from transloc.jobs import intake
from transloc.jobs.intake import Added
from transloc.jobs.newsroom import Newsroom
from transloc.model import Role
from transloc.web import desk, tongue
from transloc.web.access import needs
from transloc.web.spoken import said
from transloc.wording import say

#: Bytes of an article.
LARGEST = 20 * 1024 * 1024

_TOO_LARGE = gettext_lazy("An article may have 20 MB at most. Send it in parts.")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # Windows opens a device for these, whatever the suffix


class Addition(forms.Form):
    """What the page asks for. ``slug`` and ``article`` (bytes, suffix) are known once it is valid."""

    title = forms.CharField(required=False, max_length=300)
    text = forms.CharField(required=False, strip=False, max_length=LARGEST, error_messages={"max_length": _TOO_LARGE})
    file = forms.FileField(required=False, allow_empty_file=True, max_length=200)
    name = forms.CharField(required=False, max_length=100)
    locales = forms.MultipleChoiceField(error_messages={"required": gettext_lazy("Choose at least one language.")})
    deadline = forms.DateTimeField(required=False, error_messages={"invalid": gettext_lazy("Write it such as 2026-11-24 18:00.")})
    draft = forms.BooleanField(required=False)

    def __init__(self, newsroom: Newsroom, data: QueryDict | None = None, files: MultiValueDict[str, Any] | None = None) -> None:
        super().__init__(data, files, initial={"locales": newsroom.project.targets, "draft": True})
        self._newsroom = newsroom
        field = self.fields["locales"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(locale, capfirst(tongue.name(newsroom.project.variant(locale)))) for locale in newsroom.project.targets]
        self.slug = ""
        self.article = (b"", "")

    def clean(self) -> dict[str, Any]:
        """Read the text or the file, and find a name that is free."""
        given: dict[str, Any] = self.cleaned_data
        if self.errors.keys() & {"text", "file"}:
            return given
        text, file = given["text"], given["file"]
        if bool(text.strip()) == bool(file):
            self.add_error(
                "text", _("Either paste a text or choose a file, not both.") if file else _("Paste the text here, or choose a file.")
            )
        elif file:
            self._take_file(file)
        else:
            changed, suffix = pasted.entitled(text.replace("\r\n", "\n"), given.get("title", ""))
            self._take(changed.encode(), suffix, "text")
        if not self.errors.keys() & {"text", "file", "name"}:
            self._name(given, text)
        return given

    def _take_file(self, file: Any) -> None:
        try:
            formats.for_name(file.name)
        except InputError as error:
            self.add_error("file", f"{said(error.message)}. {said(error.hint)}.")
        else:
            self._take(file.read() if file.size <= LARGEST else None, Path(file.name).suffix.lower(), "file")

    def _take(self, data: bytes | None, suffix: str, field: str) -> None:
        if data is None or len(data) > LARGEST:
            self.add_error(field, _TOO_LARGE)
        else:
            self.article = data, suffix

    def _name(self, given: Mapping[str, Any], text: str) -> None:
        """Take the name that was typed, or make one of the title, the file's name or the first words."""
        file = given["file"]
        words = given.get("title") or (Path(file.name).stem if file else pasted.first_words(text))
        try:
            typed = given.get("name")
            self.slug = intake.checked_slug(typed) if typed else intake.slug_of(Path(re.sub(r"\W+", "-", words) + ".md"))
        except InputError as error:
            self.add_error("name", f"{said(error.message)}. {said(error.hint)}." if given.get("name") else _("Give the article a name."))
            return
        if why := self._taken():
            self.add_error("name", " ".join((why, _("Give the article another name."))))

    def _taken(self) -> str:
        """Return why the name cannot be had; the very file that lies in ``articles/`` and nobody has added yet may be."""
        data, suffix = self.article
        if self.slug in {listed.slug for listed in self._newsroom.store.listing()}:
            return _("“%(name)s” is taken already; a new version of that article comes in with transloc add.") % {"name": self.slug}
        if _RESERVED.fullmatch(self.slug):
            return _("“%(name)s” is taken already.") % {"name": self.slug}
        for lying in sorted(self._newsroom.project.articles.glob(f"{self.slug}.*")):
            if lying.suffix.lower() != suffix or lying.read_bytes() != data:
                return _("%(file)s lies in articles already, with another text; transloc add takes that one in.") % {"file": lying.name}
        return ""


def blank(newsroom: Newsroom) -> dict[str, Any]:
    """Return what the form is shown with before anything was typed."""
    return {"form": Addition(newsroom), "zone": newsroom.project.timezone}


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Role.EDITOR)
def add(request: HttpRequest) -> HttpResponse:
    """Show the form; take an article in, and lead to it."""
    here = desk.here(request)
    if request.method != "POST":
        return render(request, "desk/add.html", blank(here.newsroom))
    form = Addition(here.newsroom, request.POST, request.FILES)
    added = _added(here.newsroom, form) if form.is_valid() else None
    if added is None:
        return render(request, "desk/add.html", {"form": form, "zone": here.newsroom.project.timezone}, status=422)
    if form.cleaned_data["draft"]:
        for locale in added.locales:
            here.newsroom.store.enqueue_job(added.article.slug, locale, at=here.now, actor=here.person)
    messages.success(request, _told(here.newsroom, added, drafting=form.cleaned_data["draft"]))
    return redirect("article", added.article.slug, added.locales[0])


def _added(newsroom: Newsroom, form: Addition) -> Added | None:
    """Add what a valid form holds; None, with the sentence beside the field, where it cannot be read as an article."""
    data, suffix = form.article
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{form.slug}{suffix}"
        path.write_bytes(data)
        try:
            locales = tuple(form.cleaned_data["locales"])
            return intake.add(newsroom, path, locales, slug=form.slug, deadline=form.cleaned_data["deadline"])
        except (InputError, Refused) as error:
            message = say("line {number}: {message}", number=error.line, message=error.message) if error.line else error.message
            form.add_error("file" if form.cleaned_data["file"] else "text", f"{said(message)}. {said(error.hint)}".rstrip(". ") + ".")
            return None


def _told(newsroom: Newsroom, added: Added, *, drafting: bool) -> str:
    document = added.article.document
    segments = len(newsroom.store.catalog(added.article.slug, added.locales[0]).segments)
    aside, embeds = len(document.units) - len(document.article), len(document.embeds)
    told = [
        ngettext(
            "“%(title)s” was added: %(number)s segment for %(locales)s.",
            "“%(title)s” was added: %(number)s segments for %(locales)s.",
            segments,
        )
        % {"title": markup.words(added.article.title), "number": segments, "locales": ", ".join(added.locales)}
    ]
    if aside:
        told.append(
            ngettext(
                "%(number)s text around the article left out (menus, share bars and the like).",
                "%(number)s texts around the article left out (menus, share bars and the like).",
                aside,
            )
            % {"number": aside}
        )
    if embeds:
        told.append(
            ngettext("%(number)s embedded thing not translated.", "%(number)s embedded things not translated.", embeds) % {"number": embeds}
        )
    if drafting:
        told.append(_("Drafts will come in the background."))
    return " ".join(told)
