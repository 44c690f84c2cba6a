"""What is found out about words is remembered for some of them: the text of a newsroom comes back to a few thousand."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

#: So many are remembered, those that came first: they are the ones that come most. What is found of others is found anew.
_MOST = 60_000


class Remembered(dict[str, Found]):
    """What ``find`` tells of a word, found when it is first asked for."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Found:
        found = self.find(word)
        if len(self) < _MOST:
            self[word] = found
        return found
