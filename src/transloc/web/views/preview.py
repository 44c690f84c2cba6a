"""The article as it will be published, in a frame of its own in which nothing can run, and its pictures."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from transloc.errors import Refused
from transloc.web.desk import At, at, here
from transloc.web.preview import Preview, pictures
from transloc.web.preview import preview as make
from transloc.web.spoken import sentence

_FRAME = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox allow-same-origin"
)
#: An SVG that somebody opens by its address is a document of its own: it may style itself and do nothing else.
_PICTURE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"
_MARKER = SafeString(' class="untranslated"')


@xframe_options_sameorigin
@require_safe
def preview(request: HttpRequest, slug: str, locale: str) -> HttpResponse:
    """Show the article with what this person is typing; what cannot be rebuilt is told, and is no error."""
    now = here(request)
    found = at(now, slug, locale)
    try:
        shown = _shown(make(now, found, now.newsroom.store.drafts(slug, locale, person=now.person)), found)
    except Refused as refused:
        shown = {"faults": [sentence(refused)]}
    page = {"locale": found.variant, **shown}
    answer = render(request, "desk/preview.html", page)
    answer.headers["Content-Security-Policy"] = _FRAME
    return answer


@require_safe
def picture(request: HttpRequest, slug: str, locale: str, name: str) -> FileResponse:
    """Send a picture of the project; raises Http404 for what is none."""
    path = pictures.find(here(request).newsroom.project.root, name)
    if path is None:
        raise Http404(name)
    headers = {"Cache-Control": "private, max-age=60", "Content-Security-Policy": _PICTURE}
    return FileResponse(path.open("rb"), content_type=pictures.kind(name), headers=headers)


def _shown(made: Preview, found: At) -> dict[str, object]:
    """Return the parts of the page as safe HTML, an empty element with its segment's id before each sentence."""
    open_ones = {segment.id for segment in found.catalog if not segment.target.strip()}

    def marker(segment: str) -> str:
        return format_html('<span data-segment="{}"{}></span>', segment, _MARKER if segment in open_ones else "")

    fill = made.marks.filler(marker)
    parts = {name: getattr(made, name) for name in ("title", "category", "lede", "byline", "day", "body", "credit")}
    filled = {name: mark_safe(fill(html)) for name, html in parts.items()}  # noqa: S308 -- escaped or cleaned by Preview
    return {**filled, "tags": [mark_safe(fill(tag)) for tag in made.tags], "faults": made.faults}  # noqa: S308 -- likewise
