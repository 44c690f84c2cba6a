"""In which language and time zone a page speaks: the person's own choice, else what their browser asks for; the newsroom's clock."""

import hashlib
from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_vary_headers

from transloc import languages
from transloc.web import desk
from transloc.web.compiled import compiled

#: Where the choice of somebody who is not signed in lies in the session.
KEPT = "language"


class Speaking:
    """Answers each request in the language of who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on; a thread speaks to somebody else next, so nothing stays set."""
        language = chosen(request)
        zone = desk.current().newsroom().project.zone()
        with translation.override(language), timezone.override(zone):
            response = self._get_response(request)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", language)
        return response


def chosen(request: HttpRequest) -> str:
    """Return the language of the pages for who asks: their own, that of the session, that of the browser, else English."""
    own = request.user.language if request.user.is_authenticated else request.session.get(KEPT, "")
    return own if own in dict(settings.LANGUAGES) else translation.get_language_from_request(request)


def offered() -> list[tuple[str, str]]:
    """Return the languages of the pages, each by its own name."""
    return [(tag, languages.name(tag, tag).capitalize()) for tag, _ in settings.LANGUAGES]


def name(tag: str) -> str:
    """Return what a language is called in the language of the page."""
    return languages.name(tag, translation.get_language() or settings.LANGUAGE_CODE)


def page(request: HttpRequest) -> dict[str, object]:
    """Give every page the languages that there are, each by its own name, and the address of the words of its scripts."""
    language = translation.get_language() or settings.LANGUAGE_CODE
    return {"tongues": offered(), "words": reverse("words", args=(language, _version()))}


@cache
def _version() -> str:
    """Return what tells the words of this version from those of others."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in compiled())).hexdigest()[:12]
