"""Translation memory: what people confirmed, found again. Pure matching; the index lives in the store.

An entry enters when a segment is confirmed and leaves, or is replaced, when the segment is reopened: no drafts, no obsolete text.
"""

from transloc.memory.comparable import nearest
from transloc.memory.entry import Entry, adapt, covers, key, normalise
from transloc.memory.match import CONTEXT, EXACT, FUZZY, OTHER_ARTICLE, Match, Policy, Query, best, ranked
from transloc.memory.words import loosened, rarest, said, telling, words

__all__ = [
    "CONTEXT",
    "EXACT",
    "FUZZY",
    "OTHER_ARTICLE",
    "Entry",
    "Match",
    "Policy",
    "Query",
    "adapt",
    "best",
    "covers",
    "key",
    "loosened",
    "nearest",
    "normalise",
    "ranked",
    "rarest",
    "said",
    "telling",
    "words",
]
