"""What of the source is left in a translated article, outside of all segments."""

import re

from transloc import formats
from transloc.checks.text.alphabets import traces
from transloc.languages import language
from transloc.languages.scripts import script_of
from transloc.model import Catalog
from transloc.wording import say

#: What JSON-LD says of the source, which is in the source's language by nature.
ORIGINAL = re.compile(r'"translationOfWork"\s*:\s*\{[^{}]*\}')


def leftover(encoding: str, data: bytes, catalog: Catalog, without: re.Pattern[str] = ORIGINAL) -> tuple[str, ...]:
    """Return where an exported article holds letters of the source's script all the same, with the words: “line 12, “Поділитися””.

    They are left in code, in a shortcode, in a field, a comment or a part of a page that is not translated. What ``without`` finds
    speaks of the source, in its language by nature. Empty where the two languages share a script.
    """
    source, target = language(catalog.source_locale), language(catalog.target_locale)
    if script_of(source) is script_of(target):
        return ()
    try:
        found = formats.passages(data, encoding, without)
        return tuple(dict.fromkeys(_told(where, words, target, source) for where, words in found if traces(words, target, source)))
    except (LookupError, UnicodeDecodeError):
        return ()


_WORD = re.compile(r"[^\W\d_][\w'’ʼ-]*")
#: What stands between two words of one text: no tag, no mark of a link, no quotation mark around a value.
_PROSE = re.compile(r"[\s.,;:!?…«»“”„()—–-]*")
#: Letters of the words that are told.
_SHOWN = 60


def _told(where: str, held: str, target: str, source: str) -> str:
    """Return a place with the words of the source in it; one of a DOCX has them."""
    if where.endswith("”"):
        return where
    words, at = "", 0
    for found in _WORD.finditer(held):
        if traces(found[0], target, source):
            between = held[at : found.start()]
            words += (between if _PROSE.fullmatch(between) else " … ") + found[0] if words else found[0]
            at = found.end()
            if len(words) > _SHOWN:
                words = words[: _SHOWN - 1] + "…"
                break
    return say("{place}, “{words}”", place=where, words=" ".join(words.split())) if words else where
