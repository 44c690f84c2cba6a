import re

import pytest

from transloc.checks.text.later import later


def test_a_pattern_answers_as_if_it_were_compiled():
    pattern = later(r"(\d)[ab]", re.IGNORECASE)
    assert pattern.search("x1B")[1] == "1"
    assert pattern.findall("1a 2b") == ["1", "2"]
    assert pattern.sub("-", "1a") == "-"


def test_a_broken_pattern_is_told_when_it_is_asked():
    with pytest.raises(re.error):
        later("(").search("")
