"""Words and codes written as Markdown or HTML at one place: at first as a person would, then ever more carefully.

Nothing here proves that the result reads as meant: the caller reads it back and asks for the next attempt.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from transloc.formats import captions
from transloc.formats.markdown import shortcodes
from transloc.formats.markdown.spaces import EDGES, folded
from transloc.formats.markdown.wrap import Wrap, moved, wrapped
from transloc.formats.place import Place
from transloc.formats.runs import loose
from transloc.markup import CodeToken, Form, Text, Token
from transloc.model import Code

#: How careful each attempt is: what is escaped, and how emphasis is written. Before them come, counted from ``FIRST_WRAPPED``,
#: the first of them in lines of a width.
ATTEMPTS = (("least", "own"), ("least", "star"), ("least", "tag"), ("all", "own"), ("all", "tag"), ("references", "tag"))

FIRST_WRAPPED = -3

_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del", "~": "del"}
_CLASSES = {**_TAGS, "<em>": "em", "<strong>": "strong", "<del>": "del", "<br>": "br"}
_HARD_BREAK = re.compile(r"(?:  +|[ ]*\\)(?:\r\n|\r|\n)[ \t>]*\Z")
_PUNCTUATION = r"!-/:-@\[-`{-~"
_REFERENCE = r"&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};)"
_LEAST = re.compile(
    rf"\\(?=[{_PUNCTUATION}])|`|\*|_|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~|\[(?=\^)|\](?=[(\[])|!(?=\[)|{_REFERENCE}|\{{(?=\{{|%|:|/\*)"
)
_SPECIAL = re.compile(r"[\\`*_<~\[\]!&{]")
_START = re.compile(
    r"(?P<digits>\d{1,9})(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[-+*](?:\s|\Z)|[-_=*][-_=*\s]*\Z|```|~~~|:|\||\+\+\+|---|\[[^\]]+\]:"
    r"|\[[ xX]\](?:\s|\Z))"
)
_SPACES = re.compile(r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_BREAKABLE = re.compile(r"(?<![ \\]) (?! )")
_BREAK_FIRST = re.compile(r"[ \t]*[\r\n]")
_BREAK_LAST = re.compile(r"[\r\n][ \t>]*\Z")
#: Where white space in a row reads as one space.
_FOLDED = frozenset({"html", "attribute", "shortcode"})


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a unit and where in it each side of its codes begins."""

    text: str
    sides: dict[tuple[int, str], int]


def normal(tokens: Sequence[Token], codes: Mapping[int, Code], context: str) -> tuple[Token, ...]:
    """Return ``tokens`` without the white space that Markdown or HTML would not keep, and without empty words."""
    if len(tokens) == 1 and isinstance(tokens[0], Text):
        words = (folded if context in _FOLDED else _one_line)(tokens[0].value).strip(EDGES)
        return (Text(words),) if words else ()
    held: list[Token] = []
    for token in tokens:
        if isinstance(token, CodeToken):
            if token.form is Form.EMPTY and _BREAK_FIRST.match(codes[token.number].open) and held and isinstance(held[-1], Text):
                held[-1] = Text(held[-1].value.rstrip(EDGES))
            held.append(token)
            continue
        value = folded(token.value) if context in _FOLDED else _one_line(token.value)
        previous = held[-1] if held else None
        if previous is None or (
            isinstance(previous, CodeToken) and previous.form is Form.EMPTY and _BREAK_LAST.search(codes[previous.number].open)
        ):
            value = value.lstrip(EDGES)
        if isinstance(previous, Text):
            held[-1] = Text(previous.value + value)
        else:
            held.append(Text(value))
    if held and isinstance(held[-1], Text):
        held[-1] = Text(held[-1].value.rstrip(EDGES))
    return tuple(token for token in held if not isinstance(token, Text) or token.value)


def _one_line(words: str) -> str:
    return _SPACES.sub(" ", words) if "\n" in words or "\r" in words else words


