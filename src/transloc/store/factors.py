"""What the extra ``sso`` keeps of people, in tables of its library: whether they are asked for a code, and whom a provider knows them as.

By SQL, since the library may be absent: what it has kept can be looked at and taken away all the same.
"""

from django.db import DEFAULT_DB_ALIAS, connections

from transloc.store.models import User

_FACTORS, _PROVIDED = "mfa_authenticator", "socialaccount_socialaccount"


def people() -> tuple[str, ...]:
    """Return the names of all who have a second factor."""
    if not _there(_FACTORS):
        return ()
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT DISTINCT user_id FROM mfa_authenticator")
        ids = [row[0] for row in cursor.fetchall()]
    return tuple(User.objects.filter(pk__in=ids, is_active=True).order_by("name").values_list("name", flat=True))


def forget_factor(user: User) -> bool:
    """Take the second factor of ``user`` away; returns whether there was one."""
    return _forgotten(_FACTORS, "DELETE FROM mfa_authenticator WHERE user_id = %s", user)


def forget_provider(user: User) -> bool:
    """Forget whom a provider knows ``user`` as; returns whether it knew them."""
    return _forgotten(_PROVIDED, "DELETE FROM socialaccount_socialaccount WHERE user_id = %s", user)


def _forgotten(table: str, statement: str, user: User) -> bool:
    if not _there(table):
        return False
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(statement, [user.pk])
        return bool(cursor.rowcount)


def _there(table: str) -> bool:
    return table in connections[DEFAULT_DB_ALIAS].introspection.table_names()
