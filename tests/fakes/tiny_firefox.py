"""A real model for the engine ``firefox`` with computed weights: it spells Cyrillic in Latin letters, letter by letter.

``lay_out(folder)`` writes it as Mozilla's are laid out: Marian's binary format, weights of eight bits, a vocabulary a side. The decoder's
position finds the same position of the source by the waves that are added to both, and copies which character stands there.
"""

import struct
from pathlib import Path

import numpy as np
from sentencepiece import SentencePieceProcessor

from fakes.deepl_server import spell
from fakes.tiny_model import SPECIAL, pieces

_WIDTH = 512
_WAVES = 64  # of the waves, those that are short enough to tell neighbours apart
_FLOAT, _BYTES, _QUANTISED = 0x404, 0x101, 0x4101

#: How far a character stands out from the waves, how sharply a place looks for itself, how loud a copy is.
_HEIGHT, _SHARP, _LOUD = 3.0, 14.0, 8.0

_CONFIG = f"dim-emb: {_WIDTH}\ntransformer-heads: 1\nenc-depth: 0\ndec-depth: 1\ntransformer-dim-ffn: 16\n\0"


def lay_out(folder: Path) -> Path:
    """Write the three files of the model into ``folder``."""
    known = SentencePieceProcessor(model_proto=pieces())
    sources = [known.id_to_piece(number) for number in range(len(known))]
    said = [piece if piece in SPECIAL else spell(piece) or "'" for piece in sources]
    targets = list(dict.fromkeys(said))
    pair = folder.name.replace("-", "")
    folder.mkdir(parents=True)
    (folder / f"srcvocab.{pair}.spm").write_bytes(pieces())
    (folder / f"trgvocab.{pair}.spm").write_bytes(b"".join(map(_piece, targets)))
    (folder / f"model.{pair}.intgemm.alphas.bin").write_bytes(_marian(_items(len(targets), [targets.index(piece) for piece in said])))
    return folder


def _items(targets: int, copied: list[int]) -> dict[str, tuple[int, tuple[int, ...], bytes]]:
    place = np.array([column % (_WIDTH // 2) < _WAVES for column in range(_WIDTH)])
    quiet = ~place & (np.arange(_WIDTH) % 8 == 0)  # holds down the mean of the long waves, which a normalisation would take off all
    character = ~place & ~quiet
    codes = np.where(character, np.random.default_rng(7).choice([-_HEIGHT, _HEIGHT], (targets, _WIDTH)), 0.0)
    codes -= np.where(character, codes.mean(axis=1, keepdims=True) * _WIDTH / character.sum(), 0.0)
    held_down = np.where(quiet, -_level() * _WIDTH / quiet.sum(), 0.0)
    scale = np.sqrt(_WIDTH)

    items = {
        "encoder_Wemb": _quantised(codes[copied] / scale, turned=False),
        "decoder_Wemb": _quantised((codes + held_down) / scale, turned=False),
        "none_QuantMultA": _floats([127 / 2.5]),
        "special:model.yml": (_BYTES, (len(_CONFIG),), _CONFIG.encode()),
    }
    attention = {"Wq": _SHARP * np.diag(place), "Wk": _SHARP * np.diag(place), "Wv": np.diag(character), "Wo": _LOUD * np.diag(character)}
    nothing = np.zeros((_WIDTH, _WIDTH))
    weights = {f"context_{name}": (weight, 127 / (2.5 if name == "Wq" else 5.0)) for name, weight in attention.items()}
    weights |= {"rnn_W": (nothing, 1.0), "rnn_Wf": (nothing, 1.0)}
    weights |= {"ffn_W1": (nothing[:, :16], 1.0), "ffn_W2": (nothing[:16], 1.0)}
    for name, (weight, alpha) in weights.items():
        items[f"decoder_l1_{name}"] = _quantised(weight)
        items[f"decoder_l1_{name}_QuantMultA"] = _floats([alpha])
        bias = name.replace("_W", "_b")
        items[f"decoder_l1_{bias}"] = _floats(np.zeros(weight.shape[1]))
    for name in ("rnn_ffn", "context_Wo", "ffn_ffn"):
        items[f"decoder_l1_{name}_ln_scale"] = _floats(np.ones(_WIDTH))
    return items


def _level() -> float:
    """Return the mean of the waves over a sentence."""
    half = _WIDTH // 2
    columns = np.arange(_WIDTH)
    lengths = 1e-4 ** ((columns % half) / (half - 1))
    waves = np.sin(np.arange(100)[:, None] * lengths + (columns // half) * np.pi / 2)
    return float(waves.mean())


def _quantised(weight: np.ndarray, *, turned: bool = True) -> tuple[int, tuple[int, ...], bytes]:
    """Return a matrix in eight bits with its multiplier; those of layers stand turned in the file, their shape does not."""
    multiplier = 127 / max(np.abs(weight).max(), 1e-6)
    rounded = np.rint(weight * multiplier).astype(np.int8)
    return _QUANTISED, weight.shape, (rounded.T if turned else rounded).tobytes() + struct.pack("<f", multiplier)


def _floats(values: object) -> tuple[int, tuple[int, ...], bytes]:
    row = np.asarray(values, np.float32)
    return _FLOAT, (1, row.size), row.tobytes()


def _marian(items: dict[str, tuple[int, tuple[int, ...], bytes]]) -> bytes:
    """Return Marian's binary format, version 1: headers, names, shapes, then the data."""
    head = struct.pack("<QQ", 1, len(items))
    for name, (kind, shape, data) in items.items():
        head += struct.pack("<QQQQ", len(name) + 1, kind, len(shape), len(data))
    names = b"".join(name.encode() + b"\0" for name in items)
    shapes = b"".join(struct.pack(f"<{len(shape)}i", *shape) for _, shape, _ in items.values())
    return head + names + shapes + struct.pack("<Q", 0) + b"".join(data for _, _, data in items.values())


def _piece(word: str) -> bytes:
    """Return a piece of a SentencePiece model: text, score, and 3 for what is never written, 1 for the rest."""
    text = word.encode()
    message = b"\x0a" + bytes([len(text)]) + text + b"\x15" + struct.pack("<f", -1.0) + b"\x18" + bytes([3 if word in SPECIAL else 1])
    return b"\x0a" + bytes([len(message)]) + message
