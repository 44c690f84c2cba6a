"""Words that a house writes in the place of others: its own list, and those for Russia's war."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from transloc.checks.pair import Side
from transloc.checks.style import exempt
from transloc.checks.style.house import House
from transloc.model import Span

#: Language → wording → the one in its place. What stands in quotation marks or in capitals is somebody else's.
WAR: Mapping[str, Mapping[str, str]] = {
    "en": {
        "special military operation": "full-scale invasion",
        "special operation in Ukraine": "full-scale invasion of Ukraine",
        "Ukraine conflict": "war against Ukraine",
        "Ukrainian conflict": "war against Ukraine",
        "Ukraine crisis": "war against Ukraine",
        "Ukrainian crisis": "war against Ukraine",
        "conflict in Ukraine": "war in Ukraine",
        "civil war in Ukraine": "Russia’s war against Ukraine",
        "Kiev regime": "Ukrainian government",
        "Kyiv regime": "Ukrainian government",
    },
    "de": {
        "militärische Spezialoperation": "Angriffskrieg",
        "militärischen Spezialoperation": "Angriffskriegs",
        "Spezialoperation in der Ukraine": "Angriffskrieg gegen die Ukraine",
        "Ukraine-Konflikt": "Krieg gegen die Ukraine",
        "Ukrainekonflikt": "Krieg gegen die Ukraine",
        "Ukraine-Krise": "Krieg gegen die Ukraine",
        "Ukrainekrise": "Krieg gegen die Ukraine",
    },
    "pl": {
        "specjalna operacja wojskowa": "pełnoskalowa inwazja",
        "specjalnej operacji wojskowej": "pełnoskalowej inwazji",
        "konflikt na Ukrainie": "wojna w Ukrainie",
        "konfliktu na Ukrainie": "wojny w Ukrainie",
        "kryzys ukraiński": "wojna w Ukrainie",
        "na Ukrainie": "w Ukrainie",
        "na Ukrainę": "do Ukrainy",
    },
    "uk": {
        "спеціальна військова операція": "повномасштабне вторгнення",
        "спеціальної військової операції": "повномасштабного вторгнення",
        "український конфлікт": "російсько-українська війна",
        "українського конфлікту": "російсько-української війни",
        "українська криза": "російсько-українська війна",
        "конфлікт в Україні": "війна проти України",
        "конфлікту в Україні": "війни проти України",
        "на Україні": "в Україні",
    },
}


class Wording(NamedTuple):
    """A wording to be replaced; ``span`` counts the side's bare words, ``instead`` may be empty."""

    text: str
    instead: str
    span: Span


def find(side: Side, house: House, spared: tuple[Span, ...]) -> Iterator[Wording]:
    """Yield the wordings that the house does not write, outside of what is ``spared``."""
    search, instead = _search(house.prefer, side.language if house.war else "")
    if search is None:
        return
    for found in search.finditer(side.prose):
        start, end = found.span()
        if not exempt.inside((start, end), spared) and not exempt.official(side.prose, start, end):
            yield Wording(found[0], _in_case(instead[_key(found[0])], found[0]), (start, end))


@lru_cache(maxsize=16)
def _search(prefer: tuple[tuple[str, str], ...], war: str) -> tuple[re.Pattern[str] | None, Mapping[str, str]]:
    """Return a pattern of all wordings, the longest first, and what stands in the place of each."""
    instead = {_key(old): new for old, new in (*WAR.get(war, {}).items(), *prefer)}
    either = "|".join(re.escape(old).replace(r"\ ", r"\s+") for old in sorted(instead, key=len, reverse=True))
    return (re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", re.IGNORECASE) if either else None), instead


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _in_case(new: str, old: str) -> str:
    if len(old) > 1 and old.isupper():
        return new.upper()
    return new[:1].upper() + new[1:] if old[0].isupper() else new
