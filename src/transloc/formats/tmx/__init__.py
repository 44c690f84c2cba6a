"""TMX 1.4b, the exchange format of translation memories: a stream of translation units in, and out."""

from transloc.formats.tmx.read import read
from transloc.formats.tmx.unit import TranslationUnit, Variant
from transloc.formats.tmx.write import Writer

__all__ = ["TranslationUnit", "Variant", "Writer", "read"]
