"""YAML scalars where they stand: ruamel.yaml's ``compose`` gives their marks, and a new value is written in the old style."""

import json
import re
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from transloc.formats.front_matter import Field, Head, plain_yaml
from transloc.formats.front_matter.plain_yaml import NO_TEXT, Scalar
from transloc.model import Span

_TEXT = "tag:yaml.org,2002:str"
_NEWLINE = re.compile(r"\r\n|\r|\n")
#: What ``front_matter`` counts by its depth, and what ends a text in double quotes or escapes in it.
_BRACKETS, _SIGNS = frozenset("[]{}"), frozenset('"\\')
_KEY = re.compile(r"[ \t]*(?:- +)?(?:\"[^\"\\\r\n]*\"|'[^'\r\n]*'|[^\W\d_][\w.-]*)[ \t]*:[ \t]+")
_NO_PLAIN = re.compile(r"[-?:](?:\s|\Z)|[,\[\]{}#&*!|>'\"%@`]|---|\.\.\.")


def read(text: str, body: Span, end: int, keys: Collection[str]) -> Head:
    """Return the fields of the YAML in ``text[body]``; see ``front_matter.read``."""
    try:
        scalars, metadata = _read(text[body[0] : body[1]], keys)
    except (ValueError, RecursionError):
        return Head(end, "yaml")
    fields: list[Field] = []
    shape: list[str] = []
    for one in scalars:
        if one.is_text and one.key.lower() in keys:
            span = _span(text, body[0] + one.span[0], body[0] + one.span[1])
            value = one.value.replace("\a", "").rstrip(" \n") if one.style in ("|", ">") else one.value
            block = _lines(text, (body[0] + one.begin, span[1])) if one.begin >= 0 else None
            fields.append(Field(key=one.key, value=value, span=span, style=one.style, block=block))
            shape.append(one.path)
        else:
            shape.append(f"{one.path}={one.value}")
    return Head(end, "yaml", tuple(fields), metadata, tuple(shape))


def _read(body: str, keys: Collection[str]) -> tuple[Iterable[Scalar], tuple[tuple[str, str], ...]]:
    """Return the values of a YAML text and what it states by its keys; raises ValueError for what is no YAML."""
    plain = plain_yaml.read(body)
    if plain is not None and not any(one.is_text is None and one.key.lower() in keys for one in plain):
        words: dict[str, list[str]] = {}
        for one in plain:
            words.setdefault(one.key, []).append(one.value.strip())
        stated = ((key.lower(), ", ".join(filter(None, values))) for key, values in words.items())
        return plain, tuple((key, value) for key, value in stated if value)
    root = _composed(body)
    return list(_scalars(root)), _metadata(root)


@lru_cache(maxsize=4)
def _composed(body: str) -> Any:
    """Return the nodes of a YAML text, which nobody may change: what is rebuilt was often read a moment before.

    The reader that gathers comments takes longer and fails on some of them, but it takes tabs after a blank line.
    Raises ValueError for what is no YAML.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of an anchor that comes twice: the file's own business
        for kind in ("safe", "rt"):
            with suppress(YAMLError, AssertionError, NotImplementedError):  # the last two it lets out on some comments and tabs
                return YAML(typ=kind, pure=True).compose(body)
    raise ValueError("no YAML")


def fault(body: str) -> int | None:
    """Return the line, from 0, at which a YAML text cannot be read further; None where it is one."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        if plain_yaml.read(body) is None:
            _composed(body)
    except RecursionError:
        return 0
    except ValueError:
        try:
            YAML(typ="safe", pure=True).compose(body)
        except MarkedYAMLError as error:
            return error.problem_mark.line if error.problem_mark else 0
        except (YAMLError, AssertionError, NotImplementedError):  # the last two, as in ``_composed``, tell no line
            return 0
    return None


def _scalars(root: Any) -> Iterator[Scalar]:
    """Yield each scalar once."""
    if root is not None:
        yield from _below(root, "", "", None, set())


def _below(node: Any, key: str, path: str, block: Any, seen: set[int]) -> Iterator[Scalar]:
    """Yield the scalars of ``node``, which stands under ``key``; ``block`` is the node at which its own lines begin."""
    if id(node) in seen:  # an alias: nine of nine of nine … would never end
        return
    seen.add(id(node))
    if isinstance(node.value, str):
        span = node.start_mark.index, node.end_mark.index
        begin = -1 if block is None else block.start_mark.index
        yield Scalar(key, path, node.value, node.style or "", span, begin, node.tag == _TEXT and not node.anchor)
    elif node.id == "mapping":
        for name, value in node.value:
            word = name.value if isinstance(name.value, str) else ""
            yield from _below(value, word, f"{path}/{word}", None if node.flow_style else name, seen)
    else:
        for count, value in enumerate(node.value):
            yield from _below(value, key, f"{path}/{count}", None, seen)


