"""The rule of letter case, as measured on Ukrainian news.

``auto``: an abbreviation wants its capitals; a capitalised single word, and each word of a person's name, wants a capital, so headlines
in capitals match; all else matches in any case. ``exact`` wants the case of the glossary, ``any`` none.
"""

from collections.abc import Sequence

from transloc.glossary.entry import Case, Concept, ConceptKind


def fits(concept: Concept, form: Sequence[str], written: Sequence[str], *, phrase: bool) -> bool:
    """Tell whether the tokens ``written`` have the case that those of ``form`` ask for; ``phrase``: the form has several words."""
    if concept.case is Case.ANY:
        return True
    if concept.case is Case.EXACT:
        return tuple(written) == tuple(form)
    if phrase and concept.kind is not ConceptKind.PERSON:
        return True
    return all(map(_capitals, form, written))


def _capitals(form: str, written: str) -> bool:
    if form[:2].isupper() and len(form) > 1:  # «МЗС», «МЗСу»
        return all(there.isupper() for own, there in zip(form, written, strict=True) if own.isupper())
    return not form[0].isupper() or written[0].isupper()
