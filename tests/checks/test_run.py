import pkgutil
import sys
from dataclasses import dataclass, field

import pytest

from transloc.checks import rules
from transloc.checks.rules import ALL
from transloc.checks.run import check_catalog, check_segment, judge_segment
from transloc.checks.settings import Settings
from transloc.errors import InputError
from transloc.glossary import Glossary, read
from transloc.model import Catalog, Kind, Segment, Severity, Waiver

GLOSSARY = read("id,kind,uk,en\nmacron,person,Макрон,Macron\nrada,org,Рада,Council\n".encode()).glossary


@dataclass(frozen=True)
class Rules:
    source_locale: str = "uk"
    target_locale: str = "en"
    glossary: Glossary | None = None
    checks: Settings = field(default_factory=Settings)


def segment(source="12 осіб", target="13 people", **more):
    return Segment(**({"id": "u1.s1", "source": source, "target": target} | more))


def told(findings):
    return [(finding.rule, finding.severity.value) for finding in findings]


def test_a_segment_is_judged_by_all_rules():
    findings = check_segment(segment("<1>Рада</1> й 12 осіб", "The рада and 13"), Rules(glossary=GLOSSARY))
    assert told(findings) == [("inline-code", "error"), ("untranslated", "error"), ("number", "error"), ("term-missing", "error")]
    assert {finding.segment for finding in findings} == {"u1.s1"}


@pytest.mark.parametrize("more", [{"target": ""}, {"target": "  "}, {"omitted": "not for this reader"}, {"source": "", "after": "u1"}])
def test_what_has_no_translation_to_judge_has_no_findings(more):
    assert check_segment(segment(**more), Rules()) == ()


def test_a_waived_rule_is_silent_and_still_countable():
    waived = segment(waivers=(Waiver("number", "the source is wrong"),))
    assert check_segment(waived, Rules()) == ()
    assert told(judge_segment(waived, Rules())) == [("number", "error")]


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.LEDE, Kind.SOCIAL])
def test_in_rewritten_units_numbers_and_terms_only_inform(kind):
    findings = check_segment(segment("Рада: 12", "13", kind=kind), Rules(glossary=GLOSSARY))
    assert told(findings) == [("number", "info"), ("term-missing", "info")]


@pytest.mark.parametrize("kind", [Kind.HEADLINE, Kind.LEDE, Kind.SOCIAL])
def test_in_rewritten_units_hashtags_and_final_marks_only_inform(kind):
    findings = check_segment(segment("Хто переможе #завтра?", "This side will win.", kind=kind), Rules())
    assert told(findings) == [("hashtag", "info"), ("punctuation", "info")]
    assert told(check_segment(segment("Хто переможе #завтра?", "This side will win."), Rules())) == [
        ("hashtag", "error"),
        ("punctuation", "warning"),
    ]


def test_the_project_weighs_rules_and_switches_them_off():
    checks = Settings(severity={"number": Severity.WARNING, "untranslated": None})
    assert told(check_segment(segment("12 осіб", "13 осіб"), Rules(checks=checks))) == [("number", "warning")]


@pytest.mark.parametrize(
    ("settings", "rules"),
    [
        (Settings(only=frozenset({"number"})), ["number"]),
        (Settings(skip=frozenset({"number"})), ["untranslated"]),
        (Settings(only=frozenset({"number"}), skip=frozenset({"number"})), []),
        (Settings(only=frozenset({"number"}), severity={"number": None}), []),
    ],
)
def test_only_and_skip(settings, rules):
    found = check_segment(segment("12 осіб", "13 осіб"), Rules(checks=settings))
    assert [finding.rule for finding in found] == rules


@pytest.mark.parametrize("settings", [{"only": frozenset({"nubmer"})}, {"skip": frozenset({"nubmer"})}, {"severity": {"nubmer": None}}])
def test_a_rule_that_does_not_exist_is_refused_with_the_nearest(settings):
    with pytest.raises(InputError, match="Did you mean “number”"):
        Settings(**settings)


def test_a_catalog_is_judged_unit_by_unit():
    catalog = Catalog(
        article="a",
        source_locale="uk",
        target_locale="en",
        segments=(
            segment("Макрон прибув.", "He arrived."),
            segment("Макрон виїхав.", "Macron left.", id="u1.s2"),
            segment("Макрон заснув.", "He slept.", id="u2.s1"),
        ),
    )
    found = {one.id: told(findings) for one, findings in check_catalog(catalog, GLOSSARY)}
    assert found == {"u1.s1": [], "u1.s2": [], "u2.s1": [("term-missing", "warning")]}


@pytest.mark.parametrize("itself", [True, False])
def test_one_neighbour_counts_whether_the_unit_holds_the_segment_or_not(itself):
    one, neighbour = segment("Макрон прибув.", "He arrived."), segment("Макрон виїхав.", "Macron left.", id="u1.s2")
    assert told(check_segment(one, Rules(glossary=GLOSSARY), [one, neighbour] if itself else [neighbour])) == []
    assert told(check_segment(one, Rules(glossary=GLOSSARY), [one])) == told(check_segment(one, Rules(glossary=GLOSSARY))) != []


def test_every_module_of_rules_is_registered_by_the_name_that_it_reports():
    modules = {module.name for module in pkgutil.iter_modules(rules.__path__)}
    assert {name.replace("-", "_") for name in ALL} == modules
    assert all(name == sys.modules[rule.__module__].NAME for name, rule in ALL.items())


def test_a_long_catalog_is_judged_as_its_segments_are_alone():
    rules = Rules(glossary=GLOSSARY)
    texts = [("12 осіб", "13 people"), ("Рада", ""), ("Так.", "Yes."), ("<1>Рада</1> (тут)", "The рада (here"), ("", "A note")]
    segments = tuple(segment(*texts[at % 5], id=f"u{at}.s1") for at in range(83))
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)
    judged = list(check_catalog(catalog, GLOSSARY))
    assert [one for one, _ in judged] == list(segments)
    assert [found for _, found in judged] == [judge_segment(one, rules) for one in segments]
    assert {finding.rule for _, found in judged for finding in found} >= {"number", "brackets", "term-missing"}
