"""Remembered sentences like those of news: as many and as different as a memory has them, and what is asked of it later.

Words are made of syllables and come as often as Zipf's law says, each with endings as Ukrainian has them. A fifth of the sentences are
formulas of the trade with other names and numbers; numbers and inline codes stand where news has them. A target has a word of its own
for each stem.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count

from transloc.memory import Entry

_STEMS = 40_000
_ENDINGS = ("", "а", "у", "и", "ою", "ів", "ам", "ах", "і", "ого", "ому", "ий", "ає", "али", "ти")
_HARD, _SOFT = "бвгджзклмнпрстфхцчш", "аеиіоуюя"
_LATIN = dict(zip("бвгджзклмнпрстфаеиіоу", "bvhdjzklmnprstfaeyiou", strict=True))
_LATIN |= {"х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "ю": "iu", "я": "ia"}
_FORMULAS = (
    "{n} заявив, що {w} {w} {w} до кінця {y} року",
    "За даними {n}, {w} {w} становить {k} тисяч гривень",
    "Про це повідомляє {n} у {w} {w} від {k} {w}",
    "У {w} {w} {w} загинули {k} людей, ще {k} поранені",
    "{n} зустрівся з {n}, щоб обговорити {w} {w} і {w}",
    "Читайте також: {w} {w} {w} {w}",
)


@dataclass(frozen=True)
class Word:
    """A stem with one of its endings; ``name``: it begins with a capital."""

    stem: str
    ending: str
    name: bool = False

    def __str__(self) -> str:
        written = self.stem + self.ending
        return written.capitalize() if self.name else written


class News:
    """An endless memory; the same ``seed`` remembers the same."""

    def __init__(self, seed: int = 1) -> None:
        self.pick = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < _STEMS:
            made.setdefault("".join(self.pick.choice(_HARD) + self.pick.choice(_SOFT) for _ in range(self.pick.choice((1, 2, 2, 3, 3, 4)))))
        self.stems = sorted(made, key=lambda stem: (len(stem), self.pick.random()))  # what is said often is short
        self.often = list(accumulate(1 / (rank + 3) for rank in range(_STEMS)))

    def entries(self, size: int) -> Iterator[tuple[list[Word | str], Entry]]:
        """Yield so many entries, each with the words of its source."""
        for number in range(size):
            words = self.sentence()
            source, target = written(words), " ".join(_translated(word) for word in words).capitalize() + "."
            yield (
                words,
                Entry(source=source, target=target, source_locale="uk", target_locale="en", article=f"a{number // 30}", origin="tmx"),
            )

    def sentence(self) -> list[Word | str]:
        """Return a sentence as words, numbers and codes."""
        if self.pick.random() < 0.2:
            return self._formula(self.pick.choice(_FORMULAS))
        words: list[Word | str] = [*self._words(max(3, min(55, round(self.pick.lognormvariate(2.6, 0.55)))))]
        if self.pick.random() < 0.3:
            words.insert(self.pick.randrange(len(words)), self.number())
        if self.pick.random() < 0.1:
            at = self.pick.randrange(len(words))
            words[at : at + 2] = [f"<1>{' '.join(map(str, words[at : at + 2]))}</1>"]
        return words

    def _words(self, many: int) -> list[Word]:
        stems = self.pick.choices(self.stems, cum_weights=self.often, k=many)
        return [Word(stem, self.pick.choice(_ENDINGS), self.pick.random() < 0.08) for stem in stems]

    def _formula(self, pattern: str) -> list[Word | str]:
        words: list[Word | str] = []
        for part in pattern.split():
            if part[:3] in ("{n}", "{w}"):
                words += [Word(w.stem, w.ending, name=part[1] == "n") for w in self._words(2 if part[1] == "n" else 1)]
            elif part[0] == "{":
                words.append(self.number() if part[1] == "k" else str(self.pick.randint(2014, 2027)))
            else:
                words.append(part)
        return words

    def number(self) -> str:
        return self.pick.choice((str(self.pick.randint(2, 99)), f"{self.pick.randint(1, 99)},{self.pick.randint(1, 9)}", "1 200"))

    def asked(self, words: list[Word | str], share: float) -> str:
        """Return ``words`` as somebody says them later: the given share of them inflected, replaced, left out or joined by another."""
        said: list[Word | str] = []
        for word in words:
            if self.pick.random() >= share:
                said.append(word)
                continue
            how = self.pick.choice(("inflect", "inflect", "replace", "drop", "insert", "number"))
            if how == "inflect" and isinstance(word, Word):
                said.append(Word(word.stem, self.pick.choice(_ENDINGS), word.name))
            elif how == "number" and str(word)[:1].isdigit():
                said.append(self.number())
            elif how in ("replace", "insert"):
                said += [*([word] if how == "insert" else ()), *self._words(1)]
        return written(said or words)


def written(words: list[Word | str]) -> str:
    """Return a sentence with its capital, commas and full stop."""
    text = "".join(f"{',' if at % 7 == 6 else ''}{' ' if at else ''}{word}" for at, word in zip(count(), words, strict=False))
    return text[:1].upper() + text[1:] + "."


def _translated(word: Word | str) -> str:
    if isinstance(word, str):
        return "".join(_LATIN.get(letter, letter) for letter in word)
    return "".join(_LATIN[letter] for letter in word.stem)
