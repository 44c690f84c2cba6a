"""The engine ``firefox``: no key, no text leaves the machine.

A model translates plain text, one sentence a call, and silently cuts long input. A translator belongs to the thread that
made it. It is always built from files: the library's own ``load`` asks Mozilla's server even when the model is there.
"""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from traceback import clear_frames
from typing import Protocol

from transloc.engines.engine import Abilities, Answer, Health, Request
from transloc.engines.firefox.models import State, by_hand, fetch, installed, route, verify
from transloc.engines.owner import Owner
from transloc.engines.plain import plainly
from transloc.errors import EngineError
from transloc.languages import language
from transloc.wording import say

#: Longer texts are cut into sentences by the library; one call drops what lies beyond the model's context without a word.
_LONG = 400


class Translator(Protocol):
    """What a loaded model does; used only in the thread that loaded it."""

    def translate(self, text: str) -> str:
        """Translate one sentence."""

    def translate_long(self, text: str) -> str:
        """Translate several sentences."""


Loader = Callable[[Path], Translator]
Fetcher = Callable[[str, str, Path], object]


def load(folder: Path) -> Translator:
    """Build a translator from the files of ``folder``; raises EngineError where they are not a model, or not the one on record."""
    from fxtranslate import Translator as Native

    verify(folder)
    model, vocabulary, shortlist = _one(folder, "model.*"), _one(folder, "vocab.*"), _one(folder, "lex.*")
    source, target = _one(folder, "srcvocab.*") or vocabulary, _one(folder, "trgvocab.*") or vocabulary
    if model is None or source is None or target is None:
        raise _broken(folder, say("the model or its vocabulary is missing"))
    try:
        native: Translator = Native(model, source, target, shortlist)
    except BaseException as error:  # a panic in native code is no Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        raise _broken(folder, str(error)) from None
    return native


def _one(folder: Path, pattern: str) -> bytes | None:
    found = sorted(path for path in folder.glob(pattern) if path.is_file())
    return found[0].read_bytes() if found else None


def _broken(folder: Path, why: str) -> EngineError:
    hint = say("Remove it (transloc models remove), and bring it in again")
    return EngineError(say("the model in {folder} cannot be used ({why})", folder=folder, why=why), hint=hint)


class Firefox:
    """Models lie in ``models``, a folder a pair (``uk-en``).

    ``may_fetch``: a missing model is fetched on first use, and ``tell`` gets one line about it.
    """

    name = "firefox"
    abilities = Abilities(glossary=False, context=False, local=True, max_texts=16, max_bytes=64 * 1024)

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

    def examine(self) -> Health:
        """Tell which models are here, and whether their files are those on record."""
        found = installed(self._models)
        changed = [one.folder.name for one in found if one.state is State.CHANGED]
        if changed:
            return Health(f"changed since they were recorded: {', '.join(changed)}. Remove them, and bring them in again", fine=False)
        return Health(f"models here: {', '.join(one.folder.name for one in found) or 'none yet'}")

    def close(self) -> None:
        """Let the models go and end their thread."""
        self._owner.call(self._loaded.clear)
        self._owner.close()

    def _run(self, request: Request, texts: Sequence[str]) -> list[str]:
        chain = [self._translator(folder) for folder in self._route(request.source, request.target)]
        try:
            return [_through(chain, words) for words in texts]
        except BaseException as error:  # a panic in native code is no Exception
            clear_frames(error.__traceback__)  # whoever hears of it in another thread must not hold the model, and let it go there
            chain.clear()
            raise EngineError(
                say("the Firefox model failed ({error})", error=str(error)), hint=say("Translate these segments by hand")
            ) from error

    def _route(self, source: str, target: str) -> tuple[Path, ...]:
        found = route(self._models, source, target)
        if not found and self._may_fetch:
            self._tell(f"fetching the model {source}→{target} (about 17 MB) from Mozilla …")
            self._fetcher(language(source), language(target), self._models)
            found = route(self._models, source, target)
        if not found:
            pair = language(source), language(target)
            raise EngineError(
                say("the Firefox model {source}→{target} is not on this machine", source=pair[0], target=pair[1]),
                hint=by_hand(*pair, self._models),
            )
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
