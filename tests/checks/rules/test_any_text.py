"""What holds for every rule and any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.checks.pair import Pair, side
from transloc.checks.rules import LOOKS_FOR, RULES
from transloc.model import Severity

TEXTS = st.lists(
    st.sampled_from(
        [
            *"aбіiо12 .,;:!?…()[]\"'«»“”„’–—-#@/\n\t\u00a0\u200b",
            "<1>",
            "</1>",
            "<2/>",
            "Рада",
            "the",
            "Kyiv",
            "https://a.org/b",
            "a@b.org",
            "...",
        ]
    ),
    max_size=24,
).map("".join)


@given(source=TEXTS, target=TEXTS, locales=st.sampled_from(["uk en", "en uk", "uk de", "pl fr", "uk ru", "en he"]))
def test_spans_lie_in_the_texts_and_a_fix_is_another_target(source, target, locales):
    first, second = locales.split()
    pair = Pair(source=side(source, first), target=side(target, second))
    for name, rule in RULES.items():
        for finding in rule(pair):
            assert finding.rule == name
            assert isinstance(finding.severity, Severity)
            assert all(0 <= start < end <= len(source) for start, end in finding.source_spans)
            assert all(0 <= start < end <= len(target) for start, end in finding.target_spans)
            assert finding.fix != target


@given(source=TEXTS, target=TEXTS, locales=st.sampled_from(["uk en", "en uk", "uk de", "pl fr", "en he"]))
def test_a_rule_finds_nothing_where_there_is_nothing_that_it_looks_for(source, target, locales):
    first, second = locales.split()
    pair = Pair(source=side(source, first), target=side(target, second))
    for name, rule in RULES.items():
        if not pair.traits & LOOKS_FOR[name]:
            assert list(rule(pair)) == [], name


@pytest.mark.parametrize("rule", [name for name in RULES if not name.startswith(("term", "quote-origin"))])
def test_a_text_beside_itself_in_its_own_language_is_well(rule):
    text = "«Рада (парламент) ухвалила закон 4 лютого», — сказала вона @rada. #закон https://a.org/b a@b.org"
    pair = Pair(source=side(text, "uk"), target=side(text, "uk"))
    assert list(RULES[rule](pair)) == []
