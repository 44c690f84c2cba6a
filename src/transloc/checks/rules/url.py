"""``url``: a web address was lost or changed."""

import re
from collections.abc import Iterator

from transloc.checks.links import addresses
from transloc.checks.links.addresses import Address
from transloc.checks.pair import Pair
from transloc.checks.text.traits import sign
from transloc.model import Finding
from transloc.wording import say

NAME = "url"

LOOKS_FOR = sign("", r"\.[^\W_]")
#: How addresses write a language where they do not write its tag.
_SHORT = {"uk": ("uk", "ua", "ukr"), "en": ("en", "eng"), "cs": ("cs", "cz")}


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each address that the target does not have.

    The same page in the language of the target is right: uk.wikipedia.org and en.wikipedia.org, example.com/ua/ and example.com/en/.
    """
    if not pair.source.traits & LOOKS_FOR:
        return
    ours, theirs = addresses.web(pair.source), addresses.web(pair.target)
    lost, new = addresses.strangers(ours, theirs), addresses.strangers(theirs, ours)
    for address in tuple(lost):
        twin = next((other for other in new if _twins(address, other, pair)), None)
        if twin:
            lost.remove(address)
            new.remove(twin)
    yield from addresses.compared(NAME, say("address"), pair, lost, new)


def _twins(one: Address, other: Address, pair: Pair) -> bool:
    """Tell whether two addresses differ by the language that they name, and behind another host of its own by the page's name."""
    first, second = _neutral(one, pair.source.language), _neutral(other, pair.target.language)
    if first == second:
        return True
    host, other_host = first.split("/")[0], second.split("/")[0]
    return "*" in host and host == other_host


def _neutral(address: Address, language: str) -> str:
    names = "|".join(_SHORT.get(language, (language,)))
    key = re.sub(rf"\A(?:{names})\.(?=[^/]+\.)", "*.", address.key)
    return re.sub(rf"/(?:{names})(?=/|\Z)", "/*", key)
