"""Whether a text speaks of a man or of a woman: by its pronouns, and by its verbs of saying where the past has a gender."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from transloc.checks.names import proper
from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.languages import language
from transloc.model import Span

MAN, WOMAN = "m", "f"


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_PRONOUNS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "en": {MAN: _listed("he himself he's he'd he'll he’s"), WOMAN: _listed("she herself she's she'd she'll she’s")},
    "de": {MAN: frozenset({"er"}), WOMAN: frozenset()},
    "uk": {MAN: frozenset({"він"}), WOMAN: frozenset({"вона"})},
    "pl": {MAN: frozenset({"on"}), WOMAN: frozenset({"ona"})},
}
#: What may stand for a woman as well as for others: nothing is said of a text that has it.
_EITHER: Mapping[str, frozenset[str]] = {"de": frozenset({"sie"})}
#: Stems of verbs of saying, before or after which the speaker's name stands, and the endings of their past for a man and a woman.
_SAYING: Mapping[str, tuple[str, str]] = {
    "uk": (
        """
        вважа вигукну визна відзначи відпові говори дода зазначи заклика запевни заперечи запита заяви звинувати зізна каза нагада
        наголоси написа писа повідоми погоди пообіця попереди попроси поясни прокоментува підкресли розказа розпові сказа спита
        стверджува уточни
        """,
        r"(?:в|ла)(?:ся|сь)?",
    ),
    "pl": (
        """
        doda mówi napisa obieca odpar odpowiedzia ogłosi opowiedzia ostrzeg oświadczy pisa podkreśli poinformowa powiedzia przekaza
        przyzna pyta skomentowa stwierdzi twierdzi ujawni wspomnia wyjaśni zapewni zapyta zauważy zaznaczy zezna
        """,
        r"(?:ła|ł)",
    ),
}
_WOMANS = later(r"(?:ла(?:ся|сь)?|ła)\Z")
_NAME = r"[^\W\d_a-zа-яєіїґ][\w’'-]*[^\W\d_A-ZА-ЯЄІЇҐ]"


def _verb(tongue: str) -> str:
    stems, endings = _SAYING[tongue]
    return rf"(?:{'|'.join(stems.split())}){endings}"


def _said(tongue: str) -> re.Pattern[str]:
    verb = rf"(?P<v{{0}}>{_verb(tongue)})\b"
    return later(rf"(?<=\w )\b{verb.format(1)}(?= {_NAME})|\b(?P<n>{_NAME}) {verb.format(2)}|[,—–] {verb.format(3)}(?= {_NAME})")


_SAID = {tongue: _said(tongue) for tongue in _SAYING}


_VERB = {tongue: later(rf"{_verb(tongue)}\b") for tongue in _SAYING}


def _says(word: str, locale: str) -> bool:
    verb = _VERB.get(language(locale))
    return verb is not None and verb.match(word) is not None


def _pronouns(gender: str) -> Callable[[str], Iterable[str]]:
    return lambda locale: _PRONOUNS.get(language(locale), {}).get(gender, ())


#: Pronouns for a man and for a woman, pronouns that may be either's, and verbs of saying with a gender.
_TRAITS = {gender: trait(words=_pronouns(gender)) for gender in (MAN, WOMAN)}
_AMBIGUOUS = trait(words=lambda locale: _EITHER.get(language(locale), ()))
_SAYS = trait(beginnings=lambda locale: _SAYING.get(language(locale), ("",))[0].split(), tells=_says)
TELLING = _SAYS | _TRAITS[MAN] | _TRAITS[WOMAN]


def spoken_of(side: Side) -> frozenset[str]:
    """Return the genders of those whom the text speaks of, as far as its words say; none where they may be read in two ways."""
    if side.traits & _AMBIGUOUS:
        return frozenset()
    found = {gender for gender, pronoun in _TRAITS.items() if side.traits & pronoun}
    return frozenset(found | {gender for gender, _ in _verbs(side)})


def evidence(side: Side, gender: str) -> Span | None:
    """Return the first word, in the bare text, that tells ``gender``."""
    pronouns = [(word.start, word.end) for word in side.having(_TRAITS[gender])]
    return min((*pronouns, *(span for told, span in _verbs(side) if told == gender)), default=None)


def _verbs(side: Side) -> Iterator[tuple[str, Span]]:
    """Yield the gender and the place of each verb of saying beside a name."""
    if not side.traits & _SAYS:
        return
    for match in _SAID[side.language].finditer(side.prose):
        verb = match.lastgroup or ""
        if match["n"] and proper.institution(match["n"]):  # «Поліція повідомила»
            continue
        yield WOMAN if _WOMANS.search(match[verb]) else MAN, match.span(verb)
