"""The page on engines says what the engines say of themselves."""

import re
from pathlib import Path

import pytest

from transloc.engines.choose import NAMES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "engines.md").read_text(encoding="utf-8")
LINES = [line.strip("| ").split(" | ") for line in PAGE.partition("## ")[0].splitlines() if line.startswith("| `")]
ROWS = {name.strip("`"): cells for name, *cells in LINES}


def test_every_engine_has_its_row():
    assert list(ROWS) == [name for name in NAMES if name != "auto"]


@pytest.mark.parametrize("stand", ["deepl", "firefox", "opus", "llm"])
def test_limits_and_abilities_are_those_of_the_engine(request, stand):
    engine = request.getfixturevalue(f"{stand}_stand").engine
    _, _, context, here, texts, size, price = ROWS[engine.name]
    able = engine.abilities
    assert int(texts) == able.max_texts
    assert int(re.match(r"\d+", size)[0]) == able.max_bytes // 1024
    assert (context == "no") is not able.context
    assert (here == "no") is not able.local
    assert price.endswith(("none", "none on this machine")) is (engine.price("Рада") == 0)
