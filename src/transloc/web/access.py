"""Who may see and do what on which page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from transloc.model import Role
from transloc.web import desk, told

View = Callable[..., HttpResponse]


def needs(role: Role) -> Callable[[View], View]:
    """Return a decorator for a view that is the business of ``role``: everybody else is told so (403)."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            person = desk.here(request).person
            if not person.role.may(role):
                return told.answer(request, 403, str(_WHO[role]), _("Ask one of them to do it, or an admin for the role."))
            return view(request, *args, **kwargs)

        return answer

    return guarded


_WHO = {
    Role.TRANSLATOR: gettext_lazy("This is the business of translators"),
    Role.EDITOR: gettext_lazy("This is the business of editors"),
    Role.ADMIN: gettext_lazy("This is the business of admins"),
}
