r"""DeepL through its official library, which neither cuts requests nor counts their bytes; here both are done.

Measured and documented facts: the library sends JSON with ``\uXXXX``, 6 bytes a Cyrillic letter; a request holds 50 texts and
128 KiB; elements and the context are not billed; the source language is required with a glossary; an account on the free
tier has one glossary, and 456 on creating one means that the number is used up.
"""

import json
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from transloc import __version__, markup
from transloc.engines import tags, terms
from transloc.engines.engine import Abilities, Answer, BadAnswer, EngineBusy, Note, Request, refuse_beyond_limits
from transloc.engines.protection import LOST, Peeled, peel
from transloc.errors import EngineError, InputError
from transloc.glossary.pairs import Pairs
from transloc.languages import language

if TYPE_CHECKING:
    from deepl import DeepLClient, DeepLException, TextResult
    from deepl.api_data import MultilingualGlossaryInfo

KEYS_PAGE = "https://www.deepl.com/your-account/keys"

#: What a request holds besides texts and context: languages, options, a glossary's id.
_ENVELOPE = 1024

#: DeepL has no target without a variant for these; the other variants are as people type them.
_TARGETS = {"en": "en-GB", "pt": "pt-PT", "no": "nb"}
_KEPT_VARIANTS = frozenset({"en-GB", "en-US", "pt-PT", "pt-BR", "es-419", "zh-Hans", "zh-Hant"})
_FORMALITIES = {
    "": None,
    "default": None,
    "more": "prefer_more",
    "less": "prefer_less",
    "prefer_more": "prefer_more",
    "prefer_less": "prefer_less",
}

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters of the running period; ``limit`` None where the account has none."""

    used: int
    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A glossary on the server. ``made``: it is new there; ``replaced``: one of ours that had to go for it; ``refused``: why not."""

    name: str
    made: bool = False
    replaced: str = ""
    refused: str = ""


