"""Paragraphs broken in lines of a width stay so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import markup
from transloc.formats.markdown import Markdown, wrap
from transloc.formats.markdown.wrap import Wrap

MARKDOWN = Markdown()
OLD = """Міністри закордонних справ трьох країн домовилися у Веймарі
про спільний фонд для оборони, а наступна зустріч відбудеться
восени у Києві."""
NEW = "The foreign ministers of three countries agreed in Weimar on a joint fund for defence, and they will meet in Kyiv in autumn."
LINES = [
    "The foreign ministers of three countries agreed in Weimar on",
    "a joint fund for defence, and they will meet in Kyiv in",
    "autumn.",
]


def rebuilt(text, target, which=0):
    document = MARKDOWN.parse(text.encode())
    new = MARKDOWN.rebuild(document, {document.units[which].id: target}).decode()
    again = [unit.source for unit in MARKDOWN.parse(new.encode()).units]
    assert again == [target if at == which else unit.source for at, unit in enumerate(document.units)]
    return new


@pytest.mark.parametrize(
    ("first", "prefix"), [("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("> ", ""), ("[^1]: ", "    ")]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_new_words_are_broken_like_the_old_ones(first, prefix, newline):
    old = first + OLD.replace("\n", newline + prefix)
    new = rebuilt(old + newline, NEW)
    assert new.endswith(newline)
    lines = new.strip().split(newline)
    assert lines[0].startswith(first)
    assert all(line.startswith(prefix) for line in lines[1:])
    assert max(map(len, lines)) <= max(map(len, old.split(newline)))
    assert " ".join([lines[0][len(first) :], *(line[len(prefix) :] for line in lines[1:])]) == NEW


def test_lines_are_as_long_as_they_may_be():
    assert rebuilt(OLD + "\n", NEW) == "\n".join(LINES) + "\n"


@pytest.mark.parametrize(
    "sign", ["-", "+", "*", "#", ">", "1.", "12)", "=", "---", "```", "~~~", "|", ":", "<div>", "[x]:", "[^1]:", "{:", "+++", "!!!"]
)
def test_a_line_begins_with_nothing_but_words(sign):
    words = f" {sign} word".join(["The foreign ministers of three countries agreed on it in 2026"] * 4)
    new = rebuilt(OLD + "\n\nДалі\n", markup.escape(words))
    assert new.count("\n") > 4
    assert not any(line.startswith(sign) for line in new.split("\n"))


@pytest.mark.parametrize(
    "old",
    [
        "Короткі\nрядки\nвірша",
        "Рядок, який автор закінчив там, де закінчилася думка.\nДруга думка.\nТретя думка, яка трохи довша за другу.\nЧетверта.",
        OLD.replace("\n", " "),
        "Дуже довгий рядок " * 10 + "\n" + "ще один " * 20 + "є",
    ],
)
def test_other_line_ends_do_not_come_back(old):
    assert rebuilt(old + "\n", NEW) == NEW + "\n"


def test_a_script_without_spaces_is_not_broken():
    words = "外務大臣たちはワイマールで防衛のための共同基金と次回の会合を秋に キーウで開くことで合意した。" * 3
    assert rebuilt(OLD + "\n", words) == words + "\n"


def test_markup_is_never_broken_and_texts_in_it_are_found():
    text = OLD.replace("Веймарі", '[Веймарі](https://de.wikipedia.org/wiki/Weimar "Місто в Тюрингії")').replace("Києві", "`Ки єві`") + "\n"
    document = MARKDOWN.parse(text.encode())
    unit, title = document.units
    new = MARKDOWN.rebuild(document, {unit.id: NEW.replace("Weimar", "<1>Weimar</1>") + " <2/>", title.id: "City"}).decode()
    assert '[Weimar](https://de.wikipedia.org/wiki/Weimar "City")' in new
    assert "`Ки єві`" in new
    assert [one.source for one in MARKDOWN.parse(new.encode()).units][1] == "City"


def test_hard_breaks_stay_where_they_are():
    text = OLD.replace("Веймарі\n", "Веймарі  \n") + "\n"
    target = "The ministers agreed in Weimar<1/>on a joint fund for defence that all three of the countries will pay for in equal parts."
    assert rebuilt(text, target).startswith("The ministers agreed in Weimar  \non a joint")


def test_wide_characters_take_two_columns():
    assert wrap.columns("ab 東京") == 7


@given(
    st.lists(
        st.sampled_from(["word", "a", "-", "1.", "#", "слово", "довгеслово" * 3, "*x*", ">", "`a b`", "[b]", "2026."]),
        min_size=1,
        max_size=60,
    )
)
def test_whatever_stands_in_a_line_it_reads_as_one_text(words):
    rebuilt(OLD + "\n\nДалі\n", markup.escape(" ".join(["Слово", *words, "є"])))


@given(st.text(st.sampled_from("аб "), max_size=80), st.integers(1, 30), st.integers(0, 5))
def test_breaking_only_turns_spaces_into_line_ends(text, width, first):
    spaces = [at for at, char in enumerate(text) if char == " "]
    new, broken = wrap.wrapped(text, spaces, Wrap(width, first, "> ", "\n"))
    assert new.replace("\n> ", " ") == text
    for offset in range(len(text)):
        if text[offset] != " ":
            assert new[wrap.moved(offset, broken, Wrap(width, first, "> ", "\n"))] == text[offset]
