import pytest

from transloc.glossary.lint.listing import pieces, quoted


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Київ", [("Київ", 0)]),
        ("Рада| Верховна Рада |", [("Рада", 0), ("Верховна Рада", 6)]),
        ("'-ом|ові", [("-ом", 1), ("ові", 5)]),
        ("", []),
    ],
)
def test_variants_know_where_they_begin(value, found):
    assert list(pieces(value)) == found
    assert all(value[at:].startswith(text) for text, at in found)


def test_a_text_is_quoted_on_one_line_and_cut():
    assert quoted("a\r\nb") == "“a␤b”"
    assert quoted("ж" * 100) == f"“{'ж' * 60}…”"


def test_a_place_counts_characters_of_the_line_quotes_among_them(look):
    (fault,) = look('"a","term","б ""в""|  ",b', only="whitespace")
    assert (fault.line, fault.column) == (2, 20)


def test_a_place_in_a_cell_of_several_lines_is_that_of_the_line(look):
    (fault,) = look('a,term,"б|\n  вK ",b', "c,term,Київ,d", only="mixed-script")
    assert (fault.line, fault.column) == (3, 4)


def test_a_place_in_a_cell_whose_quote_does_not_end_counts_what_stands_there(look):
    (fault,) = look('a,term,"Kиїв,Kyiv', "c,term,Київ,d", only="mixed-script")
    assert (fault.line, fault.column) == (2, 9)
