"""The words of the documents: sentences of the sample articles, as many and as different as a document wants."""

import random
import re
from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from benchmarks.sample import paragraphs

_LABELS = ("Коротко", "Фото", "Джерела", "Читайте також", "Хронологія", "Що далі", "Поділитися")
_MEDIA = ("Süddeutsche Zeitung", "Gazeta Wyborcza", "Le Monde", "Reuters", "Kyiv Post", "Укрінформ")
_PEOPLE = ("Олена Гайдук", "Катрін Фосс", "Марек Завадський", "Ганна Лісовська", "Павло Романюк")

_T = TypeVar("_T")


@cache
def _sentences() -> tuple[str, ...]:
    text = " ".join(re.sub(r"[*_`>#\[\]!]|\]\([^)]*\)|\([^)]*\)|^- ", "", paragraph) for paragraph in paragraphs())
    return tuple(sentence for sentence in re.split(r"(?<=[.!?»])\s+(?=[А-ЯҐЄІЇ«—])", text) if 30 < len(sentence) < 300)


class Words:
    """What a document says; the same ``number`` says the same."""

    def __init__(self, number: int) -> None:
        self.pick = random.Random(number)
        self.said = 0

    def sentence(self) -> str:
        """Return a sentence; every one has a number in it, so that no two are alike."""
        self.said += 1
        sentence = self.pick.choice(_sentences())
        return sentence if self.pick.random() < 0.6 else f"{sentence[:-1]} (пункт {self.said})."

    def title(self) -> str:
        words = self.sentence().rstrip(".").split()
        return " ".join(words[: self.pick.randint(4, 9)]).rstrip(",:—«")

    def paragraph(self) -> list[str]:
        """Return a paragraph as sentences."""
        return [self.sentence() for _ in range(self.pick.randint(1, 4))]

    def label(self) -> str:
        return self.pick.choice(_LABELS)

    def medium(self) -> str:
        return self.pick.choice(_MEDIA)

    def person(self) -> str:
        return self.pick.choice(_PEOPLE)

    def chance(self, share: float) -> bool:
        return self.pick.random() < share

    def one_of(self, weighed: Sequence[tuple[_T, float]]) -> _T:
        """Return one of those given, each as often as its weight says."""
        return self.pick.choices([one for one, _ in weighed], [weight for _, weight in weighed])[0]
