"""Who may see and do what on which page."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
                return told.answer(request, 403, str(_WHO[role]), _("Ask one of them to do it, or an admin for the role."))
            return view(request, *args, **kwargs)

        return answer

    return guarded


_WHO = {
    Role.TRANSLATOR: gettext_lazy("This is the business of translators"),
    Role.EDITOR: gettext_lazy("This is the business of editors"),
    Role.ADMIN: gettext_lazy("This is the business of admins"),
}


def role(request: HttpRequest) -> Mapping[str, bool]:
    """Give every page whether an editor or an admin looks at it: buttons of what somebody may not do are not shown."""
    user = request.user
    held = Role(user.role) if user.is_authenticated else None
    return {"is_editor": bool(held and held.may(Role.EDITOR)), "is_admin": bool(held and held.may(Role.ADMIN))}
