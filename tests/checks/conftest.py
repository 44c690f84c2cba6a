import pytest

from transloc.checks.pair import Pair, side
from transloc.checks.rules import RULES


@pytest.fixture
def judge():
    """Run one rule on two texts: (severity, message) of each finding, after a look at every span."""

    def run(rule, source, target, locales="uk en", **more):
        first, second = locales.split()
        pair = Pair(source=side(source, first), target=side(target, second), **more)
        findings = list(RULES[rule](pair))
        for finding in findings:
            assert finding.rule == rule
            assert all(0 <= start < end <= len(source) for start, end in finding.source_spans)
            assert all(0 <= start < end <= len(target) for start, end in finding.target_spans)
        return findings

    return run
