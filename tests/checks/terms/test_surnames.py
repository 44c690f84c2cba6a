from transloc.checks.terms.surnames import surnames
from transloc.glossary import read

GLOSSARY = read(
    "id,kind,gender,status,uk,en\n"
    "orban,person,m,approved,Віктор Орбан,Viktor Orbán\n"
    "sybiha,person,m,approved,Андрій Сибіга,Andrii Sybiha\n"
    "sybiha-2,person,f,approved,Олена Сибіга,Olena Sybiha\n"
    "rock,person,m,approved,Кріс Рок,Chris Rock\n"
    "kyiv,place,,approved,Київ,Kyiv\n"
    "gone,person,m,deprecated,Іван Давній,Ivan Davnii\n".encode()
).glossary


def called(word):
    return [concept.id for concept in surnames(GLOSSARY, "uk")[word]]


def test_a_surname_calls_its_person_in_every_case_and_in_capitals():
    assert called("Орбан") == called("Орбана") == called("ОРБАНУ") == ["orban"]


def test_a_surname_of_two_calls_both_in_the_order_of_the_glossary():
    assert called("Сибіга") == ["sybiha", "sybiha-2"]


def test_short_surnames_places_common_words_and_rows_out_of_use_call_nobody():
    assert [called(word) for word in ("Рок", "Києва", "орбан", "Давній", "Орбіта", "")] == [[], [], [], [], [], []]


def test_without_a_column_for_the_language_there_is_nobody_to_call():
    assert surnames(GLOSSARY, "pl") is None
