import pytest

from transloc.checks.pair import side
from transloc.glossary import read
from transloc.model import Severity

CSV = """\
id,kind,uk,en,pl,en.forbidden,uk.forms,case,translate,status
zsu,org,Збройні сили України,Armed Forces of Ukraine|Ukrainian Armed Forces,Siły Zbrojne Ukrainy,Ukrainian army,Збройних сил України,,,
kyiv,place,Київ,Kyiv,Kijów,Kiev,Києві,,,
cutlet,term,котлета по-київськи,chicken Kiev,,,,,,
macron,person,Макрон,Macron,Macron,,Макрона,,,
russia,place,росія,Russia,Rosja,russia,,any,,
usa,abbr,США,US|United States,USA,,,,,
drone,term,дрон,drone,dron,,,,,draft
old,org,міліція,militia,,,,,,deprecated
star,org,Starlink,,,,,,no,
castle,term,замок,castle,,,,,,
lock,term,замок,lock,,,,,,
"""
GLOSSARY = read(CSV.encode(), "g.csv").glossary


@pytest.fixture
def terms(judge):
    def run(rule, source, target, locales="uk en", others=()):
        second = locales.split()[1]
        neighbours = tuple(None if text is None else side(text, second) for text in others)
        return judge(rule, source, target, locales, glossary=GLOSSARY, others=neighbours)

    return run


@pytest.mark.parametrize(
    ("source", "target", "severity", "message"),
    [
        (
            "Збройних сил України",
            "the army",
            "error",
            "“Збройні сили України” should be “Armed Forces of Ukraine” or “Ukrainian Armed Forces” (g.csv:2)",
        ),
        ("Київ", "the capital", "warning", "“Київ” should be “Kyiv” (g.csv:3)"),
        ("Макрон сказав", "He said", "warning", "“Макрон” should be “Macron” (g.csv:5)"),
        ("США", "America", "error", "“США” should be “US” or “United States” (g.csv:7)"),
        ("дрон", "aircraft", "warning", "“дрон” should be “drone” (g.csv:8)"),
    ],
)
def test_a_missing_term_names_what_to_write_and_the_row(terms, source, target, severity, message):
    (finding,) = terms("term-missing", source, target)
    assert (finding.severity, finding.message) == (severity, message)
    assert source[slice(*finding.source_spans[0])] in source


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Збройних сил України", "the Ukrainian Armed Forces"),
        ("Збройних сил України", "the <1>Armed</1> Forces of Ukraine’s"),
        ("Макрона", "Macron's"),
        ("дрон", "Drones fly"),
        ("США", "the U.S. army"),
        ("замок", "The lock"),
        ("замок", "The castle"),
        ("міліція", "police"),
        ("<1>Київ</1>", "in <1>Kyiv</1>"),
        ("нічого", "nothing"),
    ],
)
def test_any_variant_in_any_english_form_will_do(terms, source, target):
    assert terms("term-missing", source, target) == []


@pytest.mark.parametrize("target", ["w Kijowie", "Kijowa", "kijowski sąd", "kijowianie"])
def test_a_target_inflects_and_a_place_may_be_an_adjective_or_its_people(terms, target):
    assert terms("term-missing", "Київ", target, "uk pl") == []


RELATIVES = """\
id,kind,uk,en,pl,de
ru,place,Росія,Russia,Rosja,Russland
ca,place,Каліфорнія,California,Kalifornia,Kalifornien
sc,org,Верховний суд,Supreme Court,Sąd Najwyższy,Oberster Gerichtshof
mfa,abbr,МЗС,MFA,MSZ,
us,place,США,US,USA,USA
"""


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Росія", "the Russian army", "uk en"),
        ("Каліфорнія", "Półwysep Kalifornijski", "uk pl"),
        ("Каліфорнія", "in Südkalifornien", "uk de"),
        ("Rosja", "російські війська", "pl uk"),
        ("Верховний суд", "sędzia Sądu Najwyższego", "uk pl"),
        ("MSZ", "речник МЗСу", "pl uk"),
        ("200 дол. США", "$200", "uk en"),
    ],
)
def test_adjectives_cases_and_currencies_are_no_missing_terms(judge, source, target, locales):
    assert judge("term-missing", source, target, locales, glossary=read(RELATIVES.encode()).glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Росія", "the rusting army", "uk en"),
        ("Росія", "the capital", "uk en"),
        ("МЗС", "MSW", "uk pl"),
        ("США", "us", "uk en"),
        ("уряд США", "the government", "uk en"),
    ],
)
def test_other_words_do_not_stand_for_a_term(judge, source, target, locales):
    assert judge("term-missing", source, target, locales, glossary=read(RELATIVES.encode()).glossary)


def test_a_polish_target_without_the_stem_does_not(terms):
    assert terms("term-missing", "Збройні сили України", "wojsko", "uk pl")


