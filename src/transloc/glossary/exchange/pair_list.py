"""What lists of pairs share: which languages they are in, and how to tell what is not in them."""

import re
from collections.abc import Mapping

from transloc.errors import InputError

_RISKY = re.compile(r"[=+\-@\t\r\n]")


def languages_of(path: str, source: str, target: str) -> tuple[str, str]:
    """Return both languages; raises InputError where the list does not tell them and nobody else did."""
    if not (source and target):
        raise InputError("the list does not tell its languages", path=path, hint="Name them: --source uk --target en")
    return source, target


def risky(*cells: str) -> bool:
    """Tell whether a spreadsheet would run one of the cells; an apostrophe before it would become part of the term."""
    return any(_RISKY.match(cell) for cell in cells)


def left_out(reasons: Mapping[str, int]) -> tuple[str, ...]:
    """Return a sentence on what was left out, if anything."""
    told = ", ".join(f"{count} ({reason})" for reason, count in sorted(reasons.items()) if count)
    return (f"left out: {told}",) if told else ()
