"""What is refused to a person is said by ``say``: a plain English sentence in an error would stay English on every page of the desk."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from ci import messages

#: What stays English by docs/decisions/words.md, since whoever meets it sits at a command line; and what is no refusal.
ENGLISH = {
    "cli": "the commands themselves",
    "engines/deepl/glossaries.py": "a note beside a draft",
    "formats/tmx": "transloc memory import, export",
    "glossary/exchange": "transloc glossary convert",
    "steps/baseline.py": "transloc check --baseline",
    "steps/choose.py": "transloc units; a page names its units itself",
    "steps/remember.py": "transloc memory import",
    "store/place.py": "transloc serve, before the desk opens",
    "store/tables.py": "transloc serve, before the desk opens",
    "web/reach.py": "transloc serve, before the desk opens",
    "web/server.py": "transloc serve, before the desk opens",
    "web/sso/ready.py": "transloc serve, before the desk opens",
    "xml_stream.py": "what TMX and TBX are read by",
}
#: Two words, or one and something filled in: a name alone is the same in every language.
_SENTENCE = re.compile(r"[A-Za-z]{2,}\S*\s+\S|\S\s+[A-Za-z]{2,}")
_FILLED = "{}"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Room:
    """One module: its tree, and what its names stand for."""

    def __init__(self, name: str, source: str) -> None:
        self.name, self.tree = name, ast.parse(source)
        self.bound = bindings(self.tree.body)
        self.functions = {node.name: node for node in ast.walk(self.tree) if isinstance(node, Function)}
        self.classes = {node.name: {called(base) for base in node.bases} for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef)}


def bindings(body: list[ast.stmt]) -> dict[str, list[ast.expr]]:
    """Return the names that are given a value here, with all that they are given; what lies in functions is theirs."""
    found, waiting = defaultdict(list), list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            pairs = [(target, node.value) for target in targets]
        elif isinstance(node, ast.For | ast.comprehension):
            pairs = [(node.target, node.iter)]
        else:
            pairs = []
        for target, value in pairs:
            for name in ast.walk(target):
                if isinstance(name, ast.Name):
                    found[name.id].append(value)
        if not isinstance(node, Function | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
    return found


def called(node: ast.expr) -> str:
    """Return the last name of what is called: a class, a function, a method."""
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def texts(function: Function) -> Iterator[tuple[str, int]]:
    """Yield the texts that a function takes, each with its place in a call."""
    taken = [one for one in (*function.args.posonlyargs, *function.args.args) if one.arg not in ("self", "cls")]
    for at, one in enumerate([*taken, *function.args.kwonlyargs]):
        if isinstance(one.annotation, ast.Name) and one.annotation.id == "str":
            yield one.arg, at


class House:
    """All modules together; ``tellers`` are what takes a sentence for a person, each with the places and names of it."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.rooms = [Room(name, source) for name, source in sources.items()]
        self.tellers: dict[str, set[int | str]] = {}
        errors = {"Exception"}
        while more := {one for room in self.rooms for one, bases in room.classes.items() if bases & errors} - errors:
            errors |= more
        self.tellers = {one: {0, "message", "hint"} for one in errors - {"Exception"}}
        while self._hand_on():
            pass

    def _hand_on(self) -> bool:
        """Add the functions that hand what they are given to a teller; tell whether there were any."""
        before = sum(map(len, self.tellers.values()))
        for room in self.rooms:
            for function in room.functions.values():
                given = {
                    name.id
                    for call in ast.walk(function)
                    if isinstance(call, ast.Call)
                    for told in self.told(call)
                    for name in handed(told)
                }
                for name, at in texts(function):
                    if name in given:
                        self.tellers.setdefault(function.name, set()).update({at, name})
        return sum(map(len, self.tellers.values())) > before

    def told(self, call: ast.Call) -> Iterator[ast.expr]:
        """Yield what of a call is told to a person."""
        places = self.tellers.get(called(call.func), set())
        yield from (value for at, value in enumerate(call.args) if at in places)
        yield from (one.value for one in call.keywords if one.arg in places)

    def plain(self) -> list[str]:
        """Return each sentence that is told and was not said, with its module and line."""
        found = set()
        for room in self.rooms:
            scopes = [(node, bindings(node.body)) for node in ast.walk(room.tree) if isinstance(node, Function)]
            for scope, bound in [(room.tree, {}), *scopes]:
                for call in ast.walk(scope):
                    if isinstance(call, ast.Call):
                        for told in self.told(call):
                            found |= {(room.name, call.lineno, text) for text in sentences(told, room, bound)}
        return [f"{name}:{line}: {text}" for name, line, text in sorted(found)]


def handed(told: ast.expr) -> Iterator[ast.Name]:
    """Yield the names whose value is told whole: by itself, or filled into what is said."""
    if isinstance(told, ast.Name):
        yield told
    elif isinstance(told, ast.Call) and called(told.func) == "say":
        for keyword in told.keywords:
            if keyword.arg in ("why", "message", "hint"):
                yield from handed(keyword.value)
    elif isinstance(told, ast.IfExp | ast.BoolOp):
        for one in (told.body, told.orelse) if isinstance(told, ast.IfExp) else told.values:
            yield from handed(one)


