import json
from random import Random

import pytest
from benchmarks.planted import __main__ as planted
from benchmarks.planted import facts
from click.testing import CliRunner

PAIRS = {
    facts.swapped_numbers: ("12 загиблих і 30 поранених", "12 killed and 30 wounded"),
    facts.another_count: ("Загинули троє людей", "some three people died"),
    facts.million_for_billion: ("2,5 млн осіб", "2.5 million people"),
    facts.wrong_weekday: ("у п'ятницю", "on Friday"),
    facts.am_for_pm: ("о 14:30", "at 2:30 p.m."),
    facts.currency_changed: ("5 млн євро", "€5 million"),
    facts.wrong_day: ("4 лютого", "4 February"),
}


def test_every_fault_has_its_example():
    assert set(PAIRS) == set(facts.FAULTS)


@pytest.mark.parametrize("fault", PAIRS, ids=lambda fault: fault.__name__)
def test_a_planted_fault_changes_the_target_and_is_caught(fault):
    source, target = PAIRS[fault]
    assert not planted.judged(source, target, ("uk", "en"))
    spoilt = fault(source, target, Random(1))
    assert spoilt not in (None, target)
    assert planted.judged(source, spoilt, ("uk", "en")) & facts.FAULTS[fault]


@pytest.mark.parametrize("fault", PAIRS, ids=lambda fault: fault.__name__)
def test_where_there_is_no_place_for_it_nothing_is_planted(fault):
    assert fault("Без чисел", "No figures", Random(1)) is None


def test_the_command_prints_a_line_for_each_fault(tmp_path):
    path = tmp_path / "articles.jsonl"
    segments = [{"uk": source, "en": target} for source, target in PAIRS.values()]
    path.write_text(json.dumps({"segments": segments}) + "\n", encoding="utf-8")
    ran = CliRunner().invoke(planted.main, [str(path)], catch_exceptions=False)
    lines = ran.output.splitlines()
    assert lines[0].startswith("clean: 0.00% of 7 segments flagged")
    told = [line for line in lines if any(fault.__name__ in line for fault in facts.FAULTS)]
    assert len(told) == len(facts.FAULTS)
    assert all("(100.0%)" in line for line in told)
