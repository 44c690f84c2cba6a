"""Every rule has its page, every page its rule, and what a page shows is so."""

import csv
import io
import re
import tomllib

import pytest

from transloc.checks import explain
from transloc.checks.pair import Pair, side
from transloc.checks.rules import ALL, RULES
from transloc.checks.style.house import House
from transloc.errors import InputError
from transloc.glossary import read
from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State
from transloc.steps.check import Opened, check

HEADINGS = ["What it catches", "Fires", "Stays silent", "How to silence it"]
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(explain.pages().glob("*.md")) if path.stem != "README"}
TABLE = re.findall(r"(?<=[|,] )\[`([\w-]+)`\]\(([\w-]+)\.md\)", (explain.pages() / "README.md").read_text(encoding="utf-8"))


def examples(heading):
    """Each fenced example of every page under ``heading``: the rule and its lines by key."""
    for rule, page in PAGES.items():
        section = page.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
        for block in re.findall(r"^```\n(source:.*?)^```", section, re.MULTILINE | re.DOTALL):
            lines = {}
            for line in block.splitlines():
                key, _, value = line.partition(": ")
                lines.setdefault(key, []).append(value)
            yield pytest.param(rule, lines, id=f"{rule}: {lines['target'][0]}")


def fields(value):
    return dict(field.split("=", 1) for field in value.split("; "))


def glossary(rows):
    out = io.StringIO()
    table = [{"id": f"row{n}"} | fields(row) for n, row in enumerate(rows)]
    columns = list(dict.fromkeys(["id", "uk", "en", "pl", "de", *(column for row in table for column in row)]))
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerows(table)
    return read(out.getvalue().encode()).glossary


def quotation(value):
    words, *rest = value.split("; ", 1)
    told = fields(rest[0]) if rest else {}
    status = QuotationStatus(told.pop("status", "unresolved"))
    return Quotation(unit="u1", span=(0, len(words)), text=words, status=status, **told)


def judged(rule, lines):
    if rule not in RULES:
        return in_catalogs(rule, lines)
    texts = [re.fullmatch(r"(.*) \((\w+(?:-\w+)*)\)", lines[key][0]) for key in ("source", "target")]
    source, target = (side(found[1], found[2]) for found in texts)
    pair = Pair(
        source=source,
        target=target,
        glossary=glossary(lines["glossary"]) if "glossary" in lines else None,
        others=tuple(side(text, target.locale) for text in lines.get("unit", ())),
        quotations=tuple(map(quotation, lines.get("quotation", ()))),
        kind=Kind(lines.get("kind", ["paragraph"])[0]),
        house=House(**tomllib.loads("\n".join(lines["style"]))) if "style" in lines else None,
    )
    assert set(lines) <= {"source", "target", "message", "glossary", "unit", "quotation", "kind", "style"}
    return list(RULES[rule](pair))


def in_catalogs(rule, lines):
    """Judge what is no matter of one pair: each pair is a paragraph of one article, with the record that the PO file has of it."""
    assert set(lines) <= {"source", "target", "record"}
    state, *told = lines.get("record", ["reviewed"])[0].split()
    record = {"state": State(state), "origin": dict(field.split("=", 1) for field in told).get("origin", "")}
    pairs = [[re.fullmatch(r"(.*) \((\w+)\)", text) for text in pair] for pair in zip(lines["source"], lines["target"], strict=True)]
    (_, source), (_, target) = (text.groups() for text in pairs[0])
    texts = [(one[1], other[1]) for one, other in pairs]
    segments = tuple(Segment(id=f"u{n}.s1", source=one, target=other, **record) for n, (one, other) in enumerate(texts))
    catalog = Catalog(article="a", source_locale=source, target_locale=target, segments=segments)
    report = check([Opened(path="a.po", catalog=catalog)])
    return [located.finding for located in report.findings if located.finding.rule == rule]


def test_every_rule_has_a_page_and_every_page_a_rule():
    assert sorted(PAGES) == sorted(ALL)


def test_the_table_of_all_rules_leads_to_every_page():
    assert sorted(TABLE) == [(rule, rule) for rule in sorted(ALL)]


@pytest.mark.parametrize("rule", PAGES)
def test_a_page_has_its_four_sections_and_tells_how_to_weigh_the_rule(rule):
    assert re.match(rf"# `?{rule}`?(?::|$)", PAGES[rule], re.MULTILINE)
    assert re.findall(r"^## (.*)$", PAGES[rule], re.MULTILINE) == HEADINGS
    assert re.search(rf"^{rule} = \"", PAGES[rule].partition("## How to silence it")[2], re.MULTILINE)


@pytest.mark.parametrize("rule", PAGES)
@pytest.mark.parametrize("heading", ["Fires", "Stays silent"])
def test_a_page_shows_both_sides(rule, heading):
    assert any(example.values[0] == rule for example in examples(heading))


@pytest.mark.parametrize(("rule", "lines"), [*examples("Fires")])
def test_what_is_said_to_fire_does(rule, lines):
    messages = [finding.message for finding in judged(rule, lines)]
    assert messages
    assert all(any(said in message for message in messages) for said in lines.get("message", ()))


@pytest.mark.parametrize(("rule", "lines"), [*examples("Stays silent")])
def test_what_is_said_to_pass_does(rule, lines):
    assert judged(rule, lines) == []


def test_a_rule_is_explained_by_its_page():
    assert explain.page("term-missing") == PAGES["term-missing"]


def test_a_rule_that_does_not_exist_is_refused_with_the_nearest():
    with pytest.raises(InputError, match="Did you mean “quote-origin”"):
        explain.page("quote-orgin")
