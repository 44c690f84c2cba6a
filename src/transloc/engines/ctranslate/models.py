"""Which files are a model: folders of OPUS-MT and NLLB that were converted for CTranslate2, packages of Argos Translate.

How each wants its tokens: OPUS-MT the end of the sentence, and ``>>ukr<<`` before it where one model has several targets; NLLB the
codes of FLORES-200 on both sides; Argos what its ``metadata.json`` says.
"""

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from langcodes import Language

from transloc.engines.pivot import legs
from transloc.errors import EngineError
from transloc.languages import language
from transloc.wording import say

PACKAGE = ".argosmodel"


class Kind(StrEnum):
    """Whose model it is."""

    OPUS = "OPUS-MT"
    NLLB = "NLLB"
    ARGOS = "Argos"


Home = Path | zipfile.Path
"""A folder, on disk or in a package."""

_VOCABULARIES = tuple(f"{side}_vocabulary.{ending}" for side in ("shared", "source", "target") for ending in ("json", "txt"))
_READ_BY_THE_LIBRARY = ("model.bin", "config.json", "vmap.txt", *_VOCABULARIES)

#: Names under which one SentencePiece model for both sides is found.
_PIECES = ("sentencepiece.bpe.model", "sentencepiece.model", "spm.model", "flores200_sacrebleu_tokenizer_spm.model")

#: The pair in a folder's name: ``opus-mt-uk-en``, ``uk-en-ct2``. Groups of languages (``en-zle``) are no pair.
_PAIR = re.compile(r"(?:^|[-_])([a-z]{2})-([a-z]{2})(?:[-_](?:ct2|ctranslate2|int8)\w*)*$")

#: Where FLORES-200 names the single language that stands for the one of BCP 47.
_STANDARD = {"ara": "arb", "aze": "azj", "fas": "pes", "lav": "lvs", "mlg": "plt", "mon": "khk", "msa": "zsm", "nep": "npi"}
_STANDARD |= {"nor": "nob", "ori": "ory", "orm": "gaz", "pus": "pbt", "sqi": "als", "swa": "swh", "uzb": "uzn", "yid": "ydd"}


@dataclass(frozen=True)
class Model:
    """The model in ``home``, found at ``place``. ``source`` and ``target`` are languages, empty where its name does not tell them.

    ``prefix``: a token that each translation begins with, which is not part of it.
    """

    place: Path
    home: Home
    kind: Kind
    source: str = ""
    target: str = ""
    prefix: str = ""

    def leads(self, source: str, target: str) -> bool:
        """Tell whether it translates these languages."""
        if self.kind is Kind.NLLB:
            return {flores(source), flores(target)} <= self.vocabulary
        return self.source in ("", language(source)) and self.target in ("", language(target))

    @property
    def weights(self) -> Home:
        """The folder that CTranslate2 reads."""
        return self.home / "model" if self.kind is Kind.ARGOS else self.home

    @property
    def files(self) -> dict[str, bytes] | None:
        """What CTranslate2 reads, by name, where it cannot read it from the disk itself."""
        if isinstance(self.weights, Path):
            return None
        return {name: (self.weights / name).read_bytes() for name in _READ_BY_THE_LIBRARY if (self.weights / name).is_file()}

    @property
    def pieces(self) -> tuple[bytes, bytes]:
        """The SentencePiece models of source and target; raises EngineError where there are none."""
        both = [self.home / "source.spm", self.home / "target.spm"]
        if all(path.is_file() for path in both):
            return both[0].read_bytes(), both[1].read_bytes()
        found = next((path for name in _PIECES if (path := self.home / name).is_file()), None)
        if found is None:
            raise EngineError(
                say("{place} has no SentencePiece model", place=self.place),
                hint=say("Put the files that end in .spm or .model beside model.bin"),
            )
        return (data := found.read_bytes()), data

    @cached_property
    def ends_sources(self) -> bool:
        """Whether CTranslate2 adds the end of a sentence itself, as ``config.json`` says."""
        config = self.weights / "config.json"
        return self.kind is Kind.ARGOS or (config.is_file() and json.loads(config.read_text(encoding="utf-8")).get("add_source_eos", False))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The tokens that it knows."""
        tokens: set[str] = set()
        for path in (self.weights / name for name in _VOCABULARIES):
            if path.is_file():
                text = path.read_text(encoding="utf-8")
                tokens |= set(json.loads(text) if path.name.endswith(".json") else text.split("\n"))
        return frozenset(tokens)

    @cached_property
    def variety(self) -> str:
        """What tells it from another model: its name, and the bytes of its weights or package."""
        weighed = self.weights / "model.bin" if isinstance(self.weights, Path) else self.place
        assert isinstance(weighed, Path)
        return f"{self.place.name} {weighed.stat().st_size}"


def route(place: Path, source: str, target: str) -> tuple[Model, ...]:
    """Return the models at ``place`` (one, or a folder of them) that lead from ``source`` to ``target``; empty where there are none.

    Raises EngineError where a package cannot be read.
    """
    alone = _look(place)
    inside = sorted(place.iterdir()) if alone is None and place.is_dir() else ()
    found = [alone] if alone else [model for path in inside if (model := _look(path))]
    return legs(lambda start, stop: next((model for model in found if model.leads(start, stop)), None), source, target)


def _look(place: Path) -> Model | None:
    try:
        return next(_models(place), None)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise EngineError(
            say("the model {place} cannot be read ({error})", place=place, error=str(error)),
            hint=say("Fetch it again, or take it out of the folder"),
        ) from error


def _models(place: Path) -> Iterator[Model]:
    if place.suffix == PACKAGE and place.is_file():
        yield from (_argos(place, root) for root in zipfile.Path(place).iterdir() if (root / "metadata.json").is_file())
    elif (place / "metadata.json").is_file() and (place / "model" / "model.bin").is_file():
        yield _argos(place, place)
    elif (place / "model.bin").is_file():
        found = Model(place, place, Kind.NLLB)
        if "eng_Latn" in found.vocabulary:
            yield found
        else:
            pair = _PAIR.search(place.name)
            yield Model(place, place, Kind.OPUS, *(pair.groups() if pair else ()))


def _argos(place: Path, home: Home) -> Model:
    told = json.loads((home / "metadata.json").read_text(encoding="utf-8"))
    return Model(place, home, Kind.ARGOS, language(told["from_code"]), language(told["to_code"]), told.get("target_prefix", ""))


def flores(locale: str) -> str:
    """Return the code of FLORES-200 for a locale: ``uk`` is ``ukr_Cyrl``."""
    found = Language.get(locale)
    alpha3 = found.to_alpha3()
    return f"{_STANDARD.get(alpha3, alpha3)}_{found.maximize().script}"


def opus(locale: str) -> str:
    """Return the token by which an OPUS-MT model with several targets is told which: ``>>ukr<<``."""
    return f">>{Language.get(locale).to_alpha3()}<<"
