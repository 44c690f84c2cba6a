import pytest

from transloc.memory import loosened, rarest, said, telling, words


def test_words_are_told_once_in_order_without_codes_and_case():
    assert words("Рада <1>П</1>ольщі: рада, 480 млн") == ("рада", "польщі", "480", "млн")


@pytest.mark.parametrize("apostrophe", "'’\u02bc")
def test_one_apostrophe_is_as_good_as_another(apostrophe):
    assert words(f"Об{apostrophe}єкт") == words("обʼєкт") == ("обʼєкт",)
    assert words("‘quoted’ 'words'") == ("quoted", "words")


def test_composition_makes_no_difference():
    assert words("Ки\u0456\u0308в") == ("київ",)


def test_an_endless_run_of_letters_is_cut():
    assert max(map(len, words("ф" * 5000))) <= 64


def test_numbers_tell_nothing():
    assert telling("У 2026 році F16 збили") == ("збили", "році", "у")


def test_of_a_page_long_sentence_the_longest_words_are_asked_for():
    asked = telling(" ".join(letter * n for letter in "абв" for n in range(1, 41)))
    assert len(asked) == 64
    assert min(map(len, asked)) == 19


def test_what_fewest_hold_comes_first_and_what_none_holds_is_left_out():
    assert rarest({"і": 90, "рада": 3, "новина": 3, "ніде": 0, "у": 99}, most=3) == ("новина", "рада", "і")


@pytest.mark.parametrize(
    ("word", "beginning"), [("оборона", "оборо"), ("протиповітряна", "протиповітр"), ("рада", "рада"), ("мовою", "мово"), ("2026", "2026")]
)
def test_a_long_word_is_looked_for_without_its_ending(word, beginning):
    assert loosened(word).startswith(beginning[:4])
    assert loosened(word) == beginning


def test_the_words_that_were_found_are_pointed_at_in_any_form():
    plain = "Оборона: протиповітряної ОБОРОНИ об'єкт"
    assert [plain[a:b] for a, b in said(plain, words("протиповітряна оборона"))] == ["Оборона", "протиповітряної", "ОБОРОНИ"]
    assert [plain[a:b] for a, b in said(plain, words("об’єкт"))] == ["об'єкт"]
    assert list(said(plain, ())) == []
