import json
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.glossary import Matcher, matcher, read

CSV = """\
id,kind,uk,en,uk.forms,case,status,translate
zsu,org,Збройні сили України,Armed Forces of Ukraine|Ukrainian Armed Forces,Збройних сил України,,,
ua,place,Україна,Ukraine,України|Україні,,,
macron,person,Емманюель Макрон,Emmanuel Macron,,,,
usa,abbr,США,US,,,,
bucha,place,Буча,Bucha,,,,
russia,place,Росія|РФ,Russia,росії,any,,
drone,term,дрон,drone,,,,
rada,org,Рада,Council,,exact,,
frank,place,Івано-Франківськ,Ivano-Frankivsk,,,,
prison,term,в'язниця,prison,,,,
old,term,міліція,militia,,,deprecated,
vrada,org,Верховна Рада,Verkhovna Rada,,,,
starlink,org,,Starlink,,,,no
army,term,армія,army,,,,
"""
GLOSSARY = read(CSV.encode()).glossary


def found(text, locale="uk", *, nested=False):
    return [(m.concept.id, m.text) for m in matcher(GLOSSARY, locale).find(text, nested)]


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Збройних сил України", [("zsu", "Збройних сил України")]),
        ("збройні сили України та Україна", [("zsu", "збройні сили України"), ("ua", "Україна")]),
        ("Збройні\u00a0сили\nУкраїни", [("zsu", "Збройні\u00a0сили\nУкраїни")]),
        ("ЕММАНЮЕЛЬ МАКРОН приїхав", [("macron", "ЕММАНЮЕЛЬ МАКРОН")]),
        ("емманюель макрон", []),
        ("США й сша", [("usa", "США")]),
        ("У Бучі буча, Буча", [("bucha", "Бучі"), ("bucha", "Буча")]),
        ("росія, Росія, рф", [("russia", "росія"), ("russia", "Росія"), ("russia", "рф")]),
        ("Дрон і дронт", [("drone", "Дрон")]),
        ("рада Рада РАДА", [("rada", "Рада")]),
        ("місто Івано‑Франківськ.", [("frank", "Івано‑Франківськ")]),
        ("дрон-камікадзе та міні-дрон", []),
        ("агентство РБК-Україна, поїзд Україна-США", [("ua", "Україна"), ("ua", "Україна"), ("usa", "США")]),
        ("Івано-Україна", []),
        ("Верховна Рада-2022", [("vrada", "Верховна Рада")]),
        ("з Емманюелем Жановичем Макроном", [("macron", "Емманюелем Жановичем Макроном")]),
        (
            "лист Е. Макрона, Е.Макрону й Е. Ж. Макронові",
            [("macron", "Е. Макрона"), ("macron", "Е.Макрону"), ("macron", "Е. Ж. Макронові")],
        ),
        ("Верховна Олександрівна Рада", [("rada", "Рада")]),
        ("Е . Макрон, Е Жанович. Макрон", []),
        ("дронами й дронові", [("drone", "дронами"), ("drone", "дронові")]),
        ("Президента Украiни", [("ua", "Украiни")]),
        ("термінали Starlinkом, Starlink'и", [("starlink", "Starlinkом"), ("starlink", "Starlink'и")]),
        ("дрон - це", [("drone", "дрон")]),
        ("в’язниця, вʼязниця", [("prison", "в’язниця"), ("prison", "вʼязниця")]),
        ("міліція", []),
        ("Укра\u00adїна́", [("ua", "Укра\u00adїна́"[:-1])]),
        ("Укpаїна", [("ua", "Укpаїна")]),
        ("«Україна».", [("ua", "Україна")]),
        ("Starlink працює", [("starlink", "Starlink")]),
        ("", []),
    ],
)
def test_what_is_found_in_ukrainian(text, matches):
    assert found(text) == matches


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Ukraine's drones", [("ua", "Ukraine"), ("drone", "drones")]),
        ("the armies of the US’s allies", [("army", "armies"), ("usa", "US")]),
        ("Tell us about it", []),
        ("the Ukrainian armed forces", [("zsu", "Ukrainian armed forces")]),
        ("a US-led drone", [("usa", "US"), ("drone", "drone")]),
        ("Emmanuel Macron’s visit", [("macron", "Emmanuel Macron")]),
    ],
)
def test_what_is_found_in_english(text, matches):
    assert found(text, "en-GB") == matches


def test_the_longest_match_wins_unless_all_are_asked_for():
    text = "Верховна Рада України"
    assert found(text) == [("vrada", "Верховна Рада"), ("ua", "України")]
    assert found(text, nested=True) == [("vrada", "Верховна Рада"), ("rada", "Рада"), ("ua", "України")]


