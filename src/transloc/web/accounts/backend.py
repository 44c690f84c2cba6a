"""Who somebody is by a name or an e-mail address and a password."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest

from transloc.store import accounts
from transloc.store.models import User

#: Its place, as sessions name it.
PATH = f"{__name__}.ByName"


class ByName(ModelBackend):
    """Lets in who is active and knows the password; a name that nobody has takes as long as a wrong password."""

    def authenticate(self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any) -> User | None:
        """Return the person of the name or address ``username``, None where the password is not theirs."""
        if not username or password is None:
            return None
        user = accounts.called(username)
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None
