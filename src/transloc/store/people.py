"""People by name, each with an opaque id."""

import secrets
import unicodedata

from transloc.errors import InputError
from transloc.model import Person, Role
from transloc.store.models import User
from transloc.wording import say


def known(name: str, role: Role | None) -> Person | None:
    """Return the person of that name who has ``role`` or more; None where something is to be written first."""
    user = User.objects.filter(name=normalised(name)).first()
    return user.person if user and not _rises(user, role) else None


def person(name: str, role: Role | None) -> Person:
    """Return the person of that name, made or raised to ``role`` where that is needed."""
    user = User.objects.filter(name=normalised(name)).first()
    if user is None:
        user = new(normalised(name), role or Role.TRANSLATOR)
    elif role and _rises(user, role):
        user.role = role.value
        user.save(update_fields=["role"])
    return user.person


def normalised(name: str) -> str:
    """Return a name as it is kept: composed letters, single spaces; raises InputError where it has none."""
    normalised = " ".join(unicodedata.normalize("NFC", name).split())
    if not normalised:
        raise InputError(say("a person needs a name"), hint=say("Give one with --by"))
    return normalised


def _rises(user: User, role: Role | None) -> bool:
    return role is not None and not Role(user.role).may(role)


def everybody() -> tuple[Person, ...]:
    """Return all people, by name."""
    return tuple(user.person for user in User.objects.order_by("name"))


def colleagues() -> tuple[Person, ...]:
    """Return everybody who works here, by name."""
    return tuple(user.person for user in User.objects.filter(is_active=True).order_by("name"))


def colleague(name: str) -> Person:
    """Return the one of ``colleagues`` of that name or id; raises InputError where nobody is called so."""
    everybody = colleagues()
    for person in everybody:
        if name.strip() in (person.id, person.name):
            return person
    names = ", ".join(person.name for person in everybody)
    raise InputError(say("nobody here is called “{name}”", name=name), hint=say("People: {names}", names=names) if names else "")


def new(name: str, role: Role) -> User:
    """Return a new person. The id is drawn by lot: counted ids of two clones would make two people one, or one two."""
    public_id = f"p{secrets.randbelow(10**8):08}"
    user = User(username=public_id, public_id=public_id, name=name, role=role.value)
    user.set_unusable_password()
    user.save()
    return user
