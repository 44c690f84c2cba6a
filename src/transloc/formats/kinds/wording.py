"""What the words of a block say of its kind: how it begins, how it ends, and whether it is known as a whole."""

import re

from transloc.formats.kinds import dates
from transloc.formats.kinds.vocabulary import ACCORDING, BYLINE, CATEGORY, GENRES, LABELS, LEADING, PHOTO, SECTIONS, SOURCES, TAGS, key
from transloc.model import Kind

#: No label, genre, tag line, byline or date is longer.
SHORT = 120
#: No known label is longer, and none that leads a line ends later.
_LONGEST_LABEL, _LEAD = 48, 48
_SHORTEST_QUOTE = 4
_LONGEST_ATTRIBUTION = 160
#: What begins with a © and is longer stands at the foot of a page.
_LONGEST_RIGHT = 60

_PHOTO_LINE = re.compile(rf"[(\[]?\s?(?:{PHOTO})\.?\s?(?:[:|/©]|[—–-]\s|\bby\b|\bcourtesy\b)|[(\[]?\s?©\s?\w", re.IGNORECASE)
_SIGNS = frozenset(":|/©—–-")
_BYLINE_LINE = re.compile(rf"(?:{BYLINE})\s?:\s?\S|by\s[^\W\d_]", re.IGNORECASE)
_SOURCES_LINE = re.compile(rf"(?:{SOURCES})\s?:", re.IGNORECASE)
_ACCORDING_LINE = re.compile(rf"(?:{ACCORDING})\s?:?\s\S", re.IGNORECASE)
_TAGS_LINE = re.compile(rf"(?:{TAGS})\s?:\s?\S", re.IGNORECASE)
_CATEGORY_LINE = re.compile(rf"(?:{CATEGORY})\s?:\s?\S", re.IGNORECASE)
_SENTENCES = re.compile(r"[.!?…]\s")
_MARKS = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›", "”": "”"}
_ENDS = {mark: re.compile(f"[{mark}{ends}]") for mark, ends in _MARKS.items()}
_DASH = re.compile(r"[—–−-]\s?(?=\w)")
_COPULA = re.compile(r"[—–−-]\s?(?:це|то|є|это|is|was|ist|war|jest)\b", re.IGNORECASE)


def short_kind(words: str) -> Kind | None:
    """Return the kind of a short block that is known by its words alone, wherever it stands; None for all else."""
    if len(words) > SHORT:
        return None
    known = key(words) if len(words) <= _LONGEST_LABEL else ""
    if known in LABELS or known in SECTIONS:
        return Kind.LABEL
    if known in GENRES:
        return Kind.GENRE
    if dates.whole(words):
        return Kind.DATE
    led = ":" in words[:_LEAD]
    if _tagged(words) or (led and _TAGS_LINE.match(words)):
        return Kind.TAG
    if led and _CATEGORY_LINE.match(words) and not _SENTENCES.search(words) and len(words.split()) <= 6:
        return Kind.CATEGORY
    return Kind.BYLINE if (led or words[:2].casefold() == "by") and _byline(words) else None


def heads(words: str) -> bool:
    """Tell whether ``words`` are a label that no list knows, «Довідково:»: one word and a colon, and none that leads into what follows."""
    return len(words) <= 30 and words.endswith(":") and words[:-1].strip().isalpha() and key(words) not in LEADING


def _tagged(words: str) -> bool:
    parts = words.replace(",", " ").split() if words.startswith("#") else []
    return bool(parts) and all(part.startswith("#") and len(part) > 1 for part in parts)


def _byline(words: str) -> bool:
    found = _BYLINE_LINE.match(words)
    if not found or _SENTENCES.search(words):
        return False
    return words[:2].casefold() != "by" or (len(words.split()) <= 5 and words[-1:] not in ".!?:,;")


def named(words: str) -> bool:
    """Tell whether ``words`` may be a name and a place, «Олена Коваленко, Київ»: only its place in the article proves that."""
    name, comma, where = words.strip().partition(",")
    parts = (*name.split(), *where.split())
    plain = all(part.replace("-", "").replace("’", "").replace("'", "").replace(".", "").isalpha() for part in parts)
    return bool(comma) and 2 <= len(name.split()) <= 3 and 1 <= len(where.split()) <= 2 and plain and not words.strip().endswith(".")


def caption(words: str) -> bool:
    """Tell whether a block begins as captions do: «Фото: …», «На фото — …», "(Photo by …", «© AFP»."""
    lead = words[:_LEAD]
    if _SIGNS.isdisjoint(lead) and " by" not in (said := lead.casefold()) and "courtesy" not in said:
        return False
    found = _PHOTO_LINE.match(words)
    return found is not None and ("©" not in found[0] or len(words) <= _LONGEST_RIGHT)


def sources(words: str) -> bool:
    """Tell whether a block begins as a sources line does, with its colon."""
    return ":" in words[:_LEAD] and _SOURCES_LINE.match(words) is not None


def according(words: str) -> bool:
    """Tell whether a block is a single short clause such as «За матеріалами Reuters», which closes an article."""
    return len(words) <= SHORT and len(words.split()) <= 8 and _ACCORDING_LINE.match(words) is not None and not _SENTENCES.search(words)


def closing(words: str, start: int = 0) -> int:
    """Return the offset after the mark that closes the quotation which opens at ``start``, marks nested in it counted; 0 without one."""
    ends = _MARKS.get(words[start : start + 1])
    if ends is None:
        return 0
    opened, depth = words[start], 1
    for found in _ENDS[opened].finditer(words, start + 1):
        depth += 1 if found[0] == opened and opened not in ends else -1
        if depth == 0:
            return found.end()
    return 0


def quoted(words: str) -> bool:
    """Tell whether a block is one quotation, «…», with a dash and its speaker after it or without: not a title of a few words."""
    end = closing(words)
    if not end or len(words[:end].split()) < _SHORTEST_QUOTE:
        return False
    rest = words[end:].lstrip(".,!?… \u00a0\n")
    if not rest:
        return True
    spoken = _DASH.match(rest) is not None and not _COPULA.match(rest) and len(rest) <= _LONGEST_ATTRIBUTION
    return spoken and not _SENTENCES.search(rest.rstrip(".!?… ")) and not any(mark in rest for mark in "«»“”„")


def attribution(words: str) -> bool:
    """Tell whether a block is the line under a quotation that names its speaker: «— Emmanuel Macron, Le Monde»."""
    return len(words) <= _LONGEST_ATTRIBUTION and _DASH.match(words) is not None and not _SENTENCES.search(words.rstrip(".!?… "))
