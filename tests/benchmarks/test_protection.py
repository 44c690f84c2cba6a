import json
from random import Random

import pytest
from click.testing import CliRunner

from benchmarks import protection
from transloc import markup

TEXTS = ("Рада <1>ухвалила</1> новий<2/> закон", "Уряд <1>назвав план</1>, <2>і</2> міст відкрили")


@pytest.mark.parametrize("seed", range(5))
def test_planted_codes_are_sound_and_the_words_stay(seed):
    text = protection.planted("Рада ухвалила новий закон про мови і школи у селах.", Random(seed))
    assert markup.words(text) == "Рада ухвалила новий закон про мови і школи у селах."
    assert markup.valid(text, text)


@pytest.mark.parametrize(
    ("manner", "outcome"),
    [
        ("nothing", {"kept": 2}),
        ("spaces within", {"mended": 2}),
        ("all gone", {"flagged": 2}),
        ("the first one twice", {"flagged": 2}),
        ("the first one behind the next word", {"moved": 1, "flagged": 1}),
    ],
)
def test_each_outcome_is_told_from_the_others(manner, outcome):
    found, again = protection.outcomes(TEXTS, protection.MANNERS[manner])
    assert (found, again) == (outcome, outcome.get("flagged", 0))


def test_nothing_is_ever_lost_without_a_word(tmp_path):
    articles = tmp_path / "a.jsonl"
    said = [f"Рада номер {number} ухвалила новий закон про мови і школи." for number in range(20)]
    articles.write_text(json.dumps({"segments": [{"uk": text} for text in said]}) + "\n", encoding="utf-8")
    done = CliRunner().invoke(protection.main, [str(articles)])
    assert done.exit_code == 0
    rows = [[cell.strip() for cell in line.strip("│ ").split("│")] for line in done.stdout.splitlines() if line.startswith("│")]
    assert len(rows) == len(protection.MANNERS)
    assert {row[1 + protection.OUTCOMES.index("lost")] for row in rows} == {"0"}
