"""Who may see and do what on which page."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from transloc.model import Role
from transloc.web import desk, told

View = Callable[..., HttpResponseBase]


def needs(role: Role) -> Callable[[View], View]:
    """Return a decorator for a view that is the business of ``role``: everybody else is told so (403)."""

    def guarded(view: View) -> View:
        @wraps(view)
        def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person = desk.here(request).person
            if not person.role.may(role):
                return told.answer(
                    request, 403, f"This is the business of {_WHO[role]}", "Ask one of them to do it, or an admin for the role."
                )
            return view(request, *args, **kwargs)

        return answer

    return guarded


_WHO = {Role.TRANSLATOR: "translators", Role.EDITOR: "editors", Role.ADMIN: "admins"}
