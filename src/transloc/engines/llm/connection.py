"""The line to an OpenAI-compatible server: ``POST …/chat/completions``, its faults as sentences."""

import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from transloc import __version__
from transloc.engines import answers
from transloc.engines.engine import BadAnswer, EngineBusy
from transloc.engines.patience import TRIES, persist, retry_after
from transloc.errors import EngineError
from transloc.hosts import alone
from transloc.wording import say

if TYPE_CHECKING:
    from requests import Response, Session

Json = dict[str, Any]


class Choosy(EngineError):
    """The server refuses the request, perhaps for what not every one knows: a schema for the answer, a temperature."""


class Unknown(EngineError):
    """The server does not know the address or the model."""


def is_address(text: str) -> bool:
    """Tell whether ``text`` is the address of a server that speaks HTTP."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:  # half an IPv6 address, a port that none has
        return False


def loopback(address: str) -> bool:
    """Tell whether what listens at ``address`` is on this machine."""
    return alone(urlsplit(address).hostname or "")


class Connection:
    """Calls the server at ``address``, which ends in ``/v1`` as a rule.

    A server on this machine is asked straight, whatever proxy the environment names; no answer may lead the request elsewhere.
    """

    def __init__(
        self, address: str, key: str = "", *, timeout: float = 120.0, tries: int = TRIES, tell: Callable[[str], None] = lambda _: None
    ) -> None:
        self.address = address.rstrip("/")
        self._key = key.strip()
        self._timeout = timeout
        self._persist = partial(persist, tries=tries, tell=tell)
        self._lock = threading.Lock()
        self._made: Session | None = None

    def complete(self, body: Json) -> str:
        """Return what the model says to ``body``; raises EngineError in all its kinds, Choosy where it may be for the extras."""
        answer = self._persist(lambda: self._ask("POST", "/chat/completions", body))
        try:
            content = answer["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError):
            content = None
        if not isinstance(content, str):
            raise BadAnswer(
                say("{address} answered with something that is no chat completion", address=self.address),
                hint=say("Check the address and the model"),
            )
        return content

    def models(self) -> tuple[str, ...]:
        """Return the names of the models that the server offers, asked for once; none where it has no such list."""
        try:
            answer = self._ask("GET", "/models", None)
        except Unknown:
            return ()
        listed = answer.get("data") if isinstance(answer, dict) else None
        return tuple(str(one["id"]) for one in listed if isinstance(one, dict) and "id" in one) if isinstance(listed, list) else ()

    def close(self) -> None:
        """Close the connections; a later call opens new ones."""
        with self._lock:
            if self._made:
                self._made.close()
            self._made = None

    def _ask(self, method: str, path: str, body: Json | None) -> Any:
        from requests import ReadTimeout, RequestException

        try:
            response = self._session().request(
                method, self.address + path, json=body, timeout=(_CONNECT_SECONDS, self._timeout), allow_redirects=False
            )
        except ReadTimeout:
            hint = say("Try again later; what was drafted is kept")
            raise EngineBusy(say("{address} did not answer in time", address=self.address), hint=hint, asked=1) from None
        except RequestException:
            hint = say("Check that the server runs, and server in [engine.llm]")
            raise EngineBusy(say("the connection to {address} failed", address=self.address), hint=hint) from None
        self._judge(response, body)
        try:
            return response.json()
        except (ValueError, RecursionError):  # json has no error of its own for what is nested without end
            raise BadAnswer(
                say("{address} answered with something that is no JSON", address=self.address), hint=say("Check the address and the model")
            ) from None

    def _session(self) -> "Session":
        with self._lock:
            if self._made is None:
                import requests

                self._made = requests.Session()
                self._made.trust_env = not loopback(self.address)
                for scheme in ("https://", "http://"):
                    self._made.mount(scheme, answers.adapter(self.address))
                self._made.headers["User-Agent"] = f"transloc/{__version__}"
                if self._key:
                    self._made.headers["Authorization"] = f"Bearer {self._key}"
            return self._made

    def _judge(self, response: "Response", body: Json | None) -> None:
        status = response.status_code
        if status < 300:
            return
        if status in _BUSY or status >= 500:
            message = _BUSY.get(status, say("{name} has a fault of its own ({status})", name=self.address, status=status))
            hint = say("Try again in some minutes; what was drafted is kept")
            raise EngineBusy(message, hint=hint, after=retry_after(response.headers.get("Retry-After")))
        if status in (400, 422) and body and "response_format" in body:
            raise Choosy(say("{name} refused the request ({status})", name=self.address, status=f"{status}{_said(response)}"))
        told = {"name": self.address, "status": f"{status}{_said(response)}"}
        if status not in _TOLD:
            raise EngineError(
                say("{name} refused the request ({status})", **told), hint=say("Check the model and the address in [engine.llm]")
            )
        message, hint = _TOLD[status]
        kind = Unknown if status == 404 else EngineError
        raise kind(say(message, **told), hint=hint)


#: Seconds in which a server must take the connection; how long it may think about the answer is the engine's matter.
_CONNECT_SECONDS = 10.0

#: Letters of what a server says itself that a sentence repeats.
_SAID = 200

_BUSY = {429: say("the language model gets too many requests"), 408: say("the language model did not answer in time")}
_TOLD = {
    401: (say("{name} does not accept the key in TRANSLOC_LLM_KEY ({status})"), say("Set the key that the server gave you")),
    402: (say("{name} wants to be paid first ({status})"), say("See your account there, or go on with memory and people")),
    403: (say("{name} does not accept the key in TRANSLOC_LLM_KEY ({status})"), say("Set the key that the server gave you")),
    404: (say("{name} does not know this address or model ({status})"), say("Check server and model in [engine.llm]")),
    413: (say("{name} finds the request too large ({status})"), say("Split the segment, or translate it by hand")),
    456: (say("{name} says that the account is used up ({status})"), say("See your account there, or go on with memory and people")),
}


def _said(response: "Response") -> str:
    """Return what the server says itself, shortened."""
    try:
        said = response.json()["error"]
        said = said["message"] if isinstance(said, dict) else said
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return f": {str(said)[:_SAID]}"
