"""The engine ``ctranslate2``: plain words, one sentence at a time, on this machine, in int8.

What CTranslate2 does without a word is looked after here: it cuts sources of more than ``max_input_length`` tokens, and translations
of more than ``max_decoding_length``.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from transloc.engines.ctranslate.models import Kind, Model, flores, opus, route
from transloc.engines.engine import Abilities, Answer, Health, Request
from transloc.engines.plain import plainly
from transloc.errors import EngineError
from transloc.segmentation import segmenter
from transloc.wording import say

if TYPE_CHECKING:
    from ctranslate2 import Translator
    from sentencepiece import SentencePieceProcessor

#: Tokens of the longest sentence, and of the longest translation: these models have 512 places.
_SOURCE, _TARGET = 400, 500

_BEAM = 4
_END = "</s>"


class CTranslate2:
    """Models at ``place``: one, or a folder of them. Several threads may translate at once; a model is loaded once."""

    name = "ctranslate2"
    abilities = Abilities(glossary=False, context=False, local=True, max_texts=32, max_bytes=64 * 1024)

    def __init__(self, place: Path, source: str, target: str) -> None:
        self._place = place
        self._pair = source, target
        self._lock = threading.Lock()
        self._loaded: dict[Path, _Loaded] = {}
        self._found: dict[tuple[str, str], tuple[Model, ...]] = {}

    @property
    def variety(self) -> str:
        """The models."""
        return " ".join(model.variety for model in self._route(*self._pair))

    def size(self, text: str) -> int:
        """Return the bytes of ``text`` in UTF-8."""
        return len(text.encode())

    def price(self, text: str) -> int:
        """Return 0: it costs nothing but time."""
        return 0

    def translate(self, request: Request) -> Answer:
        """Translate one batch; raises EngineError, with what to do, where there is no model. What no model can hold comes back empty."""
        return plainly(self, request, lambda words: self._run(request, words))

    def examine(self) -> Health:
        """Tell which models lead the way; raises EngineError where one cannot be loaded."""
        models = self._route(*self._pair)
        for model in models:
            self._load(model)
        return Health(", then ".join(f"{model.place.name} ({model.kind})" for model in models))

    def close(self) -> None:
        """Let the models go."""
        with self._lock:
            self._loaded.clear()
            self._found.clear()

    def _route(self, source: str, target: str) -> tuple[Model, ...]:
        with self._lock:
            if (source, target) not in self._found:
                self._found[source, target] = route(self._place, source, target)
            return self._found[source, target]

    def _run(self, request: Request, texts: Sequence[str]) -> Sequence[str]:
        models = self._route(request.source, request.target)
        if not models:
            why = say(
                "{place} has no model for CTranslate2 from {source} to {target}",
                place=self._place,
                source=request.source,
                target=request.target,
            )
            raise EngineError(why, hint=say("OPUS-MT, NLLB and .argosmodel are such models (docs/how-to/engines.md)"))
        stops = (request.source, *(model.target for model in models[:-1]), request.target)
        for model, source, target in zip(models, stops, stops[1:], strict=False):
            texts = self._load(model).translate(texts, source, target)
        return texts

    def _load(self, model: Model) -> "_Loaded":
        with self._lock:
            if model.place not in self._loaded:
                self._loaded[model.place] = _load(model)
            return self._loaded[model.place]


def _load(model: Model) -> "_Loaded":
    try:
        import ctranslate2
        from sentencepiece import SentencePieceProcessor
    except ImportError:
        raise EngineError(
            say("the engine ctranslate2 is not installed"), hint=say('Install it with: pip install "transloc[ct2]"')
        ) from None
    try:
        translator = ctranslate2.Translator(str(model.weights), compute_type="int8", files=model.files)
        source, target = (SentencePieceProcessor(model_proto=data) for data in model.pieces)
    except (RuntimeError, ValueError, OSError) as error:
        raise EngineError(
            say("the model {place} cannot be used ({error})", place=model.place, error=str(error)), hint=say("Convert or fetch it again")
        ) from error
    return _Loaded(model, translator, source, target)


@dataclass(frozen=True)
class _Loaded:
    """A model in memory; any thread may use it."""

    model: Model
    translator: "Translator"
    source: "SentencePieceProcessor"
    target: "SentencePieceProcessor"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[str]:
        """Translate texts sentence by sentence; one with a sentence that is too long is returned empty."""
        cutter = segmenter(source)
        cut = [[text[start:end] for start, end in cutter.segments(text)] for text in texts]
        asked = list(dict.fromkeys(sentence.strip() for sentences in cut for sentence in sentences))
        tokens = [self._tokens(sentence, source, target) for sentence in asked]
        fits = [at for at, found in enumerate(tokens) if len(found) <= _SOURCE]
        said = dict(zip((asked[at] for at in fits), self._say([tokens[at] for at in fits], target), strict=True))
        return [_joined(sentences, said) for sentences in cut]

    def _tokens(self, sentence: str, source: str, target: str) -> list[str]:
        tokens: list[str] = self.source.encode(sentence, out_type=str)
        if self.model.kind is Kind.NLLB:
            return [flores(source), *tokens, _END]
        before = [wanted] if (wanted := opus(target)) in self.model.vocabulary else []
        return [*before, *tokens, *(() if self.model.ends_sources else (_END,))]

    def _say(self, tokens: list[list[str]], target: str) -> list[str]:
        prefix = [flores(target)] if self.model.kind is Kind.NLLB else [self.model.prefix] if self.model.prefix else []
        results = self.translator.translate_batch(
            tokens,
            target_prefix=[prefix] * len(tokens) if prefix else None,
            beam_size=_BEAM,
            max_decoding_length=_TARGET,
            replace_unknowns=True,
        )
        found = [result.hypotheses[0] for result in results]
        return [self.target.decode(said[len(prefix) :]) if len(said) < _TARGET else "" for said in found]


def _joined(sentences: Sequence[str], said: dict[str, str]) -> str:
    """Put the translations of a text's sentences together, with the white space between them; empty where one is missing."""
    found = [(said.get(sentence.strip(), ""), sentence) for sentence in sentences]
    if not all(target or not sentence.strip() for target, sentence in found):
        return ""
    return "".join(target + sentence[len(sentence.rstrip()) :] for target, sentence in found)
