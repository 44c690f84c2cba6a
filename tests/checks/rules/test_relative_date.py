import pytest


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Сьогодні", "Today", "uk en"),
        ("сьогодні ввечері", "tonight", "uk en"),
        ("учорашній удар", "yesterday's strike", "uk en"),
        ("позавчора", "the day before yesterday", "uk en"),
        ("wczoraj", "gestern", "pl de"),
        ("завтра вранці", "morgen früh", "uk de"),
        ("Сьогодні зранку", "Am Morgen", "uk de"),
        ("Сьогодні", "On Tuesday", "uk en"),
        ("у вівторок", "yesterday", "uk en"),
        ("«Завтра», — сказав він сьогодні.", "“Yesterday,” he said today.", "uk en"),
        ("сьогодні", "hier", "uk fr"),
    ],
)
def test_the_same_day_or_none_is_no_fault(judge, source, target, locales):
    assert judge("relative-date", source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "locales", "message"),
    [
        ("Це сталося вчора.", "It happened today.", "uk en", "The source has вчора, the target today"),
        ("завтра", "wczoraj", "uk pl", "The source has завтра, the target wczoraj"),
        ("yesterday", "heute", "en de", "The source has yesterday, the target heute"),
        ("позавчора", "yesterday", "uk en", "The source has позавчора, the target yesterday"),
    ],
)
def test_another_day_is_a_warning(judge, source, target, locales, message):
    (found,) = judge("relative-date", source, target, locales)
    assert (found.severity, found.message) == ("warning", message)
    assert found.source_spans
    assert found.target_spans
