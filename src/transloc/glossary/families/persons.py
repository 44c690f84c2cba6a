"""How running text names a person after the first mention: by the surname alone, or with initials before it."""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import forms

_SUFFIX = re.compile(r",?[ -](?:Jr|Sr|jun|sen|jr|sr|II|III|IV|мол|ст|младший|молодший|старший|мл)\.?\Z")
#: The languages in which the surname stands first.
_SURNAME_FIRST = frozenset({"zh", "ko", "vi", "ja", "hu"})


def surname_forms(concept: Concept, column: str) -> Iterator[str]:
    """Yield the forms of a person's surname, as they stand in the forms of the whole name."""
    if concept.kind is ConceptKind.PERSON:
        for form in dict.fromkeys(forms(concept, column)):
            yield from surnames(form, concept)


def surnames(name: str, concept: Concept) -> Iterator[str]:
    """Yield the last word of a name of more than one, without "Jr."; of who speaks Chinese, Hungarian and such, the first as well."""
    words = _SUFFIX.sub("", name).split()
    if len(words) > 1:
        yield words[-1]
        if concept.speaks.partition("-")[0] in _SURNAME_FIRST:
            yield words[0]
