"""The line to DeepL: one client, our own tries in the place of the library's, and its faults as sentences."""

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from transloc import __version__
from transloc.engines import answers
from transloc.engines.engine import BadAnswer, EngineBusy
from transloc.engines.patience import TRIES, persist, retry_after
from transloc.errors import EngineError
from transloc.wording import say

if TYPE_CHECKING:
    from deepl import DeepLClient, DeepLException
    from requests import Session

KEYS_PAGE = "https://www.deepl.com/your-account/keys"

_Result = TypeVar("_Result")


class Refused(EngineError):
    """400: the request as such."""


class NoRoom(EngineError):
    """456: characters or, on creating a glossary, glossaries are used up."""


class Gone(EngineError):
    """404: the glossary is no longer there."""


class Connection:
    """Calls DeepL. ``tell`` hears of long pauses; the rest is as ``DeepL`` has it."""

    def __init__(
        self, key: str, *, server: str = "", timeout: float = 30.0, tries: int = TRIES, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self._key = key.strip()
        self._server = server
        self._timeout = timeout
        self._persist = partial(persist, tries=tries, tell=tell)
        self._heard = threading.local()  # the last answer's Retry-After, which the library's errors leave out
        self._lock = threading.Lock()
        self._made: DeepLClient | None = None

    def call(self, call: "Callable[[DeepLClient], _Result]", *, once: bool = False) -> _Result:
        """Return what ``call`` returns, tried again where a fault may pass, but not with ``once``; raises EngineError in all its kinds."""
        client = self._client()
        return self._once(client, call) if once else self._persist(lambda: self._once(client, call))

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        with self._lock:
            if self._made:
                self._made.close()  # type: ignore[no-untyped-call] # the library types all but this
            self._made = None

    def _once(self, client: "DeepLClient", call: "Callable[[DeepLClient], _Result]") -> _Result:
        from deepl import DeepLException

        self._heard.retry_after = None
        try:
            return call(client)
        except DeepLException as error:
            if isinstance(error.__cause__, EngineError):  # of ours, which the library wraps
                raise error.__cause__ from None
            raise _told(error, retry_after(self._heard.retry_after)) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:  # the library does not expect broken answers
            raise BadAnswer(say("DeepL answered with something that is no translation"), hint=say("Try again later")) from error

    def _client(self) -> "DeepLClient":
        with self._lock:
            if self._made is None:
                import deepl

                deepl.http_client.min_connection_timeout = self._timeout
                deepl.http_client.max_network_retries = 0  # it would not look at Retry-After; ``persist`` does
                self._made = deepl.DeepLClient(self._key, server_url=self._server or None, send_platform_info=False)
                self._made.set_app_info("transloc", __version__)
                with suppress(AttributeError):  # no public way leads to the session
                    self._listen(self._made._client._session)
            return self._made

    def _listen(self, session: "Session") -> None:
        def heard(headers: Mapping[str, str]) -> None:
            self._heard.retry_after = headers.get("Retry-After")

        session.max_redirects = 0  # no answer may lead the texts elsewhere
        for scheme in ("https://", "http://"):
            session.mount(scheme, answers.adapter("DeepL", heard))


def _told(error: "DeepLException", after: float | None) -> EngineError:
    status = error.http_status_code
    if status is None:
        if "Timeout" in type(error.__cause__).__name__:
            return EngineBusy(say("DeepL did not answer in time"), hint=say("Try again later; what was drafted is kept"), asked=1)
        return EngineBusy(say("the connection to DeepL failed"), hint=say("Check the network, and DEEPL_SERVER_URL if it is set"))
    if status in _BUSY or status >= 500:
        message: str = _BUSY.get(status) or say("{name} has a fault of its own ({status})", name="DeepL", status=status)
        return EngineBusy(message, hint=say("Try again in some minutes; what was drafted is kept"), after=after)
    if status not in _TOLD:
        return Refused(say("DeepL refused the request: {error}", error=_detail(error)), hint=say("Check the locales and the glossary"))
    kind, message, hint = _TOLD[status]
    return kind(message, hint=hint)


def _detail(error: "DeepLException") -> str:
    return str(error).removeprefix("Bad request, message: ").rstrip(".")


_BUSY = {429: say("DeepL gets too many requests")}
_TOLD: dict[int, tuple[type[EngineError], str, str]] = {
    403: (EngineError, say("DeepL does not accept the key in DEEPL_AUTH_KEY"), say("Copy it again from {address}", address=KEYS_PAGE)),
    404: (Gone, say("DeepL does not know this address or glossary"), say("Check DEEPL_SERVER_URL if it is set")),
    413: (EngineError, say("DeepL finds the request too large"), say("Split the segment, or translate it by hand")),
    456: (
        NoRoom,
        say("the characters of the DeepL account are used up for this period"),
        say("See {address}, or go on with memory and people", address=KEYS_PAGE),
    ),
}