def test_people_and_places_may_stand_in_another_sentence_of_the_unit(terms):
    assert terms("term-missing", "Макрон прибув", "He arrived", others=("President Macron left",)) == []
    assert terms("term-missing", "Макрон прибув", "He arrived", others=(None,)) == []
    assert terms("term-missing", "Макрон прибув", "He arrived", others=("It rained",))
    assert terms("term-missing", "США", "They", others=("The US left",)), "other terms belong to their own sentence"


PEOPLE = """\
id,kind,uk,en,pl,de,speaks
em,person,Емманюель Макрон,Emmanuel Macron,Emmanuel Macron,Emmanuel Macron,fr
xi,person,Сі Цзіньпін,Xi Jinping,Xi Jinping,Xi Jinping,zh
lk,person,Ліам Келлі,Liam Kelly,Liam Kelly,Liam Kelly,
vz,person,Володимир Олександрович Зеленський,Volodymyr Oleksandrovych Zelenskyy,Wołodymyr Zełenski,Wolodymyr Selenskyj,
"""


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Емманюель Макрон", "President Macron", "uk en"),
        ("Емманюеля Макрона", "the Macrons'", "uk en"),
        ("Сі Цзіньпін", "Xi said", "uk en"),
        ("з Макроном", "z Macronem", "uk pl"),
        ("Макрона", "Macrons Besuch", "uk de"),
        ("Володимир Олександрович Зеленський", "Volodymyr Zelenskyy", "uk en"),
        ("Володимир Олександрович Зеленський", "V. Zelenskyy", "uk en"),
        ("Келлі Гамфріс приїхала", "Kelley Humphreys came", "uk en"),
    ],
)
def test_a_person_may_be_called_by_the_surname_and_needs_no_patronymic(judge, source, target, locales):
    assert judge("term-missing", source, target, locales, glossary=read(PEOPLE.encode()).glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "locales", "severity"),
    [
        ("Емманюель Макрон", "He came", "uk en", "warning"),
        ("сказав Макрон", "he said", "uk en", "info"),
        ("сказав Макрон", "powiedział", "uk pl", "info"),
        ("сказав Макрон", "she told Makron", "uk en", "warning"),
        ("сказав Макрон", "as was said", "uk en", "warning"),
        ("Сказав Макрон", "sagte er", "uk de", "info"),
        ("УРЯД БЕЗ МАКРОНА", "A Government for All", "uk en", "warning"),
    ],
)
def test_a_surname_alone_may_have_become_a_pronoun(judge, source, target, locales, severity):
    (finding,) = judge("term-missing", source, target, locales, glossary=read(PEOPLE.encode()).glossary)
    assert finding.severity == severity
    assert "макрон" in source[slice(*finding.source_spans[0])].lower()


def test_what_nearly_is_the_term_is_shown_and_in_english_put_right(judge):
    glossary = read(PEOPLE.encode()).glossary
    (english,) = judge("term-missing", "Емманюель Макрон", "by Emmanuel Makron's plan", glossary=glossary)
    assert english.message.endswith("; the target has “Emmanuel Makron”")
    assert english.target_spans == ((3, 18),)
    assert english.fix == "by Emmanuel Macron's plan"
    (polish,) = judge("term-missing", "Емманюель Макрон", "z Emmanuelem Makronem", "uk pl", glossary=glossary)
    assert polish.target_spans == ((2, 21),)
    assert polish.fix is None


MORE = """\
id,kind,uk,en,pl,de,fr
fr,place,Франція,France,Francja,Frankreich,France
kr,place,Північна Корея,North Korea,Korea Północna,Nordkorea,Corée du Nord
us,place,США,United States|US,Stany Zjednoczone|USA,USA,États-Unis
eu,org,Європейський Союз,European Union|EU,Unia Europejska|UE,Europäische Union|EU,Union européenne
sc,org,Верховний суд,Supreme Court,Sąd Najwyższy,Oberster Gerichtshof,Cour suprême
mp,title,депутат парламенту,member of parliament,poseł,Abgeordneter,député
tr,term,тристоронні переговори,trilateral talks,trójstronne rozmowy,trilaterale Gespräche,
po,term,поліція,police,policja,Polizei,police
"""


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Президент Франції", "the French President", "uk en"),
        ("у Франції", "two Frenchmen", "uk en"),
        ("Президент Франції", "prezydent francuski", "uk pl"),
        ("Президент Франції", "der französische Präsident", "uk de"),
        ("Північна Корея", "North Korean missiles", "uk en"),
        ("Північна Корея", "nordkoreanische Raketen", "uk de"),
        ("America? The United States", "США", "en uk"),
        ("in the United States", "американська армія", "en uk"),
        ("10 US dollars", "10 доларів", "en uk"),
        ("США", "the US-led force", "uk en"),
        ("США", "the U.S.", "uk en"),
        ("Верховного суду", "richtete sich an den Obersten Gerichtshof", "uk de"),
        ("депутати парламенту", "members of parliament", "uk en"),
        ("<1>тристоронні</1> переговори", "w trójstronnych <1>rozmowach</1>", "uk pl"),
        ("поліція", "der Polizeisprecher", "uk de"),
        ("Європейський Союз", "w Unii <1>Europejskiej</1>", "uk pl"),
        ("Європейський Союз і Європейський Союз", "the EU", "uk en"),
        ("французький прем'єр", "the premier", "uk en"),
    ],
)
def test_right_translations_are_left_in_peace(judge, source, target, locales):
    assert judge("term-missing", source, target, locales, glossary=read(MORE.encode()).glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Президент Франції", "the President", "uk en"),
        ("Президент Франції", "frantic talks", "uk en"),
        ("Президент Франції", "prezydent fracht", "uk pl"),
        ("Північна Корея", "South Korean missiles", "uk en"),
        ("Верховного суду", "w Sądzie Okręgowym", "uk pl"),
        ("Верховного суду", "vor Gericht", "uk de"),
        ("депутат парламенту", "members of Congress", "uk en"),
        ("Верховний суд", "la Cour européenne", "uk fr"),
    ],
)
def test_wrong_ones_are_not(judge, source, target, locales):
    assert judge("term-missing", source, target, locales, glossary=read(MORE.encode()).glossary)


