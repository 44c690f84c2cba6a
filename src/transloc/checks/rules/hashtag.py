"""``hashtag``: a hashtag or a handle was lost or changed."""

from collections.abc import Iterator

from transloc.checks.links import addresses
from transloc.checks.links.addresses import Address
from transloc.checks.pair import MAY_BE_ADDRESS, Pair
from transloc.checks.text.alphabets import foreign
from transloc.model import Finding
from transloc.wording import say

NAME = "hashtag"
LOOKS_FOR = MAY_BE_ADDRESS


def check(pair: Pair) -> Iterator[Finding]:
    """Yield a finding for each hashtag or handle that the target does not have.

    A hashtag in letters that the target's language does not write may be translated, into another hashtag in its own letters; one that
    is spelt nearly as a lost one is that one, misspelt.
    """
    if "#" in pair.source.text:
        ours, theirs = addresses.hashtags(pair.source), addresses.hashtags(pair.target)
        lost, new = addresses.strangers(ours, theirs), addresses.strangers(theirs, ours)
        strange = [tag.key for tag in new if _foreign(tag, pair)]
        translated = [tag for tag in lost if _foreign(tag, pair) and addresses.nearest(tag, strange) is None]
        excused = set(translated)
        kept = [tag for tag in lost if tag not in excused]
        free = max(0, len(new) - max(len(strange), len(kept)))
        yield from addresses.compared(NAME, say("hashtag"), pair, kept + translated[free:], new)
    if "@" in pair.source.text:
        ours, theirs = addresses.handles(pair.source), addresses.handles(pair.target)
        yield from addresses.compared(NAME, say("handle"), pair, addresses.strangers(ours, theirs), addresses.strangers(theirs, ours))


def _foreign(tag: Address, pair: Pair) -> bool:
    return foreign(tag.text, pair.target.language, pair.source.language)
