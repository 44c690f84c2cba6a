"""Inline codes around engines: edge codes are kept away from them, so that what is in the middle alone must find its place again."""

from collections.abc import Sequence
from dataclasses import dataclass

from transloc import markup
from transloc.markup import CodeToken, Form, Text, Token

LOST = "the engine lost the inline codes: place them by hand"


@dataclass(frozen=True, slots=True)
class Peeled:
    """A text without the codes and the white space at its edges, which need no engine to keep their place."""

    lead: tuple[Token, ...]
    core: str
    trail: tuple[Token, ...]

    def wrap(self, answer: str) -> str:
        """Return ``answer``, a translation of the core, between the edges."""
        return markup.serialise((*self.lead, *markup.parse(answer.strip()), *self.trail)) if answer.strip() else ""


def peel(text: str) -> Peeled:
    """Take off what stands at the edges of ``text``: white space, empty and half codes, and pairs that hold all the rest."""
    tokens = list(markup.parse(text))
    partner = _partners(tokens)
    start, stop = 0, len(tokens)
    while start < stop:
        if _loose(tokens, start, partner):
            start += 1
        elif _loose(tokens, stop - 1, partner):
            stop -= 1
        elif partner.get(start) == stop - 1:
            start, stop = start + 1, stop - 1
        else:
            break
    core = tokens[start:stop]
    before, core = _cut_space(core, at_start=True)
    after, core = _cut_space(core, at_start=False)
    return Peeled((*tokens[:start], *before), markup.serialise(core), (*after, *tokens[stop:]))


def _loose(tokens: Sequence[Token], at: int, partner: dict[int, int]) -> bool:
    token = tokens[at]
    return at not in partner if isinstance(token, CodeToken) else not token.value.strip()


def _partners(tokens: Sequence[Token]) -> dict[int, int]:
    """Return, both ways, the positions of codes that open and close in this text without crossing another."""
    partner: dict[int, int] = {}
    stack: list[int] = []
    for at, token in enumerate(tokens):
        if not isinstance(token, CodeToken) or token.form is Form.EMPTY:
            continue
        if token.form is Form.OPEN:
            stack.append(at)
            continue
        opened = next((o for o in reversed(stack) if _number(tokens[o]) == token.number), None)
        if opened is not None:
            if stack[-1] == opened:
                partner |= {opened: at, at: opened}
            stack.remove(opened)
    return partner


def _number(token: Token) -> int:
    return token.number if isinstance(token, CodeToken) else -1


def _cut_space(core: list[Token], *, at_start: bool) -> tuple[list[Token], list[Token]]:
    at = 0 if at_start else -1
    if not core or not isinstance(edge := core[at], Text):
        return [], core
    words = edge.value
    bare = words.lstrip() if at_start else words.rstrip()
    if bare == words:
        return [], core
    space = words[: len(words) - len(bare)] if at_start else words[len(bare) :]
    rest = [Text(bare)] if bare else []
    return [Text(space)], [*rest, *core[1:]] if at_start else [*core[:-1], *rest]


def paired(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the positions of the codes that open and close in this text, well nested: the others stand alone."""
    return frozenset(_partners(tokens))
