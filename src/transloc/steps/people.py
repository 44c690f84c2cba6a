"""Who of the glossary is meant by a name in running text, in whatever case it stands there."""

import re

from transloc.glossary import Concept, ConceptKind, Glossary, Status
from transloc.steps import speech

#: What of a surname changes when it inflects: «Левчук, Левчука», «Гайдай, Гайдая», «Зеленський, Зеленського».
_ENDING = re.compile(r"(?<=\w{3})[аяоеєиіїйуюьыё]{1,2}\Z")
_LONGEST_ENDING = 4


def stem(word: str) -> str:
    """Return what of a word in lower case stays when it inflects."""
    return _ENDING.sub("", word)


def inflects(word: str, root: str) -> bool:
    """Tell whether ``word`` may be a form of the word whose stem is ``root``."""
    return word.startswith(root) and len(word) <= len(root) + _LONGEST_ENDING


class People:
    """The persons of ``glossary`` by their surnames in the language of ``locale``; without a glossary, or a column for it, nobody."""

    def __init__(self, glossary: Glossary | None, locale: str) -> None:
        column = glossary.column_for(locale) if glossary else None
        self._rows: dict[str, list[tuple[tuple[str, ...], Concept]]] = {}
        for concept in glossary.concepts if glossary and column else ():
            if concept.kind is ConceptKind.PERSON and concept.status is not Status.DEPRECATED:
                for name in concept.variants(column or ""):
                    parts = tuple(name.casefold().split())
                    self._rows.setdefault(parts[-1][:3], []).append((parts, concept))

    def known(self, name: speech.Name) -> Concept | None:
        """Return the person whose surname ``name`` ends with; a first name beside it must agree."""
        own = name.words[-1].casefold()
        for parts, concept in self._rows.get(own[:3], ()):
            first = len(name.words) == 1 or len(parts) == 1 or name.words[0].casefold()[:2] == parts[0][:2]
            if first and inflects(own, stem(parts[-1])):
                return concept
        return None
