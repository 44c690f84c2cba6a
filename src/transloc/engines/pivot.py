"""The way from one language to another through models of pairs: one of its own, or two by way of English."""

from collections.abc import Callable
from typing import TypeVar

PIVOT = "en"

_Model = TypeVar("_Model")


def legs(find: Callable[[str, str], _Model | None], source: str, target: str) -> tuple[_Model, ...]:
    """Return the models that lead from ``source`` to ``target``, as ``find`` knows those of a pair; empty where one is missing."""
    direct = find(source, target)
    if direct is not None:
        return (direct,)
    first, second = find(source, PIVOT), find(PIVOT, target)
    return () if first is None or second is None else (first, second)
