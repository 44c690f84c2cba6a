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


@pytest.mark.parametrize("text", ["---\ntitle: Свій\n---\n\nТак.\n", "<html><body><p>Так.</p></body></html>", "<div><h1>Свій</h1></div>"])
def test_a_text_that_states_its_title_keeps_it(text):
    assert pasted.entitled(text, "Інший")[0] == text


def test_without_a_title_nothing_changes():
    assert pasted.entitled(PLAIN, " ") == (PLAIN, ".txt")
