"""The states of a segment: what can be done to it (``change``), when (``table``), and what becomes of it (``effects``)."""

from transloc.states.change import Action, Change
from transloc.states.effects import says_nothing, withdrawn
from transloc.states.table import MOST_ALTERNATIVES, TABLE, apply, blocking, permit, refusal, soften, unwaived

__all__ = [
    "MOST_ALTERNATIVES",
    "TABLE",
    "Action",
    "Change",
    "apply",
    "blocking",
    "permit",
    "refusal",
    "says_nothing",
    "soften",
    "unwaived",
    "withdrawn",
]
