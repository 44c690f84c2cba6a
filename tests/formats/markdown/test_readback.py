"""Who has to be written otherwise when a passage reads otherwise than meant."""

from transloc.formats.markdown.readback import blamed, faults, grouped, lost, uneven, wanted
from transloc.formats.splice import Held


def held(start, words, owner=-1, width=10):
    return Held(start, start + width, (f"={words}",), owner)


def read(*texts):
    return [((start, start + 5), (f"={words}",)) for start, words in texts]


MEANT = [held(0, "а"), held(20, "б", 1), held(40, "в", 2), held(60, "г"), held(80, "ґ", 4)]


def test_nothing_is_at_fault_when_all_reads_as_meant():
    assert faults(read((0, "а"), (20, "б"), (40, "в"), (60, "г"), (80, "ґ")), MEANT, 1) == []


def test_each_that_reads_otherwise_where_it_stands_is_at_fault():
    assert faults(read((0, "а"), (20, "x"), (40, "y"), (60, "г"), (80, "z")), MEANT, 1) == [1, 2, 4]


def test_of_a_row_that_is_lost_the_first_is_at_fault():
    assert faults(read((0, "а"), (80, "ґ")), MEANT, 1) == [1]
    assert faults(read((0, "а"), (80, "ґ")), MEANT, 2) == [1, 2]


def test_what_should_not_be_is_the_fault_of_what_stands_before_it():
    assert faults(read((0, "а"), (20, "б"), (32, "x"), (40, "в"), (60, "г"), (80, "ґ")), MEANT, 1) == [1]
    assert faults(read((0, "а"), (20, "б"), (40, "в"), (60, "г"), (80, "ґ"), (95, "x")), MEANT, 1) == [4]


def test_of_a_parent_that_nobody_changed_the_changed_child_is_at_fault():
    meant = [held(0, "а", 0), held(20, "б", -1, 30), held(25, "alt", 2, 5), held(60, "в")]
    assert faults(read((0, "а"), (20, "x"), (60, "в")), meant, 1) == [2]


def test_the_changed_one_nearest_before_answers_and_one_after_it_where_there_is_none():
    assert blamed([3], MEANT, lambda _: False) == {2}
    assert blamed([0], MEANT, lambda _: False) == {1}


def test_who_is_tired_answers_only_where_no_other_is_near():
    assert blamed([2], MEANT, lambda owner: owner == 2) == {1}
    far = [held(0, "а", 0), *(held(20 * at, "б") for at in range(1, 8)), held(200, "в", 8)]
    assert blamed([8], far, lambda owner: owner == 8) == {8}


def test_nobody_answers_where_nobody_changed_anything():
    assert blamed([0], [held(0, "а")], lambda _: False) == set()


def test_changed_texts_are_looked_for_where_they_stand():
    assert lost(read((1, "б"), (20, "б"), (45, "в")), MEANT) == [4]


def test_texts_without_words_are_not_looked_for():
    assert wanted([held(5, "12"), held(3, "б"), Held(0, 0, ())]) == [held(3, "б")]


def test_blocks_are_compared_by_the_text_they_stand_before():
    old = grouped([("Paragraph", 0), ("Heading2", 18), ("Rule", 30)], [0, 20])
    new = grouped([("List", 0), ("Item", 0), ("Heading2", 28), ("Rule", 40)], [2, 30])
    assert old == [["Paragraph"], ["Heading2"], ["Rule"]]
    assert uneven(old, new) == [0]
