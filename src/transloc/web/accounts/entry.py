"""The one way in: whichever way somebody has shown who they are, this signs them in."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from transloc.jobs.newsroom import now
from transloc.model import Person
from transloc.store.events import Happened
from transloc.store.models import User
from transloc.web import desk
from transloc.web.accounts import backend, tries, ways


def let_in(request: HttpRequest, user: User, to: str = "queue", *, proven: bool = False) -> HttpResponse:
    """Sign ``user`` in, with a session of a new number and an Event, and lead to the page ``to``.

    Who has a second factor is asked for a code first, unless it is ``proven`` that nobody else comes.
    """
    if not proven and has_factor(user):
        from transloc.web.sso import code

        return code.ask(request, user, to)
    login(request, user, backend=backend.PATH)
    tell(request, Happened.SIGNED_IN, user.person)
    return redirect(to)


def has_factor(user: User) -> bool:
    """Tell whether this desk asks ``user`` for a code beside the password."""
    if not ways.given().second_factor:
        return False
    from transloc.web.sso import factor

    return factor.has(user)


def tell(request: HttpRequest, what: Happened, who: Person | None) -> None:
    """Keep that somebody came, went or was kept out, and from where."""
    desk.current().newsroom().store.tell(what, who, at=now(), note=tries.address(request) or "")
