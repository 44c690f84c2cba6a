"""A language model of our own on loopback, behind the chat completions that servers share; it spells Cyrillic in Latin letters.

``with FakeLlm() as fake: Llm(fake.url, "tiny")``. Faults are met one an answer, in order; ``requests`` are the bodies that came in.
"""

import json
import re
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler

from fakes.deepl_server import Fault, Json, Loopback, spell

_TAG = re.compile(r"(\\?</?\d+/?>)")

#: Bodies that a parser stumbles over: nested without end, a number of 5,000 digits, more than any answer is long.
_MALICIOUS = {"deep": b"[" * 100_000, "digits": b"1" * 5000, "huge": b" " * 20_000_000}


@dataclass
class FakeLlm(Loopback):
    """The server. ``models`` are those it offers; ``choosy``: it refuses a response_format; ``wrap`` is put around each answer.

    Its faults have more names: prose, html, deep, digits, huge.
    """

    models: tuple[str, ...] = ("tiny",)
    choosy: bool = False
    wrap: str = "%s"

    def handler(self) -> type[BaseHTTPRequestHandler]:
        return _handler(self)

    @property
    def url(self) -> str:
        return f"{super().url}/v1"

    def told(self, number: int) -> Json:
        """Return what the user message of a request holds."""
        content = self.requests[number]["messages"][-1]["content"]
        return json.loads(content[content.index("{") :])

    def answer(self, body: Json) -> tuple[int, bytes | None, str]:
        """Return a status, a body (None: cut the line) and a Retry-After."""
        with self.lock:
            self.requests.append(body)
            choosy = self.choosy and "response_format" in body
            fault = self.faults.popleft() if self.faults and not choosy else Fault()
        if choosy:
            return 400, _error("response_format is not supported"), ""
        if fault.status:
            return fault.status, _error("scripted"), fault.retry_after
        if fault.kind == "slow":
            self._release.wait(30)
        if fault.kind in ("slow", "cut"):
            return 200, None, ""
        if fault.kind == "html":
            return 200, b"<html>log in</html>", ""
        if fault.kind == "garbage":
            return 200, b'{"choices": []}', ""
        if fault.kind in _MALICIOUS:
            return 200, _MALICIOUS[fault.kind], ""
        content = body["messages"][-1]["content"]
        said = self.wrap % _said(json.loads(content[content.index("{") :]), fault.kind)
        return 200, json.dumps({"choices": [{"message": {"role": "assistant", "content": said}}]}).encode(), ""


def _said(told: Json, kind: str) -> str:
    terms = told.get("terms", {})
    texts = {number: _translated(text, terms) for number, text in told["texts"].items()}
    if kind == "prose":
        return "Of course! Here are the translations you asked for."
    if kind == "count":
        texts.popitem()
    if kind == "tags":
        texts = {number: re.sub(r"<[^<>]*>", "", text, count=1) for number, text in texts.items()}
    if kind == "empty":
        texts = dict.fromkeys(texts, "")
    if kind == "source":
        texts = told["texts"]
    return json.dumps(texts, ensure_ascii=False)


def _translated(text: str, terms: dict[str, str]) -> str:
    return "".join(part if part.startswith(("<", "\\<")) else spell(part, terms) for part in _TAG.split(text))


def _error(message: str) -> bytes:
    return json.dumps({"error": {"message": message}}).encode()


def _handler(fake: FakeLlm) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path != "/v1/models":
                self._send(404, _error("no such address"))
                return
            self._send(200, json.dumps({"object": "list", "data": [{"id": name} for name in fake.models]}).encode())

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if fake.key and self.headers.get("Authorization") != f"Bearer {fake.key}":
                self._send(401, _error("no such key"))
            elif self.path != "/v1/chat/completions":
                self._send(404, _error("no such address"))
            else:
                status, body, retry_after = fake.answer(json.loads(data))
                if body is None:
                    self.close_connection = True
                    self.connection.close()
                else:
                    self._send(status, body, retry_after)

        def _send(self, status: int, body: bytes, retry_after: str = "") -> None:
            self.send_response(status)
            if retry_after:
                self.send_header("Retry-After", retry_after)
            if status in (301, 302, 307):
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    return Handler
