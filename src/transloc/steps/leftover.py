"""What of the source is left in a translated article, outside of all segments."""

import re

from transloc import formats
from transloc.checks.text.alphabets import script_of, traces
from transloc.languages import language
from transloc.model import Catalog

#: What JSON-LD says of the source, which is in the source's language by nature.
ORIGINAL = re.compile(r'"translationOfWork"\s*:\s*\{[^{}]*\}')


def leftover(encoding: str, data: bytes, catalog: Catalog, without: re.Pattern[str] = ORIGINAL) -> tuple[str, ...]:
    """Return where an exported article holds letters of the source's script all the same: “line 12”, or in a DOCX the words themselves.

    They are left in code, in a shortcode, in a field, a comment or a part of a page that is not translated. What ``without`` finds
    speaks of the source, in its language by nature. Empty where the two languages share a script.
    """
    source, target = language(catalog.source_locale), language(catalog.target_locale)
    if script_of(source) is script_of(target):
        return ()
    try:
        found = formats.passages(data, encoding, without)
        return tuple(dict.fromkeys(where for where, words in found if traces(words, target, source)))
    except (LookupError, UnicodeDecodeError):
        return ()
