import pytest

from transloc.glossary.patronymics import is_patronymic


@pytest.mark.parametrize(
    "word",
    ["Олександрович", "Олександровича", "Сергійовичу", "Андріївна", "Андріївною", "Петрівни", "Владимировна", "Юрьевич", "Іллінічна"],
)
def test_a_patronymic_is_told(word):
    assert is_patronymic(word)


@pytest.mark.parametrize("word", ["Зеленський", "Макрон", "олександрович", "Київ", "Рада", "Стефановичем-Левицький"])
def test_other_words_are_not(word):
    assert not is_patronymic(word)
