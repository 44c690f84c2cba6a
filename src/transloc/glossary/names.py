"""Who is named: a text that is the name of a person or an organisation of the glossary, and nothing else."""

from transloc.glossary.entry import ConceptKind, Glossary, Status
from transloc.glossary.spelling import spell

_NAMED = frozenset({ConceptKind.PERSON, ConceptKind.ORG})


def known_name(text: str, glossary: Glossary, source: str, target: str) -> str:
    """Return the target's name of whom ``text`` names by a variant or a form of an approved row; empty where no row does."""
    from_column, to_column = glossary.column_for(source), glossary.column_for(target)
    if from_column is None or to_column is None:
        return ""
    wanted = _key(text)
    for concept in glossary.concepts:
        if concept.kind not in _NAMED or concept.status is not Status.APPROVED:
            continue
        if any(_key(form) == wanted for form in (*concept.variants(from_column), *concept.forms(from_column))):
            name = concept.preferred(to_column) if concept.translate else text
            if name:
                return name.upper() if text.isupper() and len(text) > 1 and not concept.preferred(from_column).isupper() else name
    return ""


def _key(words: str) -> str:
    return " ".join(spell(words).words.casefold().split())
