"""Before the desk opens: whether the provider is the one that is meant, and who people may sign in by."""

from collections.abc import Callable

import requests
from django.conf import settings

from transloc.project import Sso
from transloc.web.accounts import ways
from transloc.web.sso import line

#: Seconds for which the provider is waited for.
_TIMEOUT = 5

#: From here on a status tells of a fault of the server's own, which passes.
_PASSES = 500


def settle(sso: Sso, tell: Callable[[str], None]) -> None:
    """Give Django what follows; ``tell`` gets a line where the provider cannot be reached now, which closes no desk.

    Raises InputError where the issuer is none, or the secret is missing.
    """
    if sso.issuer:
        config = {"provider_id": sso.issuer, "name": sso.name, "client_id": sso.client_id, "secret": sso.secret()}
        server = {"server_url": f"{sso.issuer.rstrip('/')}{line.KNOWN}"}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{**config, "settings": server}]}}
        _look(sso, server["server_url"], tell)
    ways.use(ways.Ways(provider=sso.name if sso.issuer else "", second_factor=sso.second_factor))


def _look(sso: Sso, address: str, tell: Callable[[str], None]) -> None:
    try:
        answer = requests.get(address, timeout=_TIMEOUT)
    except requests.RequestException as error:
        tell(f"Warning: {sso.name} cannot be reached now ({type(error).__name__}), so nobody can sign in by it: {address}")
        return
    if answer.status_code >= _PASSES:
        tell(f"Warning: {sso.name} is out of order now (status {answer.status_code}), so nobody can sign in by it: {address}")
        return
    try:
        wrong = line.fault(sso.issuer, answer.json()) if answer.ok else f"status {answer.status_code}"
    except requests.JSONDecodeError:
        wrong = "no JSON"
    if wrong:
        hint = f"The issuer is what stands as “issuer” at {address}"
        raise sso.wrong(f"there is no provider at “{sso.issuer}” ({wrong})", hint)
