"""Which tags of HTML are open at a place in Markdown, where any may lack its end."""


class Open:
    """The tags of HTML that are open, each with a number; finds the one that a closing tag belongs to."""

    def __init__(self) -> None:
        self._held: list[tuple[str, int]] = []
        self._counts: dict[str, int] = {}

    def push(self, name: str, number: int) -> None:
        """Note an opening tag."""
        self._held.append((name, number))
        self._counts[name] = self._counts.get(name, 0) + 1

    def pop(self, name: str) -> int | None:
        """Return the number of the innermost open ``name``, and forget all that opened after it; None where none is open."""
        while self._counts.get(name):
            held, number = self._held.pop()
            self._counts[held] -= 1
            if held == name:
                return number
        return None
