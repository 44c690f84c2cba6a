"""Mozilla's translation models on this machine, through ``fxtranslate``: no key, no text leaves the machine.

A model translates plain text, one sentence a call, and silently cuts long input. A translator belongs to the thread that
made it. It is always built from files: the library's own ``load`` asks Mozilla's server even when the model is there.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from transloc.engines.engine import Abilities, Answer, EngineBusy, Request
from transloc.engines.owner import Owner, within
from transloc.engines.plain import plainly
from transloc.errors import EngineError
from transloc.languages import fallbacks, language

#: Pairs without a model of their own go through English.
PIVOT = "en"

#: Longer texts are cut into sentences by the library; one call drops what lies beyond the model's context without a word.
_LONG = 400

_LIST_SECONDS = 20.0
_MODEL_SECONDS = 900.0


class Translator(Protocol):
    """What a loaded model does; used only in the thread that loaded it."""

    def translate(self, text: str) -> str:
        """Translate one sentence."""

    def translate_long(self, text: str) -> str:
        """Translate several sentences."""


Loader = Callable[[Path], Translator]
Fetcher = Callable[[str, str, Path], None]


def load(folder: Path) -> Translator:
    """Build a translator from the files of ``folder``; raises EngineError where they are not a model."""
    from fxtranslate import Translator as Native

    model, vocabulary, shortlist = _one(folder, "model.*"), _one(folder, "vocab.*"), _one(folder, "lex.*")
    source, target = _one(folder, "srcvocab.*") or vocabulary, _one(folder, "trgvocab.*") or vocabulary
    if model is None or source is None or target is None:
        raise _broken(folder, "the model or its vocabulary is missing")
    try:
        native: Translator = Native(model, source, target, shortlist)
    except ValueError as error:
        raise _broken(folder, str(error)) from None
    return native


def _one(folder: Path, pattern: str) -> bytes | None:
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    return found[0].read_bytes() if found else None


def _broken(folder: Path, why: str) -> EngineError:
    return EngineError(f"the model in {folder} cannot be used ({why})", hint="Remove the folder, so that the model is fetched again")


def fetch(source: str, target: str, models: Path) -> None:
    """Fetch the files of a language pair from Mozilla into ``models``, each verified by its SHA-256.

    Raises EngineBusy where the server cannot be reached in time, EngineError where there is no such model.
    """
    from fxtranslate import discovery

    try:
        listed = within(_LIST_SECONDS, discovery.fetch_records_body)
    except (TimeoutError, ValueError):
        raise EngineBusy(
            f"Mozilla's server with the model {source}→{target} cannot be reached", hint=_by_hand(source, target, models)
        ) from None
    try:
        discovery.resolve_route(listed, source, target)
    except ValueError:
        raise EngineError(f"there is no Firefox model from {source} to {target}", hint="Use DeepL, or translate by hand") from None
    try:
        within(_MODEL_SECONDS, lambda: discovery.add_models(source, target, str(models), False))
    except (TimeoutError, ValueError, OSError) as error:
        why = str(error) or "it took too long"
        raise EngineBusy(f"the model {source}→{target} could not be fetched ({why})", hint=_by_hand(source, target, models)) from None


def _by_hand(source: str, target: str, models: Path) -> str:
    return f"Put its files into {models / f'{source}-{target}'}, let a run with a network fetch them, or set DEEPL_AUTH_KEY"


def default_models() -> Path:
    """Return the folder where ``fxtranslate`` keeps its models on this platform."""
    from fxtranslate import Cache

    return Path(Cache().root)


def route(models: Path, source: str, target: str) -> tuple[Path, ...]:
    """Return the folders of the models at hand that lead from ``source`` to ``target``; empty where one is missing."""
    direct = _folder(models, source, target)
    if direct:
        return (direct,)
    first, second = _folder(models, source, PIVOT), _folder(models, PIVOT, target)
    return (first, second) if first and second else ()


def _folder(models: Path, source: str, target: str) -> Path | None:
    names = (f"{s}-{t}" for t in fallbacks(target) for s in fallbacks(source))
    return next((models / name for name in names if any((models / name).glob("model.*"))), None)


class Firefox:
    """The engine ``firefox``: models lie in ``models``, a folder a pair (``uk-en``).

    ``may_fetch``: a missing model is fetched on first use, and ``tell`` gets one line about it.
    """

    name = "firefox"
    abilities = Abilities(inline_codes=False, glossary=False, context=False, local=True, max_texts=16, max_bytes=64 * 1024)

    def __init__(
        self,
        models: Path,
        *,
        may_fetch: bool = False,
        tell: Callable[[str], None] = lambda _: None,
        loader: Loader = load,
        fetcher: Fetcher = fetch,
    ) -> None:
        self._models = models
        self._may_fetch = may_fetch
        self._tell = tell
        self._loader = loader
        self._fetcher = fetcher
        self._owner = Owner("transloc-firefox")
        self._loaded: dict[Path, Translator] = {}  # touched in the owner's thread alone

    @property
    def variety(self) -> str:
        """What tells these models from others: names and sizes of their files."""
        found = sorted(f"{path.parent.name}/{path.name} {path.stat().st_size}" for path in self._models.glob("*-*/model.*"))
        return hashlib.sha256("\n".join(found).encode()).hexdigest()[:8]

    def size(self, text: str) -> int:
        """Return the bytes of ``text`` in UTF-8."""
        return len(text.encode())

    def price(self, text: str) -> int:
        """Return 0: it costs nothing but time."""
        return 0

    def translate(self, request: Request) -> Answer:
        """Translate one batch; raises EngineError, with what to do, where the model is missing and may not be fetched."""
        return plainly(self, request, lambda words: self._owner.call(lambda: self._run(request, words)))

    def close(self) -> None:
        """Let the models go and end their thread."""
        self._owner.call(self._loaded.clear)
        self._owner.close()

    def _run(self, request: Request, texts: Sequence[str]) -> list[str]:
        chain = [self._translator(folder) for folder in self._route(request.source, request.target)]
        try:
            return [_through(chain, words) for words in texts]
        except BaseException as error:  # a panic in native code is no Exception
            raise EngineError(f"the Firefox model failed ({error})", hint="Translate these segments by hand") from error

    def _route(self, source: str, target: str) -> tuple[Path, ...]:
        found = route(self._models, source, target)
        if not found and self._may_fetch:
            self._tell(f"fetching the model {source}→{target} (about 17 MB) from Mozilla …")
            self._fetcher(language(source), language(target), self._models)
            found = route(self._models, source, target)
        if not found:
            pair = language(source), language(target)
            raise EngineError(f"the Firefox model {pair[0]}→{pair[1]} is not on this machine", hint=_by_hand(*pair, self._models))
        return found

    def _translator(self, folder: Path) -> Translator:
        if folder not in self._loaded:
            try:
                self._loaded[folder] = self._loader(folder)
            except EngineError:
                raise
            except BaseException as error:  # as above
                raise _broken(folder, str(error)) from error
        return self._loaded[folder]


def _through(chain: Sequence[Translator], words: str) -> str:
    for translator in chain:
        words = translator.translate(words) if len(words) <= _LONG else translator.translate_long(words)
    return words
