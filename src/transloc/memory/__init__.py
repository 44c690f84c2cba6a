"""Translation memory: what people confirmed, found again. Pure matching; the index lives in the store.

An entry enters when a segment is confirmed and leaves, or is replaced, when the segment is reopened: no drafts, no obsolete text.
"""

from transloc.memory.entry import Entry, adapt, key, normalise
from transloc.memory.exact import CONTEXT, EXACT, best, ranked

__all__ = ["CONTEXT", "EXACT", "Entry", "adapt", "best", "key", "normalise", "ranked"]
