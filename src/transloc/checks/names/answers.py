"""Whether a name has a counterpart in a text of another language: by its sound, within a longer word, or as a place."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from transloc.checks.names import proper, sounds
from transloc.checks.pair import Side

#: So many names of a pair of languages are remembered with the words that answered them; those of the news come back.
_MOST = 50_000


class _Heard(NamedTuple):
    """The names of one language with the words of another that answered them: for certain, and where no other name answers better."""

    surely: dict[str, set[str]]
    perhaps: dict[str, set[str]]


@cache
def _heard(own: str, other: str) -> _Heard:
    return _Heard({}, {})


def remembered(word: str, own: Side, others: Iterable[Side]) -> bool:
    """Tell whether what answered ``word`` before stands in one of ``others``, as is mostly so."""
    for other in others:
        surely, perhaps = _heard(own.language, other.language)
        if word in surely and any(_stands(one, other.prose) for one in surely[word]):
            return True
        if word in perhaps and any(not _taken(one, word, own) for one in perhaps[word].intersection(other.spelt)):
            return True
    return False


def _stands(word: str, prose: str) -> bool:
    """Tell whether ``word`` stands in a text where it is first met, as a whole or joined by a hyphen."""
    at = prose.find(word)
    return at >= 0 and not prose[at - 1 : at].isalpha() and not prose[at + len(word) : at + len(word) + 1].isalpha()


def answered(word: str, own: Side, other: Side) -> bool:
    """Tell whether a word of ``other`` sounds like ``word``, a name of ``own``, or holds it («Nordkorea»), or names the same place.

    One in small letters must be nearer, and one that another word of ``own`` answers better is that one's: "Jon" is «Джон», not «Сноу».
    """
    if remembered(word, own, (other,)):
        return True
    heard = _heard(own.language, other.language)
    if len(heard.surely) + len(heard.perhaps) > _MOST:
        heard.surely.clear()
        heard.perhaps.clear()
    if found := _by_sound(word, other) or _by_place(word, own, other):
        heard.surely.setdefault(word, set()).add(found)
        return True
    alike = [one for one in proper.candidates(other)[0] if sounds.alike(word, one)]
    heard.perhaps.setdefault(word, set()).update(one for one in alike if one in other.spelt)
    return any(not _taken(one, word, own) for one in alike)


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
