"""What is around a block: where another can be added after it, and what goes with it when it is left out."""

import re

from transloc.formats.markdown.blocks import Node
from transloc.formats.place import Insertion
from transloc.model import Span


def insertion(node: Node, end: int, text: str, newline: str) -> Insertion:
    """Return where a block goes that is added after ``node``, whose text ends at ``end``: an item after an item, else a paragraph."""
    holder = node.parent
    if node.tag == "TableCell":
        table = next(h for h in node.holders() if h.tag == "Table")
        if table.after is None:
            table.after = _paragraph_after(table, content_end(table, text), text, newline)
        return table.after
    if holder and holder.tag == "Item" and holder.children[0] is node:
        return _item_after(node, holder, text, newline)
    return _paragraph_after(node, max(end, content_end(node, text)), text, newline)


def _paragraph_after(node: Node, end: int, text: str, newline: str) -> Insertion:
    prefix = line_prefix(text, node.start)
    if prefix:
        prefix = re.sub(r"\[\^[^\]]*\]:\s*", "    ", re.sub(r"\[[ xX]\][ \t]", "", prefix))
        prefix = re.sub(r"[^>\s]", " ", prefix)
    return Insertion(end, f"{newline}{prefix.rstrip()}{newline}{prefix}")


def _item_after(node: Node, item: Node, text: str, newline: str) -> Insertion:
    outer = re.sub(r"[^>\s]", " ", line_prefix(text, item.start))
    marker = re.sub(r"\[[xX]\]", "[ ]", text[item.start : node.start])
    following = item.next()
    blank = following is not None and bool(re.search(r"\n[ \t>]*\r?\n", text[content_end(item, text) : following.start]))
    gap = (newline + outer.rstrip()) * blank
    return Insertion(content_end(item, text), f"{gap}{newline}{outer}{marker}")


def line_prefix(text: str, start: int) -> str:
    """Return what stands before ``start`` on its line."""
    line = text.rfind("\n", 0, start) + 1
    return text[max(line, text.rfind("\r", line, start) + 1) : start]  # from the line on: most texts have no "\r" at all


def margin(text: str, start: int) -> str | None:
    """Return the marks and the indentation before ``start``, None where words stand before it on its line."""
    at = start
    while at and text[at - 1] in " \t>":
        at -= 1
    return text[at:start] if not at or text[at - 1] in "\r\n" else None


def content_end(node: Node, text: str) -> int:
    """Return where the last visible character of a block stands; pulldown-cmark counts blank lines after it to the block."""
    if node.last < 0:
        inner = node.children and node.tag not in ("Table", "TableRow", "TableHead")
        node.last = content_end(node.children[-1], text) if inner else bare_end(text, node.start, node.end)
    return node.last


def bare_end(text: str, start: int, end: int) -> int:
    """Return ``end`` moved back, not before ``start``, over white space and over lines that hold only the marks of quotations."""
    while end > start:
        last = text[end - 1]
        if last == "\n":
            end -= 2 if text.startswith("\r\n", end - 2) else 1
            continue
        if last not in " \t>\r":
            return end
        line = max(start, end - len(line_prefix(text, end)))
        if line > start and not text[line:end].strip(" \t>"):
            end = line - (2 if text.startswith("\r\n", line - 2) else 1)
        else:
            return line + len(text[line:end].rstrip(" \t"))
    return max(start, end)


def block_span(node: Node, text: str) -> Span | None:
    """Return what goes with a block that is left out: up to the next one, or up to its own end when it is the last."""
    if node.tag in ("TableCell", "DefinitionListTitle"):
        return None
    while node.parent and node.parent.tag in ("Item", "BlockQuote") and len(node.parent.children) == 1:
        node = node.parent
    if node.tag == "Line":
        return None  # the text of an item that holds more: its marker has to stay
    return _goes(node, text)


def _goes(node: Node, text: str) -> Span | None:
    following = node.next()
    if following is None:
        return node.start, content_end(node, text)
    if following.tag == "CodeBlock" and text[following.start] not in "`~":
        return None  # an indented code block begins after its indentation
    between = text[content_end(node, text) : following.start]
    return (node.start, following.start) if not between.strip(" \t\r\n>") else (node.start, content_end(node, text))


def within(node: Node, text: str) -> tuple[Span, ...]:
    """Return the blocks around this one that hold text only, so that they can go when all their units go."""
    spans = []
    for holder in node.holders():
        if holder.tag not in ("List", "Item", "BlockQuote") or holder.solid:
            break
        span = _goes(holder, text)
        if (span and len(holder.children) > 1) or (span and holder.tag == "List"):
            spans.append(span)
    return tuple(spans)
