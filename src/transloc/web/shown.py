"""Texts as a page shows them: inline codes as small numbered chips, and what changed between two texts, word by word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from transloc import markup

#: A code, a word with its inner apostrophes, a run of white space, or a mark: what a diff must not cut through.
_TOKEN = re.compile(r"</?\d{1,6}/?>|\w+(?:['’]\w+)*|\s+|.", re.DOTALL)


def text(value: str, labels: Mapping[int, str]) -> SafeString:
    """Return ``value`` as HTML, its codes as chips that name themselves when they are pointed at."""
    if "<" not in value:
        return format_html("{}", value)
    return format_html_join("", "{}", ((_token(token, labels),) for token in markup.parse(value)))


def _token(token: markup.Token, labels: Mapping[int, str]) -> str:
    if isinstance(token, markup.Text):
        return token.value
    ends = " end" if token.form is markup.Form.CLOSE else ""
    return format_html('<span class="code{}" title="{}">{}</span>', ends, labels.get(token.number) or _("code"), token.number)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that two texts share (``tag`` empty), or that one of them alone has (``del``, ``ins``)."""

    tag: str
    text: str


@lru_cache(maxsize=4096)
def compare(before: str, after: str) -> tuple[Piece, ...]:
    """Return the word diff that leads from ``before`` to ``after``."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[Piece] = []
    for name, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if name == "equal":
            pieces.append(Piece("", "".join(old[a:b])))
        else:
            pieces += [Piece("del", "".join(old[a:b])), Piece("ins", "".join(new[c:d]))]
    return tuple(piece for piece in pieces if piece.text)


def changes(before: str, after: str, labels: Mapping[int, str], *, told: bool = False) -> SafeString:
    """Return the word diff as HTML: what went in ``del``, what came in ``ins``.

    ``told``: each says so in a hidden word as well, since most screen readers pass over what ``ins`` and ``del`` mean.
    """
    said = {"del": _hidden(_("deleted:")), "ins": _hidden(_("inserted:"))} if told else {}
    return format_html_join("", "{}", ((_piece(piece, labels, said),) for piece in compare(before, after)))


def _hidden(word: str) -> SafeString:
    return format_html('<span class="visually-hidden" lang="{}" dir="auto">{} </span>', get_language() or "en", word)


def _piece(piece: Piece, labels: Mapping[int, str], said: Mapping[str, SafeString]) -> SafeString:
    shown = text(piece.text, labels)
    if not piece.tag:
        return shown
    return format_html("<{0}>{1}{2}</{0}>", SafeString(piece.tag), said.get(piece.tag, "") if piece.text.strip() else "", shown)


def words(value: str) -> str:
    """Return the words of a text without its codes, on one line."""
    return " ".join(markup.words(value).split())
