"""Which format a file is in: as somebody says, or as its name ends."""

from enum import StrEnum
from pathlib import Path

from transloc.errors import InputError


class Format(StrEnum):
    """How a glossary is written: our own table, TBX-Basic, a list for DeepL, a list of OmegaT."""

    CSV = "csv"
    TBX = "tbx"
    DEEPL = "deepl"
    OMEGAT = "omegat"


FORMATS = tuple(Format)
_ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.CSV,
    ".tbx": Format.TBX,
    ".xml": Format.TBX,
    ".utf8": Format.OMEGAT,
    ".txt": Format.OMEGAT,
}


def format_of(path: Path, option: str) -> Format:
    """Return the format that the name of ``path`` ends with; raises InputError, with the ``option`` that tells it, for others."""
    try:
        return _ENDINGS[path.suffix.lower()]
    except KeyError:
        hint = f"Say it: {option} {'|'.join(FORMATS)}"
        raise InputError("the name does not tell the format", path=path, hint=hint) from None
