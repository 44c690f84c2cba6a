"""``email``: a mail address was lost or changed."""

from collections.abc import Iterator

from transloc.checks.links import addresses
from transloc.checks.pair import MAY_BE_ADDRESS, Pair
from transloc.model import Finding
from transloc.wording import say

NAME = "email"
LOOKS_FOR = MAY_BE_ADDRESS


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each mail address that the target does not have."""
    if "@" not in pair.source.text:
        return
    ours, theirs = addresses.mail(pair.source), addresses.mail(pair.target)
    yield from addresses.compared(NAME, say("mail address"), pair, addresses.strangers(ours, theirs), addresses.strangers(theirs, ours))
