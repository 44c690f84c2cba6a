"""The forms of one name together: «Макрон», «Емманюелем Макроном» and «Макрона» are one person."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from transloc.languages import language

#: What may follow the stem of a name in its cases, by language; without a list a name keeps its form, or takes a possessive.
_ENDINGS = {
    "uk": (
        "а ая я яя у ую ю юю о е є і ї и ий ій ой ею єю ою ом ем єм ові еві єві ого його ому йому им їм ім ої єї ів їв"
        " ах ях ам ям ами ями их й ь"
    ),
    "ru": "а ая я яя у ую ю юю о е и ы ий ый ой ей ею ою ом ем ём ого его ому ему им ым ых ов ев ах ях ам ям ами ями й ь",
    "pl": "a ą e ę i y o u ie em om owi ego emu ym im ów ami ach ą",
    "de": "s es n en",
    "en": "'s ’s s",
}
_CHANGING = re.compile(r"[іїоеє](?=[^аеєиіїоуюя]+\Z)")


@dataclass(slots=True)
class Cluster:
    """A name: how often each form of it was seen, and the places, in order."""

    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How often it was seen."""
        return self.forms.total()

    @property
    def seen(self) -> Counter[str]:
        """The forms as texts."""
        return Counter({" ".join(form): count for form, count in self.forms.items()})


def clusters(
    found: Iterable[tuple[tuple[str, ...], int]], locale: str, person: Callable[[tuple[str, ...]], bool] = lambda _: True
) -> list[Cluster]:
    """Return the names of ``found`` (words, and a place that is kept with them) in the order of their first mention.

    A word alone joins the one ``person`` whose name ends with it; where there are several, nobody knows whom it means, and it stands alone.
    """
    endings = _endings(locale)
    made: dict[tuple[str, ...], list[Cluster]] = {}
    single: list[tuple[tuple[str, ...], int]] = []
    for words, place in found:
        if len(words) == 1:
            single.append((words, place))
        else:
            _join(made, words, place, endings)
    longer = [cluster for group in made.values() for cluster in group if person(next(iter(cluster.forms)))]
    for words, place in single:
        whose = [cluster for cluster in longer if _alike(next(iter(cluster.forms))[-1], words[0], endings)]
        if len(whose) == 1:
            _add(whose[0], words, place)
        else:
            _join(made, words, place, endings)
    return sorted((cluster for group in made.values() for cluster in group), key=lambda cluster: min(cluster.places))


@cache
def _endings(locale: str) -> frozenset[str]:
    return frozenset((*_ENDINGS.get(language(locale), "").split(), ""))


def stems(word: str, locale: str) -> frozenset[str]:
    """Return what the word may be without an ending of its language: forms of one word share one of these."""
    return _stems(word.casefold(), _endings(locale))


def _join(made: dict[tuple[str, ...], list[Cluster]], words: tuple[str, ...], place: int, endings: frozenset[str]) -> None:
    group = made.setdefault(tuple(word[:2].casefold() for word in words), [])
    for cluster in group:
        form = next(iter(cluster.forms))
        if len(form) == len(words) and all(map(_alike, form, words, [endings] * len(words))):
            _add(cluster, words, place)
            return
    fresh = Cluster()
    _add(fresh, words, place)
    group.append(fresh)


def _add(cluster: Cluster, words: tuple[str, ...], place: int) -> None:
    cluster.forms[words] += 1
    cluster.places.append(place)


def _alike(one: str, other: str, endings: frozenset[str]) -> bool:
    """Tell whether two words are forms of one: the same stem of three letters or more, and a known ending on each."""
    if one == other:
        return True
    if (one.isupper() or other.isupper()) and len(one) > 1:
        return one.casefold() == other.casefold()
    return not _stems(one.casefold(), endings).isdisjoint(_stems(other.casefold(), endings))


@cache
def _stems(word: str, endings: frozenset[str]) -> frozenset[str]:
    """Return what the word may be without an ending; a vowel that may change there («Київ», «Києва») is none in particular."""
    stems = (word[: len(word) - cut] for cut in range(4) if len(word) - cut > 2 and word[len(word) - cut :] in endings)
    return frozenset(_CHANGING.sub("*", stem) for stem in stems)
