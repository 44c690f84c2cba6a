"""What a lexicon is asked: whether a form belongs to a word. Both are loaded on the first question."""

from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Protocol

from transloc.glossary.inflection.morphology import Morphology
from transloc.glossary.inflection.ukrainian.cells import Forms, cell, union

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse


class Lexicon(Protocol):
    """A list of forms with their lemmas. Neither takes the case of letters into account; lemmas come in lower case."""

    def lemmas(self, word: str) -> frozenset[str]:
        """Return the words of which ``word`` is a form; none of an unknown one."""

    def attested(self, form: str, of: str) -> bool:
        """Tell whether ``form`` is known as a form of the noun ``of``."""

    def nouns(self, word: str) -> Forms:
        """Return the forms of the nouns of which ``word`` is the citation form, with what they serve; none where that is not told."""


class Simplemma:
    """simplemma: one lemma a form."""

    @cached_property
    def _table(self) -> Mapping[str, str]:
        from simplemma.strategies.dictionaries import DefaultDictionaryFactory

        return DefaultDictionaryFactory().get_dictionary("uk")

    def lemmas(self, word: str) -> frozenset[str]:
        """Return the lemma of the word as it is written, else as it is written elsewhere."""
        for written in (word, word.lower(), word.capitalize()):
            if lemma := self._table.get(written):
                return frozenset((lemma.lower(),))
        return frozenset()

    def attested(self, form: str, of: str) -> bool:
        """Tell whether one of the spellings of ``form`` has the lemma ``of``."""
        wanted = of.lower()
        return any(self._table.get(written, "").lower() == wanted for written in (form, form.lower(), form.capitalize()))

    def nouns(self, _: str) -> Forms:
        """Return nothing: the table has no grammar."""
        return {}


class Pymorphy3:
    """pymorphy3 with its Ukrainian dictionaries: every lemma of a form, and its grammar. Guesses of unknown words are left out."""

    _CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct", "voct")
    _GENDERS: Mapping[str, str] = {"masc": "m", "femn": "f", "neut": "n"}

    @cached_property
    def _analyzer(self) -> "MorphAnalyzer":
        from pymorphy3 import MorphAnalyzer

        return MorphAnalyzer(lang="uk")

    @lru_cache(maxsize=1024)  # noqa: B019 — there is one of these a process
    def _known(self, word: str) -> list["Parse"]:
        if not self._analyzer.word_is_known(word.lower()):  # guessing at what is not known takes long
            return []
        return [parse for parse in self._analyzer.parse(word.lower()) if parse.is_known]

    def lemmas(self, word: str) -> frozenset[str]:
        """Return every lemma."""
        return frozenset(parse.normal_form for parse in self._known(word))

    def attested(self, form: str, of: str) -> bool:
        """Tell whether ``form`` is in the paradigm of the noun ``of``."""
        return form.lower() in self._paradigm(of.lower())

    @lru_cache(maxsize=1024)  # noqa: B019 — there is one of these a process
    def _paradigm(self, word: str) -> frozenset[str]:
        nouns = [parse for parse in self._known(word) if parse.normal_form == word and "NOUN" in parse.tag]
        return frozenset(form.word for parse in nouns for form in parse.lexeme)

    def nouns(self, word: str) -> Forms:
        """Return the paradigms of the nouns whose lemma is the word itself, those that never change and slips of the pen left out."""
        found = []
        for parse in self._known(word):
            if "NOUN" in parse.tag and "Fixd" not in parse.tag and parse.normal_form == word.lower():
                found += [{_cased(form.word, word): self._cells(str(form.tag))} for form in parse.lexeme if "Dist" not in form.tag]
        return union(found)

    def _cells(self, tag: str) -> int:
        told = set(tag.replace(" ", ",").split(","))
        cases = [at for at, name in enumerate(self._CASES) if name in told] or [0]  # many citation forms carry no case
        genders = "p" if "plur" in told else "".join(own for name, own in self._GENDERS.items() if name in told) or "mfn"
        return sum({cell(gender, case) for gender in genders for case in cases})


def _cased(form: str, like: str) -> str:
    return form[:1].upper() + form[1:] if like[:1].isupper() else form


@cache
def lexicon(choice: Morphology) -> Lexicon:
    """Return the lexicon of a choice, loaded once a process."""
    return Pymorphy3() if choice is Morphology.PYMORPHY3 else Simplemma()
