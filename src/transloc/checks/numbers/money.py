"""Sums of money: which currency stands beside a number, in five languages and by its sign or ISO code.

Compared is the kind of coin and not the country: “Canadian dollars” and «доларів» are both dollars.
"""

import re

from transloc.checks.numbers.figures import Figure
from transloc.checks.pair import Side
from transloc.checks.text.later import later
from transloc.checks.text.traits import sign, trait

#: ISO 4217 codes with what their currencies are called; a word is given by its stem.
_CURRENCIES = {
    "USD": r"(?:US|C|A|CA|AU)?\$|usd\b|дол(?:ар|\b)|доллар|dolar|dollar",
    "EUR": r"€|eur\b|євро|евро|euros?\b",
    "UAH": r"₴|uah\b|грн\b|гривн|гривен|hryvn|hrywn|hrywie|griwn",
    "GBP": r"£|gbp\b|фунт|pounds?\b|funt|pfund",
    "PLN": r"pln\b|zł\b|злот|złot|zlot|zloty",
    "RUB": r"₽|rub\b|руб|rubl|roubl|rubel",
    "JPY": r"¥|jpy\b|єн[аиу]?\b|иен|yens?\b|jen(?:y|ów|a)?\b",
    "CNY": r"cny\b|rmb\b|юан|yuan|juan",
    "CHF": r"chf\b|франк|francs?\b|frank(?:i|ów|en)\b",
    "CZK": r"czk\b|kč\b|крон|koron|crowns?\b|kron",
}
_NAMED = "|".join(rf"(?P<{code}>{stems})" for code, stems in _CURRENCIES.items())
_NEAR = r"[\s-]?(?:[^\W\d_]+\s)?"
_AFTER = later(rf"{_NEAR}(?<![^\W\d_])(?:{_NAMED})", re.IGNORECASE)
_BEFORE = later(rf"(?<![^\W\d_])(?:{_NAMED})\s?\Z", re.IGNORECASE)
_SIGNS = "€£$₴₽¥"
_WORD = later(_NAMED, re.IGNORECASE)
_LEFT, _RIGHT = 5, 34


def _of_money(word: str, _: str) -> bool:
    return any(map(_WORD.match, re.split("['’ʼ`-]", word)))


_BEGINNINGS = """
    usd дол dol eur євро евро uah грн гривн гривен hryvn hrywn hrywie griwn gbp фунт pound funt pfund pln zł злот zlot rub руб roub jpy єн
    иен yen jen cny rmb юан yuan juan chf франк franc frank czk kč крон koron crown kron
"""


#: Words for a currency.
OF_MONEY = trait(beginnings=lambda _: _BEGINNINGS.split(), parts=True, tells=_of_money)
sign(_SIGNS, bit=OF_MONEY)


def named(word: str) -> bool:
    """Tell whether ``word`` is a currency or its sign."""
    return _WORD.match(word) is not None


def mentioned(side: Side) -> bool:
    """Tell whether a text speaks of money at all."""
    return bool(side.traits & OF_MONEY)


def currency(figure: Figure, side: Side) -> str:
    """Return the ISO code of the currency beside ``figure``, empty where there is none."""
    if not mentioned(side):
        return ""
    prose = side.prose
    found = _BEFORE.search(prose, max(0, figure.start - _LEFT), figure.start)
    behind = _behind(figure, prose)
    found = found or _AFTER.match(prose[behind : behind + _RIGHT])
    return found.lastgroup or "" if found else ""


def _behind(figure: Figure, prose: str) -> int:
    """Return where the words behind a number begin: after the point that shortens its scale word, «тис. грн»."""
    return figure.stop + (figure.power > 0 and prose.startswith(".", figure.stop))


def span(figure: Figure, prose: str) -> tuple[int, int]:
    """Return where the sum stands: its number, scale word and currency."""
    before = _BEFORE.search(prose, max(0, figure.start - _LEFT), figure.start)
    if before:
        return figure.start - len(before[0]), figure.stop
    behind = _behind(figure, prose)
    after = _AFTER.match(prose[behind : behind + _RIGHT])
    word = re.compile(r"\w*").match(prose, behind + after.end()) if after else None
    return figure.start, word.end() if word else figure.stop
