"""Page furniture with other labels: what stands around them keeps its bytes, its line breaks and references too."""

import re

from transloc.formats.html.rebuild import Rebuild
from transloc.formats.html.tokens import tokens
from transloc.formats.place import Place
from transloc.formats.references import unescape
from transloc.model import Unit

_WORDS = frozenset({"text", "reference"})
_SPACE = re.compile(r"([ \t\r\n\f]+)")


class Furnished(Rebuild):
    """A rebuild for which a text of the article is written anew where it changed, and of furniture the changed words alone."""

    def _written(self, unit: Unit, spot: Place) -> str:
        done = super()._written(unit, spot)
        if not unit.aside or unit.parent or spot.context in ("json", "attribute"):
            return done
        return kept(self.text[unit.span[0] : unit.span[1]], done)


def kept(old: str, new: str) -> str:
    """Return ``new``, a text of HTML, written as ``old`` wherever the two say the same; as it is where their tags differ."""
    (olds, _, their), (news, tags, ours) = _pieces(old), _pieces(new)
    if their != ours:
        return new
    words = [_merged(one, other) for one, other in zip(olds, news, strict=True)]
    made = "".join(text + tag for text, tag in zip(words, [*tags, ""], strict=True))
    return made if _bare(made) == _bare(new) else new


def _pieces(text: str) -> tuple[list[str], list[str], list[str]]:
    """Return the words around the tags of ``text``, the tags between them, and what those are: their words may have changed too."""
    words, tags, names = [""], [], []
    for token in tokens(text):
        written = text[token.start : token.end]
        if token.form in _WORDS:
            words[-1] += written
        else:
            words.append("")
            tags.append(written)
            names.append(f"{token.form} {token.name}")
    return words, tags, names


def _merged(old: str, new: str) -> str:
    """Return ``new`` with the words at both ends, and the white space beside them, as ``old`` has them."""
    if _bare(old) == _bare(new):
        return old
    olds, news = _SPACE.split(old), _SPACE.split(new)
    most = min(len(olds), len(news))
    left = 0
    while left + 2 < most and _bare(olds[left]) == _bare(news[left]):
        left += 2
    right = 0
    while left + right + 2 < most and _bare(olds[-1 - right]) == _bare(news[-1 - right]):
        right += 2
    middle = news[left : len(news) - right]
    return "".join(olds[:left]) + "".join(middle) + "".join(olds[len(olds) - right :] if right else "")


def _bare(text: str) -> str:
    return _SPACE.sub("", unescape(text))
