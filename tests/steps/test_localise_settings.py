from transloc.steps.localise_settings import Settings

SITE = Settings(addresses={"uk": "https://example.org/{slug}", "en": "https://example.org/en/{slug}"})


def test_an_address_is_that_of_the_locale_or_of_its_language_and_else_none():
    assert SITE.address("en-GB", "a b") == "https://example.org/en/a%20b"
    assert SITE.address("pl", "a") == ""


def test_a_credit_line_is_filled_in():
    settings = Settings(site="https://www.example.org", credit={"": "From {language} by {site}", "pl": "{source}"})
    assert settings.credit_line("en-GB", "uk", "", ()) == "From Ukrainian by example.org"
    assert settings.credit_line("pl", "uk", "https://example.org/a", ()) == "https://example.org/a"
    assert Settings(credit={"pl": "x"}).credit_line("en", "uk", "", ()) == ""


def test_people_are_named_only_where_they_may_be():
    people = ("Олена", "Petro")
    assert Settings(credit={"": "By {people}"}, credit_people=True).credit_line("en", "uk", "", people) == "By Олена, Petro"
    assert Settings(credit={"": "By {people}"}).credit_line("en", "uk", "", people) == "By"
