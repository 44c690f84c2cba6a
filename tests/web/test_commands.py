import re
from pathlib import Path

from transloc import web
from transloc.web.commands import COMMANDS, ROW_KEYS

SCRIPTS = Path(web.__file__).with_name("static") / "desk"


def test_every_action_that_is_listed_is_one_that_the_script_knows():
    script = (SCRIPTS / "commands.js").read_text(encoding="utf-8")
    known = set(re.findall(r'^  "?([a-z-]+)"?: (?:\[|away)', script, re.MULTILINE))
    assert {name for name, *_ in COMMANDS} | {"palette"} == known


def test_the_keys_that_are_shown_are_those_that_are_given():
    script = (SCRIPTS / "keymap.js").read_text(encoding="utf-8")
    given = re.search(r"given = \{(.*?)\};", script, re.DOTALL)[1]
    codes = dict(re.findall(r'(\w+): "(\w+)"', given))
    shown = {"↑": "ArrowUp", "↓": "ArrowDown", "Enter": "Enter"}
    assert {name: shown.get(key, f"Key{key}") for name, _, key in ROW_KEYS} == codes


def test_no_key_is_given_twice():
    keys = [key for *_, key in COMMANDS if key]
    assert len(keys) == len(set(keys))
