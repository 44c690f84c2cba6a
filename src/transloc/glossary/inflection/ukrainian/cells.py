"""The cells of a paradigm as bits of one number, so that agreement is an AND.

A cell is a case of one gender in the singular, or of the plural. A form stands in as many cells as it serves: «сили» is the genitive of
the feminine and the nominative of the plural.
"""

from collections.abc import Iterable, Iterator, Mapping

#: A form of a word → the cells that it serves.
Forms = Mapping[str, int]

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")
GENDERS = "mfnp"  # the plural has no genders, and counts as one

ANY = (1 << len(CASES) * len(GENDERS)) - 1
NOMINATIVE = sum(1 << len(CASES) * at for at in range(len(GENDERS)))


_WIDTH = len(CASES)


def cell(gender: str, case: int) -> int:
    """Return the bit of a case, by its place in ``CASES``, of a gender or of the plural."""
    return 1 << GENDERS.index(gender) * len(CASES) + case


def column(gender: str) -> int:
    """Return all cases of a gender, or of the plural."""
    return ((1 << len(CASES)) - 1) << GENDERS.index(gender) * len(CASES)


def genderless(forms: Forms) -> Forms:
    """Return ``forms`` with their cells of the singular spread over all genders: for words that agree in case and number alone."""
    spread_out: dict[str, int] = {}
    for form, cells in forms.items():
        singular = cells | cells >> _WIDTH | cells >> 2 * _WIDTH
        spread_out[form] = cells & column("p") | (singular & column("m")) * (1 | 1 << _WIDTH | 1 << 2 * _WIDTH)
    return spread_out


def as_gender(forms: Forms, gender: str) -> Forms:
    """Return ``forms`` with their cells of the singular, of whatever gender, as those of ``gender``."""
    return within(genderless(forms), column(gender) | column("p"))


def union(several: Iterable[Forms]) -> dict[str, int]:
    """Return the forms of all, each with the cells that it serves in any."""
    merged: dict[str, int] = {}
    for forms in several:
        for form, cells in forms.items():
            merged[form] = merged.get(form, 0) | cells
    return merged


def within(forms: Forms, cells: int) -> dict[str, int]:
    """Return the forms that serve one of ``cells``, with these alone."""
    return {form: kept for form, has in forms.items() if (kept := has & cells)}


def join(parts: Iterable[Forms], between: str = " ") -> Forms:
    """Return the phrases of one form a part, where all agree in case, number and gender."""
    joined: dict[str, int] = {"": ANY}
    for part in parts:
        step: dict[str, int] = {}
        for before, cells in joined.items():
            for form, has in part.items():
                if both := cells & has:
                    phrase = before + between + form if before else form
                    step[phrase] = step.get(phrase, 0) | both
        joined = step
    return joined


def spread(table: str, gender: str) -> Iterator[tuple[str, int]]:
    """Yield each ending of a table of seven cases with its cell; ``|`` stands between endings of one case."""
    for case, endings in enumerate(table.split()):
        for ending in endings.split("|"):
            yield ending, cell(gender, case)
