"""What an engine's answer is worth: drafts to write, and what is left to people, each with its reason."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from transloc import markup, memory
from transloc.engines.engine import Answer
from transloc.languages import language
from transloc.languages.scripts import Script, script_of
from transloc.model import Catalog
from transloc.steps.draft import Draft, Left, Plan, Work

_CYRILLIC = re.compile("[\u0400-\u052f]")
_FEW_WORDS = 3


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer gives: drafts to write, and what is left to people."""

    drafts: tuple[Draft, ...]
    left: tuple[Left, ...] = ()


def accept(work: Iterable[Work], answer: Answer, plan: Plan, engine: str) -> Outcome:
    """Judge the texts of ``answer``, one for each of ``work`` of ``plan``: only a whole, translated text with valid codes is a draft.

    The words of one whose codes were lost are a hint beside it, for the person who places them.
    """
    drafts: list[Draft] = []
    left: list[Left] = []
    for w, text in zip(work, answer.texts, strict=True):
        for done in _judge(w, text, plan.catalog, engine):
            if isinstance(done, Draft):
                drafts.append(replace(done, hint=True) if done.segment.id in plan.foreign else done)
            elif done.segment not in plan.foreign:  # it is left to people already
                left.append(done)
    return Outcome(tuple(drafts), tuple(left))


def _judge(work: Work, text: str, catalog: Catalog, engine: str) -> Iterator[Draft | Left]:
    first = work.segments[0].source
    target = work.lead + text if text.strip() else ""
    reason = _fault(first, target, catalog, engine)
    for segment in work.segments:
        adapted = target if segment.source == first else memory.adapt(first, target, segment.source)
        if reason or adapted is None:
            yield Left(segment.id, reason or f"{engine} lost the inline codes", target)
            if (words := _bare(first, target, catalog.target_locale)) and segment.suggestion != words:
                yield Draft(segment, words, engine, hint=True)
        else:
            yield Draft(segment, adapted, engine)


def _bare(source: str, target: str, locale: str) -> str:
    """Return the words of a translation whose codes were lost; empty where its codes are sound, or it is no translation."""
    translated = markup.compare(source, target) and not _untranslated(source, target, locale) and not _foreign_script(target, locale)
    return markup.escape(markup.words(target)) if translated else ""


def _fault(source: str, target: str, catalog: Catalog, engine: str) -> str:
    if not target:
        return f"{engine} gave an empty answer"
    if faults := markup.compare(source, target):
        return f"{engine} broke the inline codes: {faults[0].fault.value} {faults[0].code}"
    if _untranslated(source, target, catalog.target_locale):
        return f"{engine} left it untranslated"
    return f"{engine} answered in the source's script" if _foreign_script(target, catalog.target_locale) else ""


def _untranslated(source: str, target: str, locale: str) -> bool:
    """Tell whether ``target`` is still the source: names alone may stay as they are, in the reader's script."""
    if memory.normalise(source) != memory.normalise(target):
        return False
    words = markup.words(target)
    foreign = _CYRILLIC.search(words) is not None and script_of(language(locale)) is not Script.CYRILLIC
    return foreign or len([word for word in words.split() if any(map(str.isalpha, word))]) > _FEW_WORDS


def _foreign_script(target: str, locale: str) -> bool:
    """Tell whether more letters of ``target`` are Cyrillic than are not, for readers of another script."""
    words = markup.words(target)
    if script_of(language(locale)) is Script.CYRILLIC or not _CYRILLIC.search(words):
        return False
    letters = [letter for letter in words if letter.isalpha()]
    return 2 * sum(map(bool, map(_CYRILLIC.match, letters))) > len(letters)
