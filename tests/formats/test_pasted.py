import pytest

from transloc import formats
from transloc.formats import pasted

PLAIN = "Міст відкрили.\n\nВін новий, 12*3 метри, ціна_грн < 5.\n— Так, — сказав він.\n"


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        (PLAIN, ".txt"),
        ("", ".txt"),
        ("    Вірш\n    у двох рядках\n", ".txt"),
        ("# Міст\n\nВідкрили.\n", ".md"),
        ("Міст **відкрили**.\n", ".md"),
        ("- один\n- два\n", ".md"),
        ("Дивіться [тут](https://a.example).\n", ".md"),
        ("---\ntitle: Міст\n---\n\nВідкрили.\n", ".md"),
        ("> Цитата\n", ".md"),
        ("<p>Міст відкрили.</p>", ".html"),
        ("\n<!DOCTYPE html><html><body><p>Міст.</p></body></html>", ".html"),
        ("<!-- saved -->\n<div><p>Міст.</p></div>", ".html"),
        ("<h2>Міст</h2>", ".html"),
    ],
)
def test_what_was_pasted_is_recognised(text, suffix):
    assert pasted.suffix(text) == suffix


@pytest.mark.parametrize("text", [PLAIN, "Міст **відкрили**.\n", "<p>Міст відкрили.</p>", "    Вірш\n\nТак.\n"])
@pytest.mark.parametrize("title", ["Новий міст", 'Міст "Дружба": 5 < 6 & так', "Міст # 5\tна\nріці", "{text} і «%s»"])
def test_a_title_becomes_the_headline_and_the_rest_stays(text, title):
    changed, suffix = pasted.entitled(text, title)
    document = formats.for_name(f"x{suffix}").parse(changed.encode())
    assert document.units[0].kind == "headline"
    assert document.units[0].source == " ".join(title.split())
    assert text in changed


@pytest.mark.parametrize("text", ["---\ntitle: Свій\n---\n\nТак.\n", "<html><body><p>Так.</p></body></html>"])
def test_a_text_that_states_its_title_keeps_it(text):
    assert pasted.entitled(text, "Інший")[0] == text


def test_without_a_title_nothing_changes():
    assert pasted.entitled(PLAIN, " ") == (PLAIN, ".txt")


@pytest.mark.parametrize("title", ["", "Інший"])
def test_the_headline_of_a_piece_of_a_page_is_its_title(title):
    changed, suffix = pasted.entitled("<h1>Свій <b>дім</b></h1><p>Так.</p>", title)
    document = formats.for_name(f"x{suffix}").parse(changed.encode())
    assert document.metadata["title"].value == "Свій дім"
    assert [unit.kind for unit in document.article] == ["headline", "paragraph"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Міст відкрили. Він новий.\n\nДалі.", "Міст відкрили. Він новий."),
        ('\n---\ntitle: "Новий міст"\nauthor: Я\n---\nТак.', "Новий міст"),
        ("# Новий міст\n\nТак.", "Новий міст"),
        ("<!-- saved --><style>p {}</style><script>go()</script><p>Перше &amp; <b>друге</b></p>\n<p>Третє</p>", "Перше & друге"),
        ("<p>Ранок</p><h1>Новий <i>міст</i></h1><p>Так.</p>", "Новий міст"),
        ("12\n\n", ""),
    ],
)
def test_a_text_is_called_by_its_headline_or_its_first_line(text, words):
    assert pasted.first_words(text) == words
