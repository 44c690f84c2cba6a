"""Accounts: who may sign in and as what, and how somebody comes by a password. Every change leaves an Event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from transloc.errors import InputError, Refused
from transloc.model import Person, Role
from transloc.store import events, factors, people
from transloc.store.events import Happened
from transloc.store.models import User
from transloc.store.values import Account
from transloc.wording import say

#: What an account can be changed in; of an address and a password the Event tells that, and not to what.
_TOLD = ("role", "is_active", "language", "mails")


class _Links(PasswordResetTokenGenerator):
    """Signs links with which a person sets a password: each is worth nothing once they have, or have signed in since."""

    key_salt = "transloc.store.accounts"


def everybody() -> tuple[Account, ...]:
    """Return all accounts, by name."""
    return tuple(map(value, User.objects.order_by("name")))


def named(name: str) -> User:
    """Return the person of that name; raises InputError, with those there are, where there is none."""
    user = User.objects.filter(name=people.normalised(name)).first()
    if user is None:
        known = ", ".join(User.objects.order_by("name").values_list("name", flat=True))
        raise InputError(
            say("there is nobody called “{name}”", name=name),
            hint=say("There are: {known}", known=known) if known else say("Add them with: transloc people add"),
        )
    return user


def of(public_id: str) -> User:
    """Return the person with that id; raises InputError where there is none."""
    user = User.objects.filter(public_id=public_id).first()
    if user is None:
        raise InputError(say("there is no such account"))
    return user


def anybody() -> bool:
    """Tell whether somebody could sign in with a password."""
    return User.objects.filter(is_active=True).exclude(password="").exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exists()


def called(typed: str) -> User | None:
    """Return whom somebody means by a name or an e-mail address, in whatever letter case; None where that is nobody, or two."""
    wanted = " ".join(typed.split())
    if exact := User.objects.filter(name=people.normalised(typed)).first() if wanted else None:
        return exact
    meant = people.normalised(typed).casefold() if wanted else ""
    alike = [user for user in User.objects.all() if meant and meant in (user.name.casefold(), user.email.casefold())]
    return alike[0] if len(alike) == 1 else None


def add(name: str, role: Role, email: str, *, actor: Person, at: datetime) -> Account:
    """Make an account, without a password yet; raises Refused where the name or the address is taken."""
    name = people.normalised(name)
    if User.objects.filter(name=name).exists():
        raise Refused(
            say("“{name}” is there already", name=name),
            hint=say("Give them another role, or a link for a password: transloc people --help"),
        )
    free = address(email, None)
    user = people.new(name, role)
    user.email = free
    user.save(update_fields=["email"])
    _tell(user, "account", "", role.value, actor, at)
    return value(user)


def change(user: User, wanted: Mapping[str, Any], *, actor: Person, at: datetime) -> Account:
    """Give an account other values of ``role``, ``email``, ``is_active``, ``language``, ``mails``; what it has already is no change.

    Who is let in again has no session of before.
    """
    if "email" in wanted:
        wanted = {**wanted, "email": address(wanted["email"], user)}
    changed = {name: new for name, new in wanted.items() if getattr(user, name) != new}
    for name, new in changed.items():
        old = getattr(user, name)
        setattr(user, name, new)
        before, after = (str(old), str(new)) if name in _TOLD else ("", "")
        _tell(user, {"is_active": "active", "email": "e-mail"}.get(name, name), before, after, actor, at)
    if changed.get("is_active"):
        user.date_joined = at
        changed["date_joined"] = at
    if changed:
        user.save(update_fields=list(changed))
    return value(user)


def address(email: str, user: User | None) -> str:
    """Return an e-mail address that is one, and nobody else's; empty for none."""
    given = email.strip()
    if not given:
        return ""
    try:
        validate_email(given)
    except ValidationError:
        raise InputError(say("“{given}” is no e-mail address", given=given), hint=say("Write it such as olena@example.org")) from None
    folded = given.casefold()
    others = User.objects.exclude(pk=user.pk) if user else User.objects.all()
    if any(folded in (other.email.casefold(), other.name.casefold()) for other in others):
        raise Refused(say("somebody else has this e-mail address"), hint=say("Each account needs its own"))
    return given


def set_password(user: User, password: str, *, actor: Person, at: datetime) -> None:
    """Give an account a password; all its sessions end. Raises InputError for one that is easily guessed."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise InputError(" ".join(error.messages).rstrip(".")) from None
    user.set_password(password)
    user.save(update_fields=["password"])
    _tell(user, "password", "", "", actor, at)


def token(user: User, secret: str, *, actor: Person, at: datetime) -> str:
    """Return what a link for setting a password is signed with, valid as long as PASSWORD_RESET_TIMEOUT says."""
    _tell(user, "link", "", "", actor, at)
    return _links(secret).make_token(user)


def fits(user: User, given: str, secret: str) -> bool:
    """Tell whether ``given`` is such a token of this person, and still good; one of a stopped account is not."""
    return user.is_active and _links(secret).check_token(user, given)


def noted(user: User, what: str, *, after: str, actor: Person, at: datetime) -> None:
    """Keep that something beside the columns of an account has changed: a second factor, a link with a provider."""
    _tell(user, what, "", after, actor, at)


def forget_factor(user: User, *, actor: Person, at: datetime) -> None:
    """Take somebody's second factor away; raises InputError where they have none."""
    if not factors.forget_factor(user):
        raise InputError(say("{name} has no second factor", name=user.name))
    _tell(user, "second factor", "on", "off", actor, at)


def forget_provider(user: User, *, actor: Person, at: datetime) -> None:
    """Forget whom a provider knows an account as: the next one with its address is linked. Raises InputError where it is not linked."""
    if not factors.forget_provider(user):
        raise InputError(say("{name} has never signed in by a provider", name=user.name))
    _tell(user, "provider", "", "", actor, at)


def _links(secret: str) -> _Links:
    links = _Links()
    links.secret = secret
    return links


def happened(what: Happened, person: Person | None, *, at: datetime, note: str) -> None:
    """Keep that somebody signed in, out, or was kept out; ``person`` None is somebody whom nobody knows."""
    events.write([events.of_article(what, "", actor=person or Person("", ""), at=at, note=note)])


def _tell(user: User, what: str, before: str, after: str, actor: Person, at: datetime) -> None:
    note = f"{what} of {user.name} ({user.public_id})"
    events.write([events.of_article(Happened.ACCOUNT, "", actor=actor, at=at, before=before, after=after, note=note)])


def value(user: User) -> Account:
    """Return an account as a value."""
    return Account(
        person=user.person,
        email=user.email,
        active=user.is_active,
        ready=bool(user.password) and user.has_usable_password(),
        language=user.language,
        mails=user.mails,
        seen=user.last_login,
    )
