"""The ``[mail]`` of a project: the server through which people are written to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from transloc.hosts import alone
from transloc.project.values import Values
from transloc.wording import say

#: The environment variable with the password, which stands in no file.
PASSWORD = "TRANSLOC_MAIL_PASSWORD"  # noqa: S105 -- its name

_LARGEST_PORT = 65_535


class Security(StrEnum):
    """How the line to the server is kept private."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


#: Where servers listen for it, without a port of their own.
_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A mail server, and the address that mails are from."""

    host: str
    port: int
    sender: str
    user: str = ""
    security: Security = Security.STARTTLS


def read(table: Mapping[str, Any], values: Values) -> Mail | None:
    """Return what ``[mail]`` says, None where it is absent; raises InputError, with the line, for what cannot be meant."""
    if not table:
        return None
    for key in ("host", "from"):
        if not table.get(key, "").strip():
            raise values.wrong(
                "mail", say("[mail] needs “{key}”", key=key), say('Write it such as: host = "mail.example.org", from = "desk@example.org"')
            )
    sender, host, user = table["from"].strip(), table["host"].strip(), table.get("user", "")
    if not re.fullmatch(r"(?:[^<>\r\n@]+ )?<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+", sender):
        raise values.wrong("from", say("“{sender}” is not an address", sender=sender), say("Write it such as: Desk <desk@example.org>"))
    if table.get("security", Security.STARTTLS) not in list(Security):
        raise values.wrong("security", say("“security” must be starttls, tls or none"))
    security = Security(table.get("security", Security.STARTTLS))
    if user and security is Security.NONE and not alone(host):
        raise values.wrong(
            "security", say("with “user” and without security the password could be read on its way"), say('Use security = "starttls"')
        )
    port = table.get("port", _PORTS[security])
    if not 0 < port <= _LARGEST_PORT:
        raise values.wrong("port", say("{port} is not a port", port=port), say("587 is usual with starttls, 465 with tls"))
    return Mail(host=host, port=port, sender=sender, user=user, security=security)
