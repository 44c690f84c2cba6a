"""Fields and bookmarks of a paragraph: what opens and closes within it becomes a pair, what reaches out of it a mark.

A complex field stands in pieces among the runs: begin, instruction, separate, its result, end (ECMA-376 Part 1, 17.16.2).
"""

import re

from transloc.errors import InputError
from transloc.formats.docx.formatting import link
from transloc.formats.docx.items import Item, joined
from transloc.formats.units import is_text
from transloc.wording import say

#: Fields within fields within fields are seldom three.
_DEEPEST = 50

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+)?"?([^"\s]+)', re.IGNORECASE)


def fields(items: list[Item]) -> list[Item]:
    """Return ``items`` with every complex field as one thing, as a pair around its result, or as marks."""
    if not any(item.form in ("begin", "separate", "end", "instruction") for item in items):
        return items
    out: list[Item] = []
    open_: list[int] = []  # where in ``out`` the fields begin that have not ended
    for item in items:
        if item.form == "begin":
            if len(open_) == _DEEPEST:
                raise InputError(
                    say("its fields are nested more than {deepest} levels deep", deepest=_DEEPEST), hint=say("Is this an article?")
                )
            open_.append(len(out))
            out.append(item)
        elif item.form == "end" and open_:
            at = open_.pop()
            out[at:] = _field([*out[at:], item])
        else:
            out.append(item)
    return _marks(out)


def _field(held: list[Item]) -> list[Item]:
    """Return what a whole field comes to; ``held`` goes from its begin to its end."""
    cut = next((at for at, item in enumerate(held) if item.form == "separate"), len(held) - 1)
    instruction = "".join(item.value for item in held[:cut] if item.form == "instruction")
    label = field_label(instruction)
    result = held[cut + 1 : -1]
    if not _balanced(held[:cut]) or not _balanced(result):
        return _marks(held)
    if not is_text("".join(item.value for item in result if item.form == "text")):
        elements = [element for item in held for element in (item.elements or [item])]
        anchored = any(item.anchored for item in held)
        return [joined("empty", elements, label, loose=True, anchored=anchored)]
    opening = joined("open", [element for item in held[: cut + 1] for element in (item.elements or [item])], label)
    closing = joined("close", [held[-1]], label)
    opening.other, closing.other = closing, opening
    return [opening, *result, closing]


def field_label(instruction: str) -> str:
    """Return what a reviewer calls a field by its instruction."""
    found = _HYPERLINK.match(instruction)
    if found:
        return link("#" if "\\l" in found[0] else found[1])
    name = instruction.split(maxsplit=1)
    return f"field {name[0]}" if name and name[0].isalnum() else "field"


def _balanced(items: list[Item]) -> bool:
    depth = 0
    for item in items:
        depth += (item.form == "open") - (item.form == "close")
        if depth < 0:
            return False
    return depth == 0


def _marks(items: list[Item]) -> list[Item]:
    """Make marks of the pieces of fields that begin or end in other paragraphs; what stands before a result is no text."""
    out: list[Item] = []
    instruction = False
    for item in items:
        if item.form in ("begin", "separate", "end", "instruction") or (instruction and item.form in ("text", "empty")):
            mark = joined("mark", item.elements or [item], item.label)
            mark.after = item.form == "end"
            mark.value = "field"
            instruction = item.form == "begin" or (instruction and item.form not in ("separate", "end"))
            out.append(mark)
        else:
            out.append(item)
    return out


def bookmarks(items: list[Item], referred: frozenset[str]) -> list[Item]:
    """Make pairs of the bookmarks around text that fields repeat elsewhere, where they nest; all others stay marks."""
    if not referred or not any(item.form == "mark" and item.label in referred for item in items):
        return items
    out = list(items)
    open_: list[tuple[str, int]] = []
    for at, item in enumerate(items):
        if item.form == "open":
            open_.append(("", at))
        elif item.form == "close":
            while open_ and open_[-1][0]:
                open_.pop()
            if open_:
                open_.pop()
        elif item.form == "mark" and not item.after and item.label in referred:
            open_.append((item.value, at))
        elif item.form == "mark" and item.after and open_ and open_[-1][0] == item.value:
            begin = open_.pop()[1]
            label = f"bookmark {items[begin].label}"
            out[begin], out[at] = joined("open", [items[begin]], label), joined("close", [item], label)
            out[begin].other, out[at].other = out[at], out[begin]
    return out
