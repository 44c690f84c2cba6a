"""How a desk is reached: on this machine alone, or by a team under an address of its own, mostly behind a proxy."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from transloc import hosts
from transloc.errors import InputError
from transloc.model import Role
from transloc.store import Account

_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the desk listens (``address``, an IP address), and where a team finds it (``url``, empty: nobody but this machine).

    ``proxy`` is the address whose word is believed on where a visitor comes from, empty where there is none.
    """

    address: str
    url: str = ""
    proxy: str = ""

    @property
    def secure(self) -> bool:
        """Whether a team reaches the desk by https, which is the proxy's business."""
        return self.url.startswith("https://")

    @property
    def open_to_all(self) -> bool:
        """Whether passwords travel where others can read them."""
        host = (urlsplit(self.url).hostname or "") if self.url else "localhost"
        return not self.secure and not hosts.alone(host)

    def settle(self, port: int) -> None:
        """Give Django what follows. Cookies know no ports: two desks on one machine need two names.

        Whatever comes to a desk of https has come by https: the proxy serves nothing else, so no header of a visitor's is asked.
        """
        if not self.url:
            settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, f"[{self.address}]" if ":" in self.address else self.address]
            settings.SESSION_COOKIE_NAME = f"transloc-{port}"
            return
        host = urlsplit(self.url).hostname or ""
        settings.ALLOWED_HOSTS = [f"[{host}]" if ":" in host else host]
        settings.CSRF_TRUSTED_ORIGINS = [self.url]
        settings.SESSION_COOKIE_SECURE = self.secure
        settings.SESSION_COOKIE_NAME = "__Host-transloc" if self.secure else f"transloc-{port}"
        settings.SECURE_HSTS_SECONDS = _YEAR if self.secure else 0

    def of_waitress(self) -> Mapping[str, Any]:
        """Return how waitress is to see requests: what proxies tell of a visitor is thrown away, but for the address from ours."""
        trusted = {"trusted_proxy": self.proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": {"x-forwarded-for"}}
        scheme = {"url_scheme": "https" if self.secure else "http"}
        return {"clear_untrusted_proxy_headers": True, **scheme, **(trusted if self.proxy else {})}


def reach(host: str, url: str, proxy: str, accounts: tuple[Account, ...], *, provider: bool = False) -> Reach:
    """Return how a desk is reached that listens on ``host``; a proxy on the same machine is believed without being named.

    With a ``provider`` people can sign in whose e-mail address it vouches for.

    Raises InputError for an address that is none, and where others could reach the desk and nobody could sign in.
    """
    address = "127.0.0.1" if host == "localhost" else host.strip("[]")
    if not hosts.is_ip(address):
        hint = "Use 127.0.0.1, or 0.0.0.0 for all of this machine's addresses"
        raise InputError(f"“{host}” is no address of a machine", hint=hint)
    alone = hosts.alone(address)
    if not url and not alone:
        hint = "Say how a team finds it: --url https://desk.example.org; or use 127.0.0.1, which only this machine can reach"
        raise InputError(f"others can reach {host}", hint=hint)
    if url and not any(one.person.role.may(Role.ADMIN) and one.active and (one.ready or (provider and one.email)) for one in accounts):
        hint = "Make one: transloc people add NAME --role admin, then transloc people password NAME; or leave out the address: --url ''"
        raise InputError(f"nobody could sign in at {url}: there is no admin with a password", hint=hint)
    if proxy and not hosts.is_ip(proxy):
        raise InputError(f"“{proxy}” is no address of a machine", hint="Give the one from which your proxy asks, such as 10.0.0.2")
    return Reach(address, url, proxy or (address if url and alone else ""))
