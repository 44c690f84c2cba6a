"""Nodes of a tree told apart for the type checker: turbohtml's attributes are those of the kind of node."""

from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from turbohtml import Element, Node, Text


def is_element(node: "Node | None") -> "TypeGuard[Element]":
    """Tell whether a node is an element."""
    return bool(getattr(node, "tag", ""))


def has_data(node: "Node") -> "TypeGuard[Text]":
    """Tell whether a node holds words of its own that can be replaced: a text, a comment."""
    return isinstance(getattr(node, "data", None), str)
