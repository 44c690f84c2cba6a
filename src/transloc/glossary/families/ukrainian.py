"""Ukrainian: the forms of adjectives and of peoples' names, which are regular enough to need no lexicon."""

from collections.abc import Iterator

from transloc.glossary.inflection.agreement import listed

_ADJECTIVE = listed("ий ого ому им ім а ої ій у ою е і их ими")
_MAN = listed("а у ові ом і е и ів ам ами ах")
_SOFT = listed("я ю єві ем і ї ів їв ям ями ях")
_EC = listed("ця цю цеві цем ці ців цям цями цях")
_WOMAN = listed("а и і у ою о ам ами ах")
_SOFTENED = {"к": "ц", "г": "з", "х": "с"}


def decline(word: str) -> Iterator[str]:
    """Yield the forms of an adjective («український», «українськ-») or of somebody of a people («українець», «українка», «росіянин»)."""
    if word.endswith("ий"):
        yield from (word[:-2] + ending for ending in _ADJECTIVE)
    elif word.endswith(("ець", "єць")):
        stem = word[:-3] + ("й" if word[-3] == "є" else "ь" if word[-4] == "л" else "")
        yield from (stem + ending for ending in _EC)
    elif word.endswith("ня"):
        yield from (word[:-1] + ending for ending in ("і", "ю", "ею", "ям", "ями", "ях", "ь"))
        yield word[:-1]
    elif word.endswith("а"):
        yield from _feminine(word[:-1])
    elif word.endswith("ь"):
        yield from (word[:-1] + ending for ending in _SOFT)
    else:
        yield from _masculine(word)


def _feminine(stem: str) -> Iterator[str]:
    yield from (stem + ending for ending in _WOMAN)
    yield stem[:-1] + _SOFTENED.get(stem[-1], stem[-1]) + "і"
    yield stem[:-1].rstrip("ь") + "о" + stem[-1]
    yield stem[:-1] + "о" + stem[-1]  # «польок»


def _masculine(word: str) -> Iterator[str]:
    stems = [word]
    if word.endswith(("ок", "ек")):
        stems.append(word[:-2] + word[-1])  # «турок», «турка»
    yield from (stem + ending for stem in stems for ending in _MAN)
    if word.endswith("ин"):
        yield from (word[:-2] + ending for ending in ("и", "", "ам", "ами", "ах", "е"))
