"""Who of the glossary is meant by a name in running text, in whatever case it stands there."""

import re

from transloc.glossary import Concept, Glossary
from transloc.glossary.families import calling, persons
from transloc.steps import speech

_POSSESSIVE = re.compile(r"['’ʼ]s?\Z")


class People:
    """The persons of ``glossary`` by their names in the language of ``locale``; without a glossary, or a column for it, nobody."""

    def __init__(self, glossary: Glossary | None, locale: str) -> None:
        self._called = calling.people(glossary, locale) if glossary else None
        self._column = (glossary.column_for(locale) if glossary else None) or ""

    def known(self, name: speech.Name) -> Concept | None:
        """Return the person whom ``name`` calls by its last word; a first name beside it must agree, and so must "Jr."."""
        words = persons.words(name.text)
        junior = len(words) < len(name.words)
        called = self._called.by(_POSSESSIVE.sub("", words[-1])) if self._called else ()
        found = [concept for concept in called if len(words) == 1 or self._agrees(concept, words)]
        exact = (concept for concept in found if self._junior(concept) is junior)
        return next(exact, None if junior else next(iter(found), None))

    def _agrees(self, concept: Concept, words: list[str]) -> bool:
        """Tell whether a first name may be that of the person; who has one name alone may have any beside it."""
        first, own = words[0].casefold(), words[-1].casefold()
        for variant in concept.variants(self._column):
            parts = persons.words(variant.casefold())
            if parts[0][:3] == own[:3] if len(parts) == 1 else parts[0][:2] == first[:2]:
                return True
        return False

    def _junior(self, concept: Concept) -> bool:
        return any(len(persons.words(variant)) < len(variant.split()) for variant in concept.variants(self._column))
