"""Whether a text speaks of a man or of a woman: by its pronouns, and by its verbs of saying where the past has a gender."""

import re
from collections.abc import Iterator, Mapping

from transloc.checks.names import proper
from transloc.checks.pair import Side
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
_WOMANS = re.compile(r"(?:ла(?:ся|сь)?|ła)\Z")
_NAME = r"[^\W\d_a-zа-яєіїґ][\w’'-]*[^\W\d_A-ZА-ЯЄІЇҐ]"


def _said(tongue: str) -> re.Pattern[str]:
    stems, endings = _SAYING[tongue]
    verb = rf"(?P<v{{0}}>(?:{'|'.join(stems.split())}){endings})\b"
    return re.compile(rf"(?<=\w )\b{verb.format(1)}(?= {_NAME})|\b(?P<n>{_NAME}) {verb.format(2)}|[,—–] {verb.format(3)}(?= {_NAME})")


_SAID = {tongue: _said(tongue) for tongue in _SAYING}


def spoken_of(side: Side) -> frozenset[str]:
    """Return the genders of those whom the text speaks of, as far as its words say; none where they may be read in two ways."""
    vocabulary = side.vocabulary
    if not _EITHER.get(side.language, frozenset()).isdisjoint(vocabulary):
        return frozenset()
    found = {gender for gender, words in _PRONOUNS.get(side.language, {}).items() if not words.isdisjoint(vocabulary)}
    return frozenset(found | {gender for gender, _ in _verbs(side)})


def evidence(side: Side, gender: str) -> Span | None:
    """Return the first word, in the bare text, that tells ``gender``."""
    words = _PRONOUNS.get(side.language, {}).get(gender, frozenset())
    pronouns = [(word.start, word.end) for word in side.words if word.text.lower() in words]
    return min((*pronouns, *(span for told, span in _verbs(side) if told == gender)), default=None)


def _verbs(side: Side) -> Iterator[tuple[str, Span]]:
    """Yield the gender and the place of each verb of saying beside a name."""
    if pattern := _SAID.get(side.language):
        for match in pattern.finditer(side.prose):
            verb = match.lastgroup or ""
            if match["n"] and proper.institution(match["n"]):  # «Поліція повідомила»
                continue
            yield WOMAN if _WOMANS.search(match[verb]) else MAN, match.span(verb)