def test_one_concept_named_twice_is_missed_once_and_marked_twice(terms):
    (finding,) = terms("term-missing", "Київ та Київ", "the capital")
    assert finding.source_spans == ((0, 4), (8, 12))


def test_without_a_column_or_glossary_there_is_nothing_to_miss(judge, terms):
    assert terms("term-missing", "Київ", "Kiew", "uk de") == []
    assert judge("term-missing", "Київ", "Kiew", "uk de") == []
    assert judge("term-forbidden", "Київ", "Kiev") == []


def test_a_forbidden_variant_weighs_more_where_its_concept_is_meant(terms):
    (meant,) = terms("term-forbidden", "у Києві", "in Kiev")
    (stray,) = terms("term-forbidden", "у місті", "in Kiev")
    assert (meant.severity, stray.severity) == (Severity.ERROR, Severity.WARNING)
    assert meant.message == "“Kiev” is not to be used: write “Kyiv” (g.csv:3)"
    assert meant.fix == "in Kyiv"
    assert meant.target_spans == ((3, 7),)


@pytest.mark.parametrize(
    ("source", "target"),
    [("котлета по-київськи", "a chicken Kiev"), ("у Києві", "in Kyiv"), ("росія", "Russia"), ("місто", "kievan")],
)
def test_what_only_resembles_a_forbidden_variant_passes(terms, source, target):
    assert terms("term-forbidden", source, target) == []


def test_a_variant_that_differs_by_its_capital_is_forbidden_in_just_that_case(terms):
    (finding,) = terms("term-forbidden", "росія", "in russia and Russia")
    assert finding.target_spans == ((3, 9),)


FIXES = """\
id,kind,uk,en,en.forbidden
ep,person,Емманюель Макрон,Emmanuel Macron,Emanuel Macron|Makron
uav,term,безпілотник,unmanned aircraft|drone,pilotless aircraft|UAV
city,term,місто-герой,hero city,town hero
"""


@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        ("Emanuel Macron's visit", "Emmanuel Macron's visit"),
        ("the UAVs flew", "the drones flew"),
        ("UAVs flew", "Drones flew"),
        ("a pilotless aircraft", None),  # “a unmanned” would be wrong
        ("the pilotless aircraft", "the unmanned aircraft"),
        ("Emmanuel Makron", None),  # the first name stands before it
        ("the <1>town</1> hero", None),
    ],
)
def test_a_forbidden_variant_is_replaced_in_its_number_where_nothing_else_depends_on_it(judge, target, fixed):
    (finding,) = judge("term-forbidden", "слово", target, glossary=read(FIXES.encode()).glossary)
    assert finding.fix == fixed


def test_no_other_language_is_replaced(judge):
    glossary = read(b"id,uk,pl,pl.forbidden\nx,\xd0\xba,dron,bezpilotowiec\n").glossary
    (finding,) = judge("term-forbidden", "слово", "bezpilotowca", "uk pl", glossary=glossary)
    assert finding.fix is None


@pytest.mark.parametrize("target", ["a Starlink terminal", "Starlinks", "the <1>Starlink</1>"])
def test_what_stays_as_it_is_may_take_an_ending(terms, target):
    assert terms("term-untranslatable", "термінал Starlink", target) == []


def test_what_stays_as_it_is_must_stay(terms):
    (finding,) = terms("term-untranslatable", "термінал Starlink", "a star link terminal")
    assert (finding.severity, finding.message) == ("error", "“Starlink” stays as it is (g.csv:10)")
    assert terms("term-missing", "термінал Starlink", "a terminal") == []


def test_what_was_changed_by_a_letter_is_put_right(terms):
    (finding,) = terms("term-untranslatable", "термінал Starlink", "a Starlnk terminal")
    assert (finding.target_spans, finding.fix) == (((2, 9),), "a Starlink terminal")
    assert finding.message.endswith("; the target has “Starlnk”")
