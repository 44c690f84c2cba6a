"""TMX 1.4b as translate-toolkit and OmegaT load it."""

from collections.abc import Iterable, Iterator
from datetime import UTC
from xml.sax.saxutils import escape, quoteattr

from transloc import __version__
from transloc.formats.tmx import codes
from transloc.formats.tmx.unit import TranslationUnit, Variant
from transloc.markup import ILLEGAL

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="transloc" creationtoolversion="{version}" segtype="sentence" o-tmf="transloc" adminlang="en"\
 srclang={source} datatype="plaintext"/>
  <body>
"""
_TAIL = "  </body>\n</tmx>\n"


class Writer:
    """Writes units as they come. ``illegal`` counts the characters so far that XML forbids, which are left out."""

    def __init__(self) -> None:
        self.illegal = 0

    def pieces(self, units: Iterable[TranslationUnit], source_locale: str) -> Iterator[bytes]:
        """Yield the file piece by piece; ``source_locale`` is that of the units that begin with it, others say their own."""
        yield _HEAD.format(version=__version__, source=quoteattr(source_locale)).encode()
        for unit in units:
            written = "".join(_unit(unit, source_locale))
            clean = ILLEGAL.sub("", written)
            self.illegal += len(written) - len(clean)
            yield clean.encode()
        yield _TAIL.encode()


def _unit(unit: TranslationUnit, source_locale: str) -> Iterator[str]:
    own = unit.variants[0].tag if unit.variants else source_locale
    yield "    <tu>\n" if own == source_locale else f"    <tu srclang={quoteattr(own)}>\n"
    for kind, value in unit.properties.items():
        yield f"      <prop type={quoteattr(kind)}>{escape(value, _RETURN)}</prop>\n"
    for variant in unit.variants:
        yield f"      <tuv xml:lang={quoteattr(variant.tag)}{_touched(variant)}><seg>{codes.written(variant.text)}</seg></tuv>\n"
    yield "    </tu>\n"


_RETURN = {"\r": "&#13;"}


def _touched(variant: Variant) -> str:
    date = f' creationdate="{variant.at.astimezone(UTC):%Y%m%dT%H%M%SZ}"' if variant.at else ""
    return date + (f" creationid={quoteattr(variant.by)}" if variant.by else "")