def sentences(told: ast.AST | None, room: Room, bound: dict[str, list[ast.expr]], seen: tuple[ast.AST, ...] = ()) -> Iterator[str]:
    """Yield the English sentences that ``told`` can be, but for those that are patterns of ``say``."""
    if told is None or told in seen:
        return
    inner: list[ast.AST | None] = []
    match told:
        case ast.Constant(value=str() as text) if _SENTENCE.search(text):
            yield text
        case ast.JoinedStr():
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else _FILLED for part in told.values)
            if _SENTENCE.search(text):
                yield text
        case ast.Name():
            inner = [*bound.get(told.id, room.bound.get(told.id, ()))]
        case ast.IfExp():
            inner = [told.body, told.orelse]
        case ast.BinOp():
            inner = [told.left, told.right]
        case ast.BoolOp() | ast.Dict():
            inner = [*told.values]
        case ast.Tuple() | ast.List() | ast.Set():
            inner = [*told.elts]
        case ast.Subscript() | ast.NamedExpr():
            inner = [told.value]
        case ast.Call(func=ast.Name(id="say" | "say_many")):
            inner = [one.value for one in told.keywords if one.arg != "command"]  # one is the same in every language
        case ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name)) | ast.Call(func=ast.Name(id=name)) if (
            name in room.functions
        ):
            function = room.functions[name]
            bound = bindings(function.body)
            inner = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
        case ast.Call(func=ast.Attribute(value=value, attr="items" | "values" | "get" | "format" | "join")):
            inner = [value, *told.args]
    for one in inner:
        yield from sentences(one, room, bound, (*seen, told))


def sources(folder: Path = messages.SOURCE) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.py"))}


def english(found: str) -> bool:
    return any(found.startswith((f"{room}/", f"{room}:")) for room in ENGLISH)


def test_what_a_person_is_refused_with_can_be_told_in_their_language():
    assert [found for found in House(sources()).plain() if not english(found)] == []


@pytest.mark.parametrize("room", ENGLISH)
def test_what_stays_english_is_there(room):
    assert (messages.SOURCE / room).exists()


#: How sentences reach an error, and what must not be taken for one.
PLAIN = {
    "itself": 'raise InputError("the file is empty", path=path)',
    "a hint": 'raise Refused(say("no"), hint="Save it as UTF-8")',
    "filled in": 'raise Refused(f"{name} is empty")',
    "one of two": 'raise InputError("the file is empty" if data else say("no"))',
    "put together": 'raise InputError("the file " + name)',
    "formatted": 'raise InputError("the {} is empty".format(name))',
    "joined": 'raise InputError("; ".join(["the file is empty"]))',
    "under a name": 'why = "the file is empty"\n    raise InputError(why)',
    "of the module": "raise InputError(WHY)",
    "of a table": "for sign, (why, hint) in TABLE.items():\n        raise InputError(why, hint=hint)",
    "within what is said": 'raise InputError(say("{name}: {why}", name=name, why="the file is empty"))',
    "of a helper": "raise InputError(helper(name))",
    "through a helper": 'raise refusal(name, "the file is empty")',
    "through two": 'raise blame("the file is empty")',
    "of an error of ours": 'raise Busy("the file is empty")',
    "before an error is made of it": 'raise Fault("the file is empty")',
}
SAID = {
    "said": 'raise InputError(say("the file is empty"), hint=say("Save it as {name}", name=name))',
    "under a name": 'why = say("the file is empty")\n    raise InputError(why)',
    "a name": 'raise InputError(say("{name} is empty", name="glossary.csv"))',
    "a command": 'raise InputError(say("no"), hint=say("Run: {command}", command=f"iconv -f {name}"))',
    "through a helper": 'raise refusal("the unit", say("the file is empty"))',
    "of nobody's": 'raise ValueError("the file is empty")',
}
MODULE = """
class InputError(Exception): ...
class Refused(Exception): ...
class Busy(Refused): ...
class Fault(Exception): ...

WHY = "the file is empty"
TABLE = {"locked": ("the file is busy", say("Wait"))}

def helper(name: str) -> str:
    return f"{name} is empty"

def refusal(unit: str, why: str) -> Refused:
    return Refused(say("unit {unit}: {why}", unit=unit, why=why))

class Rebuild:
    def blame(self, why: str) -> Refused:
        return refusal("u1", why)

def tested(self, name, path, data):
    """


def line_of(body: str) -> list[str]:
    return House({"room.py": MODULE.rstrip("\n ") + "\n    " + body}).plain()


@pytest.mark.parametrize("body", PLAIN.values(), ids=PLAIN)
def test_a_sentence_that_was_not_said_is_found(body):
    assert line_of(body)


@pytest.mark.parametrize("body", SAID.values(), ids=SAID)
def test_what_was_said_is_not(body):
    assert line_of(body) == []
