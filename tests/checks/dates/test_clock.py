import pytest

from transloc.checks.dates import clock


def minutes(text, language):
    return [sorted(time.minutes) for time in clock.find(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("о 14:30", "uk", [[870]]),
        ("о 14.30", "uk", [[870]]),
        ("о 9:00", "uk", [[540]]),
        ("о 9-й вечора", "uk", [[1260]]),
        ("о 9-й годині ранку", "uk", [[540]]),
        ("о 12-й ночі", "uk", [[0]]),
        ("о 2 годині дня", "uk", [[840]]),
        ("at 2:30 p.m.", "en", [[870]]),
        ("at 12am", "en", [[0]]),
        ("at 12:30 pm", "en", [[750]]),
        ("at 9:30", "en", [[570, 1290]]),
        ("at 11 at night", "en", [[1380]]),
        ("um 21 Uhr", "de", [[1260]]),
        ("um 9 Uhr abends", "de", [[1260]]),
        ("o godz. 8 wieczorem", "pl", [[1200]]),
        ("у 2024 році 12 осіб", "uk", []),
        ("27:37", "uk", []),
        ("2.5 million", "en", []),
    ],
)
def test_times_of_the_day(text, language, expected):
    assert minutes(text, language) == expected


def test_where_a_time_and_its_half_stand():
    (time,) = clock.find("It began at 2:30 p.m. sharp", "en")
    assert (time.text, time.start) == ("2:30 p.m.", 12)
    assert "It began at 2:30 p.m. sharp"[slice(*time.half)] == "p.m."
    assert clock.other_half("p.m.") == "a.m."
    assert clock.other_half("AM") == "PM"
