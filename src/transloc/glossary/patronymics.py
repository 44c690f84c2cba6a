"""Patronymics, which stand in a name or are left out of it as it pleases: «Володимир Олександрович Зеленський»."""

import re

_ENDING = re.compile(r"\w+(?:[оеєё]вич|йович|[іїое]вн|[иі]н[иі]чн)(?:[ауеіиою]|ем|еві|ою)?\Z")


def ends_so(word: str) -> bool:
    """Tell whether a word, in whatever case, ends as some form of a Ukrainian or Russian patronymic does."""
    return _ENDING.match(word) is not None


def is_patronymic(word: str) -> bool:
    """Tell whether a word is a patronymic: it ends so, and has a capital."""
    return word[:1].isupper() and ends_so(word)
