"""What simplemma knows of Ukrainian: the lemma of a form. Loaded on the first question, as it takes most of a second."""

from functools import cache


@cache
def _table():  # type: ignore[no-untyped-def]
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory

    return DefaultDictionaryFactory().get_dictionary("uk")


def lemma(word: str) -> str:
    """Return the lemma of ``word``, empty where it is unknown."""
    table = _table()
    return table.get(word) or table.get(word.lower()) or table.get(word.capitalize()) or ""


def attested(form: str, of: str) -> bool:
    """Tell whether ``form`` is known as a form of the word ``of``, whatever the case of its letters."""
    table = _table()
    wanted = of.lower()
    return any(table.get(written, "").lower() == wanted for written in {form, form.lower(), form.capitalize()})
