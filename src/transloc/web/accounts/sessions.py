"""Sessions as Django has them, but that no late answer signs anybody out."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class Sessions(SessionMiddleware):
    """Has the cookie of a session forgotten only by who ended it.

    Django deletes it wherever a request names a session that is gone. A page asks on in its tab while somebody signs in again in
    another one, and an answer to the old cookie that arrives after the new one would take that away.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """See SessionMiddleware."""
        ended = request.session.modified
        response = super().process_response(request, response)
        if request.session.is_empty() and not ended:
            response.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return response
