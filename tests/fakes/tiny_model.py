"""A real CTranslate2 model with computed weights: it spells Cyrillic in Latin letters, letter by letter, and keeps all others.

A place of the decoder attends to the same place of the encoder, and reads there which character it is; nothing else has a weight. Nobody
trained it, and yet what translates with it is what translates with any other: the files, the vocabularies, the search, int8.

``opus(folder)``, ``nllb(folder)`` and ``argos(file)`` lay it out as the models of these kinds are laid out.
"""

import io
import json
import shutil
import string
import zipfile
from pathlib import Path

import numpy as np
import sentencepiece
from ctranslate2.specs import TransformerSpec
from ctranslate2.specs.common_spec import LayerNormSpec, LinearSpec

from fakes.deepl_server import spell

#: Parts of a vector: which character it is, and where it stands.
_CHARACTER, _PLACE = 128, 128
_WIDTH = _CHARACTER + _PLACE

#: Places for which there are codes: longer texts the model cannot hold.
PLACES = 512

#: How sharply a place attends to itself.
_SHARP = 4.0

_CYRILLIC = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюяыэёъ"
CHARACTERS = "▁" + string.digits + string.ascii_letters + string.punctuation + "«»—–…№’ʼ" + _CYRILLIC + _CYRILLIC.upper()
_LANGUAGES = ("ukr_Cyrl", "eng_Latn", "pol_Latn")

SPECIAL = ("<unk>", "<s>", "</s>")


def opus(folder: Path, *, add_source_eos: bool = False, languages: tuple[str, ...] = ()) -> Path:
    """Lay the model out as converted OPUS-MT models are; those converted from Marian add the end of a source themselves."""
    _save(folder, languages, add_source_eos=add_source_eos)
    for side in ("source", "target"):
        (folder / f"{side}.spm").write_bytes(pieces())
    return folder


def nllb(folder: Path) -> Path:
    """Lay it out as converted NLLB models are: one for all languages, which stand in the vocabulary."""
    _save(folder, _LANGUAGES, decoder_start_token="</s>")
    (folder / "sentencepiece.bpe.model").write_bytes(pieces())
    return folder


def argos(file: Path, source: str = "uk", target: str = "en", *, prefix: str = "") -> Path:
    """Lay it out as a package of Argos Translate."""
    folder = file.with_suffix(".unpacked")
    _save(folder, (prefix,) if prefix else (), add_source_eos=True)
    with zipfile.ZipFile(file, "w") as packed:
        root = f"translate-{source}_{target}-1_0"
        packed.writestr(f"{root}/metadata.json", json.dumps({"from_code": source, "to_code": target, "target_prefix": prefix}))
        packed.writestr(f"{root}/sentencepiece.model", pieces())
        for path in sorted(folder.iterdir()):
            packed.write(path, f"{root}/model/{path.name}")
    shutil.rmtree(folder)
    return file


def pieces() -> bytes:
    """Return a SentencePiece model whose pieces are single characters."""
    made = io.BytesIO()
    sentences = [" ".join(CHARACTERS[at : at + 20].replace("▁", "")) for at in range(0, len(CHARACTERS), 20)] * 20
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=made,
        model_type="char",
        vocab_size=len(CHARACTERS) + len(SPECIAL),
        character_coverage=1.0,
        normalization_rule_name="identity",
        minloglevel=2,
    )
    return made.getvalue()


def _save(folder: Path, languages: tuple[str, ...] = (), **config: object) -> None:
    sources = [*SPECIAL, *languages, *CHARACTERS]
    said = [*SPECIAL, *languages, *(spell(character) or "'" for character in CHARACTERS)]
    targets = list(dict.fromkeys(said))
    random = np.random.default_rng(7)
    characters = random.choice([-1.0, 1.0], (len(sources), _CHARACTER)).astype(np.float32)
    places = np.hstack([np.zeros((PLACES, _CHARACTER)), random.choice([-1.0, 1.0], (PLACES, _PLACE))]).astype(np.float32)

    spec = TransformerSpec.from_config((1, 1), 1, pre_norm=True)
    spec.config.add_source_eos = False
    for name, value in config.items():
        setattr(spec.config, name, value)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = places
        _even(side.layer_norm)
        layer = side.layer[0]
        for part in (layer.self_attention, layer.ffn):
            _even(part.layer_norm)
        _nothing(layer.self_attention.linear[0], 3 * _WIDTH, _WIDTH)
        _nothing(layer.self_attention.linear[1], _WIDTH, _WIDTH)
        _nothing(layer.ffn.linear_0, _WIDTH, _WIDTH)
        _nothing(layer.ffn.linear_1, _WIDTH, _WIDTH)
    spec.encoder.embeddings[0].weight = np.hstack([characters, np.zeros((len(sources), _PLACE), np.float32)])
    spec.decoder.embeddings.weight = np.zeros((len(targets), _WIDTH), np.float32)
    _reading(spec.decoder.layer[0].attention)
    projection = np.zeros((len(targets), _WIDTH), np.float32)
    for source, target in enumerate(said):
        projection[targets.index(target), :_CHARACTER] += characters[source]
    _linear(spec.decoder.projection, projection)
    spec.register_source_vocabulary(sources)
    spec.register_target_vocabulary(targets)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def _reading(attention: object) -> None:
    """Let the query be where it stands, the key where that stands, and the value which character it is."""
    where = np.diag([0.0] * _CHARACTER + [1.0] * _PLACE)
    what = np.diag([1.0] * _CHARACTER + [0.0] * _PLACE)
    _even(attention.layer_norm)
    _linear(attention.linear[0], _SHARP * where)
    _linear(attention.linear[1], np.vstack([where, what]))
    _linear(attention.linear[2], what)


def _even(norm: LayerNormSpec) -> None:
    norm.gamma, norm.beta = np.ones(_WIDTH, np.float32), np.zeros(_WIDTH, np.float32)


def _linear(linear: LinearSpec, weight: np.ndarray) -> None:
    linear.weight, linear.bias = weight.astype(np.float32), np.zeros(weight.shape[0], np.float32)


def _nothing(linear: LinearSpec, rows: int, columns: int) -> None:
    _linear(linear, np.zeros((rows, columns)))
