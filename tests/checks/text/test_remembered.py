from transloc.checks.text import remembered
from transloc.checks.text.remembered import Remembered


def test_a_word_is_looked_into_once():
    asked = []
    known = Remembered(lambda word: asked.append(word) or len(word))
    assert [known["трамвай"], known["міст"], known["трамвай"]] == [7, 4, 7]
    assert asked == ["трамвай", "міст"]


def test_however_many_words_come_no_more_than_so_many_are_kept(monkeypatch):
    monkeypatch.setattr(remembered, "_MOST", 10)
    known = Remembered(len)
    assert [known["я" * length] for length in range(1, 100)] == list(range(1, 100))
    assert len(known) <= 10
