from transloc.checks.names import answers
from transloc.checks.pair import Side


def answered(word, source, target):
    return answers.answered(word, Side(source, "uk"), Side(target, "en"))


def test_a_name_is_answered_by_sound_by_place_and_within_a_word():
    assert answered("Зеленського", "слова Зеленського", "what Zelensky said")
    assert answered("Німеччини", "посол Німеччини", "the German ambassador")
    assert not answered("Зеленського", "слова Зеленського", "what Scholz said")


def test_what_answered_once_answers_again_and_only_where_it_stands():
    assert answered("Макрон", "Макрон сказав", "Macron said")
    assert answers.remembered("Макрон", Side("Макрон", "uk"), (Side("So Macron left", "en"),))
    assert not answers.remembered("Макрон", Side("Макрон", "uk"), (Side("So he left", "en"),))
