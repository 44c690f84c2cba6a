"""Single words: the endings that are possible, a lexicon choosing between them."""

from collections.abc import Iterable

from transloc.glossary.inflection.ukrainian.adjectives import Adjective, adjectives, possessive
from transloc.glossary.inflection.ukrainian.cells import NOMINATIVE, Forms, column, union, within
from transloc.glossary.inflection.ukrainian.lexicon import Lexicon
from transloc.glossary.inflection.ukrainian.nouns import Hypothesis, hypotheses, plurals

#: Of paradigms that the lexicon attests, those stay of which it knows nearly as much as of the best.
_NEARLY = 0.75


class Words:
    """The words of Ukrainian, as far as ``lexicon`` and their endings tell."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def adjective(self, word: str) -> Forms:
        """Return the paradigm of the adjective of which ``word`` is the nominative, none where it is no adjective."""
        lemmas = self._lexicon.lemmas(word)
        read = [*adjectives(word), *possessive(word)]
        known = [one for one in read if self._is_known(one, word, lemmas)]
        if not known and lemmas and not self.is_citation(word):
            return {}
        if not known:
            known = [one for one in read if (one.relational if lemmas else one.typical)]
        elif word.endswith("ні"):  # «народні» is of both kinds
            known = read
        return union(one.forms() for one in known)

    def _is_known(self, read: Adjective, word: str, lemmas: frozenset[str]) -> bool:
        lemma = read.lemma.lower()
        if lemma == word.lower():  # nouns in «-ій» look like adjectives
            return lemma in lemmas and (not read.soft or lemma in self._lexicon.lemmas(read.stem + "ього"))
        return lemma in lemmas or (bool(lemmas) and not self.is_citation(word) and lemma in self._lexicon.lemmas(lemma))

    def is_citation(self, word: str) -> bool:
        """Tell whether ``word`` is known as the citation form of some word."""
        return word.lower() in self._lexicon.lemmas(word)

    def noun(self, word: str) -> Forms:
        """Return the paradigm of the noun of which ``word`` is the nominative, of the singular or the plural."""
        lemmas = self._lexicon.lemmas(word)
        others = [self._of_lemma(word, lemma) for lemma in sorted(lemmas - {word.lower()})] if word.lower() not in lemmas else []
        own = self._chosen(word, hypotheses(word), attested_only=any(others))
        found = union([*others, self._substantive(word), own, self._lexicon.nouns(word)])
        return found or self._chosen(word, plurals(word))

    def adverb(self, word: str) -> bool:
        """Tell whether ``word`` may be an adverb."""
        lemmas = self._lexicon.lemmas(word)
        return word.lower().endswith(("о", "е")) and (not lemmas or word.lower() in lemmas)

    def _of_lemma(self, word: str, lemma: str) -> Forms:
        """Return the forms of ``lemma`` where ``word`` is one of them; of a name, such as «Суми», those of the plural alone."""
        name = word[:1].isupper()
        cased = lemma.capitalize() if name else lemma
        whole = union([self._chosen(cased, hypotheses(cased)), self._lexicon.nouns(cased)])
        if name:
            return within(whole, column("p")) if whole.get(word, 0) & NOMINATIVE & column("p") else {}
        return whole if word in whole else {}

    def _substantive(self, word: str) -> Forms:
        """Return the forms of an adjective that stands for a noun («Дзвонкове», «військовий»): of its gender and the plural."""
        forms = self.adjective(word)
        genders = {one.gender for one in adjectives(word)}
        return within(forms, column(genders.pop()) | column("p")) if forms and genders else {}

    def _chosen(self, word: str, read: Iterable[Hypothesis], *, attested_only: bool = False) -> Forms:
        """Return the forms of the paradigms that the lexicon attests; of a word that it does not know, those that are likely."""
        weighed = [(one, self._share(word, one)) for one in read] if len(word) > 2 else []
        best = max((share for _, share in weighed), default=0)
        if not best and attested_only:
            return {}
        kept = [one for one, share in weighed if one.sure or (share >= best * _NEARLY if best else one.likely)]
        return union(self._without_guesses(word, one, known=best > 0) for one in kept)

    def _share(self, word: str, read: Hypothesis) -> float:
        others = [form for form in read.forms if form != word and form not in read.bare]
        return sum(self._lexicon.attested(form, word) for form in others) / max(1, len(others))

    def _without_guesses(self, word: str, read: Hypothesis, *, known: bool) -> Forms:
        attested = {form for form in read.bare if known and self._lexicon.attested(form, word)}
        dropped = {form for form, likely in read.bare.items() if (form not in attested if attested else not likely)} - {word}
        return {form: cells for form, cells in read.forms.items() if form not in dropped}