def signs(tokens: Iterable[Token], codes: Mapping[int, Code], wrap: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """Return what a text says, without regard to how: words, and for each code what it does. Loose codes at the edges do not count.

    The credit of a picture is words here: who reads a translated caption anew need not find it again.
    """
    said: list[str] = []
    held: list[str] = []
    for token in tokens:
        words = token.value if isinstance(token, Text) else captions.plain(codes[token.number])
        if words or isinstance(token, Text):
            held.append(words)
            continue
        if held:
            said.append("=" + "".join(held))
            held.clear()
        code = codes[token.number]
        said.append(_sign(token.form, code.open, code.close or ""))
    if held:
        said.append("=" + "".join(held))
    while said and said[0].startswith("~"):
        said.pop(0)
    while said and said[-1].startswith("~"):
        said.pop()
    if not wrap:
        return tuple(said)
    pairs = [(before.strip(), after.strip()) for before, after in wrap]
    opening = [_sign(Form.OPEN, before, after) for before, after in pairs]
    closing = [_sign(Form.CLOSE, before, after) for before, after in reversed(pairs)]
    return (*opening, *said, *closing)


@lru_cache(maxsize=4096)
def _sign(form: Form, opened: str, closed: str) -> str:
    is_break = bool(_HARD_BREAK.match(opened))
    free = "~" * (form is Form.EMPTY and (is_break or loose(opened)))
    name = "br" if is_break else _CLASSES.get(opened)
    return f"{free}{form}:{name}" if name else f"{free}{form}:{opened}:{closed}"


def write(
    tokens: tuple[Token, ...],
    codes: Mapping[int, Code],
    place: Place,
    attempt: int,
    lacks: Callable[[str], bool],
    wrap: Wrap | None = None,
) -> Written:
    """Return the text of a unit whose ``tokens`` are normal; ``lacks`` tells what the charset has no place for.

    ``wrap`` is how the old text was broken in lines, which the attempts before the first ordinary one keep.
    """
    care, emphasis = ATTEMPTS[attempt - FIRST_WRAPPED if attempt < 0 else attempt]
    around = [(_marked(before, emphasis), _marked(after, emphasis, closes=True)) for before, after in place.wrap]
    text = "".join([before for before, _ in around])
    sides: dict[tuple[int, str], int] = {}
    spaces: list[int] = []
    rest = [_raw(token, codes, emphasis) if isinstance(token, CodeToken) else token.value for token in tokens]
    for edge in (0, -1) if tokens and not around else ():
        if isinstance(tokens[edge], CodeToken) and _HARD_BREAK.match(rest[edge]):
            rest[edge] = "<br>"
    rest.append("".join([after for _, after in reversed(around)]))
    line = place.context == "line" and not text
    for at, token in enumerate(tokens):
        if isinstance(token, CodeToken):
            sides[token.number, "close" if token.form is Form.CLOSE else "open"] = len(text)
            text += rest[at]
            line = line or (place.context == "line" and rest[at][-1:] in ("\n", "\r"))
            continue
        words = _words(token.value, text[-1:], rest[at + 1][:1], place, care)
        if line and care == "least":
            words = _at_start(token.value, words)
        if text[-1:] == "$" and words[:1].isdigit():
            words = f"&#{ord(words[0])};{words[1:]}"  # a digit would make the formula before it a price
        if place.context != "shortcode":
            words = _as_references(_with_entities(words, place) if place.entities else words, lacks)
        if wrap and attempt < 0:
            spaces += [len(text) + found.start() for found in _BREAKABLE.finditer(words)]
        text += words
        line = False
    text += rest[-1]
    if place.context == "heading" and care == "least" and text.endswith(("#", "}")):
        text = _heading_end(text)
    if wrap and attempt < 0:
        text, broken = wrapped(text, spaces, wrap)
        sides = {side: moved(offset, broken, wrap) for side, offset in sides.items()}
    return Written(text, sides)


def _raw(token: CodeToken, codes: Mapping[int, Code], emphasis: str) -> str:
    code = codes[token.number]
    raw = code.close or "" if token.form is Form.CLOSE else code.open
    return _marked(raw, emphasis, closes=token.form is Form.CLOSE)


def _marked(raw: str, emphasis: str, *, closes: bool = False) -> str:
    if emphasis == "tag" and _HARD_BREAK.match(raw):
        return "<br>"
    if emphasis == "own" or raw not in _TAGS:
        return raw
    if emphasis == "star":
        return raw.replace("_", "*")
    return f"<{'/' * closes}{_TAGS[raw]}>"


def _words(value: str, before: str, after: str, place: Place, care: str) -> str:
    if place.context in ("html", "attribute"):
        return _html(value, place, care)
    if place.context == "shortcode":
        return shortcodes.write(value, place.quote)
    if care == "references":
        return re.sub(rf"[{_PUNCTUATION}]| (?= )|\A[ \t]|[ \t]\Z|\t", lambda m: f"&#{ord(m[0])};", value)
    if care == "all":
        escaped = re.sub(rf"[{_PUNCTUATION}]", r"\\\g<0>", value)
    else:
        whole = before + value + after
        escaped = value
        if _SPECIAL.search(whole):
            span = len(before), len(before) + len(value)
            inner = _LEAST.sub(lambda m: _least(m, whole, *span), whole)
            escaped = inner[len(before) : len(inner) - len(after)]
        if place.context == "title" and place.quote:
            escaped = re.sub(r"[()]" if place.quote == ")" else place.quote, r"\\\g<0>", escaped)
    return re.sub(r"(?<!\\)\|", r"\\|", escaped) if "|" in escaped and place.context == "cell" else escaped


def _least(found: re.Match[str], whole: str, start: int, end: int) -> str:
    at, sign = found.start(), found[0]
    if not start <= at < end:
        return sign
    around = whole[at - 1 : at] if at else "", whole[at + 1 : at + 2]
    if sign in "*_" and all(c.isspace() for c in around):
        return sign
    if sign == "_" and all(c.isalnum() for c in around):
        return sign
    if sign == "&":
        return "&amp;"
    return "&#123;" if sign == "{" else "\\" + sign


def _at_start(value: str, words: str) -> str:
    """Escape what would begin a list, a heading, a quotation or the like."""
    found = _START.match(value)
    if not found:
        return words
    at = len(found["digits"] or "")
    return words if words.startswith("\\", at) else words[:at] + "\\" + words[at:]


def _heading_end(text: str) -> str:
    """Escape closing number signs and what reads as the attributes of a heading."""
    if found := re.search(r"(?:^|(?<=\s))#+\Z", text):
        return text[: found.start()] + "\\" + text[found.start() :]
    return re.sub(r"(\{[^{}]*)\}\Z", r"\1\\}", text)


def _html(value: str, place: Place, care: str) -> str:
    sign = "&" if care != "least" else _REFERENCE
    escaped = re.sub(sign, "&amp;", value)
    escaped = re.sub(r"<(?=[A-Za-z/!?])" if care == "least" else "<", "&lt;", escaped)
    escaped = re.sub(r"\{(?=\{|%|:|/\*)", "&#123;", escaped)
    if place.context == "attribute":
        escaped = escaped.replace('"', "&quot;") if place.quote != "'" else escaped.replace("'", "&#39;")
        escaped = escaped if place.quote else f'"{escaped}"'
    if care == "references":
        escaped = re.sub(r"[*_`\[\]:]", lambda m: f"&#{ord(m[0])};", escaped)
    return escaped


def _with_entities(words: str, place: Place) -> str:
    for character, reference in place.entities.items():
        if not (character.isascii() and character in "&#;\\"):
            words = words.replace("\\" + character, character).replace(character, reference)
    if "&" in place.entities:
        words = re.sub(r"&(?!#?\w+;)", place.entities["&"], words)
    return words


def _as_references(words: str, lacks: Callable[[str], bool]) -> str:
    if words.isascii() or not lacks(words):
        return words
    return "".join(f"&#{ord(c)};" if not c.isascii() and lacks(c) else c for c in words)
