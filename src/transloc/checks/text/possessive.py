"""The mark of a possessive, which is no part of a name."""

from transloc.checks.text.later import later

_POSSESSIVE = later(r"['’]s?\Z")


def without_possessive(word: str) -> str:
    """Return ``word`` without the mark of a possessive at its end: “Haiduk” of “Haiduk's”, “Hughes” of “Hughes'”."""
    return _POSSESSIVE.sub("", word)