def _span(text: str, start: int, end: int) -> Span:
    """Return the span without the line ends that ruamel counts to a block scalar."""
    return start, start + len(text[start:end].rstrip("\r\n \t")) if end > start else end


def _lines(text: str, span: Span) -> Span | None:
    """Return the whole lines of a field, or None where something else shares them."""
    start = max(text.rfind("\n", 0, span[0]), text.rfind("\r", 0, span[0])) + 1
    rest = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)").match(text, span[1])
    return (start, rest.end()) if rest and not text[start : span[0]].strip() else None


def _metadata(root: Any) -> tuple[tuple[str, str], ...]:
    if root is None or root.id != "mapping":
        return ()
    return tuple((name.value.lower(), words) for name, value in root.value if isinstance(name.value, str) and (words := _flat(value)))


def _flat(node: Any) -> str:
    """Return the words of a value: of a text, of a list of texts or of what has a name; what lies deeper has none."""
    return ", ".join(filter(None, map(_words, node.value if node.id == "sequence" else [node])))


def _words(node: Any) -> str:
    if node.id == "mapping":
        node = next((value for name, value in node.value if name.value in ("name", "title")), node)
    return node.value.replace("\a", "").strip() if node.id == "scalar" and node.tag != "tag:yaml.org,2002:null" else ""


def write(value: str, raw: str, style: str, attempt: int, lacks: Callable[[str], bool]) -> str:
    """Return ``value`` as a scalar, at first in the ``style`` of ``raw``, then in ones that hold more.

    ``lacks`` tells of characters that the file's charset has no place for. The caller reads the result and tries again.
    """
    ways = [style, "'", '"'][attempt:]
    for way in ways:
        if way == '"' or lacks(value):
            break
        if way in ("|", ">"):
            if (block := _block(value, raw, way)) is not None:
                return block
        elif way == "'" and not _NEWLINE.search(value) and value.isprintable():
            return "'" + value.replace("'", "''") + "'"
        elif way == "" and value.isprintable() and not NO_TEXT.match(value) and _is_plain(value):
            return value
    return _double(value, lacks)


def is_certain(before: str, old: str, new: str, words: str) -> bool:
    """Tell whether ``new`` in place of the scalar ``old``, both on one line, surely reads as ``words`` and changes nothing else.

    ``before`` is what stands before them on the lines of their field: after a key alone, no flow collection holds them.
    """
    if _NEWLINE.search(old) or not _BRACKETS.isdisjoint(old + new) or not all(sign.isprintable() or sign == "\u00a0" for sign in new):
        return False
    inner = new[1:-1]
    if new.startswith("'"):
        return new.endswith("'") and "'" not in inner.replace("''", "") and inner.replace("''", "'") == words
    if new.startswith('"'):
        return new.endswith('"') and inner == words and _SIGNS.isdisjoint(inner)
    whole = "," not in new or _KEY.fullmatch(before)
    return bool(whole) and new == words and old[:1].isalpha() and new[:1].isalpha() and not NO_TEXT.match(new) and _is_plain(new)


def _is_plain(value: str) -> bool:
    return not (_NO_PLAIN.match(value) or ": " in value or " #" in value or value.endswith(":") or value != value.strip())


def _double(value: str, lacks: Callable[[str], bool]) -> str:
    quoted = json.dumps(value, ensure_ascii=False)
    return "".join(_escaped(c) if lacks(c) or not (c.isprintable() or c == "\u00a0") else c for c in quoted)


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else f"\\U{ord(character):08x}"


def _block(value: str, raw: str, style: str) -> str | None:
    lines = _NEWLINE.split(raw)
    indent = next((line[: len(line) - len(line.lstrip(" "))] for line in lines[1:] if line.strip()), "")
    first = _NEWLINE.search(raw)
    if not indent or first is None or value.startswith((" ", "\t", "\n")) or not value.strip():
        return None
    newline = first[0]
    words = value.split("\n")
    separator = newline if style == "|" else newline * 2
    body = separator.join(indent + line if line.strip() else "" for line in words)
    return lines[0] + newline + body
