"""The citation form of a name that was seen in some of its cases: what a glossary lists."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import inflected
from transloc.languages import language

#: How much another reading of a form counts beside its likeliest one.
_OTHER = 0.3


def citation(seen: Mapping[str, int], locale: str, kind: ConceptKind) -> str:
    """Return the nominative of a name, told from how often each form of it was seen; ``seen`` holds at least one.

    Ukrainian persons: every form is led back to the nominatives that it may come from, and the name that most agree on wins. All else:
    the form, or the lemma of one (simplemma), whose inflection covers most of what was seen.
    """
    words = max(len(form.split()) for form in seen)
    if language(locale) == "uk" and kind is ConceptKind.PERSON and words > 1:
        votes: Counter[str] = Counter()
        for form, count in seen.items():
            for name, weight in _persons(form):
                votes[name] += weight * count  # type: ignore[assignment] # a Counter holds any number
        if votes:
            return max(votes, key=lambda name: (votes[name], seen.get(name, 0)))
    return _covering(seen, locale, kind)


def _persons(form: str) -> Iterator[tuple[str, float]]:
    """Yield the nominatives that the name of a person may come from, each with its weight."""
    from shevchenko import InputValidationError, to_nominative

    *first, last = form.split()
    fields = {"given_name": " ".join(first), "family_name": last}
    readings = []
    try:
        readings.append(to_nominative(fields))
    except InputValidationError:  # the first name is none that it knows, and both genders are possible
        for gender in ("masculine", "feminine"):
            try:
                readings.append(to_nominative({**fields, "gender": gender}))
            except InputValidationError:
                continue
    for found in readings:
        yield f"{found['given_name']} {found['family_name']}", 1.0 / len(readings)
        others = found.get("alternatives", {})
        for name in others.get("family_name", []):
            yield f"{found['given_name']} {name}", _OTHER
        for name in others.get("given_name", []):
            yield f"{name} {found['family_name']}", _OTHER


def _covering(seen: Mapping[str, int], locale: str, kind: ConceptKind) -> str:
    options = dict.fromkeys(seen, _SEEN)
    for form in seen:
        options |= dict.fromkeys(_lemmas(form, locale), _LEMMA)
        if language(locale) == "uk" and " " not in form and form not in _lemmas(form, locale):
            options = {_ENDING.sub("", form): _BARE, **options}
    concept = Concept(id="", kind=kind)

    def fits(option: str) -> tuple[int, int, int]:
        forms = {form.casefold() for form in inflected(option, concept, locale)}
        return sum(count for form, count in seen.items() if form.casefold() in forms), options[option], seen.get(option, 0)

    return max(options, key=fits)


#: Of names that cover as much: one that is in the dictionary, then one without an ending, then one as it was seen.
_SEEN, _BARE, _LEMMA = range(3)
_ENDING = re.compile(r"(?<=\w{3})(?:[оеє](?:м|ві)|[оеє]ю|[аяуюіїие])\Z")


@cache
def _lemmas(form: str, locale: str) -> tuple[str, ...]:
    """Return ``form`` with the lemma of each word, in the capitals of the form; nothing where the dictionary has none of them."""
    import simplemma

    try:
        lemmas = [simplemma.lemmatize(word, lang=language(locale)) for word in form.split()]
    except ValueError:  # simplemma does not know the language
        return ()
    if [lemma.casefold() for lemma in lemmas] == form.casefold().split():
        return (form,) if all(simplemma.is_known(word, lang=language(locale)) for word in form.split()) else ()
    if language(locale) == "uk":
        lemmas = [*(_agreeing(lemma, lemmas[-1]) for lemma in lemmas[:-1]), lemmas[-1]]
    return (" ".join(_cased(word, lemma) for word, lemma in zip(form.split(), lemmas, strict=True)),)


def _agreeing(adjective: str, noun: str) -> str:
    """Return the lemma of an adjective in the gender of its noun, by its ending: «Верховна Рада»."""
    if noun[-1] in "ая":
        adjective = re.sub(r"(?<=\w{2})(?:ої|ій|ою|у)\Z", "ий", adjective)
    if not adjective.endswith(("ий", "ій")):
        return adjective
    return adjective[:-2] + ("а" if noun[-1] in "ая" else "е" if noun[-1] in "ое" else adjective[-2:])


def _cased(word: str, lemma: str) -> str:
    return lemma.upper() if word.isupper() and len(word) > 1 else lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma


@cache
def common(word: str, locale: str) -> bool:
    """Tell whether the dictionary has ``word`` as one of everyday language, which a sentence may begin with."""
    import simplemma

    try:
        small = word.lower()
        return simplemma.is_known(small, lang=language(locale)) and simplemma.lemmatize(small, lang=language(locale)).islower()
    except ValueError:
        return False


def adjective(word: str, locale: str) -> bool:
    """Tell whether ``word`` is a Ukrainian adjective: what a name of several words that is no person's begins with."""
    return language(locale) == "uk" and any(
        lemma.lower().endswith(("ський", "цький", "ний", "ній", "вий")) for lemma in _lemmas(word, locale)
    )
