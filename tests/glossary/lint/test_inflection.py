import pytest

FORMS = {
    "Лесь": ["Леся", "Лесем", "Лесі"],
    "Леся": ["Лесі", "Лесею"],
    "Рада": ["Ради"],
    "радий": ["Рада"],
    "Іван Франко": ["Івана Франка", "Франка"],
    "Іван Франк": ["Івана Франка", "Франка"],
    "Ірина Франко": ["Франка"],
}


def inflected(term, concept, column):
    return [term, *FORMS.get(term, [])] if column == "uk" else [term]


def test_two_rows_that_share_a_form_are_told_once(look):
    (fault,) = look("a,person,Лесь,Les", "b,person,Леся,Lesia", forms=inflected, only="dup-after-inflection")
    assert (fault.line, fault.column) == (3, 10)
    assert "“Леся” of “Леся” is one of “Лесь” in line 2" in fault.message or "“Леся”" in fault.message


def test_a_form_that_a_row_lists_counts(places):
    header = "id,kind,uk,en,uk.forms"
    assert places("dup-after-inflection", "a,,Рада,x,", "b,,Раут,y,Рада", header=header) == [(3, 4)]


@pytest.mark.parametrize(
    "rows",
    [
        ("a,person,Іван Франко,Franko", "b,person,Ірина Франко,Franko"),
        ("a,place,Лесь,Les", "b,person,Леся,Lesia"),
        ("a,org,Рада,x", "b,org,Рада,y"),
        ("a,org,Рада,x", "b,org,збір,y"),
    ],
)
def test_a_surname_of_many_and_what_is_told_elsewhere_are_fine(places, rows):
    assert places("dup-after-inflection", *rows, forms=inflected) == []


def test_whole_names_that_sound_alike_are_told(places):
    assert places("dup-after-inflection", "a,person,Іван Франко,x", "b,person,Іван Франк,y", forms=inflected) == [(3, 10)]


def test_ukrainian_is_inflected(places):
    assert places("dup-after-inflection", "a,person,Лесь,Les,m", "b,person,Леся,Lesia,f", header="id,kind,uk,en,gender") == [(3, 10)]
