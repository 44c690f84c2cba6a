"""Phrases: the head noun inflects, and what agrees with it; what follows the head stays as it is."""

from transloc.glossary.inflection.ukrainian import words
from transloc.glossary.inflection.ukrainian.cells import ANY, NOMINATIVE, Forms, genderless, join, union


def decline(term: str) -> Forms:
    """Return the forms of a phrase in the nominative."""
    tokens = term.split()
    parts: list[Forms] = []
    while tokens and (part := _before_head(tokens)) is not None:
        parts.append(part)
        tokens = tokens[1:]
    if tokens:
        head = _head(tokens[0])
        parts.append(head)
        rest = tokens[1:]
        if rest and (after := words.adjective(rest[0])) and _agrees(after, rest[0], head, tokens[0]):
            parts.append(after)
            rest = rest[1:]
        parts += [{word: ANY} for word in rest]
    return join(parts)


def _before_head(tokens: list[str]) -> Forms | None:
    if len(tokens) == 1:
        return None
    if forms := words.adjective(tokens[0]):
        return forms
    if len(tokens) > 2 and words.adverb(tokens[0]) and words.adjective(tokens[1]):
        return {tokens[0]: ANY}
    return None


def _head(word: str) -> Forms:
    from transloc.glossary.inflection.ukrainian.foreign import abbreviation

    if word.isupper() and len(word) > 1:
        return dict.fromkeys(abbreviation(word), ANY)
    if "-" in word:
        return _compound(word)
    return words.noun(word) or {word: ANY}


def _compound(word: str) -> Forms:
    """Return the forms of words joined by hyphens: the last one inflects, or all."""
    first, last = word.rsplit("-", 1)
    ends = union([words.noun(last), words.adjective(last)]) or {last: ANY}
    whole = {f"{first}-{form}": cells for form, cells in ends.items()}
    begins = words.noun(first) if "-" not in first and not first.endswith("о") else {}
    both = join([genderless(begins), genderless(ends)], "-")
    return union([whole, dict.fromkeys(both, ANY)])


def _agrees(adjective: Forms, word: str, head: Forms, noun: str) -> bool:
    return bool(adjective.get(word, 0) & head.get(noun, 0) & NOMINATIVE)
