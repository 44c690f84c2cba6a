"""Ids of new rows."""

from transloc.glossary.entry import Concept, ConceptKind, Glossary
from transloc.languages import language
from transloc.languages.romanise import latin, slug


def free_id(concept: Concept, known: Glossary) -> str:
    """Return an id that no row of ``known`` has, made of the concept's first term in Latin letters, in English if there is one.

    Of a person it is the surname; the whole name, or a number, follows where that is taken.
    """
    spoken = dict.fromkeys((*known.locales, *(term.locale for term in concept.terms)))
    columns = sorted(spoken, key=lambda column: (language(column) != "en", not latin(column)))
    column = next((column for column in columns if concept.preferred(column)), "")
    whole = concept.preferred(column) if column else ""
    names = [whole.split()[-1], whole] if concept.kind is ConceptKind.PERSON and whole else [whole]
    made = [made for text in names if text and (made := slug(text, column))] or ["row"]
    numbered = (f"{made[-1]}-{n}" for n in range(2, len(known) + 3))
    return next(free for free in (*made, *numbered) if known.concept(free) is None)
