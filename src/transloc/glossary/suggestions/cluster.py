"""The forms of one name together: «Макрон», «Емманюелем Макроном» and «Макрона» are one person."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from transloc.glossary.stems import endings_of, without


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
    endings = endings_of(locale)
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
    return not without(one.casefold(), endings).isdisjoint(without(other.casefold(), endings))
