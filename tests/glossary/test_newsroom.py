"""Ukrainian news as it is written: 147 sentences of our own, each with a term that stands in it, or that only seems to."""

import json
from pathlib import Path

import pytest

from transloc.glossary import Concept, ConceptKind, Glossary, Matcher, Term, inflection
from transloc.glossary.inflection.morphology import Morphology

ROWS = [json.loads(line) for line in Path(__file__).with_name("newsroom_uk.jsonl").read_text(encoding="utf-8").splitlines()]
PERSONS = {"surname", "fullname", "given"}


@pytest.fixture(scope="module", params=[Morphology.BASE, Morphology.PYMORPHY3])
def matchers(request):
    inflection.use(request.param)
    made = {}
    for row in ROWS:
        kind = ConceptKind.PERSON if row["kind"] in PERSONS else ConceptKind(row["kind"])
        concept = Concept(id="x", kind=kind, terms=(Term(row["term"], "uk"),))
        made[row["term"], row["kind"]] = Matcher(Glossary((concept,), ("uk",)), "uk")
    yield made
    inflection.use(Morphology.AUTO)


def test_every_sentence_is_right(matchers):
    wrong = [row["text"] for row in ROWS if bool(matchers[row["term"], row["kind"]].find(row["text"])) is not row["expect"]]
    assert wrong == []


def test_there_is_something_to_be_right_about():
    assert len(ROWS) == 147
    assert sum(not row["expect"] for row in ROWS) == 20
