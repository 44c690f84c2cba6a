import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.pair import Pair, side
from transloc.checks.rules import RULES

PIECES = (
    *"0123456789.,:-–/ \u00a0()«»%$€<>",
    *(
        "12 500",
        "2,5 млн",
        "3 Mrd.",
        "о 14:30",
        "2:30 p.m.",
        "лютого",
        "May",
        "Freitag",
        "piątek",
        "04.02.2026",
        "грн",
        "euros",
        "km",
        "feet",
    ),
    *("троє", "four", "вчора", "today", "<1>", "</1>", "і", "to", "killed", "Київ", "SS19", "6-foot-6", "180°"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


@pytest.mark.parametrize("locales", [("uk", "en"), ("de", "pl"), ("en-US", "ru"), ("fr", "uk")])
@settings(max_examples=60, deadline=None)
@given(source=TEXTS, target=TEXTS)
def test_any_text_is_judged_and_every_finding_points_into_it(locales, source, target):
    pair = Pair(source=side(source, locales[0]), target=side(target, locales[1]))
    for name in ("number", "date", "relative-date"):
        for finding in RULES[name](pair):
            assert finding.rule == name
            assert finding.source_spans or finding.target_spans
            assert all(0 <= start < end <= len(source) for start, end in finding.source_spans)
            assert all(0 <= start < end <= len(target) for start, end in finding.target_spans)
            assert finding.fix != target


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_a_text_agrees_with_itself(text):
    pair = Pair(source=side(text, "en"), target=side(text, "en"))
    assert [finding for name in ("number", "date", "relative-date") for finding in RULES[name](pair)] == []
