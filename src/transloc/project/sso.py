"""The ``[sso]`` of a project: how people sign in beside a password, with what the extra of that name brings."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from transloc.errors import InputError
from transloc.project.values import Values
from transloc.wording import say

#: The environment variable with the client's secret, which stands in no file.
SECRET = "TRANSLOC_SSO_SECRET"  # noqa: S105 -- its name

#: What reads it all.
_LIBRARY = "allauth"

#: An issuer of OpenID Connect: by https, or on this machine; no query and no fragment. Two hundred signs, as its column has.
_ISSUER = re.compile(r"(?:https://[^\s/?#@]+|http://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?)(?:/[^\s?#]*)?")
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Sso:
    """A provider of OpenID Connect, ``issuer`` empty for none, and whether people may have a second factor. ``name`` is on the button.

    ``path`` and ``line`` are where it is said.
    """

    issuer: str = ""
    client_id: str = ""
    name: str = ""
    second_factor: bool = False
    path: Path = field(default=Path(), compare=False)
    line: int | None = field(default=None, compare=False)

    def secret(self) -> str:
        """Return the client's secret, which the environment has; raises InputError where it has none."""
        found = os.environ.get(SECRET, "")
        if self.issuer and not found:
            hint = say("Have {variable} in the environment of the desk", variable=SECRET)
            raise self.wrong(say("“issuer” needs the secret of the client"), hint)
        return found

    def require(self) -> None:
        """Raise InputError where what this needs is not installed."""
        if find_spec(_LIBRARY) is None:
            raise self.wrong(say("[sso] needs an extra that is not installed"), say('pip install "transloc[sso]"'))

    def wrong(self, message: str, hint: str) -> InputError:
        """Return the error that says what is wrong with it, with its line, for the caller to raise."""
        return InputError(message, path=self.path, line=self.line, hint=hint)


def read(table: Mapping[str, Any] | None, values: Values) -> Sso | None:
    """Return what ``[sso]`` says, None where it is absent; raises InputError, with the line, for what cannot be meant."""
    if table is None:
        return None
    issuer, client_id = table.get("issuer", "").strip(), table.get("client_id", "").strip()
    if issuer and (len(issuer) > _LONGEST or not _ISSUER.fullmatch(issuer)):
        raise values.wrong(
            "issuer",
            say("“{issuer}” is not the address of a provider", issuer=issuer),
            say("Write it such as https://login.example.org; http only for localhost"),
        )
    if bool(issuer) != bool(client_id):
        there, missing = ("issuer", "client_id") if issuer else ("client_id", "issuer")
        raise values.wrong(
            there,
            say("“{there}” needs “{missing}”", there=there, missing=missing),
            say("Both are told by the provider where the desk is registered"),
        )
    second_factor = table.get("second_factor", False)
    if not issuer and not second_factor:
        raise values.wrong("sso", say("[sso] says nothing"), say("Add issuer and client_id of a provider, or: second_factor = true"))
    return Sso(
        issuer=issuer,
        client_id=client_id,
        name=table.get("name", "").strip() or _host(issuer),
        second_factor=second_factor,
        path=values.path,
        line=values.line("issuer" if issuer else "sso"),
    )


def _host(issuer: str) -> str:
    return issuer.partition("://")[2].partition("/")[0]
