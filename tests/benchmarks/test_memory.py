"""The made-up memory is the same every time, and its questions have answers."""

from itertools import islice

from benchmarks.corpus.entries import News, written
from benchmarks.memory import judged

from transloc import markup
from transloc.memory.comparable import comparable


def test_the_same_seed_remembers_the_same():
    one, other = ([entry for _, entry in News(3).entries(30)] for _ in range(2))
    assert one == other
    assert [entry for _, entry in News(4).entries(30)] != one


def test_entries_are_whole_and_different():
    found = [entry for _, entry in islice(News().entries(300), 300)]
    assert len({entry.source for entry in found}) > 290
    assert all(markup.valid(entry.source, entry.source) and entry.target.endswith(".") for entry in found)


def test_what_is_asked_is_like_what_is_remembered_the_more_the_less_is_changed():
    remembered = [words for words, _ in News().entries(40)]
    sources = [comparable(written(words)) for words in remembered]
    scores = []
    for share in (0.0, 0.2, 0.6):
        later = News(9)
        asked = [later.asked(words, share) for words in remembered]
        scores.append(sum(one.best for one in judged(asked, sources)))
    assert scores[0] == 40
    assert scores[0] > scores[1] > scores[2]