class DeepL:
    """The engine ``deepl``.

    ``server`` replaces DeepL's own address (``DEEPL_SERVER_URL``). ``timeout`` is in seconds: a request given up too early
    is billed and sent again. ``retries`` is how often the library repeats after 429, 5xx and lost connections.
    """

    name = "deepl"
    abilities = Abilities(inline_codes=True, glossary=True, context=True, local=False, max_texts=50, max_bytes=128 * 1024 - _ENVELOPE)

    def __init__(self, key: str, *, server: str = "", formality: str = "", timeout: float = 30.0, retries: int = 5) -> None:
        if formality not in _FORMALITIES:
            raise InputError(f"“{formality}” is no formality", hint=f"Use one of: {', '.join(filter(None, _FORMALITIES))}")
        self._key = key.strip()
        self._server = server
        self._formality = _FORMALITIES[formality]
        self._timeout = timeout
        self._retries = retries
        self._lock = threading.Lock()
        self._made: DeepLClient | None = None
        self._glossaries: dict[str, tuple[str | None, tuple[Note, ...]]] = {}

    @property
    def variety(self) -> str:
        """The formality."""
        return self._formality or ""

    def size(self, text: str) -> int:
        """Return the bytes of ``text`` in the request's JSON."""
        return len(json.dumps(tags.to_xml(text))) + len(", ")

    def price(self, text: str) -> int:
        """Return the code points of the words: elements are free, edges and texts without words are not sent."""
        words = markup.words(peel(text).core)
        return len(words) if words.strip() else 0

    def translate(self, request: Request) -> Answer:
        """Translate one batch; see ``Engine.translate``."""
        refuse_beyond_limits(self, request)
        target, notes = target_language(request.target)
        peeled = [peel(text) for text in request.texts]
        sent = [at for at, piece in enumerate(peeled) if self.price(piece.core)]
        if not sent:
            return Answer(request.texts)
        results, glossary_notes = self._send([tags.to_xml(peeled[at].core) for at in sent], request, target)
        texts, more = list(request.texts), [*notes, *glossary_notes]
        for at, result in zip(sent, results, strict=True):
            texts[at], lost = _read(peeled[at], result.text)
            more += [Note(LOST, at)] if lost else []
        return Answer(tuple(texts), sum(result.billed_characters for result in results), tuple(more))

    def usage(self) -> Usage:
        """Return the account's characters; raises EngineError as ``translate`` does."""
        found = self._call(lambda client: client.get_usage()).character
        return Usage(found.count or 0, found.limit)

    def keep(self, glossary: Pairs, source: str, target: str, *, dry: bool = False) -> Kept:
        """Bring ``glossary`` to the server, where it is not there yet; with ``dry`` tell only what would be done.

        Others than those made here are never touched. Raises EngineError as ``translate`` does.
        """
        kept, _ = terms.entries(glossary)
        pair = language(source_language(source)), language(target_language(target)[0])
        name = terms.name(kept, *pair)
        found, ours = self._listed(name, pair, len(kept))
        if found or dry:
            return Kept(name=name, made=not found)
        try:
            _, replaced = self._make(name, pair, kept, ours)
        except _Unwanted as refused:
            return Kept(name=name, refused=str(refused))
        return Kept(name=name, made=True, replaced=replaced)

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            if self._made:
                self._made.close()  # type: ignore[no-untyped-call] # the library types all but this
            self._made = None

    def _send(self, texts: list[str], request: Request, target: str) -> tuple[list["TextResult"], tuple[Note, ...]]:
        glossary, notes = self._glossary(request, target)
        try:
            return self._ask(texts, request, target, glossary), notes
        except _Gone:
            if glossary is None:
                raise
            self._glossaries.clear()  # somebody replaced it since: on a free account another language pair's run may
            glossary, notes = self._glossary(request, target)
            return self._ask(texts, request, target, glossary), notes

    def _ask(self, texts: list[str], request: Request, target: str, glossary: str | None) -> list["TextResult"]:
        def ask(client: "DeepLClient") -> "list[TextResult] | TextResult":
            return client.translate_text(
                texts,
                source_lang=source_language(request.source),
                target_lang=target,
                context=request.context or None,
                glossary=glossary,
                formality=self._formality,
                tag_handling="xml",
                tag_handling_version="v2",
            )

        results = self._call(ask)
        if not isinstance(results, list) or len(results) != len(texts):
            count = len(results) if isinstance(results, list) else 1
            raise BadAnswer(f"DeepL returned {count} translations for {len(texts)} texts", hint="Try again, or translate them by hand")
        return results

    def _glossary(self, request: Request, target: str) -> tuple[str | None, tuple[Note, ...]]:
        kept, notes = terms.entries(request.glossary)
        if not kept:
            return None, notes
        pair = language(source_language(request.source)), language(target)
        name = terms.name(kept, *pair)
        with self._lock:
            known = self._glossaries.get(name)
        if known is None:
            known = self._find_or_make(name, pair, kept)
            with self._lock:
                self._glossaries[name] = known
        return known[0], (*notes, *known[1])

    def _find_or_make(self, name: str, pair: tuple[str, str], kept: dict[str, str]) -> tuple[str | None, tuple[Note, ...]]:
        found, ours = self._listed(name, pair, len(kept))
        if found:
            return found, ()
        try:
            return self._make(name, pair, kept, ours)[0], ()
        except _Unwanted as refused:
            return None, (Note(f"DeepL translated without the glossary: {refused}"),)

    def _listed(self, name: str, pair: tuple[str, str], count: int) -> "tuple[str | None, list[MultilingualGlossaryInfo]]":
        """Return the id of the glossary called ``name``, if it is there, and all of ours, the oldest first."""
        listed = self._call(lambda client: client.list_multilingual_glossaries())
        ours = sorted((g for g in listed if terms.ours(g.name)), key=lambda g: g.creation_time)
        return next((g.glossary_id for g in ours if g.name == name and _holds(g, pair, count)), None), ours

    def _make(self, name: str, pair: tuple[str, str], kept: dict[str, str], ours: Sequence["MultilingualGlossaryInfo"]) -> tuple[str, str]:
        """Return the id of a new glossary, and the name of the one of ours that had to go for it, if any."""
        from deepl.api_data import MultilingualGlossaryDictionaryEntries

        dictionary = MultilingualGlossaryDictionaryEntries(*pair, kept)
        replaced = ""
        for old in (*ours[:1], None):
            try:
                return self._call(lambda client: client.create_multilingual_glossary(name, [dictionary])).glossary_id, replaced
            except _NoRoom:
                if old is None:
                    raise _Unwanted("the account has no room for one more, and those there were not made by transloc") from None
                # the default binds the loop's value; mypy cannot infer it
                self._call(lambda client, old=old: client.delete_multilingual_glossary(old))  # type: ignore[misc]
                replaced = old.name
            except _Refused as refused:
                raise _Unwanted(refused.message) from None
        raise AssertionError("the last round returns or raises")

    def _call(self, call: "Callable[[DeepLClient], _Result]") -> _Result:
        from deepl import DeepLException

        client = self._client()
        try:
            return call(client)
        except DeepLException as error:
            raise _told(error) from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:  # the library does not expect broken answers
            raise BadAnswer("DeepL answered with something that is no translation", hint="Try again later") from error

    def _client(self) -> "DeepLClient":
        with self._lock:
            if self._made is None:
                import deepl

                deepl.http_client.min_connection_timeout = self._timeout
                deepl.http_client.max_network_retries = self._retries
                self._made = deepl.DeepLClient(self._key, server_url=self._server or None, send_platform_info=False)
                self._made.set_app_info("transloc", __version__)
            return self._made


