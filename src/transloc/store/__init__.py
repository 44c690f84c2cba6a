"""The store: the only room that knows the database. Values in, values out; Django is imported when a project is opened."""

from transloc.store.alone import alone
from transloc.store.store import Store, open  # noqa: A004 -- store.open(root) reads as what it does
from transloc.store.values import (
    Account,
    Batch,
    CachedAnswer,
    Comment,
    Counts,
    Draft,
    Drafted,
    Drafting,
    Handed,
    Job,
    JobState,
    Listed,
    Outcome,
    Row,
    Version,
    Waiting,
)

__all__ = [
    "Account",
    "Batch",
    "CachedAnswer",
    "Comment",
    "Counts",
    "Draft",
    "Drafted",
    "Drafting",
    "Handed",
    "Job",
    "JobState",
    "Listed",
    "Outcome",
    "Row",
    "Store",
    "Version",
    "Waiting",
    "alone",
    "open",
]
