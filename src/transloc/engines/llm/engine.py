"""The engine ``llm``: what a language model answers is held to the texts that were sent, tried once more, or left to people."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress

from transloc import markup
from transloc.engines.engine import Abilities, Answer, BadAnswer, Health, Note, Request, refuse_beyond_limits
from transloc.engines.llm import prompt
from transloc.engines.llm.connection import Choosy, Connection, Json, is_address, loopback
from transloc.engines.patience import TRIES
from transloc.engines.protection import LOST, peel
from transloc.errors import EngineError, InputError
from transloc.glossary.pairs import Pairs
from transloc.wording import say

#: Few enough that a model with a window of 4,096 tokens, as local servers give it by default, sees all and can answer.
_MAX_TEXTS, _MAX_BYTES = 12, 6 * 1024

#: So many words may well be the same in both languages: names.
_FEW_WORDS = 3

#: Models of a server that a sentence names.
_NAMED = 5

MISSING = "the language model left it out: translate it by hand"


class Llm:
    """A model at an OpenAI-compatible ``server`` (``http://127.0.0.1:11434/v1``).

    ``local``: no text leaves this machine, and nothing is to be paid; True where the server listens on loopback, unless it is said that
    it passes texts on. Where texts are paid for, their characters are counted, since nobody knows a stranger's tokens.
    """

    name = "llm"

    def __init__(
        self,
        server: str,
        model: str,
        key: str = "",
        *,
        local: bool | None = None,
        formality: str = "",
        timeout: float = 120.0,
        tries: int = TRIES,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        if not is_address(server):
            raise InputError(
                say("“{server}” is not the address of a server", server=server),
                hint=say('Write it such as server = "http://127.0.0.1:11434/v1"'),
            )
        if formality.removeprefix("prefer_") not in prompt.FORMALITIES:
            raise InputError(
                say("“{formality}” is no formality", formality=formality),
                hint=say("Use one of: default, more, less, prefer_more, prefer_less"),
            )
        if local and not loopback(server):
            raise InputError(say("{server} is not on this machine", server=server), hint=say("Take “local = true” out of [engine.llm]"))
        here = loopback(server) if local is None else local
        self.abilities = Abilities(
            glossary=True,
            context=True,
            local=here,
            max_texts=_MAX_TEXTS,
            max_bytes=_MAX_BYTES,
            parallel=1 if here else 2,  # a model on this machine has no second one to think with
        )
        self._model = model
        self._formality = formality
        self._connection = Connection(server, key, timeout=timeout, tries=tries, tell=tell)
        self._choosy = False  # until the server refuses what not all know

    @property
    def variety(self) -> str:
        """The server, the model, and a digest of what it is told."""
        told = prompt.system("uk", "en", self._formality)
        return f"{self._connection.address} {self._model} {hashlib.sha256(told.encode()).hexdigest()[:8]}"

    def size(self, text: str) -> int:
        """Return the bytes of ``text`` in UTF-8."""
        return len(text.encode())

    def price(self, text: str) -> int:
        """Return the characters of ``text`` without what stands at its edges; 0 where the model is on this machine."""
        words = markup.words(peel(text).core)
        return len(words) if words.strip() and not self.abilities.local else 0

    def translate(self, request: Request) -> Answer:
        """Translate one batch; see ``Engine.translate``. What came back spoilt is asked for once more, and billed once more."""
        refuse_beyond_limits(self, request)
        peeled = [peel(text) for text in request.texts]
        waiting = {at: piece.core for at, piece in enumerate(peeled) if markup.words(piece.core).strip()}
        said, billed = self._answers(request, waiting) if waiting else ({}, 0)
        texts, notes = list(request.texts), []
        for at, core in waiting.items():
            found, fault = said.get(at, ""), _fault(core, said.get(at, ""))
            texts[at] = peeled[at].wrap(markup.escape(markup.words(found)) if fault else found)
            notes += [Note(LOST if found.strip() else MISSING, at)] if fault else []
        return Answer(tuple(texts), billed, tuple(notes))

    def examine(self) -> Health:
        """Tell whether the server has the model; raises EngineError where it cannot be asked."""
        offered = self._connection.models()
        if offered and self._model not in offered:
            return Health(f"{self._connection.address} has no model “{self._model}”, but {', '.join(offered[:_NAMED])}", fine=False)
        return Health(f"{self._model} at {self._connection.address}")

    def close(self) -> None:
        """Close the connections."""
        self._connection.close()

    def _answers(self, request: Request, waiting: Mapping[int, str]) -> tuple[dict[int, str], int]:
        """Return what came back by position, and the characters billed; what came back spoilt is asked for once more."""
        said = self._ask(request, waiting, "")
        billed = sum(map(self.price, waiting.values()))
        faults = {at: fault for at, core in waiting.items() if (fault := _fault(core, said.get(at, "")) or _echo(core, said.get(at, "")))}
        if faults:
            again = {at: waiting[at] for at in faults}
            told = ", ".join(f"text {at + 1} {fault}" for at, fault in faults.items())
            with suppress(EngineError if said else BadAnswer):  # what came back sound is not given up for the rest
                said |= self._ask(request, again, told)
            billed += sum(map(self.price, again.values()))
        if not said.keys() & waiting.keys():
            hint = say("Try another model, or translate by hand")
            raise BadAnswer(say("{model} did not answer in the form that was asked for", model=self._model), hint=hint, asked=2)
        return said, billed

    def _ask(self, request: Request, texts: Mapping[int, str], fault: str) -> dict[int, str]:
        terms: Pairs = tuple(dict(pair for at in texts for pair in request.terms_of(at)).items())
        numbered = {at + 1: text for at, text in texts.items()}
        told = prompt.user(numbered, terms, request.context)
        body = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": prompt.system(request.source, request.target, self._formality)},
                {"role": "user", "content": f"{prompt.again(fault)}\n{told}" if fault else told},
            ],
        }
        said = prompt.read(self._complete(body, list(numbered))) or {}
        return {number - 1: text for number, text in said.items() if number in numbered}

    def _complete(self, body: Json, numbers: list[int]) -> str:
        """Ask for the answer's shape and for no chance in it, which some servers refuse: then without."""
        if self._choosy:
            return self._connection.complete(body)
        try:
            return self._connection.complete(body | {"temperature": 0, "response_format": prompt.schema(numbers)})
        except Choosy:
            self._choosy = True
            return self._connection.complete(body)


def _echo(core: str, answer: str) -> str:
    return "is not translated" if answer.strip() == core and len(core.split()) > _FEW_WORDS else ""


def _fault(core: str, answer: str) -> str:
    if not answer.strip():
        return "is missing"
    found = markup.compare(core, answer)
    return f"has the tag {found[0].code} {found[0].fault.value}" if found else ""