def test_terms_are_found_across_inline_codes_and_placed_in_the_coded_text():
    (match,) = matcher(GLOSSARY, "uk").find("Це <1>Збройні</1> сили <2/>України.")
    assert (match.start, match.end) == (6, 34)
    assert match.text == "Збройні</1> сили <2/>України"


def test_terms_are_found_whatever_text_comes_first():
    fresh = Matcher(GLOSSARY, "uk")
    assert fresh.find("Яблуко") == ()
    assert [m.text for m in fresh.find("в Україні")] == ["Україні"]
    assert [m.text for m in fresh.find("їхні дрони в Україні")] == ["дрони", "Україні"]


def test_threads_that_search_at_once_find_the_same():
    fresh = Matcher(GLOSSARY, "uk")
    texts = ["в Україні", "дрони", "Збройними силами України", "у Бучі"] * 25
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(fresh.find, texts))
    assert [len(matches) for matches in found] == [1] * 100


def test_homonyms_on_the_same_words_are_both_given():
    twins = read("id,uk,en\na,замок,castle\nb,замок,lock\n".encode()).glossary
    assert [m.concept.id for m in matcher(twins, "uk").find("замок")] == ["a", "b"]


def test_a_language_without_a_column_matches_nothing():
    assert found("Ukraine", "de") == []


def test_a_letter_that_grows_in_lower_case_moves_nothing():
    (match,) = matcher(GLOSSARY, "en").find("İİİ Ukraine")
    assert (match.start, match.end) == (4, 11)


@settings(max_examples=100)
@given(st.lists(st.sampled_from(["Україна", "<1>", "</1>", " ", "Верховна", "Рада", "\u0301", "’", "-", "дрон", "\\<1>"]), max_size=12))
def test_offsets_always_give_the_text_and_matches_never_overlap(parts):
    text = "".join(parts)
    matches = matcher(GLOSSARY, "uk").find(text)
    assert all(text[m.start : m.end] == m.text for m in matches)
    assert all(a.end <= b.start for a, b in pairwise(matches))
    assert set(matches) <= set(matcher(GLOSSARY, "uk").find(text, nested=True))


NEGATIVE = """\
Буча|Зчинилася буча через тарифи.
дрон|дронт вимер
Київ|київський суд
Макрон|макроекономіка
СБУ|сбуся
Верховна Рада|Рада Верховна
Збройні сили України|сили України
"""


@pytest.mark.parametrize("row", NEGATIVE.splitlines())
def test_words_that_only_look_like_a_term_are_left_alone(row):
    term, text = row.split("|")
    listed = read(f"id,uk,en\nt,{term},x\n".encode()).glossary
    assert matcher(listed, "uk").find(text) == (), json.dumps(text)


WORDS = [
    "Україна",
    "України,",
    "<1>Верховна",
    "Рада</1>",
    "Верховна Рада",
    "Збройні сили",
    "України",
    "Е.",
    "Макрон",
    "Жанович",
    "Е.Макрон",
    "Київ-Україна",
    "м\u0301ова",
    "в’язниця",
    "\u200b",
    "\\<1>",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([" ", "\u00a0", "  ", "\n"]), st.booleans())
def test_where_it_is_known_what_begins_a_term_the_same_is_found(words, space, cold):
    text, own = space.join(words), Matcher(GLOSSARY, "uk") if cold else matcher(GLOSSARY, "uk")
    bare = markup.strip(text).words if "<" in text else text
    begun = [number for number, piece in enumerate(bare.split()) if own.begins(piece)]
    assert own.find_in(text, begun) == matcher(GLOSSARY, "uk").find(text)


def test_an_abbreviation_is_found_in_a_form_that_is_spelt_in_cyrillic_whatever_text_comes_first():
    listed = read(b"id,kind,uk,en\nbbc,abbr,BBC,BBC\n").glossary
    fresh = Matcher(listed, "uk")
    assert fresh.begins("BBCами")
    assert [match.text for match in fresh.find("BBCами та BBC")] == ["BBCами", "BBC"]


@pytest.mark.parametrize("text", ["видно - НАТО-бригади", "Épée та Украiна"])
def test_a_word_is_read_alike_whatever_stands_before_it(text):
    listed = read("id,kind,uk,en\nnato,abbr,НАТО,NATO\nua,place,Україна,Ukraine\n".encode()).glossary
    found = matcher(listed, "uk")
    assert found.find(text)
    assert found.find(text) == found.find_in(text, range(len(text.split())))
