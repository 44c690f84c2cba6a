import pytest


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Рада ухвалила закон.", "Рада ухвалила закон.", "uk en"),
        ("Рада", "Рада", "uk en"),
        ("<1>Рада</1> ухвалила", "Рада  ухвалила", "uk de"),
        ("Рада ухвалила закон і бюджет.", "Рада ухвалила закон і бюджет.", "uk bg"),
        ("The council has adopted the law.", "The council has adopted the law.", "en de"),
        ("The council has adopted the law.", "The council has adopted the law.", "en uk"),
    ],
)
def test_a_target_that_is_its_source(judge, source, target, locales):
    (finding,) = judge("untranslated", source, target, locales)
    assert finding.message == "The target is the source, untranslated"
    assert finding.target_spans == ((0, len(target)),)


@pytest.mark.parametrize(
    ("text", "locales"),
    [
        ("Reuters", "uk en"),
        ("The New York Times", "uk en"),
        ("https://example.com/новини", "uk en"),
        ("@ukrinform #Київ", "uk en"),
        ("12 500 / 2026", "uk en"),
        ("Volodymyr Zelenskyy", "en de"),
        ("Angela Merkel, Berlin", "de en"),
        ("Одеса", "uk ru"),
        ("Apple Music TV Plus", "en uk"),
    ],
)
def test_names_numbers_and_addresses_stand_as_they_are(judge, text, locales):
    assert judge("untranslated", text, text, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "locales", "words"),
    [
        ("Рада ухвалила закон", "The council ухвалила a law", "uk en", "ухвалила"),
        ("Фото: Укрінформ", "Photo: Укрінформ", "uk en", "Укрінформ"),
        ("під'їзд і двері", "The під'їзд and the door", "uk en", "під'їзд"),
        ("Вони їхали до міста", "Они їхали в город", "uk ru", "їхали"),
        ("The government said it", "Уряд said це", "en uk", "said"),
        ("przyjęła ustawę wczoraj", "The council przyjęła a law", "pl en", "przyjęła"),
        (
            "He said that the talks with the union would begin",
            "Er sagte, that the talks with the union beginnen",
            "en de",
            "that the talks with the union",
        ),
    ],
)
def test_words_left_over_are_named(judge, source, target, locales, words):
    (finding,) = judge("untranslated", source, target, locales)
    assert finding.message == f"Left in the language of the source: {words}"
    assert target[finding.target_spans[0][0] : finding.target_spans[-1][1]] == words


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Newport on the Levee was robbed", "Пограбували Newport on the Levee", "en uk"),
        ("the song “love it”", "пісня «love it»", "en uk"),
        ("the iPhone of Apple", "iPhone від Apple", "en uk"),
        ("w Łodzi i Łódź", "in Łódź", "pl en"),
        ("Рада ухвалила", "The council adopted", "uk en"),
        ("He watched The Lord of the Rings", "Er sah The Lord of the Rings", "en de"),
        ("Їжак", "Еж", "uk ru"),
    ],
)
def test_what_is_rightly_foreign_is_let_pass(judge, source, target, locales):
    assert judge("untranslated", source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "locales", "words"),
    [
        ("He said they had agreed yesterday.", "Er sagte, they had agreed gestern.", "en de", "they had agreed"),
        ("The talks were broken off", "Rozmowy were broken off", "en pl", "were broken off"),
        ("Rozmowy zostały wczoraj zerwane", "The talks zostały wczoraj zerwane", "pl en", "zostały wczoraj zerwane"),
    ],
)
def test_a_few_words_in_a_row_are_left_over_between_languages_of_one_script(judge, source, target, locales, words):
    (finding,) = judge("untranslated", source, target, locales)
    assert finding.message == f"Left in the language of the source: {words}"


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("He was formally known as Prince", "Er hieß „formally known as Prince“", "en de"),
        ("er ist in der Stadt", "hij is in der Stadt", "de nl"),
        ("на той час у місті", "на той час в городе", "uk ru"),
        ("per 247sports", "повідомляє 247sports", "en uk"),
    ],
)
def test_quoted_words_relatives_and_half_numbers_are_let_pass(judge, source, target, locales):
    assert judge("untranslated", source, target, locales) == []


@pytest.mark.parametrize("text", ["She was detained in Texas.", "Host Chris Wallace asked why.", "Chris Leslie is MP for Nottingham East"])
def test_a_short_sentence_is_no_name(judge, text):
    assert judge("untranslated", text, text, "en uk")


def test_a_word_of_two_alphabets_is_told_by_its_own_rule_alone(judge):
    assert judge("untranslated", "Київ", "The mayor of Kyіv") == []
    assert judge("mixed-script", "Київ", "The mayor of Kyіv")
