"""What is found out about words is remembered for some of them: the text of a newsroom comes back to a few thousand."""

from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

#: So many are remembered; then all is forgotten, and those that come back are found anew.
_MOST = 60_000


class Remembered(dict[str, Found]):
    """What ``find`` tells of a word, found when it is first asked for."""

    def __init__(self, find: Callable[[str], Found]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Found:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = self.find(word)
        return found
