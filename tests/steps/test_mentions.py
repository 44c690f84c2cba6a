"""Who is meant by “@” in a comment."""

import time
import unicodedata

import pytest

from transloc.steps.mentions import mentions

PEOPLE = ("Олена", "Олена Гайдук", "Bob", "Bob Stone", "Дар’я Ковальчук", "José", "山田 太郎", "A.B")


def named(text, names=PEOPLE):
    return [name for _, name in mentions(text, names)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("@Bob, look", ["Bob"]),
        ("ask @bob stone.", ["Bob Stone"]),
        ("@Олена Гайдук і @Олена", ["Олена Гайдук", "Олена"]),
        ("@ОЛЕНА ГАЙДУК!", ["Олена Гайдук"]),
        ("@Олена\nГайдук", ["Олена Гайдук"]),
        ("(@Bob) @Bob's", ["Bob", "Bob"]),
        ("@Дар'я Ковальчук", ["Дар’я Ковальчук"]),
        (unicodedata.normalize("NFD", "@José"), ["José"]),
        ("@山田 太郎、", ["山田 太郎"]),
        (unicodedata.normalize("NFD", "@José") + " @Jose", ["José"]),
        ("@Bob,look @Bob/@Олена", ["Bob", "Bob", "Олена"]),
        ("@Bobby @Bob-Anne press@Bob @ Bob Bob", []),
        ("@@Bob", ["Bob"]),
        ("@AxB @A.B", ["A.B"]),
    ],
)
def test_the_longest_known_name_is_meant(text, meant):
    assert named(text) == meant


def test_the_span_holds_the_sign_and_the_name_as_it_is_written():
    text = "Так, @олена  гайдук, так"
    ((span, name),) = mentions(text, PEOPLE)
    assert (text[slice(*span)], name) == ("@олена  гайдук", "Олена Гайдук")


def test_a_span_ends_with_the_name():
    assert mentions("ask @Bob  \n", PEOPLE) == (((4, 8), "Bob"),)


def test_where_nobody_is_known_nobody_is_meant():
    assert mentions("@Bob", ()) == ()


def test_a_long_comment_and_a_large_newsroom_take_no_time():
    names = [f"Person {number} of {number}" for number in range(1000)]
    began = time.perf_counter()
    assert named("@Person @" * 2000 + "@person 77 of 77", names) == ["Person 77 of 77"]
    assert time.perf_counter() - began < 2
