"""Web and mail addresses, hashtags and handles in a text: what must come through a translation as it is."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from transloc.checks.pair import Pair, Side, finding
from transloc.checks.text.later import later
from transloc.model import Finding, Severity
from transloc.wording import say

_WEB = later(
    r"""(?: https?:// | ftp:// | \bwww\. ) [^\s<>"«»“”„]+
    | (?<![\w@.-]) (?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,5} (?:com|org|net|ua|info|eu|gov|edu|io|uk|de|pl|укр)\b
        (?: /[^\s<>"«»“”„]* )?(?!@)""",
    re.VERBOSE | re.IGNORECASE,
)
_MAIL = later(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
_HASHTAG = later(r"(?<![\w&/#])#(?=\d*[^\W\d_])\w+")
_HANDLE = later(r"(?<![\w./@])@\w{2,}(?![\w.]*@)")
_TRAILING = ".,;:!?…—–'’‘*"
#: How like two addresses are, of 100, when one is taken for the other misspelt.
_ALIKE = 60
#: With so many others one is compared: a text of nothing but addresses takes no longer for it.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Address:
    """One address; the span counts the bare words of its side."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """What two writings of one address share: scheme, "www.", case of letters and a last slash do not count."""
        key = re.sub(r"\A(?:https?://)?(?:www\.)?", "", self.text.lower())
        return key.rstrip("/")

    @property
    def weight(self) -> Severity:
        """How much it weighs when it is lost: a host alone («weather.com») may be a name, which can be put in other words."""
        return Severity.ERROR if re.search(r"[/@#]|\Awww\.", self.text, re.IGNORECASE) else Severity.WARNING


def web(side: Side) -> tuple[Address, ...]:
    """Return the web addresses of a side, without the punctuation of the sentence behind them."""
    return tuple(_of_web(found) for found in _WEB.finditer(side.bare))


def _of_web(found: re.Match[str]) -> Address:
    text = found[0].rstrip(_TRAILING)
    while text.endswith((")", "]")) and text.count("(") + text.count("[") < text.count(")") + text.count("]"):
        text = text[:-1].rstrip(_TRAILING)
    return Address(text, found.start(), found.start() + len(text))


def mail(side: Side) -> tuple[Address, ...]:
    """Return the mail addresses of a side."""
    return tuple(_trimmed(found) for found in _MAIL.finditer(side.bare))


def hashtags(side: Side) -> tuple[Address, ...]:
    """Return the hashtags of a side; «#1» is none."""
    return tuple(Address(found[0], *found.span()) for found in _HASHTAG.finditer(side.bare))


def handles(side: Side) -> tuple[Address, ...]:
    """Return the handles of a side (@name)."""
    return tuple(Address(found[0], *found.span()) for found in _HANDLE.finditer(side.bare))


def _trimmed(found: re.Match[str]) -> Address:
    text = found[0].rstrip(".-")
    return Address(text, found.start(), found.start() + len(text))


def strangers(ours: Iterable[Address], theirs: Iterable[Address]) -> list[Address]:
    """Return the addresses of ``ours`` that ``theirs`` lacks, each once."""
    known = {address.key for address in theirs}
    return list({address.key: address for address in ours if address.key not in known}.values())


def compared(rule: str, noun: str, pair: Pair, lost: list[Address], new: list[Address]) -> Iterator[Finding]:
    """Yield a finding for each address that the target lost, or changed into one of ``new``, the likest first."""
    left, keys = list(new), [address.key for address in new]
    for address in lost:
        at = nearest(address, keys)
        here = (pair.source.span(address.start, address.end),)
        if at is None:
            yield finding(
                rule,
                say("The {noun} {address} is missing from the target", noun=noun, address=address.text),
                severity=address.weight,
                source=here,
            )
            continue
        near = left.pop(at)
        del keys[at]
        start, end = pair.target.span(near.start, near.end)
        text = pair.target.text
        fix = text[:start] + address.text + text[end:] if "<" not in text[start:end] else None
        message = say("The {noun} {address} became {near}", noun=noun, address=address.text, near=near.text)
        yield finding(rule, message, severity=address.weight, source=here, target=((start, end),), fix=fix)


def nearest(address: Address, keys: Sequence[str]) -> int | None:
    """Return the place of the one of ``keys`` that is likest, where one is like at all."""
    found = process.extractOne(address.key, keys[:_MOST], scorer=fuzz.ratio, score_cutoff=_ALIKE) if keys else None
    return found[2] if found else None
