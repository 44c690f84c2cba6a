"""Whether an edit of a target touches its facts; in doubt it does, for then other eyes look at it again."""

import re
from collections import Counter

from transloc.checks.numbers.number_words import word_values
from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.checks.text.possessive import without_possessive


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATIONS = _set("""
    not no never none nobody nothing neither nor without cannot nowhere hardly unless не ні ані без ніхто нічого ніколи жоден жодна
    жодного жодної немає нема ніде ніяк нет нельзя никто ничего никогда никакой ни няма нито никой нищо никога nie bez nikt nic nigdy
    żaden żadna żadne brak nicht nein kein keine keinen keiner keinem keines niemand nichts niemals ohne weder noch ne pas jamais rien
    aucun aucune sans personne nunca nadie nada sin ningún ninguna non mai niente nessuno senza nici niciodată fără nu
""")
# Days and months that their languages write in lower case, by their stems; elsewhere the capital makes them names.
_CALENDAR = later(
    r"(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)(?:ень|ня|ні|нем|ий|ого|ому|им|а|у)\b"
    r"|(?:понеділ|вівтор|серед[аиуіо]|четвер|п'ятни|субот|неділ)\w*"
    r"|(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)\w*"
    r"|(?:styczni|styczeń|lut[yeg]|marzec|marca|kwieci|maj[aeu]?\b|czerw|lip[ci]|sierp|wrze[sś]|pa[zź]dzier|listopad|grud)\w*"
    r"|(?:poniedział|wtor|środ|czwart|piąt[ek]|sobot|niedziel)\w*",
)
_STARTERS = _set("""
    a an the this that these those he she it they we you i his her its their our my in on at by for from with of to as after before
    when while if but and or so yet also according however meanwhile earlier later now then there here what who where why how many
    some most all both each every one following despite although because since until during under over another other such more less
    only just even still again once today yesterday tomorrow це цей ця ці той та те він вона вони ми ви я у в на за з із до від про
    при під після перед коли якщо але і й або також однак тим водночас раніше пізніше тепер тоді там тут що хто де чому як який яка
    які усі всі кожен інший ще вже лише навіть сьогодні вчора
""")
_OPENS = later(r"(?:[.!?…:]\s+|\n)[\s«“„\"'(–—-]*\Z")
_MARKS = " \t\n\u00a0«“„\"'(–—-"
_LOOK_BACK = 12
_QUOTED = later(r"«([^«»]*)»|[“„]([^“”„]*)[“”]|\"([^\"]*)\"")


def differ(before: str, after: str, locale: str) -> bool:
    """Tell whether ``after`` has other numbers, dates, names, negations or quotations than ``before``.

    A name is a word with a capital, at a sentence's start only where it is no common opening word.
    """
    if before == after:
        return False
    return _facts(Side(before, locale)) != _facts(Side(after, locale))


def _facts(side: Side) -> tuple[object, ...]:
    words = [word.text for word in side.words]
    lowered = [word.lower().replace("’", "'") for word in words]
    return (
        Counter(re.sub(r"\s", "", figure.text) for figure in side.figures),
        word_values(side.prose, side.language),
        Counter(_CALENDAR.findall(side.prose.lower().replace("’", "'"))),
        _names(side),
        Counter("not" if word.endswith("n't") else word for word in lowered if word in _NEGATIONS or word.endswith("n't")),
        Counter(_quotations(side.bare)),
        Counter(re.findall(r"https?://\S+", side.bare)),
    )


def _names(side: Side) -> Counter[str]:
    names = []
    for word in side.words:
        name = without_possessive(word.text)
        if not name[:1].isupper():
            continue
        if not (_opens(side.prose, word.start) and name.lower() in _STARTERS):
            names.append(name)
    return Counter(names)


def _opens(prose: str, at: int) -> bool:
    """Tell whether a sentence begins at ``at``."""
    before = prose[max(0, at - _LOOK_BACK) : at]
    return (at < _LOOK_BACK and not before.strip(_MARKS)) or _OPENS.search(before) is not None


def _quotations(text: str) -> list[str]:
    quoted = [" ".join((found[1] or found[2] or found[3] or "").split()) for found in _QUOTED.finditer(text)]
    return [words.rstrip(".,") for words in quoted]
