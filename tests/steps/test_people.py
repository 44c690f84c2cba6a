import pytest

from transloc.checks.terms.surnames import surnames
from transloc.glossary import read
from transloc.steps import speech
from transloc.steps.people import People

ROWS = """\
id,kind,gender,speaks,status,uk,en
son,person,m,en,approved,Дональд Трамп мол.,Donald Trump Jr.
zhao,person,m,zh,approved,Чжао Леджі,Zhao Leji
xi,person,m,zh,approved,Сі Цзіньпін,Xi Jinping
orban,person,m,hu,approved,Віктор Орбан,Viktor Orbán
bush,person,m,en,approved,Джордж Буш,George Bush
singer,person,f,en,approved,Мадонна,Madonna
levchuk,person,m,uk,approved,Тарас Левчук,Taras Levchuk
viatrovych,person,m,uk,approved,Володимир В'ятрович,Volodymyr Viatrovych
zelenskyy,person,m,uk,approved,Володимир Зеленський,Volodymyr Zelenskyy
gone,person,m,uk,deprecated,Іван Давній,Ivan Davnii
"""
GLOSSARY = read(ROWS.encode()).glossary


def known(text, glossary=GLOSSARY, locale="uk"):
    (name,) = speech.names(text)
    found = People(glossary, locale).known(name)
    return found.id if found else None


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Трампом", "son"),
        ("Дональдом Трампом", "son"),
        ("Чжао", "zhao"),
        ("Чжао Леджі", "zhao"),
        ("Цзіньпіном", "xi"),
        ("Орбану", "orban"),
        ("Буша", "bush"),
        ("Мадонною", "singer"),
        ("Левчуком", "levchuk"),
        ("В’ятровича", "viatrovych"),
        ("Тарасом Левчуком", "levchuk"),
    ],
)
def test_a_name_calls_its_person_in_every_case(text, person):
    assert known(text) == person


@pytest.mark.parametrize("text", ["Олена Левчук", "Іванка Трамп", "Зеленська", "Левчукові Приятелі", "Давнього", "Віктор", "Сі", "Тарас"])
def test_who_is_somebody_else_is_nobody_of_the_glossary(text):
    assert known(text) is None


def test_the_checks_know_the_same_surnames():
    called = surnames(GLOSSARY, "uk")
    words = ("Трампом", "Чжао", "Цзіньпіна", "Орбаном", "Левчукові", "В’ятровичу", "Зеленська", "Давнього", "Сі")
    assert [next((one.id for one in called[word]), None) for word in words] == [known(word) for word in words]


def test_a_son_is_told_from_his_father():
    father = "father,person,m,en,approved,Дональд Трамп,Donald Trump\n"
    for rows in (ROWS + father, ROWS.replace("son,", f"{father}son,", 1)):
        both = read(rows.encode()).glossary
        assert [known(text, both, "en") for text in ("Donald Trump Jr.", "Donald Trump", "Trump")] == ["son", "father", "father"]
    alone = read(ROWS.replace(" Jr.", "").encode()).glossary
    assert known("Donald Trump Jr.", alone, "en") is None


@pytest.mark.parametrize(
    ("locale", "text"), [("be", "Макрона"), ("kk", "Макронның"), ("pl", "Macronem"), ("en", "Macron’s"), ("de", "Macrons")]
)
def test_in_other_languages(locale, text):
    name = "Емманюель Макрон" if locale in ("be", "kk") else "Emmanuel Macron"
    glossary = read(f"id,kind,{locale},fr\nmacron,person,{name},Emmanuel Macron\n".encode()).glossary
    assert known(text, glossary, locale) == "macron"


def test_without_a_glossary_or_a_column_for_the_language_there_is_nobody():
    assert known("Макрон", None) is known("Макрон", GLOSSARY, "pl") is None
