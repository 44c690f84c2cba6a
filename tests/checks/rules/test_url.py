import pytest

RULE = "url"


@pytest.mark.parametrize(
    ("source", "target", "severity", "message", "fix"),
    [
        ("Див. https://a.org/a1.", "See https://a.org/al.", "error", "https://a.org/a1 became https://a.org/al", "See https://a.org/a1."),
        ("Див. https://a.org/a1", "See the site", "error", "https://a.org/a1 is missing from the target", None),
        ("Див. https://a.org/a1", "See https://a.<1/>org/al", "error", "https://a.org/a1 became https://a.org/al", None),
        ("Читайте на weather.com.", "Read wether.com, please", "warning", "weather.com became wether.com", "Read weather.com, please"),
        ("(www.example.com/a_(b))", "see", "error", "www.example.com/a_(b) is missing from the target", None),
    ],
)
def test_a_lost_or_changed_address(judge, source, target, severity, message, fix):
    (finding,) = judge(RULE, source, target)
    assert (finding.severity, finding.message, finding.fix) == (severity, f"The address {message}", fix)
    assert source[slice(*finding.source_spans[0])] in message


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Див. https://example.com/a1.", "(https://example.com/a1)", "uk en"),
        ("Див. http://www.Example.com/", "see example.com", "uk en"),
        ("https://uk.wikipedia.org/wiki/Київ", "https://en.wikipedia.org/wiki/Kyiv", "uk en"),
        ("https://example.com/ua/a1", "https://example.com/en/a1", "uk en"),
        ("https://example.com/ua", "https://example.com/pl", "uk pl"),
        ("LiverpoolFC.com.— сказав", "LiverpoolFC.com.", "uk en"),
        ("Текст", "Read more at example.com", "uk en"),
        ("о 14.30 у т.зв. місті", "at 2:30 p.m. in the city", "uk en"),
    ],
)
def test_the_same_address_in_another_dress(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []
