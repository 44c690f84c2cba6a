"""Whether a name has a counterpart in a text of another language: by its sound, within a longer word, or as a place."""

from collections.abc import Iterable, Sequence
from functools import cache

from transloc.checks.names import proper, sounds
from transloc.checks.pair import Side

#: So many names of a pair of languages are remembered with the words that answered them; those of the news come back.
_MOST = 50_000


@cache
def _known(own: str, other: str) -> dict[str, set[str]]:
    """Return the names of one language with the words of the other that answered them."""
    return {}


def remembered(words: Iterable[str], own: Side, others: Sequence[Side]) -> bool:
    """Tell whether each of ``words`` has a counterpart in one of ``others`` that answered it before, as most have."""
    heard = [(other.spelt, _known(own.language, other.language)) for other in others]
    return all(any(word in known and not known[word].isdisjoint(spelt) for spelt, known in heard) for word in words)


def answered(word: str, own: Side, other: Side) -> bool:
    """Tell whether a word of ``other`` sounds like ``word``, a name of ``own``, or holds it («Nordkorea»), or names the same place.

    One in small letters must be nearer, and one that another word of ``own`` answers better is that one's: "Jon" is «Джон», not «Сноу».
    """
    known = _known(own.language, other.language)
    if len(known) > _MOST:
        known.clear()
    heard = known.setdefault(word, set())
    if not heard.isdisjoint(other.spelt):
        return True
    found = _by_sound(word, other) or _by_place(word, own, other)
    if found:
        heard.add(found)
        return True
    return any(sounds.alike(word, one) and not _taken(one, word, own) for one in proper.candidates(other)[0])


def _by_sound(word: str, other: Side) -> str:
    """Return the word of ``other`` that sounds as good as like ``word`` whatever stands around the two, or holds it."""
    capital, small = proper.candidates(other)
    beginning = sounds.beginning(word)
    likely = [one for one in capital if sounds.beginning(one) == beginning]  # as most are
    for one in (*likely, *capital, *small):
        if sounds.same(word, one):
            return one
    return sounds.holding(word, (*capital, *small))


def _by_place(word: str, own: Side, other: Side) -> str:
    places = proper.places(word, own.language)
    return next((one for one in other.spelt if places & proper.places(one, other.language)), "") if places else ""


def _taken(candidate: str, word: str, own: Side) -> bool:
    return proper.institution(candidate) or any(sounds.same(one, candidate) for one in proper.candidates(own)[0] if one != word)
