"""Patronymics, which stand in a name or are left out of it as it pleases: «Володимир Олександрович Зеленський»."""

import re

_ENDING = re.compile(r"\w+(?:[оеєё]вич|йович|[іїое]вн|[иі]н[иі]чн)(?:[ауеіиою]|ем|еві|ою)?\Z")


def is_patronymic(word: str) -> bool:
    """Tell whether ``word`` is some form of a Ukrainian or Russian patronymic."""
    return word[:1].isupper() and _ENDING.match(word) is not None
