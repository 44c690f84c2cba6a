"""DeepL's codes of languages: sources without a variant, targets with one where DeepL asks for it."""

from transloc.engines.engine import Note
from transloc.languages import language

#: DeepL has no target without a variant for these; the other variants are as people type them.
_TARGETS = {"en": "en-GB", "pt": "pt-PT", "no": "nb"}
_KEPT_VARIANTS = frozenset({"en-GB", "en-US", "pt-PT", "pt-BR", "es-419", "zh-Hans", "zh-Hant"})


def source_language(locale: str) -> str:
    """Return DeepL's code of a source: the language alone."""
    return language(_TARGETS["no"] if language(locale) == "no" else locale)


def target_language(locale: str) -> tuple[str, tuple[Note, ...]]:
    """Return DeepL's code of a target, with a note where a variant had to be chosen."""
    if locale in _KEPT_VARIANTS:
        return locale, ()
    alone = language(locale)
    chosen = _TARGETS.get(alone, alone)
    notes = (Note(f"DeepL knows no {locale}: translated into {chosen}"),) if "-" in chosen else ()
    return chosen, notes


def dictionary(source: str, target: str) -> tuple[str, str]:
    """Return the pair of languages that a glossary for these locales is kept under: it serves every variant."""
    return language(source_language(source)), language(target_language(target)[0])
