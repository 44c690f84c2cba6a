"""German: genitives, plurals and the endings of adjectives.

A lexicon adds little here: in 1,776 sentences of news endings alone found 94.3 % of the terms, with simplemma's table 94.5 %.
"""

import re
from collections.abc import Iterator

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.agreement import Forms, Grammar, decline, listed

_ENDINGS = ("e", "en", "em", "er", "es")
_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:e|er|es|en)\Z")
_TAIL = listed("am an auf aus bei bis das dem den der des die durch für gegen im in mit nach ob ohne um und von vom vor zu zum zur")
_UMLAUT = re.compile(r"(au|[aou])(?=[^aeiouäöüy]*(?:el|er|en|e)?\Z)", re.IGNORECASE)
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü", "au": "äu", "A": "Ä", "O": "Ö", "U": "Ü", "Au": "Äu"}
_FOREIGN_PLURALS = (("um", "en"), ("us", "en"), ("is", "en"), ("a", "en"), ("on", "a"), ("ma", "mata"))


def inflect(term: str, concept: Concept) -> Iterator[str]:
    """Yield the forms of a term in the nominative, with or without its article's endings («Oberster», «Oberste», «Obersten»)."""
    if not term[-1].isalpha():
        return
    if concept.kind is ConceptKind.PERSON:
        yield from _names(term)
        return
    if term.rpartition("-")[2].islower() and " " not in term:  # all nouns have a capital: an adjective
        yield from (term + ending for ending in _ENDINGS)
        return
    yield from decline(term, concept, _GRAMMAR)


def _names(term: str) -> Iterator[str]:
    yield term + "s"
    yield term + "ens"
    if term[-1] in "sßxz":
        yield from (term + mark for mark in ("'", "es"))


def _noun(word: str) -> Forms:
    if word.isupper():
        return {"s": (word,), "g": (word + "s",), "N": (word + "s",)}
    plurals = [word + ending for ending in ("e", "er", "en", "n", "s", "nen", "se", "")]
    bent = _UMLAUT.sub(lambda found: _UMLAUTS.get(found[0], found[0]), word)
    if bent != word:
        plurals += [bent + ending for ending in ("", "e", "er")]
    plurals += [word[: -len(end)] + plural for end, plural in _FOREIGN_PLURALS if word.endswith(end)]
    many = [*plurals, *(plural + "n" for plural in plurals if plural.endswith(("e", "er", "el")))]
    adjectival = [word[:-1] + ending for ending in ("", "n", "m", "s", "r")] if word.endswith(("er", "e")) else []
    return {
        "s": (word, word + "e", word + "n", word + "en", *adjectival),
        "g": (word + "s", word + "es", word + "ns", word + "ens", word + "ses", word + "n", word + "en"),
        "N": tuple(dict.fromkeys(many)),
    }


def _adjective(word: str) -> Forms:
    if not _ADJECTIVE.match(word):
        return {}
    stem = word[:-1] if word.endswith("e") else word[:-2]
    forms = (*(stem + ending for ending in _ENDINGS), *((word,) if word.endswith("er") else ()))  # «Berliner» stays
    return dict.fromkeys("sgN", forms)


_GRAMMAR = Grammar(_noun, _noun, _adjective, _TAIL)
