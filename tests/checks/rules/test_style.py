"""``style``: what the house writes otherwise, and what it leaves alone."""

import pytest

from transloc.checks.run import check_catalog
from transloc.checks.settings import Settings
from transloc.checks.style.house import COMMON, PRESETS, House
from transloc.glossary import read
from transloc.model import Catalog, Kind, Segment, Severity

RULE = "style"
UK, US = (House(**PRESETS[name]["en"]) for name in ("uk", "us"))
GLOSSARY = read("id,kind,uk,en\nmacron,person,Емманюель Макрон,Emmanuel Macron\n".encode()).glossary


@pytest.fixture
def styled(judge):
    """The fixed target after every fix, one upon the other; the target itself where nothing is found."""

    def run(target, house, language="en", **more):
        for _ in range(9):
            found = judge(RULE, "Джерело.", target, f"uk {language}", house=house, **more)
            if not found or found[0].fix is None:
                return target
            target = found[0].fix
        raise AssertionError(target)

    return run


def test_without_a_house_style_nothing_is_found(judge):
    assert judge(RULE, "Центр.", "The center will organise 5% on February 4, 2026.") == []


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("We organised the defence of the theatre.", "We organized the defense of the theater."),
        ("Their behaviour was unauthorised.", "Their behavior was unauthorized."),
        ("The coloured labels were cancelled by travellers.", "The colored labels were canceled by travelers."),
        ("A catalogue of analysed programmes.", "A catalog of analyzed programs."),
        ("Sceptics fulfil the grey mould.", "Skeptics fulfill the gray mold."),
        ("Organised crime <1>centres</1> on them.", "Organized crime <1>centers</1> on them."),
    ],
)
def test_each_house_puts_the_others_spelling_right(styled, british, american):
    assert styled(british, US) == american
    assert styled(british, UK) == british
    assert styled(american, US) == american


@pytest.mark.parametrize("american", ["We organized the defense of the theater.", "Skeptics fulfill the gray mold."])
def test_american_words_become_british(styled, american):
    assert styled(american, UK) in ("We organised the defence of the theatre.", "Sceptics fulfil the grey mould.")


@pytest.mark.parametrize("text", ["The computer program will check the meter and the tire.", "A story of two axes."])
def test_words_that_both_sides_have_are_right_in_britain(styled, text):
    assert styled(text, UK) == text


@pytest.mark.parametrize(
    "text",
    [
        "He visited Pearl Harbor and the World Trade Center.",
        "“We organize the center,” he wrote.",
        "‘We organize the center’, he wrote.",
        "See https://example.org/color or @color.",
        "The prize is of this size, he promised to advise and exercise.",
    ],
)
def test_names_quotations_and_addresses_keep_their_spelling(styled, text):
    assert styled(text, House(variant="en-GB")) == text


def test_a_unit_that_is_a_quotation_keeps_its_spelling(styled):
    assert styled("We organize it.", UK, kind=Kind.QUOTE) == "We organize it."


def test_oxford_spells_with_ize_and_is_british_else(styled):
    assert styled("We organize a center.", House(variant="en-GB-oxendict")) == "We organize a centre."


@pytest.mark.parametrize(
    ("target", "house", "wanted"),
    [
        ("On February 4, 2026, they met.", "day-first", "On 4 February 2026, they met."),
        ("On Feb 4 they met.", "day-first", "On 4 Feb they met."),
        ("On 4 February 2026 they met.", "month-first", "On February 4, 2026, they met."),
        ("They met on 4 February 2026.", "month-first", "They met on February 4, 2026."),
        ("They met on Wednesday, 4 February 2026.", "month-first", "They met on Wednesday, February 4, 2026."),
        ("They met on 4th February.", "day-first", "They met on 4th February."),
        ("They may 5 times march 20 miles.", "day-first", "They may 5 times march 20 miles."),
    ],
)
def test_dates_in_the_order_of_the_house(styled, target, house, wanted):
    assert styled(target, House(dates=house)) == wanted


@pytest.mark.parametrize(
    ("language", "target", "wanted"),
    [
        ("de", "Das Treffen ist am 04.02.2026.", "Das Treffen ist am 4. Februar 2026."),
        ("pl", "Spotkanie jest 04.02.2026 w Kijowie.", "Spotkanie jest 4 lutego 2026 w Kijowie."),
        ("de", "Das Treffen ist am 4. Februar 2026, Stand 12.30 Uhr.", "Das Treffen ist am 4. Februar 2026, Stand 12.30 Uhr."),
    ],
)
def test_months_in_words(styled, language, target, wanted):
    assert styled(target, House(dates="words"), language) == wanted


