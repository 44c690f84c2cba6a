"""What a TMX file holds: translation units (``tu``), each a text in several languages (``tuv``)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Variant:
    """The text in one language, with our inline codes. ``tag`` is the language as the file writes it, ``by`` whoever it names."""

    tag: str
    text: str
    at: datetime | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A text and its translations. ``properties`` are the ``prop`` elements by type, ``line`` (from 1) is where it begins."""

    variants: tuple[Variant, ...]
    properties: Mapping[str, str] = field(default_factory=dict)
    line: int = 0
