"""The citation form of a name that was seen in some of its cases: what a glossary lists."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection import inflected
from transloc.languages import language


def citation(seen: Mapping[str, int], locale: str, kind: ConceptKind) -> str:
    """Return the nominative of a name, told from how often each form of it was seen; ``seen`` holds at least one.

    Ukrainian persons: each word is led back to the nominatives that it may come from (shevchenko), of which the one whose forms cover
    most of what was seen wins; a surname may have been seen alone. All else: the form, or the lemma of one (simplemma), that covers most.
    """
    if language(locale) == "uk" and kind is ConceptKind.PERSON and any(" " in form for form in seen):
        return _person(seen)
    return _covering(seen, locale, kind)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A nominative that a word may come from; ``sure`` where the first name told the gender."""

    word: str
    sure: bool


def _person(seen: Mapping[str, int]) -> str:
    words = max(len(form.split()) for form in seen)
    given: Counter[str] = Counter()
    family: Counter[str] = Counter()
    readings: tuple[list[_Reading], list[_Reading]] = ([], [])
    for form, count in seen.items():
        *first, last = form.split()
        family[last] += count
        if len(first) == words - 1:
            given[" ".join(first)] += count
            for one, side in zip(_readings(" ".join(first), last), readings, strict=True):
                side += one
    first_name = _nominative(given, readings[0])
    beside = Counter({form.rpartition(" ")[2]: count for form, count in seen.items() if form.rpartition(" ")[0] == first_name})
    if beside and first_name[-1] not in _VOWELS:  # «Ролан Дюма»: where the first name stands in the nominative, the surname does too
        return f"{first_name} {beside.most_common(1)[0][0]}"
    return f"{first_name} {_nominative(family, readings[1])}"


def _readings(given: str, family: str) -> tuple[list[_Reading], list[_Reading]]:
    """Return the nominatives that the first names and the surname may come from."""
    from shevchenko import InputValidationError, to_nominative

    fields = {"given_name": given, "family_name": family}
    found = []
    for told in ({}, {"gender": "masculine"}, {"gender": "feminine"}):
        try:
            found.append((to_nominative({**fields, **told}), not told))
        except InputValidationError:  # the first name is none that it knows, or the words have no such form
            continue
        if found[0][1] and found[0][0]["gender"]:
            break

    def side(name: str, word: str) -> list[_Reading]:
        main = [_Reading(one[name], sure and bool(one["gender"])) for one, sure in found]
        others = [other for one, _ in found for other in one.get("alternatives", {}).get(name, [])]
        return [*main, *(_Reading(other, sure=False) for other in (*others, word))]

    return side("given_name", given), side("family_name", family)


def _nominative(seen: Counter[str], readings: list[_Reading]) -> str:
    if fixed := _fixed(seen, _TWICE):
        return fixed
    person = Concept(id="", kind=ConceptKind.PERSON)

    def fits(reading: _Reading) -> tuple[object, ...]:
        word = reading.word
        forms = {form.casefold() for form in inflected(word, person, "uk")}
        often = seen[word] if seen.total() > _TWICE else 0
        bare = word[-1] not in _VOWELS
        return (
            sum(count for form, count in seen.items() if form.casefold() in forms),
            reading.sure,
            _dictionary(word, "uk") == (word, True),  # «Сара»
            not _OBLIQUE.search(word),
            bare and seen[word] > 0,
            often,
            bare,
        )

    return max(readings, key=fits).word


def _fixed(seen: Counter[str], least: int) -> str:
    """Return the only form of a word that was seen at least so often and ends as foreign names do that never change: «Томмі», «Роналду»."""
    (form, count), *others = seen.most_common()
    return form if not others and count >= least and form[-1] in "іуюоеи" and not _lemmas(form, "uk") else ""


_TWICE, _THRICE = 2, 3
_VOWELS = "аеєиіїоуюя"
_OBLIQUE = re.compile(r"(?<=\w{2})(?:[оеє]м|[оеє]ві|[оеє]ю|ого|ому|ої)\Z")


def _covering(seen: Mapping[str, int], locale: str, kind: ConceptKind) -> str:
    if " " not in next(iter(seen)) and language(locale) == "uk" and (fixed := _fixed(Counter(seen), _THRICE)) and fixed[-1] != "і":
        return fixed
    options = dict.fromkeys(seen, _SEEN)
    for form in seen:
        options |= dict.fromkeys(_lemmas(form, locale), _LEMMA)
        if language(locale) == "uk" and " " not in form and form not in _lemmas(form, locale):
            options |= {_ENDING.sub("", form): _BARE}
    concept = Concept(id="", kind=kind)

    def fits(option: str) -> tuple[int, int, int]:
        forms = {form.casefold() for form in inflected(option, concept, locale)}
        return sum(count for form, count in seen.items() if form.casefold() in forms), options[option], seen.get(option, 0)

    return max(options, key=fits)


#: Of names that cover as much: one that is in the dictionary, then one without an ending, then one as it was seen.
_SEEN, _BARE, _LEMMA = range(3)
_ENDING = re.compile(r"(?<=\w{3})(?:[оеє](?:м|ві)|[оеє]ю|[аяуюіїие])\Z")


@cache
def _dictionary(word: str, locale: str) -> tuple[str, bool]:
    """Return the lemma of a word, and whether the dictionary of its language has it; of an unknown language the word itself."""
    import simplemma

    try:
        known = simplemma.is_known(word, lang=language(locale))
        return simplemma.lemmatize(word, lang=language(locale)), known
    except ValueError:
        return word, False


@cache
def _lemmas(form: str, locale: str) -> tuple[str, ...]:
    """Return ``form`` with the lemma of each word, in the capitals of the form; nothing where the dictionary has none of them."""
    words = form.split()
    lemmas = [_dictionary(word, locale)[0] for word in words]
    if [lemma.casefold() for lemma in lemmas] == form.casefold().split():
        return (form,) if all(_dictionary(word, locale)[1] for word in words) else ()
    if language(locale) == "uk":
        lemmas = [*(_agreeing(lemma, lemmas[-1]) for lemma in lemmas[:-1]), lemmas[-1]]
    return (" ".join(map(_cased, words, lemmas)),)


def _agreeing(adjective: str, noun: str) -> str:
    """Return the lemma of an adjective in the gender of its noun, by its ending: «Верховна Рада»."""
    if noun[-1] in "ая":
        adjective = re.sub(r"(?<=\w{2})(?:ої|ій|ою|у)\Z", "ий", adjective)
    if not adjective.endswith(("ий", "ій")):
        return adjective
    return adjective[:-2] + ("а" if noun[-1] in "ая" else "е" if noun[-1] in "ое" else adjective[-2:])


def _cased(word: str, lemma: str) -> str:
    return lemma.upper() if word.isupper() and len(word) > 1 else lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma


def common(word: str, locale: str) -> bool:
    """Tell whether the dictionary has ``word`` as one of everyday language, which a sentence may begin with."""
    lemma, known = _dictionary(word.lower(), locale)
    return known and lemma.islower()


def adjective(word: str, locale: str) -> bool:
    """Tell whether ``word`` is a Ukrainian adjective: what a name of several words that is no person's begins with."""
    return language(locale) == "uk" and any(
        lemma.lower().endswith(("ський", "цький", "ний", "ній", "вий")) for lemma in _lemmas(word, locale)
    )