@pytest.mark.parametrize(
    ("target", "quotes", "wanted"),
    [
        ("He said: ‘Don’t call it a “war”.’", "double", "He said: “Don’t call it a ‘war’.”"),
        ("He said: “Don’t call it a ‘war’.”", "single", "He said: ‘Don’t call it a “war”.’"),
        ("He said: “It is.”", "double", "He said: “It is.”"),
        ("It’s the ’90s boys’ team", "double", "It’s the ’90s boys’ team"),
        ('He said: "It is."', "single", 'He said: "It is."'),
        ("Rzekł: «Tak».", "„”", "Rzekł: „Tak”."),
        ("„Gramy «o nic».", "„”", "„Gramy «o nic»."),
        ("Er sagte: »Ja«.", "„“", "Er sagte: »Ja«."),
    ],
)
def test_the_quotation_marks_of_the_house(styled, target, quotes, wanted):
    assert styled(target, House(quotes=quotes)) == wanted


@pytest.mark.parametrize(
    ("target", "percent", "wanted"),
    [
        ("Up 5% or 7 percent.", "per cent", "Up 5 per cent or 7 per cent."),
        ("Up 5 per cent.", "%", "Up 5%."),
        ("Up 5 %.", "percent", "Up 5 percent."),
        ("A few percent of them.", "%", "A few percent of them."),
    ],
)
def test_per_cent(styled, target, percent, wanted):
    assert styled(target, House(percent=percent)) == wanted


def test_a_headline_may_have_the_sign(styled):
    assert styled("Prices up 5%", House(percent="per cent"), kind=Kind.HEADLINE) == "Prices up 5%"


def test_headlines_in_title_case(styled):
    house = House(headlines="title")
    assert styled("Prices rise in the capital", house, kind=Kind.HEADLINE) == "Prices Rise in the Capital"
    assert styled("Prices rise in the capital", house) == "Prices rise in the capital"


def test_headlines_like_sentences(judge):
    house = House(headlines="sentence")
    (finding,) = judge(RULE, "Ціни", "Prices Rise in the Capital as Cold Winter Begins", house=house, kind=Kind.HEADLINE)
    assert "like sentences" in finding.message
    assert judge(RULE, "Ціни", "Macron meets Tusk in Kyiv", house=house, kind=Kind.HEADLINE) == []
    assert judge(RULE, "Ціни", "Emmanuel Macron, Donald Tusk", house=house, kind=Kind.HEADLINE) == []


def test_the_wordings_of_the_house(styled):
    house = House(prefer=(("fighters", "soldiers"), ("so to speak", "")))
    assert styled("Fighters and fighters, fighters-by.", house) == "Soldiers and soldiers, fighters-by."
    assert styled("The “fighters” left, so to speak.", house) == "The “fighters” left, so to speak."


@pytest.mark.parametrize(
    "text",
    [
        "Putin’s “special military operation” began.",
        "The so-called special military operation began.",
        "The Special Military Operation Zone was left.",
    ],
)
def test_the_words_of_others_for_the_war_are_theirs(judge, text):
    assert judge(RULE, "Операція.", text, house=House(war=True)) == []


@pytest.mark.parametrize(
    ("language", "text"), [("pl", "Wojna na Ukrainie trwa."), ("uk", "Війна на Україні."), ("de", "Der Ukraine-Konflikt.")]
)
def test_wordings_that_hide_the_war(judge, language, text):
    (finding,) = judge(RULE, "War.", text, f"en {language}", house=House(war=True))
    assert finding.severity is Severity.WARNING
    assert judge(RULE, "War.", text, f"en {language}", house=House()) == []


def test_people_are_introduced_once(judge):
    def told(*targets, kind=Kind.PARAGRAPH):
        segments = (Segment(id=f"u{n}.s1", source="Слово.", target=target, kind=kind) for n, target in enumerate(targets))
        catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=tuple(segments))
        settings = Settings(only=frozenset({RULE}), houses={"en": House(names=True)})
        return [[finding.message for finding in findings] for _, findings in check_catalog(catalog, GLOSSARY, settings)]

    assert told("President Emmanuel Macron came.", "Macron left.") == [[], []]
    assert "first time" in told("Macron came.", "Macron left.")[0][0]
    assert "named before" in told("President Emmanuel Macron came.", "Emmanuel Macron left.")[1][0]
    assert "surname is enough" in told("Emmanuel Macron in Kyiv", kind=Kind.HEADLINE)[0][0]


def test_a_house_style_of_the_language_is_that_of_its_countries(judge):
    settings = Settings(houses={"en": UK, "en-US": US})
    assert (settings.house("en-GB"), settings.house("en-US"), settings.house("pl")) == (UK, US, None)


@pytest.mark.parametrize("language", COMMON)
def test_the_presets_of_other_languages_pass_their_own_way(styled, language):
    text = {"pl": "Rzekł: „Tak” 4 lutego.", "de": "Er sagte: „Ja“ am 4. Februar.", "uk": "Сказав: «Так» 4 лютого."}[language]
    assert styled(text, House(**COMMON[language]), language) == text
