from hypothesis import given
from hypothesis import strategies as st

from transloc.glossary.inflection.ukrainian import cells
from transloc.glossary.inflection.ukrainian.cells import ANY, CASES, GENDERS, NOMINATIVE, as_gender, cell, column, join, union

FORMS = st.dictionaries(st.text("абв", min_size=1, max_size=3), st.integers(1, ANY), max_size=4)


def test_every_cell_is_a_bit_of_its_own():
    bits = [cell(gender, case) for gender in GENDERS for case in range(len(CASES))]
    assert len(set(bits)) == len(bits)
    assert sum(bits) == ANY
    assert sum(column(gender) for gender in GENDERS) == ANY
    assert all(NOMINATIVE & column(gender) == cell(gender, 0) for gender in GENDERS)


def test_phrases_join_where_all_words_agree():
    new = {"нова": cell("f", 0), "нові": cell("p", 0)}
    car = {"машина": cell("f", 0), "машини": cell("f", 1) | cell("p", 0)}
    assert join([new, car]) == {"нова машина": cell("f", 0), "нові машини": cell("p", 0)}


@given(FORMS, FORMS)
def test_a_union_loses_nothing(one, other):
    both = union([one, other])
    assert both.keys() == one.keys() | other.keys()
    assert all(both[form] == one.get(form, 0) | other.get(form, 0) for form in both)


@given(FORMS)
def test_a_word_of_another_gender_keeps_its_cases(forms):
    for form, kept in as_gender(forms, "f").items():
        assert kept & ~(column("f") | column("p")) == 0
        assert kept & column("p") == forms[form] & column("p")
    assert cells.genderless({"а": cell("m", 3)})["а"] == cell("m", 3) | cell("f", 3) | cell("n", 3)
