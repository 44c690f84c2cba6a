"""Negations, and the words that say the same without one: «не дозволив» may be "refused"."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from transloc.checks.pair import DIGIT, Side, Word
from transloc.checks.text.later import later
from transloc.checks.text.traits import trait
from transloc.languages import language


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: Words that negate.
_WORDS: Mapping[str, frozenset[str]] = {
    "uk": _listed("""
        не ні ані без нема немає ніхто нікого нікому ніким нічого нічому нічим ніщо ніколи ніде нікуди ніяк ніякий ніякого ніякої ніяких
        ніякими жоден жодна жодне жодного жодної жодному жодній жодну жодним жодною жодні жодних жодними неможливо нелегко неначе
    """),
    "en": _listed("""
        not no never none nobody nothing neither nor without cannot nowhere hardly barely scarcely unless non nope zero no-one don't
        doesn't didn't won't can't isn't aren't wasn't weren't haven't hasn't hadn't wouldn't couldn't shouldn't mustn't ain't
    """),
    "pl": _listed("""
        nie ni ani bez nikt nikogo nikomu nikim nic niczego niczemu niczym nigdy nigdzie żaden żadna żadne żadnego żadnej żadnemu żadnym
        żadną żadnych żadnymi brak braku brakuje niemożliwe
    """),
    "de": _listed("""
        nicht nichts nie niemals niemand niemanden niemandem nirgends nirgendwo ohne weder noch kein keine keinen keinem keiner keines
        kaum nein keinerlei keineswegs
    """),
}
#: What may stand for a negated word, as patterns of whole words: «не дозволив» may be "refused".
_IMPLICIT: Mapping[str, str] = {
    "uk": r"""
        не(?!зале|щодав|щаст|обхід|дол|зва|ділі|ділю|відкл|вдов)\w{3,} без(?!пек|посер|умовн)\w{3,} бракує брак\w* відмов\w* відхил\w*
        відсутн\w* заборон\w* запереч\w* припин\w* мало ледве навряд крім окрім замість уник\w* позба[вм]\w* анти\w+ проти\w* заважа\w*
        завад\w* запобіг\w* жодн\w+ далеко перестал?\w* попри втра[тч]\w* провал\w* сумнів\w* доки рідк\w+ малоймовірн\w* інакше хіба
    """,
    "en": r"""
        (?:un|dis|mis|non|anti)\w{4,} in(?:ab|ac|ad|cap|comp|cons|corr|defin|dep|eff|elig|expl|suff|toler|val|vis)\w+
        im(?:poss|pract|mob)\w+ ir(?:reg|resp|rev)\w+ ill?egal\w* \w+less(?:ly|ness)? few fewer less refus\w+ fail\w* den(?:y|ie\w+|ial)
        reject\w* absen\w+ lack\w* ban banned bans prohibit\w* forbid\w* prevent\w* avoid\w* stop\w* rare\w* seldom against instead
        except declin\w+ doubt\w* miss\w* until ceas\w+ regardless despite otherwise exclud\w+ neglect\w* free short\w* only wrong\w*
        scarce secret\w* \w+-free lost?e?s? out too sure help withdr\w+ withh\w+ abandon\w* difficult\w* hard long long-\w+ still yet
        any anything anyone ever rather beyond far
    """,
    "pl": r"""
        nie\w{3,} bez\w{3,} odm[ao]wi\w* odrzu\w+ zakaz\w* zaprzecz\w* zabrak\w* jedynie mało ledwie rzadko unik\w+ przeciw\w* zamiast
        oprócz poza zanim dopóki przesta\w+ wątp\w+ zbyt pozba\w+ trudno anty\w+ strac\w+ utrat\w+
    """,
    "de": r"""
        un\w{3,} \w+los(?:e[nmrs]?)? miss\w+ verweiger\w* ablehn\w* lehn\w* verbot\w* verbiet\w* fehl\w* mangel\w* verhinder\w*
        vermeid\w* nur wenig\w* selten gegen statt außer bevor zweifel\w* bestreit\w* bestritt\w* scheiter\w* verlor\w* verlier\w*
        anti\w+
    """,
}
_IMPLIED = {tongue: later(rf"(?:{'|'.join(words.split())})\Z") for tongue, words in _IMPLICIT.items()}


def _parts(word: str) -> tuple[str, ...]:
    """Return a word in small letters, and its parts between hyphens: "no-deal"."""
    low = word.lower()
    return (low.replace("’", "'"), *low.split("-"))


def _negating(locale: str) -> Iterator[str]:
    """Yield the words that negate, with either apostrophe."""
    for word in _WORDS.get(language(locale), ()):
        yield from (word, word.replace("'", "’"))


#: Words that negate.
NEGATES = trait(words=_negating, parts=True)


#: “Bill No. 13335”, “Order No 12”; without a point, “No 5G” and “No 100% …” negate, and so may what opens a sentence.
_NUMBERED = later(r"\b[Nn]o\.\s?\d|(?<![.!?…:]\s)(?<!\A)(?<![«“„\"'(—–-])\bNo\s?\d+(?![\w%-]|\s?(?:%|per\s?cent))")
_LEFT = 12
#: “Zero casualties” denies; “below zero”, “zero degrees”, “from zero to 100” do not.
_BEFORE_ZERO = later(r"\b(?:below|above|ground|absolute)\s\Z", re.IGNORECASE)
_UNITS_OF_ZERO = "degrees?|celsius|fahrenheit|per\\s?cent|points?|hours?"
_BEHIND_ZERO = later(rf"(?![\s-]+[^\W\d_])|[\s-](?:{_UNITS_OF_ZERO}|to|and|or|in|at|on|by|for|as|is|was)\b", re.IGNORECASE)


def first(side: Side) -> Word | None:
    """Return the first word of a text that negates; the “No.” of a number and a zero that counts do not."""
    words = _WORDS.get(side.language, frozenset())
    negating = (word for word in side.having(NEGATES) if word.text.lower().replace("’", "'") in words)
    return next((word for word in negating if not _numeral(word, side)), None)


def _numeral(word: Word, side: Side) -> bool:
    if side.language != "en":
        return False
    low, prose = word.text.lower(), side.prose
    if low == "zero":
        return bool(_BEFORE_ZERO.search(prose, max(0, word.start - _LEFT), word.start) or _BEHIND_ZERO.match(prose, word.end))
    return low == "no" and _NUMBERED.match(prose, word.start) is not None


def implied(side: Side) -> bool:
    """Tell whether a text may say no without a word that negates."""
    return side.language not in _IMPLIED or any(_implies(word, side.language) for word in side.spelt)


@lru_cache(maxsize=16_384)
def _implies(word: str, tongue: str) -> bool:
    return any(map(_IMPLIED[tongue].match, _parts(word)))


def unanswered(side: Side, other: Side) -> Word | None:
    """Return a word of ``side`` that negates, where nothing in ``other`` says no in any way, and no 0 answers a zero."""
    if not side.traits & NEGATES or (other.traits & NEGATES and not _only_numbers(other)) or implied(other):
        return None
    word = first(side)
    return None if word and word.text.lower() == "zero" and "0" in other.values else word


def _only_numbers(side: Side) -> bool:
    """Tell whether all that looks like a negation is “No.” before a number."""
    if side.language != "en" or not side.traits & DIGIT or "No" not in side.prose:  # as nearly all are
        return False
    return _NUMBERED.search(side.prose) is not None and first(side) is None


#: Negations that a text may have beside those of ``_WORDS``: of other languages, and in forms that are rarer.
_MORE = _listed("""
    нет нельзя никто никого ничего никогда никакой никакая никакие ни никуда нигде без отсутствует нечего некому
    ніскільки анітрохи навряд ледь ледве аніхто аніщо bynajmniej nimmer
""")
#: Of the words that may stand for a negation, those that mostly do not.
_LOOSE = _listed("""
    yet still too sure help hard long out any anything anyone ever rather far beyond free until short однак інакше хіба доки
    попри далеко мало poza zanim dopóki zbyt trudno bevor außer gegen
""")
#: Of Russian only what this needs.
_REVERSES_RU = later(r"(?:не(?!дел|мец|мц|сколь|который)\w{3,}|без\w{4,}|бес\w{4,}|отка[зж]\w*|запре[тщ]\w*|отриц\w*|отклон\w*|лиш\w+)\Z")


def negates(word: str, tongue: str) -> bool:
    """Tell whether a word in small letters, with straight apostrophes, negates."""
    return word in _WORDS.get(tongue, frozenset()) or word in _MORE or (tongue == "en" and word.endswith("n't"))


def reverses(word: str, tongue: str) -> bool:
    """Tell whether a word in small letters says no without a negation: “denied”, “illegal”, «відмовився», „unmöglich“."""
    if word in _LOOSE or word.split("-")[0] in _LOOSE:
        return False
    return _REVERSES_RU.match(word) is not None if tongue == "ru" else tongue in _IMPLIED and _implies(word, tongue)
