"""Sentences that news is full of and that rules get wrong; each line of the two files is a test."""

import json
from pathlib import Path

import pytest

from transloc.segmentation import segmenter

HERE = Path(__file__).parent
FILES = [HERE / "hard_cases.jsonl", HERE / "more_cases.jsonl"]
CASES = [json.loads(line) for file in FILES for line in file.read_text(encoding="utf-8").split("\n") if line]


def ink(text: str, ends: list[int]) -> list[int]:
    """A boundary is the count of visible characters before it, so that white space at a seam does not matter."""
    return [len("".join(text[:end].split())) for end in ends]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['lang']}-{case['text'][:40]}" for case in CASES])
def test_case(case):
    text = case["text"]
    spans = segmenter(case["lang"]).segments(text)
    found = [text[start:end].strip() for start, end in spans]
    assert ink(text, [end for _, end in spans]) == ink(text, case["boundaries"]), found


def test_there_are_cases_for_every_working_language():
    assert {"uk", "en", "pl", "de"} <= {case["lang"] for case in CASES}
    assert len(CASES) > 240
