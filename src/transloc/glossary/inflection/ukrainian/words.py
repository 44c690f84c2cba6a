"""Single words by the endings that Ukrainian has, the lexicon choosing between those that are possible."""

from collections.abc import Iterable

from transloc.glossary.inflection.ukrainian import lexicon
from transloc.glossary.inflection.ukrainian.adjectives import adjectives, possessive
from transloc.glossary.inflection.ukrainian.cells import NOMINATIVE, Forms, column, union, within
from transloc.glossary.inflection.ukrainian.nouns import Hypothesis, hypotheses, plurals

#: Of paradigms that the lexicon attests, those stay of which it knows nearly as much as of the best.
_NEARLY = 0.75


def adjective(word: str) -> Forms:
    """Return the paradigm of the adjective of which ``word`` is the nominative, none where it is no adjective."""
    lemma = lexicon.lemma(word).lower()
    read = [*adjectives(word), *possessive(word)]
    known = [one for one in read if one.lemma.lower() in (lemma, lexicon.lemma(one.lemma).lower() if lemma != word.lower() else "")]
    known += [one for one in read if known and one not in known and one.gender == "p" and one.stem.endswith("н")]  # «народні» is of both
    if not known and lemma not in ("", word.lower()):
        return {}
    return union(one.forms() for one in known or read if known or (one.relational if lemma else one.typical))


def noun(word: str) -> Forms:
    """Return the paradigm of the noun of which ``word`` is the nominative, of the singular or the plural."""
    lemma = lexicon.lemma(word)
    found = []
    if lemma and lemma.lower() != word.lower():
        found.append(_plural(word, lemma))
    found += [_substantive(word), _chosen(word, hypotheses(word), certain=bool(lemma) and any(found))]
    return union(found) or _chosen(word, plurals(word)) or {}


def adverb(word: str) -> bool:
    """Tell whether ``word`` may be an adverb."""
    return word.lower().endswith(("о", "е")) and lexicon.lemma(word).lower() in ("", word.lower())


def _plural(word: str, lemma: str) -> Forms:
    cased = lemma.capitalize() if word[:1].isupper() else lemma.lower()
    whole = _chosen(cased, hypotheses(cased))
    if not whole.get(word, 0) & NOMINATIVE & column("p"):
        return {}
    return within(whole, column("p")) if word[:1].isupper() else whole


def _substantive(word: str) -> Forms:
    """Return the forms of an adjective that stands for a noun («Дзвонкове», «військовий»): of its gender and the plural."""
    forms = adjective(word)
    if not forms:
        return {}
    own = "".join({one.gender for one in adjectives(word)})
    return within(forms, column(own) | column("p"))


def _chosen(word: str, read: Iterable[Hypothesis], *, certain: bool = False) -> Forms:
    """Return the forms of the paradigms that the lexicon attests; of a word that it does not know, those that are likely."""
    weighed = [(one, _share(word, one)) for one in read]
    best = max((share for _, share in weighed), default=0)
    if not best and certain:
        return {}
    kept = [one for one, share in weighed if (share >= best * _NEARLY if best else one.likely)]
    return union(_without_guesses(word, one, known=bool(best)) for one in kept)


def _share(word: str, read: Hypothesis) -> float:
    others = [form for form in read.forms if form != word and form not in read.bare]
    return sum(lexicon.attested(form, word) for form in others) / max(1, len(others))


def _without_guesses(word: str, read: Hypothesis, *, known: bool) -> Forms:
    attested = {form for form in read.bare if known and lexicon.attested(form, word)}
    dropped = {form for form, likely in read.bare.items() if (form not in attested if attested else not likely)} - {word}
    return {form: cells for form, cells in read.forms.items() if form not in dropped}
