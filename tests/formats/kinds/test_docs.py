"""What the reference says of kinds is what the code does."""

import re
from pathlib import Path

import pytest

from transloc.formats.markdown import Markdown
from transloc.model import Kind

REFERENCE = (Path(__file__).parents[3] / "docs" / "reference" / "units.md").read_text(encoding="utf-8")
CAPTIONS = re.findall(r"^\| (.+?) \| `(.+?)` \| (?:credit: )?(.+?) \|$", REFERENCE.partition("## Captions")[2], re.MULTILINE)


def test_every_kind_has_a_row():
    named = {name.strip() for row in re.findall(r"^\| ([a-z, ]+) \|", REFERENCE, re.MULTILINE) for name in row.split(",")}
    assert {kind.value for kind in Kind} <= named


@pytest.mark.parametrize(("text", "source", "credit"), CAPTIONS)
def test_captions(text, source, credit):
    unit = Markdown().parse(f"![а](b)\n\n{text}\n".encode()).units[1]
    assert (unit.source, unit.kind) == (source, Kind.CAPTION)
    assert [code.open for code in unit.codes] == ([] if credit == "none" else [credit])


def test_the_reference_has_examples():
    assert len(CAPTIONS) >= 5
