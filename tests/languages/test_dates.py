from datetime import date, time, timedelta, timezone
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.languages import dates

KYIV = ZoneInfo("Europe/Kyiv")


@pytest.mark.parametrize(
    ("text", "locale", "iso"),
    [
        ("24 листопада 2026, 10:15", "uk", "2026-11-24T10:15"),
        ("вівторок, 24 листопада 2026 р. о 10:15", "uk", "2026-11-24T10:15"),
        ("Вівторок, 24 листопада 2026 року", "uk", "2026-11-24"),
        ("24 листопада 2026\u202fр.", "uk", "2026-11-24"),
        ("24 листопада 2026 | 10:15", "uk", "2026-11-24T10:15"),
        ("24.11.2026", "uk", "2026-11-24"),
        ("24.11.2026 10:15", "uk", "2026-11-24T10:15"),
        ("2026-11-24", "uk", "2026-11-24"),
        ("2026-11-24T10:15:30+02:00", "uk", "2026-11-24T10:15+02:00"),
        ("November 24, 2026", "en", "2026-11-24"),
        ("Nov 24, 2026 at 5:30 p.m.", "en-GB", "2026-11-24T17:30"),
        ("24 November 2026, 12 am", "en-GB", "2026-11-24T00:00"),
        ("24th November 2026", "en-GB", "2026-11-24"),
        ("11/24/2026", "en-US", "2026-11-24"),
        ("24/11/2026", "en-GB", "2026-11-24"),
        ("24. November 2026 um 10.15 Uhr", "de", "2026-11-24T10:15"),
        ("24 listopada 2026 r., godz. 10:15", "pl", "2026-11-24T10:15"),
        ("24 ноября 2026 года", "ru", "2026-11-24"),
    ],
)
def test_dates_are_read_with_what_they_state(text, locale, iso):
    assert dates.read(text, locale).iso == iso


@pytest.mark.parametrize(
    ("text", "english", "american", "polish", "german"),
    [
        ("24 листопада 2026", "24 November 2026", "November 24, 2026", "24 listopada 2026", "24. November 2026"),
        ("24 листопада", "24 November", "November 24", "24 listopada", "24. November"),
        (
            "24 листопада 2026 о 17:05",
            "24 November 2026, 17:05",
            "November 24, 2026, 5:05\u00a0PM",
            "24 listopada 2026, 17:05",
            "24. November 2026, 17:05",
        ),
        (
            "вівторок, 24 листопада",
            "Tuesday, 24 November",
            "Tuesday, November 24",
            "wtorek, 24 listopada",
            "Dienstag, 24. November",
        ),
        (
            "п’ятниця, 6 листопада 2026 р.",
            "Friday, 6 November 2026",
            "Friday, November 6, 2026",
            "piątek, 6 listopada 2026",
            "Freitag, 6. November 2026",
        ),
        ("24.11.2026", "24 Nov 2026", "Nov 24, 2026", "24 lis 2026", "24.11.2026"),
    ],
)
def test_the_same_fields_as_each_reader_writes_them(text, english, american, polish, german):
    dated = dates.read(text, "uk")
    assert [dates.write(dated, locale) for locale in ("en-GB", "en-US", "pl", "de")] == [english, american, polish, german]


def test_a_bare_english_is_american_as_cldr_has_it():
    assert dates.write(dates.read("24 листопада", "uk"), "en") == "November 24"


def test_a_locale_without_data_is_served_by_its_language():
    assert dates.write(dates.read("24 листопада", "uk"), "de-LU-1901") == "24. November"


def test_an_offset_is_told_by_the_newsrooms_clock():
    dated = dates.read("2026-11-24T23:15Z", "uk")
    assert dates.write(dated, "en-GB", KYIV) == "25 Nov 2026, 01:15"
    assert dates.write(dates.read("2026-11-24T23:15", "uk"), "en-GB", KYIV) == "24 Nov 2026, 23:15"


def test_the_edge_of_the_calendar_is_no_crash():
    assert dates.write(dates.read("9999-12-31T23:59-12:00", "uk"), "en-GB", KYIV) == "31 Dec 9999, 23:59"


@pytest.mark.parametrize(
    "text",
    [
        "понеділок, 24 листопада 2026",  # it was a Tuesday
        "31 червня 2026",
        "29 лютого 2026",
        "24 листопада 2026, 25:15",
        "99.99.2026",
        "2026-13-01",
        "10.10.2020.1",
        "192.10.10.2020",
        "листопад 2026",
        "учора о 10:15",
        "24",
        "",
        "24 листопада 2026 — річниця",
        "20 травня — 24 листопада",
    ],
)
def test_what_is_no_date_or_more_than_one_is_not_read(text):
    assert dates.read(text, "uk") is None


def test_dates_are_found_where_they_stand():
    text = "Рада зібралася 3 листопада 2026 року, а 15 грудня має голосувати; 45 осіб були проти."
    assert [text[slice(*found.span)] for found in dates.find(text, "uk")] == ["3 листопада 2026 року", "15 грудня"]


def test_a_number_that_follows_is_no_time():
    text = "12 травня 45 осіб, 5 травня 2026 12 осіб"
    assert [(text[slice(*found.span)], found.at) for found in dates.find(text, "uk")] == [("12 травня", None), ("5 травня 2026", None)]


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from(["uk", "en-GB", "en-US", "pl", "de", "fr", "cs"]))
def test_what_is_written_reads_back(day, locale):
    dated = dates.Dated(day=day.day, month=day.month, year=day.year, weekday=day.weekday(), at=time(7, 5))
    read = dates.read(dates.write(dated, locale), locale)
    assert (read.iso, read.weekday) == (f"{day.isoformat()}T07:05", day.weekday())


@given(st.text(alphabet="0123456789 .,:/-TZ+січняоврпмdlistopa", max_size=40))
def test_any_text_is_read_or_not(text):
    for found in dates.find(text, "uk"):
        assert dates.write(found, "en-GB", timezone(timedelta(hours=2)))


@pytest.mark.parametrize("text", ["1 ", "січня ", "вівторок, ", "24 листопада", "24.11.", "2026-11-24T"])
def test_a_long_row_of_beginnings_is_read_at_once(text):
    began = perf_counter()
    dates.find(text * 20_000, "uk")
    assert perf_counter() - began < 5


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("24 листопада 2026, 10:15", "24 листопада 2026", True),
        ("24 листопада", "24 листопада 2026", True),
        ("24 листопада 2026, 10:15", "24 листопада 2026, 12:00", False),
        ("24 листопада 2026", "24 листопада 2025", False),
        ("24 листопада", "25 листопада", False),
    ],
)
def test_dates_agree_where_both_state_the_same(one, other, agree):
    assert dates.read(one, "uk").agrees(dates.read(other, "uk")) is agree
