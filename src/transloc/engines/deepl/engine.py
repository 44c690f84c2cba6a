r"""The engine: what DeepL's library leaves to its caller, which is cutting requests and counting their bytes.

Measured and documented facts: the library sends JSON with ``\uXXXX``, 6 bytes a Cyrillic letter; a request holds 50 texts and
128 KiB; elements and the context are not billed; the source language is required with a glossary; an account on the free
tier has one glossary, and 456 on creating one means that the number is used up.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from transloc import markup
from transloc.engines import tags
from transloc.engines.deepl.connection import Connection
from transloc.engines.deepl.glossaries import Glossaries, Kept
from transloc.engines.deepl.tongues import source_language, target_language
from transloc.engines.engine import Abilities, Answer, BadAnswer, Health, Note, Request, refuse_beyond_limits
from transloc.engines.patience import TRIES
from transloc.engines.protection import LOST, Peeled, peel
from transloc.errors import InputError
from transloc.glossary.pairs import Pairs
from transloc.wording import say

if TYPE_CHECKING:
    from deepl import DeepLClient, TextResult

#: What a request holds besides texts and context: languages, options, a glossary's id.
_ENVELOPE = 1024

_FORMALITIES = {
    "": None,
    "default": None,
    "more": "prefer_more",
    "less": "prefer_less",
    "prefer_more": "prefer_more",
    "prefer_less": "prefer_less",
}
_MODEL_TYPES = ("", "quality_optimized", "prefer_quality_optimized", "latency_optimized")

#: The part of an account's characters from which ``doctor`` warns.
_NEARLY = 0.9


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters of the running period; ``limit`` None where the account has none."""

    used: int
    limit: int | None

    def __str__(self) -> str:
        return f"{self.used:,} characters used" if self.limit is None else f"{self.used:,} of {self.limit:,} characters used"


class DeepL:
    """The engine ``deepl``.

    ``server`` replaces DeepL's own address (``DEEPL_SERVER_URL``). ``timeout`` is in seconds: a request given up too early is billed
    and sent again. ``tries``: how often a request is sent at most where a fault may pass; ``tell`` hears of long pauses between.
    """

    name = "deepl"
    abilities = Abilities(glossary=True, context=True, local=False, max_texts=50, max_bytes=128 * 1024 - _ENVELOPE, parallel=2)

    def __init__(
        self,
        key: str,
        *,
        server: str = "",
        formality: str = "",
        model_type: str = "",
        timeout: float = 30.0,
        tries: int = TRIES,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        if formality not in _FORMALITIES:
            raise InputError(
                say("“{formality}” is no formality", formality=formality),
                hint=say("Use one of: {known}", known=", ".join(filter(None, _FORMALITIES))),
            )
        if model_type not in _MODEL_TYPES:
            raise InputError(
                say("“{name}” is no model type of DeepL", name=model_type),
                hint=say("Use one of: {known}", known=", ".join(filter(None, _MODEL_TYPES))),
            )
        self._formality = _FORMALITIES[formality]
        self._model_type = model_type
        self._connection = Connection(key, server=server, timeout=timeout, tries=tries, tell=tell)
        self._glossaries = Glossaries(self._connection)

    @property
    def variety(self) -> str:
        """The formality and the model."""
        return " ".join(filter(None, (self._formality, self._model_type)))

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
        asserted = request.glossary if any(request.terms_of(at) for at in sent) else ()
        bodies = [tags.to_xml(peeled[at].core) for at in sent]
        results, more = self._glossaries.use(
            asserted, request.source, request.target, lambda glossary: self._ask(bodies, request, target, glossary)
        )
        texts, found = list(request.texts), [*notes, *more]
        for at, result in zip(sent, results, strict=True):
            texts[at], lost = _read(peeled[at], result.text)
            found += [Note(LOST, at)] if lost else []
        return Answer(tuple(texts), sum(result.billed_characters for result in results), tuple(found))

    def usage(self) -> Usage:
        """Return the account's characters, asked for once; raises EngineError as ``translate`` does."""
        found = self._connection.call(lambda client: client.get_usage(), once=True).character
        return Usage(found.count or 0, found.limit)

    def examine(self) -> Health:
        """Return the account's characters, as ``doctor`` shows them."""
        usage = self.usage()
        return Health(str(usage), fine=usage.limit is None or usage.used < usage.limit * _NEARLY)

    def keep(self, glossary: Pairs, source: str, target: str, *, dry: bool = False) -> Kept:
        """Bring ``glossary`` to the server, where it is not there yet; with ``dry`` tell only what would be done.

        Others than those made here are never touched. Raises EngineError as ``translate`` does.
        """
        return self._glossaries.keep(glossary, source, target, dry=dry)

    def close(self) -> None:
        """Remove the glossaries of this run from the server, and close the connections."""
        self._glossaries.tidy()
        self._connection.close()

    def _ask(self, texts: list[str], request: Request, target: str, glossary: str | None) -> list["TextResult"]:
        def ask(client: "DeepLClient") -> "list[TextResult] | TextResult":
            return client.translate_text(
                texts,
                source_lang=source_language(request.source),
                target_lang=target,
                context=request.context or None,
                glossary=glossary,
                formality=self._formality,
                model_type=self._model_type or None,
                tag_handling="xml",
                tag_handling_version="v2",
            )

        results = self._connection.call(ask)
        if not isinstance(results, list) or len(results) != len(texts):
            count = len(results) if isinstance(results, list) else 1
            raise BadAnswer(
                say("{name} returned {count} translations for {texts} texts", name="DeepL", count=count, texts=len(texts)),
                hint=say("Try again, or translate them by hand"),
            )
        return results


def _read(peeled: Peeled, answer: str) -> tuple[str, bool]:
    """Return the whole text, and whether its codes were lost: words without codes still help a person, and are paid for."""
    core = tags.from_xml(answer)
    if core is None or markup.compare(peeled.core, core):
        return peeled.wrap(tags.words(answer)), True
    return peeled.wrap(core), False