def source_language(locale: str) -> str:
    """Return DeepL's code of a source: the language alone."""
    return language(_TARGETS["no"] if language(locale) == "no" else locale)


def target_language(locale: str) -> tuple[str, tuple[Note, ...]]:
    """Return DeepL's code of a target, with a note where a variant had to be chosen."""
    if locale in _KEPT_VARIANTS:
        return locale, ()
    alone = language(locale)
    chosen = _TARGETS.get(alone, alone)
    notes = (Note(f"DeepL knows no {locale}: translated into {chosen}"),) if "-" in chosen else ()
    return chosen, notes


def _holds(glossary: "MultilingualGlossaryInfo", pair: tuple[str, str], count: int) -> bool:
    held = ((d.source_lang.lower(), d.target_lang.lower(), d.entry_count) for d in glossary.dictionaries)
    return (*pair, count) in held


def _read(peeled: Peeled, answer: str) -> tuple[str, bool]:
    """Return the whole text, and whether its codes were lost: words without codes still help a person, and are paid for."""
    core = tags.from_xml(answer)
    if core is None or markup.compare(peeled.core, core):
        return peeled.wrap(tags.words(answer)), True
    return peeled.wrap(core), False


class _Refused(EngineError):
    """400: the request as such."""


class _NoRoom(EngineError):
    """456: characters or, on creating a glossary, glossaries are used up."""


class _Gone(EngineError):
    """404: the glossary is no longer there."""


class _Unwanted(Exception):
    """Why a glossary cannot be used; the texts are translated all the same."""


def _told(error: "DeepLException") -> EngineError:
    status = error.http_status_code
    if status is None:
        if "Timeout" in type(error.__cause__).__name__:
            return EngineBusy("DeepL did not answer in time", hint="Try again later; what was drafted is kept")
        return EngineBusy("the connection to DeepL failed", hint="Check the network, and DEEPL_SERVER_URL if it is set")
    if status >= 500:
        return EngineBusy(f"DeepL has a fault of its own ({status})", hint="Try again later; what was drafted is kept")
    if status not in _TOLD:
        return _Refused(f"DeepL refused the request: {_detail(error)}", hint="Check the locales and the glossary")
    kind, message, hint = _TOLD[status]
    return kind(message, hint=hint)


def _detail(error: "DeepLException") -> str:
    return str(error).removeprefix("Bad request, message: ").rstrip(".")


_TOLD: dict[int, tuple[type[EngineError], str, str]] = {
    403: (EngineError, "DeepL does not accept the key in DEEPL_AUTH_KEY", f"Copy it again from {KEYS_PAGE}"),
    404: (_Gone, "DeepL does not know this address or glossary", "Check DEEPL_SERVER_URL if it is set"),
    413: (EngineError, "DeepL finds the request too large", "Split the segment, or translate it by hand"),
    429: (EngineBusy, "DeepL gets too many requests, also after several tries", "Try again in some minutes; what was drafted is kept"),
    456: (_NoRoom, "the characters of the DeepL account are used up for this period", f"See {KEYS_PAGE}, or go on with memory and people"),
}
