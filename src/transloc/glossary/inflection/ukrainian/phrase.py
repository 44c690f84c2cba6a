"""Phrases: the head noun inflects, and what agrees with it; what follows the head stays as it is."""

from collections.abc import Iterator
from itertools import pairwise

from transloc.glossary.inflection.ukrainian.cells import ANY, NOMINATIVE, Forms, genderless, join, union
from transloc.glossary.inflection.ukrainian.foreign import abbreviation
from transloc.glossary.inflection.ukrainian.words import Words


def decline(term: str, words: Words) -> Forms:
    """Return the forms of a phrase that is given in the nominative.

    Before the head adjectives inflect and adverbs do not («внутрішньо переміщена особа»); behind it an adjective that agrees inflects
    («Річ Посполита»), all else is a tail («Збройні сили України»).
    """
    tokens = term.split()
    parts = list(_before_head(tokens, words))
    at = len(parts)
    if at < len(tokens):
        head = _head(tokens[at], words)
        parts.append(head)
        after = _agreeing(tokens[at + 1], tokens[at], head, words) if at + 1 < len(tokens) else {}
        parts += [after] if after else []
    parts += [{word: ANY} for word in tokens[len(parts) :]]
    return join(parts)


def _before_head(tokens: list[str], words: Words) -> Iterator[Forms]:
    for word, following in pairwise(tokens):
        forms = words.adjective(word)
        if forms and (not words.is_citation(word) or _agree(forms, word, _head(following, words), following)):
            yield forms  # «рада» before a noun in the genitive is the noun
        elif words.adverb(word) and words.adjective(following) and following != tokens[-1]:
            yield {word: ANY}
        else:
            return


def _head(word: str, words: Words) -> Forms:
    if word.isupper() and len(word) > 1:
        return dict.fromkeys(abbreviation(word), ANY)
    return _compound(word, words) if "-" in word else words.noun(word) or {word: ANY}


def _compound(word: str, words: Words) -> Forms:
    """Return the forms of words joined by hyphens: the last one inflects («Івано-Франківськ»), or all («купівля-продаж»)."""
    first, last = word.rsplit("-", 1)
    ends = union([words.noun(last), words.adjective(last)]) or {last: ANY}
    begins = {} if "-" in first or first.endswith("о") else words.noun(first)
    return union([join([{first: ANY}, ends], "-"), join([genderless(begins), genderless(ends)], "-")])


def _agreeing(word: str, noun: str, head: Forms, words: Words) -> Forms:
    forms = words.adjective(word) if word[:1].isupper() == noun[:1].isupper() else {}
    return forms if _agree(forms, word, head, noun) else {}


def _agree(forms: Forms, word: str, others: Forms, other: str) -> bool:
    return bool(forms.get(word, 0) & others.get(other, 0) & NOMINATIVE)
