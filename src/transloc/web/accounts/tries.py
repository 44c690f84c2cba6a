"""How often somebody may try: axes counts wrong passwords by name and address together, so that nobody shuts a colleague out."""

import ipaddress
import math
import time
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from transloc.store import accounts
from transloc.store.models import User

#: Seconds between two Events of names that nobody has: strangers must not be able to fill the record.
_SELDOM = 60
_IPV6_NETWORK = 64
_last = -math.inf


def name(request: HttpRequest, credentials: Mapping[str, Any] | None) -> str:
    """Return under what a try is counted: the id of the person who is meant, or a fingerprint of a name that nobody has.

    What was typed is kept nowhere: it may be a password in the wrong field.
    """
    typed = (credentials or {}).get("username") or ""
    user = User.objects.filter(username=typed).first() or accounts.called(typed)  # axes names who came in by their id
    return user.username if user else salted_hmac(__name__, typed.strip().casefold(), algorithm="sha256").hexdigest()[:32]


def address(request: HttpRequest) -> str | None:
    """Return where a try comes from. One household of IPv6 has more addresses than anybody could count: its network stands for it."""
    try:
        found = ipaddress.ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return None
    if isinstance(found, ipaddress.IPv6Address) and not found.ipv4_mapped:
        return str(ipaddress.ip_network((found, _IPV6_NETWORK), strict=False).network_address)
    return str(found)


def shut(request: HttpRequest, user: User) -> bool:
    """Tell whether ``user`` has been tried too often from here."""
    return not AxesProxyHandler.is_allowed(request, {"username": user.username})


def wrong(request: HttpRequest, user: User) -> bool:
    """Count a wrong code or password of ``user``, as at the sign-in; returns whether nothing more is tried now."""
    user_login_failed.send(sender=__name__, credentials={"username": user.username}, request=request)
    return bool(getattr(request, "axes_locked_out", False))


def until(request: HttpRequest, typed: str) -> datetime:
    """Return when somebody who was shut out may try again."""
    tried = AccessAttempt.objects.filter(username=name(request, {"username": typed}), ip_address=address(request))
    last: datetime | None = tried.aggregate(last=Max("attempt_time"))["last"]
    return (last or timezone.now()) + (get_cool_off(request) or timedelta())


def worth_telling() -> bool:
    """Tell whether a try under a name that nobody has may leave an Event now."""
    global _last
    if time.monotonic() - _last < _SELDOM:
        return False
    _last = time.monotonic()
    return True
