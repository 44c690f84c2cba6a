"""A DeepL of our own on loopback: the parts of its API that transloc uses, with its limits, its bill and its faults.

In a test: ``with FakeDeepL() as fake: DeepL("key", server=fake.url)``. From outside:

    python tests/fakes/deepl_server.py --port 0 [--seconds 0.2]

prints its address on the first line, and its counters as JSON on GET /stats and when it is told to end (SIGTERM, SIGINT).
The translation is deterministic and of no language: Cyrillic words are spelt in Latin letters, elements stay, and the glossary
is applied, so that a test can tell from a text what was sent with it.
"""

import argparse
import html
import json
import re
import signal
import sys
import threading
import time
import uuid
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import urlsplit

MAX_TEXTS = 50
MAX_BYTES = 128 * 1024
MAX_TERM_BYTES = 1024

_TAG = re.compile(r"(<[^<>]*>)")
_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяёъыэ"
_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch _ iu ia io _ y e"
_LETTERS = dict(zip(_CYRILLIC, _LATIN.split(), strict=True))

Json = dict[str, Any]


@dataclass(frozen=True)
class Fault:
    """What the next answer meets: a status, or what its server calls by a name, such as cut, slow, count, tags, empty, source, garbage."""

    status: int = 0
    kind: str = ""
    retry_after: str = ""


@dataclass
class Loopback:
    """A server of our own for as long as the block takes; ``faults`` are met one an answer, in order."""

    port: int = 0
    key: str = ""
    faults: deque[Fault] = field(default_factory=deque)
    requests: list[Json] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lock = threading.Lock()
        self._release = threading.Event()

    def __enter__(self) -> Self:
        self.server = Silent(("127.0.0.1", self.port), self.handler())
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._release.set()
        self.server.shutdown()
        self.server.server_close()

    def handler(self) -> type[BaseHTTPRequestHandler]:
        raise NotImplementedError

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def fail(self, *faults: int | str) -> None:
        """Let the next answers meet these: a status as a number, anything else by its name."""
        self.faults.extend(Fault(status=f) if isinstance(f, int) else Fault(kind=f) for f in faults)


