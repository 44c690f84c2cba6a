"""Whom a provider's person is here: the account that is linked with them, at first the one of their verified e-mail address."""

import logging
from datetime import datetime

from allauth.core.internal.datakit import parse_bool_safely
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from transloc.errors import Refused, visible
from transloc.jobs.newsroom import now
from transloc.store.events import Happened
from transloc.store.models import User
from transloc.web import desk
from transloc.web.accounts import entry, tries, ways
from transloc.web.sso import line
from transloc.web.views import sign_in

_LOG = logging.getLogger("transloc.web")


def answer(request: HttpRequest, login: SocialLogin) -> HttpResponse:
    """Let in whom the provider vouches for and the newsroom has made an account for; tell everybody else why not."""
    try:
        user = _known(login) if login.is_existing else _linked(login, now())
    except Refused as why:
        if tries.worth_telling():
            entry.tell(request, Happened.TURNED_AWAY, None)
        return refused(request, why.message)
    if not user.is_active:
        entry.tell(request, Happened.TURNED_AWAY, user.person)
        return refused(request, _("Your account is stopped: an admin of the desk can let you in again."))
    used = line.told(login)["amr"]
    asked_there = isinstance(used, list) and "mfa" in used  # RFC 8176: more than one factor was used
    return entry.let_in(request, user, login.state.get("next") or "queue", proven=asked_there)


def refused(request: HttpRequest, why: str) -> HttpResponse:
    """Return the sign-in page, which says why."""
    return sign_in.page(request, refused=why, status=403)


def failed(request: HttpRequest, error: Exception) -> HttpResponse:
    """Return the sign-in page, which says that the provider gave no answer that can be used; standard error says more."""
    name = ways.given().provider
    _LOG.warning("%s could not be asked who somebody is: %s", name, visible(str(error))[:200])
    why = _("%(name)s gives no answer that can be used: try again later, or sign in by password.")
    return sign_in.page(request, refused=why % {"name": name}, status=502)


def _known(login: SocialLogin) -> User:
    user: User = login.user
    return user


def _linked(login: SocialLogin, at: datetime) -> User:
    """Return whose address it is, linked from now on: an address that changes, there or here, moves no account."""
    told, provider = line.told(login), {"name": ways.given().provider}
    address = str(told.get("email") or "")
    if not address or not parse_bool_safely(told.get("email_verified")):
        raise Refused(_("%(name)s has not verified your e-mail address: have that done there, then try again.") % provider)
    with transaction.atomic():
        found = [user for user in User.objects.select_for_update().exclude(email="") if _same(user.email, address)]
        found = [user for user in found if user.is_active] or found
        if len(found) != 1:
            raise Refused(_nobody(address) if not found else _("More than one account has your e-mail address: an admin can mend that."))
        (user,) = found
        if SocialAccount.objects.filter(user=user, provider=login.account.provider).exists():
            raise Refused(_("This account belongs to somebody else at %(name)s: an admin of the desk can part them.") % provider)
        if user.is_active:
            login.account.user = user
            login.account.save()
    if user.is_active:
        store, name = desk.current().newsroom().store, ways.given().provider
        store.note_account(user.public_id, "provider", after=name, actor=user.person, at=at)
    return user


def _nobody(address: str) -> str:
    return _("Nobody at this desk has the e-mail address %(address)s: ask an admin of the desk for an account.") % {"address": address}


def _same(ours: str, theirs: str) -> bool:
    """Compare two addresses. Letter case counts beyond ASCII: some letters fold into those of other people's addresses."""
    return ours == theirs or (ours.isascii() and theirs.isascii() and ours.lower() == theirs.lower())
