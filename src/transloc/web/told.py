"""What goes wrong, told on a page of the desk in one sentence with the way out, and on standard error in one line."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from transloc.errors import InputError, Refused, StaleRevision, TranslocError, visible
from transloc.web.spoken import said

_LOG = logging.getLogger("transloc.web")


def wants_json(request: HttpRequest) -> bool:
    """Tell whether a script asks, which reads JSON."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def answer(request: HttpRequest, status: int, message: str, hint: str = "", *, outside: bool = False) -> HttpResponse:
    """Return a page, or JSON for a script, that says what is wrong and what to do.

    ``outside``: who asks is not let in, so that the page leads nowhere.
    """
    if wants_json(request):
        return JsonResponse({"message": message, "hint": hint}, status=status)
    context = {"message": message, "hint": hint, "outside": outside}
    page = render_to_string("desk/told.html", context)  # without the request: the database may be what is wrong
    return HttpResponse(page, status=status)


class Told:
    """Turns what the desk's rules forbid, and what cannot be read, into a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Hand the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer for an expected failure; others are the business of ``failed``."""
        if not isinstance(exception, TranslocError):
            return None
        _LOG.warning("%s %s: %s", request.method, visible(request.path), exception)
        return answer(request, _status(exception), visible(_placed(exception)), said(exception.hint))


def _status(error: TranslocError) -> int:
    if isinstance(error, StaleRevision):
        return 409
    return 422 if isinstance(error, Refused | InputError) else 502


def _placed(error: TranslocError) -> str:
    place = ":".join(str(part) for part in (error.path, error.line) if part is not None)
    return f"{place}: {said(error.message)}" if place else said(error.message)


def bad(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for a request that no browser of ours sends (400)."""
    return answer(request, 400, _("This request cannot be understood"), _("Go back to the queue and try again."))


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer for a form that was not ours, or is of an earlier session (403)."""
    way_out = _("Go back and copy what you wrote; then load the page again, and send it once more.")
    return answer(request, 403, _("This form is from an earlier session"), way_out)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for what this person may not do (403)."""
    return answer(request, 403, _("You may not do this"))


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer for an address at which nothing is (404)."""
    return answer(request, 404, _("There is nothing here"), _("The article may have been renamed. The queue lists all there are."))


def failed(request: HttpRequest) -> HttpResponse:
    """Answer for what nobody foresaw (500)."""
    safe = _("What was saved is safe. Standard error, where the desk runs, says more.")
    return answer(request, 500, _("The desk itself failed here"), safe)
