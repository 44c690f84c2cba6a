"""The store: the only room that knows the database. Values in, values out; Django is imported when a project is opened."""

from transloc.store.alone import alone
from transloc.store.store import Store, open  # noqa: A004 -- store.open(root) reads as what it does
from transloc.store.values import (
    Batch,
    CachedAnswer,
    Comment,
    Counts,
    Draft,
    Drafted,
    Drafting,
    Job,
    JobState,
    Listed,
    Outcome,
    Row,
    SourceVersion,
    Version,
    Waiting,
)

__all__ = [
    "Batch",
    "CachedAnswer",
    "Comment",
    "Counts",
    "Draft",
    "Drafted",
    "Drafting",
    "Job",
    "JobState",
    "Listed",
    "Outcome",
    "Row",
    "SourceVersion",
    "Store",
    "Version",
    "Waiting",
    "alone",
    "open",
]
