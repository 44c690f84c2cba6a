"""Words and codes written as Markdown or HTML at one place: at first as a person would, then ever more carefully.

Nothing here proves that the result reads as meant: the caller reads it back and asks for the next attempt.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from transloc.formats import captions
from transloc.formats.place import Place
from transloc.formats.runs import loose
from transloc.markup import CodeToken, Form, Text, Token
from transloc.model import Code

#: How careful each attempt is: what is escaped, and how emphasis is written.
ATTEMPTS = (("least", "own"), ("least", "star"), ("least", "tag"), ("all", "own"), ("all", "tag"), ("references", "tag"))

_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del", "~": "del"}
_CLASSES = {**_TAGS, "<em>": "em", "<strong>": "strong", "<del>": "del", "<br>": "br"}
_HARD_BREAK = re.compile(r"(?:  +|[ ]*\\)(?:\r\n|\r|\n)[ \t>]*\Z")
_PUNCTUATION = r"!-/:-@\[-`{-~"
_REFERENCE = r"&(?=#\d{1,7};|#[xX][\da-fA-F]{1,6};|[A-Za-z][A-Za-z\d]{1,31};)"
_LEAST = re.compile(
    rf"\\(?=[{_PUNCTUATION}])|`|\*|_|<(?=[A-Za-z/!?])|~(?=~)|(?<=~)~|\[(?=\^)|\](?=[(\[])|!(?=\[)|{_REFERENCE}|\{{(?=\{{|%|:|/\*)"
)
_START = re.compile(
    r"(?P<digits>\d{1,9})(?=[.)](?:\s|\Z))|(?=#{1,6}(?:\s|\Z)|>|[-+*](?:\s|\Z)|[-_=*][-_=*\s]*\Z|```|~~~|:\s|:::|\||\+\+\+|---|\[[^\]]+\]:"
    r"|\[[ xX]\](?:\s|\Z))"
)
_SPACES = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_BREAK_FIRST = re.compile(r"[ \t]*[\r\n]")
_BREAK_LAST = re.compile(r"[\r\n][ \t>]*\Z")
_EDGES = " \t\r\n\f\v"


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a unit and where in it each side of its codes begins."""

    text: str
    sides: dict[tuple[int, str], int]


def normal(tokens: Iterable[Token], codes: Mapping[int, Code], context: str) -> tuple[Token, ...]:
    """Return ``tokens`` without the white space that Markdown or HTML would not keep, and without empty words."""
    held: list[Token] = []
    for token in tokens:
        if isinstance(token, CodeToken):
            if token.form is Form.EMPTY and _BREAK_FIRST.match(codes[token.number].open) and held and isinstance(held[-1], Text):
                held[-1] = Text(held[-1].value.rstrip(_EDGES))
            held.append(token)
            continue
        value = _SPACES.sub(" ", token.value) if context not in ("html", "attribute") else re.sub(r"[ \t\r\n\f]+", " ", token.value)
        previous = held[-1] if held else None
        if previous is None or (
            isinstance(previous, CodeToken) and previous.form is Form.EMPTY and _BREAK_LAST.search(codes[previous.number].open)
        ):
            value = value.lstrip(_EDGES)
        if isinstance(previous, Text):
            held[-1] = Text(previous.value + value)
        else:
            held.append(Text(value))
    if held and isinstance(held[-1], Text):
        held[-1] = Text(held[-1].value.rstrip(_EDGES))
    return tuple(token for token in held if not isinstance(token, Text) or token.value)


def signs(tokens: Iterable[Token], codes: Mapping[int, Code], wrap: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """Return what a text says, without regard to how: words, and for each code what it does. Loose codes at the edges do not count.

    The credit of a picture is words here: who reads a translated caption anew need not find it again.
    """
    said: list[str] = []
    for token in tokens:
        words = token.value if isinstance(token, Text) else captions.plain(codes[token.number])
        if words:
            if said and said[-1].startswith("="):
                said[-1] += words
            else:
                said.append("=" + words)
        elif isinstance(token, CodeToken):
            code = codes[token.number]
            free = token.form is Form.EMPTY and (loose(code.open) or bool(_HARD_BREAK.match(code.open)))
            said.append(("~" if free else "") + _sign(token.form, code.open, code.close or ""))
    while said and said[0].startswith("~"):
        said.pop(0)
    while said and said[-1].startswith("~"):
        said.pop()
    pairs = [(before.strip(), after.strip()) for before, after in wrap]
    opening = [_sign(Form.OPEN, before, after) for before, after in pairs]
    closing = [_sign(Form.CLOSE, before, after) for before, after in reversed(pairs)]
    return (*opening, *said, *closing)


def _sign(form: Form, opened: str, closed: str) -> str:
    name = "br" if _HARD_BREAK.match(opened) else _CLASSES.get(opened)
    return f"{form}:{name}" if name else f"{form}:{opened}:{closed}"


def write(tokens: tuple[Token, ...], codes: Mapping[int, Code], place: Place, attempt: int, lacks: Callable[[str], bool]) -> Written:
    """Return the text of a unit whose ``tokens`` are normal; ``lacks`` tells what the charset has no place for."""
    care, emphasis = ATTEMPTS[attempt]
    wrap = [(_marked(before, emphasis), _marked(after, emphasis, closes=True)) for before, after in place.wrap]
    text = "".join(before for before, _ in wrap)
    sides: dict[tuple[int, str], int] = {}
    rest = [_raw(token, codes, emphasis) if isinstance(token, CodeToken) else token.value for token in tokens]
    for edge in {0, len(tokens) - 1} if tokens else ():
        rest[edge] = "<br>" if isinstance(tokens[edge], CodeToken) and _HARD_BREAK.match(rest[edge]) else rest[edge]
    rest.append("".join(after for _, after in reversed(wrap)))
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
        text += _as_references(_with_entities(words, place), lacks)
        line = False
    text += rest[-1]
    return Written(_heading_end(text) if place.context == "heading" and care == "least" else text, sides)


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
    if care == "references":
        return re.sub(rf"[{_PUNCTUATION}]| (?= )|\A[ \t]|[ \t]\Z|\t", lambda m: f"&#{ord(m[0])};", value)
    if care == "all":
        escaped = re.sub(rf"[{_PUNCTUATION}]", r"\\\g<0>", value)
    else:
        whole = before + value + after
        inner = _LEAST.sub(lambda m: _least(m, whole, len(before), len(before) + len(value)), whole)
        escaped = inner[len(before) : len(inner) - len(after)]
        if place.context == "title" and place.quote:
            escaped = re.sub(r"[()]" if place.quote == ")" else place.quote, r"\\\g<0>", escaped)
    return re.sub(r"(?<!\\)\|", r"\\|", escaped) if place.context == "cell" else escaped


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
    return "".join(f"&#{ord(c)};" if not c.isascii() and lacks(c) else c for c in words)
