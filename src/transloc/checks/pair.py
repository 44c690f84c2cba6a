"""A source and its target, analysed once for all rules."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from transloc import markup
from transloc.checks.dates import calendar
from transloc.checks.dates.calendar import Mention
from transloc.checks.numbers import figures
from transloc.checks.numbers.figures import Figure
from transloc.checks.style.house import House
from transloc.checks.text import traits
from transloc.checks.text.kept import kept
from transloc.glossary import Glossary, Match, matcher
from transloc.languages import language
from transloc.model import Finding, Kind, Quotation, Severity, Span

#: Web and mail addresses, handles and hashtags.
ADDRESS = re.compile(
    r"""(?: https?:// | www\. ) [^\s<>"«»“”]+
    | [\w.+-]{1,64} @ [\w-]{1,63} (?:\.[\w-]{1,63}){1,5}
    | (?<!\w) [@#] \w+
    | \b (?:[\w-]{1,63}\.){1,5} (?:com|org|net|ua|info|eu|gov)\b [^\s<>"«»“”]*""",
    re.VERBOSE,
)
_FEW = 20
MAY_BE_ADDRESS = traits.sign("", r"@|#|://|\.[a-z]{2}")
DIGIT = traits.sign("", r"\d")
#: A source in which a term may begin.
TERM = traits.terms(lambda glossary, locale: matcher(glossary, locale).begins)


class Word(NamedTuple):
    """A run of letters, with its inner apostrophes and hyphens; offsets count the side's bare words."""

    text: str
    start: int
    end: int


_made = tuple.__new__  # half the time of Word(…), and every rule asks for the words


class Side:
    """One text of a pair: ``text`` with inline codes, ``locale`` its language, ``language`` the subtag of it alone.

    ``glossary`` is the one that a source is read by, where there is one: its traits tell what it may have of the terms.

    ``bare`` are its words without inline codes, ``prose`` the same with web and mail addresses, handles and hashtags blanked, so that
    offsets count alike in both; ``tokens`` is what stands between white spaces in the prose. ``traits`` tells what the words of the prose,
    and the signs of the bare words, may be: see ``traits``. All other parts are found on first use.
    A side equals itself alone, so that what is remembered of it need not compare texts.
    """

    def __init__(self, text: str, locale: str, glossary: Glossary | None = None) -> None:
        self.text: Final = text
        self.locale: Final = locale
        self.language: Final = language(locale)
        self._plain = markup.strip(text) if "<" in text else None
        self.bare: Final = self._plain.words if self._plain else text
        self.glossary: Final = glossary
        self._known = traits.known(locale, glossary)
        tokens, marked, found = self._known.read(self.bare)
        self._signed, prose = marked, self.bare
        if found & MAY_BE_ADDRESS:
            prose = ADDRESS.sub(lambda address: " " * len(address[0]), prose)
            tokens, marked, of_words = self._known.read(prose)
            found = found & traits.of_signs() | of_words
        self.prose: Final = prose
        self.tokens: Final[Sequence[str]] = tokens
        self.traits: Final = found
        self._marked = marked

    def having_sign(self, wanted: int) -> list[str]:
        """Return what stands between white spaces in the bare words and has one of the signs ``wanted``, in order."""
        return [token for _, token, bits in self._signed if bits & wanted]

    def numbered_having(self, wanted: int) -> list[tuple[int, str]]:
        """Return which of the ``tokens`` have one of the traits ``wanted``, by their places among them, in order."""
        return [(number, token) for number, token, bits in self._marked if bits & wanted]

    @kept
    def spelt(self) -> list[str]:
        """The words of ``prose`` as they are spelt, in order, without their places: what most rules need, and soon found."""
        return traits.words_of(self.tokens)

    @kept
    def words(self) -> tuple[Word, ...]:
        """The words of ``prose``, in order."""
        find, at, found = self.prose.index, 0, []
        for text in self.spelt:  # between two words no letter stands: the next one is the next place that reads so
            start = find(text, at)
            at = start + len(text)
            found.append(_made(Word, (text, start, at)))
        return tuple(found)

    def having(self, wanted: int) -> list[Word]:
        """Return the words that have one of the traits ``wanted``, in order."""
        if not self.traits & wanted:
            return []
        known = self._known.of_words
        return [word for token, word in self._words_with(wanted) if word.text is token or known[word.text] & wanted]

    def words_with(self, wanted: int) -> list[Word]:
        """Return all words of the ``tokens`` that have one of the traits ``wanted``, in order."""
        return [word for _, word in self._words_with(wanted)]

    def _words_with(self, wanted: int) -> list[tuple[str, Word]]:
        find, at, found = self.prose.index, 0, list[tuple[str, Word]]()
        for _, token, bits in self._marked:
            if bits & wanted:
                at = self._place(token, at)
                for text in traits.words_in(token):
                    start = find(text, at)
                    at = start + len(text)
                    found.append((token, _made(Word, (text, start, at))))
        return found

    def _place(self, token: str, at: int) -> int:
        """Return where ``token`` stands between white spaces, from ``at`` on."""
        prose = self.prose
        while True:
            at = prose.index(token, at)
            end = at + len(token)
            if (not at or prose[at - 1].isspace()) and (end == len(prose) or prose[end].isspace()):
                return at
            at += 1

    def spelt_having(self, wanted: int) -> list[str]:
        """Return the same as they are spelt."""
        if not self.traits & wanted:
            return []
        known, found = self._known.of_words, []
        for _, token, bits in self._marked:
            if bits & wanted:
                if token.isalpha():
                    found.append(token)
                else:
                    found += [word for word in traits.words_in(token) if known[word] & wanted]
        return found

    @kept
    def terms(self) -> tuple[Match, ...]:
        """The terms of the glossary that a source is read by."""
        if self.glossary is None or not self.traits & TERM:
            return ()
        return matcher(self.glossary, self.locale).find_in(self.text, [number for number, _, bits in self._signed if bits & TERM])

    @kept
    def vocabulary(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(map(str.lower, self.spelt))

    @kept
    def figures(self) -> tuple[Figure, ...]:
        """The numbers written in digits."""
        return figures.find(self.prose) if self.traits & DIGIT else ()

    @kept
    def digits(self) -> frozenset[str]:
        """Every value that the numbers written in digits may mean."""
        return frozenset(chain.from_iterable(chain.from_iterable([figure.readings for figure in self.figures])))

    @kept
    def _by_reading(self) -> dict[tuple[str, ...], list[Figure]]:
        found: dict[tuple[str, ...], list[Figure]] = {}
        for figure in self.figures:
            for reading in figure.readings:
                found.setdefault(reading, []).append(figure)
        return found

    def twins(self, figure: Figure) -> list[Figure]:
        """Return the numbers here that may have the value of ``figure``, a few of them: in a long table the rest say no more."""
        same = (twin for reading in figure.readings for twin in self._by_reading.get(reading, ())[:_FEW])
        return list(dict.fromkeys(same))

    @kept
    def values(self) -> frozenset[str]:
        """Every value that the text may mean by its digits or number words."""
        return self.digits | figures.values_in_words(self.prose, self.language)

    @kept
    def mentions(self) -> tuple[Mention, ...]:
        """The months and weekdays that the text names."""
        named = self.having(calendar.NAMED)
        figures = bool(self.traits & DIGIT) and any(map(calendar.may_be_figures, self.having_sign(DIGIT)))
        return calendar.find(self.prose, named, self.locale, in_figures=figures) if named or figures else ()

    def span(self, start: int, end: int) -> Span:
        """Return the span of ``text`` that holds the bare words from ``start`` to ``end``."""
        return self._plain.span(start, end) if self._plain else (start, end)

    def replaced(self, start: int, end: int, words: str) -> str | None:
        """Return ``text`` with the bare words from ``start`` to ``end`` replaced; None where an inline code stands between them."""
        first, last = self.span(start, end)
        return None if "<" in self.text[first:last] else self.text[:first] + words + self.text[last:]


@lru_cache(maxsize=128)
def side(text: str, locale: str, glossary: Glossary | None = None) -> Side:
    """Return the analysed text, made once while its neighbours are checked."""
    return Side(text, locale, glossary)


@dataclass(slots=True, kw_only=True, eq=False)  # a frozen one takes three times as long to make
class Pair:
    """What a rule sees, and does not change.

    ``others`` are the targets of the other segments of the unit, None where one is still missing; ``quotations`` those that a person
    marked and whose words reach into the source. ``house`` is the style of the target's language, None where there is none;
    ``named`` are the ids of the persons whom the article names before, None where that is not known.
    """

    source: Side
    target: Side
    glossary: Glossary | None = None
    others: tuple[Side | None, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    house: House | None = None
    named: frozenset[str] | None = None

    @property
    def traits(self) -> int:
        """What either text may have, and what it is judged by: a rule that looks for none of it need not be asked."""
        found = traits.EVERY | self.source.traits | self.target.traits
        if self.glossary is not None:
            found |= traits.GLOSSARY
            if self.source.glossary is not self.glossary:  # nothing is known of its terms
                found |= traits.of_terms()
        if self.house is not None:
            found |= traits.HOUSE
        return found | traits.QUOTATIONS if self.quotations else found


def finding(
    rule: str,
    message: str,
    *,
    severity: Severity = Severity.ERROR,
    source: tuple[Span, ...] = (),
    target: tuple[Span, ...] = (),
    fix: str | None = None,
) -> Finding:
    """Return a finding; the spans count code points of the texts with their codes."""
    return Finding(rule=rule, severity=severity, message=message, source_spans=source, target_spans=target, fix=fix)


#: Yields what is wrong with a pair.
Rule = Callable[[Pair], Iterable[Finding]]
