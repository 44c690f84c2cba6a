"""Who says what, by verbs of saying beside names: two speakers who changed places stand on both sides, and each says what the other said.

Verbs are told apart by what is done with words, in classes that four languages share: a question is no answer, a promise no warning.
"""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from transloc.checks.names import proper, sounds
from transloc.checks.pair import Pair, Side, Word
from transloc.checks.text.traits import trait
from transloc.languages import language

#: How the verbs of a class begin, by language.
_VERBS: Mapping[str, Mapping[str, str]] = {
    "say": {
        "uk": "сказа каже кажуть заяви повідоми розпові зазначи наголоси",
        "en": "said says saying told stated declared announced",
        "pl": "powiedzia mówi oświadczy oznajmi stwierdzi",
        "de": "sagt erklärt teilte",
    },
    "answer": {
        "uk": "відпові відказа",
        "en": "answer replied replies respon retort counter",
        "pl": "odpowiedzia odpowiada odpar odrzek",
        "de": "antwort erwider entgegn",
    },
    "ask": {"uk": "запита спита поцікави", "en": "asked asks inquir", "pl": "zapyta spyta", "de": "fragte fragt"},
    "deny": {
        "uk": "запереч спростува відкину",
        "en": "denied denies reject dismiss refute",
        "pl": "zaprzeczy odrzuci",
        "de": "bestritt dementiert zurückwies",
    },
    "add": {"uk": "додав додала додає додали", "en": "added adds", "pl": "dodał dodała dodaje", "de": "fügte ergänzt"},
    "warn": {"uk": "попереди попереджа застер", "en": "warn caution", "pl": "ostrzeg przestrzeg", "de": "warnt"},
    "accuse": {"uk": "звинувати звинувачу обвинувати", "en": "accus blame", "pl": "oskarż obwini", "de": "beschuldig"},
    "agree": {"uk": "погоди погоджу", "en": "agreed agrees", "pl": "zgodzi", "de": "stimmte pflichtete"},
    "promise": {"uk": "пообіця обіця", "en": "promis vowed vows pledg", "pl": "obieca", "de": "versprach verspricht"},
    "write": {"uk": "написа пише", "en": "wrote writes tweeted", "pl": "napisa", "de": "schrieb schreibt"},
    "urge": {"uk": "заклика", "en": "urged urges", "pl": "wezwa", "de": "forderte"},
    "propose": {"uk": "запропонува", "en": "propos suggest offered", "pl": "zaproponowa", "de": "schlug"},
    "criticise": {"uk": "розкритикува критику", "en": "criticis criticiz", "pl": "skrytykowa", "de": "kritisier"},
    "thank": {"uk": "подякува", "en": "thanked thanks", "pl": "podziękowa", "de": "dankte"},
}
#: Between a name and its verb stand so few characters, and no mark that ends a clause.
_NEAR = 25
_ENDS = frozenset('.;!?:()«»“”„"–—')


def _beginnings(locale: str) -> Iterator[str]:
    for verbs in _VERBS.values():
        yield from verbs.get(language(locale), "").split()


#: Verbs of saying.
SAYING = trait(beginnings=_beginnings)


class Said(NamedTuple):
    """A name, and what is done with words beside it."""

    name: Word
    act: str


def exchanged(pair: Pair) -> Iterator[tuple[tuple[Word, Word], tuple[Word, Word]]]:
    """Yield two speakers of the source, and the same two in the target, each of whom does there what the other one did."""
    source, target = pair.source, pair.target
    if not source.traits & target.traits & SAYING:
        return
    ours = found(source)
    theirs = found(target) if len(ours) > 1 else []
    for one, two in combinations(ours, 2):
        first, second = _same(one, theirs), _same(two, theirs)
        if first and second and one.act != two.act and (first.act, second.act) == (two.act, one.act):
            yield (one.name, two.name), (first.name, second.name)


def _same(one: Said, others: list[Said]) -> Said | None:
    """Return the one of ``others`` who is the same speaker."""
    same = max(others, key=lambda other: sounds.likeness(one.name.text, other.name.text), default=None)
    return same if same and sounds.alike(one.name.text, same.name.text) else None


def found(side: Side) -> list[Said]:
    """Return the speakers of a text who have a verb of their own, each once."""
    if len(side.spelt_having(SAYING)) < 2:
        return []
    verbs, names = side.having(SAYING), [word for word in side.having(proper.CAPITAL) if proper.heard(word.text)]
    said: dict[str, list[Said]] = {}
    for verb in verbs:
        if name := _beside(verb, names, side.prose):
            said.setdefault(name.text, []).append(Said(name, _act(verb.text.lower(), side.language)))
    return [acts[0] for acts in said.values() if len({one.act for one in acts}) == 1]


def _beside(verb: Word, names: list[Word], prose: str) -> Word | None:
    """Return the name before a verb, «Шольц відповів», or right behind it, «відповів Шольц»."""
    before = [name for name in names if name.end <= verb.start]
    if before and _joined(prose[before[-1].end : verb.start]):
        return before[-1]
    behind = [name for name in names if name.start >= verb.end and _joined(prose[verb.end : name.start])]
    row = behind[:1]
    while row and (following := next((name for name in behind if name.start == row[-1].end + 1), None)):
        row.append(following)  # the surname, not the first name
    return row[-1] if row else None


def _joined(between: str) -> bool:
    return len(between) <= _NEAR and _ENDS.isdisjoint(between)


def _act(verb: str, tongue: str) -> str:
    return next((act for act, verbs in _VERBS.items() if verb.startswith(tuple(verbs.get(tongue, "-").split()))), "")