class Silent(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent: clients give up, or are killed, on purpose."""


@dataclass
class FakeDeepL(Loopback):
    """The server. ``faults`` are met by translations; ``requests`` are the translations asked for, ``calls`` all paths."""

    free: bool = False
    seconds: float = 0.0
    max_glossaries: int = 1000
    limit: int = 500_000
    calls: list[str] = field(default_factory=list)
    glossaries: dict[str, Json] = field(default_factory=dict)
    billed: int = 0
    refused: int = 0
    answered: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.free:
            self.max_glossaries = 1

    def handler(self) -> type[BaseHTTPRequestHandler]:
        return _handler(self)

    def stats(self) -> Json:
        """Return the counters: ``texts`` maps each text to how often it was billed; ``paid_twice`` counts the surplus."""
        with self.lock:
            surplus = sum(times - 1 for times in self.answered.values())
            return {
                "requests": len(self.requests),
                "refused": self.refused,
                "billed_characters": self.billed,
                "texts": dict(self.answered),
                "paid_twice": surplus,
                "glossaries": sorted(g["name"] for g in self.glossaries.values()),
            }

    # -- what the API does; each returns a status and a body, None where the connection is cut

    def translate(self, body: Json, size: int) -> tuple[int, Json | None]:
        with self.lock:
            self.requests.append(body)
            fault = self.faults.popleft() if self.faults else Fault()
        if self.seconds:
            self._release.wait(self.seconds)
        if fault.kind == "slow":
            self._release.wait(30)
            return 200, None
        if fault.kind == "cut":
            return 200, None
        refusal = (fault.status, {"message": "scripted"}) if fault.status else self._refuse(body, size)
        if refusal:
            with self.lock:
                self.refused += 1
            return refusal
        return 200, _spoilt(self._translations(body), fault.kind, body["text"])

    def _refuse(self, body: Json, size: int) -> tuple[int, Json] | None:
        if size > MAX_BYTES:
            return 413, {"message": "Request body too large"}
        if not body.get("text") or len(body["text"]) > MAX_TEXTS:
            return 400, {"message": "Too many texts"}
        if body.get("target_lang") in (None, "EN", "PT"):
            return 400, {"message": "Value for 'target_lang' not supported."}
        if body.get("glossary_id") and not body.get("source_lang"):
            return 400, {"message": "Parameter 'source_lang' not specified."}
        if body.get("glossary_id") and body["glossary_id"] not in self.glossaries:
            return 404, {"message": "Glossary not found"}
        if body.get("tag_handling") == "xml" and not all(map(_well_formed, body["text"])):
            return 400, {"message": "Tag handling parsing failed, please check input."}
        if self.billed + sum(map(_characters, body["text"])) > self.limit:
            return 456, {"message": "Quota Exceeded"}
        return None

    def _translations(self, body: Json) -> list[Json]:
        terms = self._terms(body)
        for text in body["text"]:
            with self.lock:
                self.billed += _characters(text)
                self.answered[text] = self.answered.get(text, 0) + 1
        return [
            {
                "detected_source_language": body.get("source_lang", "UK"),
                "text": pseudo(text, terms),
                "billed_characters": _characters(text),
            }
            for text in body["text"]
        ]

    def _terms(self, body: Json) -> dict[str, str]:
        glossary = self.glossaries.get(body.get("glossary_id", ""))
        if not glossary:
            return {}
        pair = body["source_lang"].lower(), body["target_lang"].lower().split("-")[0]
        return next((d["entries"] for d in glossary["dictionaries"] if (d["source_lang"], d["target_lang"]) == pair), {})

    def create(self, body: Json) -> tuple[int, Json]:
        with self.lock:
            if len(self.glossaries) >= self.max_glossaries:
                return 456, {"message": "Quota for glossaries exceeded"}
        dictionaries = []
        for given in body["dictionaries"]:
            rows = [line.split("\t") for line in given["entries"].split("\n")]
            sources = [row[0] for row in rows]
            if len(set(sources)) < len(sources) or any(len(term.encode()) > MAX_TERM_BYTES for row in rows for term in row):
                return 400, {"message": "Invalid glossary entries"}
            if given["target_lang"].lower() == "xx":
                return 400, {"message": "Unsupported glossary language pair"}
            pair = {"source_lang": given["source_lang"].lower(), "target_lang": given["target_lang"].lower()}
            dictionaries.append({**pair, "entries": dict(rows), "entry_count": len(rows)})
        made = {
            "glossary_id": str(uuid.uuid4()),
            "name": body["name"],
            "creation_time": f"2026-01-01T00:00:{len(self.calls) % 60:02}.000000Z",
            "dictionaries": dictionaries,
        }
        with self.lock:
            self.glossaries[made["glossary_id"]] = made
        return 201, _public(made)

    def usage(self) -> tuple[int, Json]:
        return 200, {"character_count": self.billed, "character_limit": self.limit}


def pseudo(text: str, terms: dict[str, str] | None = None) -> str:
    """Translate the words between elements; the same words always give the same words."""
    return "".join(
        part if part.startswith("<") else html.escape(spell(html.unescape(part), terms or {}), quote=False) for part in _TAG.split(text)
    )


def spell(words: str, terms: dict[str, str] | None = None) -> str:
    """Spell plain words in Latin letters, terms first."""
    for source, target in sorted((terms or {}).items(), key=lambda term: -len(term[0])):
        words = words.replace(source, target)
    return "".join(_latin(letter) for letter in words)


def _latin(letter: str) -> str:
    latin = _LETTERS.get(letter.lower(), letter).replace("_", "")
    return latin.capitalize() if letter.lower() in _LETTERS and letter.isupper() else latin


def _characters(text: str) -> int:
    return len(html.unescape(_TAG.sub("", text)))


def _well_formed(text: str) -> bool:
    try:
        ET.fromstring(f"<text>{text}</text>")
    except ET.ParseError:
        return False
    return True


def _spoilt(translations: list[Json], kind: str, texts: list[str]) -> Json:
    if kind == "count":
        translations = translations[:-1]
    elif kind == "tags":
        translations = [{**t, "text": re.sub(r"<[^<>]*>", "", t["text"], count=1)} for t in translations]
    elif kind == "empty":
        translations = [{**t, "text": ""} for t in translations]
    elif kind == "source":
        translations = [{**t, "text": text} for t, text in zip(translations, texts, strict=True)]
    elif kind == "huge":
        translations = [{**t, "text": "x" * 20_000_000} for t in translations]
    elif kind == "garbage":
        return {"translations": [{"text": 7}]}
    return {"translations": translations}


def _public(glossary: Json) -> Json:
    dictionaries = [{k: v for k, v in d.items() if k != "entries"} for d in glossary["dictionaries"]]
    return {**glossary, "dictionaries": dictionaries}


def _handler(fake: FakeDeepL) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = urlsplit(self.path).path
            if path == "/stats":
                self._send(200, fake.stats())
            elif self._allowed():
                routes: dict[str, Callable[[], tuple[int, Json]]] = {
                    "/v2/usage": fake.usage,
                    "/v3/glossaries": lambda: (200, {"glossaries": [_public(g) for g in fake.glossaries.values()]}),
                }
                one = fake.glossaries.get(path.rpartition("/")[2])
                self._send(*(routes[path]() if path in routes else (200, _public(one)) if one else (404, {"message": "Not found"})))

        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if not self._allowed():
                return
            if self.path == "/v2/translate":
                self._translate(data)
            elif self.path == "/v3/glossaries":
                self._send(*fake.create(json.loads(data)))
            else:
                self._send(404, {"message": "Not found"})

        def do_DELETE(self) -> None:
            if self._allowed():
                found = fake.glossaries.pop(self.path.rpartition("/")[2], None)
                self._send(204 if found else 404, None if found else {"message": "Not found"})

        def _translate(self, data: bytes) -> None:
            fault = fake.faults[0] if fake.faults else Fault()
            status, body = fake.translate(json.loads(data), len(data))
            if body is None:
                self.close_connection = True
                self.connection.close()
            else:
                self._send(status, body, fault.retry_after)

        def _allowed(self) -> bool:
            fake.calls.append(f"{self.command} {urlsplit(self.path).path}")
            given = self.headers.get("Authorization", "")
            if given.startswith("DeepL-Auth-Key ") and (not fake.key or given == f"DeepL-Auth-Key {fake.key}"):
                return True
            self._send(403, {"message": "Forbidden"})
            return False

        def _send(self, status: int, body: Json | None, retry_after: str = "") -> None:
            data = b"" if body is None else json.dumps(body).encode()
            self.send_response(status)
            if retry_after:
                self.send_header("Retry-After", retry_after)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Stay silent: the counters tell."""

    return Handler


def main() -> None:
    """Serve until told to end, then print the counters."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seconds", type=float, default=0.0, help="how long each translation takes")
    parser.add_argument("--free", action="store_true", help="an account on the free tier: one glossary")
    parser.add_argument("--fail", action="append", default=[], help="a status or kind that the next translations meet, in order")
    given = parser.parse_args()
    ended = threading.Event()
    for signum in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signum, lambda *_: ended.set())
    with FakeDeepL(free=given.free, port=given.port, seconds=given.seconds) as fake:
        fake.fail(*(int(f) if f.isdigit() else f for f in given.fail))
        print(fake.url, flush=True)
        while not ended.is_set():
            time.sleep(0.05)
        print(json.dumps(fake.stats(), ensure_ascii=False), flush=True)
    sys.exit(0)


if __name__ == "__main__":
    main()
