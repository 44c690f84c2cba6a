"""What an engine is told: the renderings that a text needs, and no others."""

from dataclasses import dataclass
from functools import lru_cache

from transloc.glossary.entry import ConceptKind, Glossary, Status
from transloc.glossary.matcher import Match, matcher


@dataclass(frozen=True, slots=True)
class Hint:
    """Render ``surface``, a form of ``source``, as ``target``; ``match`` says where it stands."""

    source: str
    target: str
    surface: str
    match: Match


@lru_cache(maxsize=32_768)  # asked before a run of the engine, and of its answers
def terms_for(text: str, glossary: Glossary, source: str, target: str) -> tuple[Hint, ...]:
    """Return the approved terms that stand in ``text``, with the preferred target of each, in order and once a surface form.

    What is not to be translated is its own target. Labels are left out: they are applied whole (``apply_label``).
    """
    from_column, to_column = glossary.column_for(source), glossary.column_for(target)
    if from_column is None or to_column is None:
        return ()
    hints: dict[tuple[str, str], Hint] = {}
    for match in matcher(glossary, source).find(text):
        concept = match.concept
        if concept.status is not Status.APPROVED or concept.kind is ConceptKind.LABEL:
            continue
        word = concept.preferred(from_column)
        rendering = concept.preferred(to_column) if concept.translate else word
        if rendering:
            hints.setdefault((concept.id, match.text), Hint(word, rendering, match.text, match))
    return tuple(hints.values())
