"""The quotations of an article: whose words they are, and whether they were spoken or printed in another language than the source's.

A suspicion, no verdict: nothing is blocked by it. An engine that puts back into English what a newspaper put into Ukrainian makes
nobody's words, so somebody has to look (docs/reference/units.md).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from transloc import markup
from transloc.checks.quotations.quoted import marked
from transloc.glossary import Glossary, matcher
from transloc.glossary.entry import Concept, ConceptKind
from transloc.model import Document, Kind, Quotation, Span, Unit
from transloc.steps import speech
from transloc.steps.people import People

#: Units in which nobody speaks.
_SILENT = frozenset({Kind.ATTRIBUTE, Kind.LABEL, Kind.TAG, Kind.CATEGORY, Kind.DATE, Kind.BYLINE, Kind.SOURCES, Kind.CAPTION, Kind.GENRE})
#: Fewer words without a speaker are a title or a word held at a distance («червоні лінії»).
_FEWEST = 6
#: So many are somebody's words within a sentence that tells of speaking.
_FEWEST_WITHIN = 4
#: How far before and after a quotation its speaker is looked for, in characters.
_NEAR = 240
_SAID = re.compile(r"[.,!?…]?\s*[,.]?\s*(?P<dash>[—–-]\s)?")
_SENTENCE = re.compile(r"[.!?…](?=\s|\Z)|\s[—–]\s(?=[«“„\"])")
_DASHED = re.compile(r"[—–−-]\s*")
_ATTRIBUTION = re.compile(r"attribution of (?P<unit>\S+)\Z")
_MOST_OF_A_NAME = 4
_ADDRESS = re.compile(r"https?://[^\s\"'<>)]+")


def find(document: Document, glossary: Glossary | None = None, *, locale: str = "") -> tuple[Quotation, ...]:
    """Return the quotations in the article, in its order; ``span`` is that of the words without their marks, in the unit's source.

    Of a speaker whom the glossary knows, the preferred name and the language are taken from there. ``locale`` is the document's
    language; without it what the document states of itself counts, else Ukrainian.
    """
    stated = document.metadata["language"].value if "language" in document.metadata else ""
    return tuple(_Search(document.article, glossary, locale or stated or "uk").run())


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a unit, what is said of them (``clause``), and what stands around both; ``span`` lies in the unit's words."""

    span: Span
    clause: str
    around: str


class _Search:
    def __init__(self, units: Iterable[Unit], glossary: Glossary | None, locale: str) -> None:
        self.units = tuple(unit for unit in units if unit.kind not in _SILENT)
        self.glossary = glossary
        self.locale = locale
        self.column = glossary.column_for(locale) if glossary else None
        self.people = People(glossary, locale)
        self.lines = {found["unit"]: unit for unit in self.units if (found := _ATTRIBUTION.match(unit.note))}
        self.last: Quotation | None = None  # the one before, whose speaker may go on

    def run(self) -> Iterator[Quotation]:
        before = ""
        for unit in self.units:
            plain = markup.strip(unit.source)
            if not _ATTRIBUTION.match(unit.note):
                addresses = _addresses(self.lines.get(unit.id, unit))
                for said in _pulled(plain.words) if unit.kind is Kind.QUOTE else _spoken(plain.words):
                    self.last = self._quotation(unit, plain, said, before, addresses)
                    yield self.last
            before = plain.words[-_NEAR:]

    def _quotation(self, unit: Unit, plain: markup.Plain, said: _Said, before: str, addresses: Sequence[tuple[int, str]]) -> Quotation:
        line, span = self.lines.get(unit.id), plain.span(*said.span)
        clause = markup.words(line.source) if line else said.clause
        name, concept = self._speaker(clause, line is not None or unit.kind is Kind.QUOTE)
        gender = None if name else speech.unnamed(clause)
        if gender is not None:
            name, concept = self._meant(gender, plain.words[max(0, said.span[0] - _NEAR) : said.span[0]], before)
        near = f"{clause}\n{said.around}"
        start, stop = (0, len(line.source)) if line else (span[1], span[1] + _NEAR)
        link = bisect_left(addresses, (start, ""))
        return Quotation(
            unit=unit.id,
            span=span,
            text=plain.words[slice(*said.span)],
            speaker=name,
            spoken_in=(concept.speaks if concept else "") or speech.spoken_in(near),
            published_in=self._published(near),
            url=addresses[link][1] if link < len(addresses) and addresses[link][0] < stop else "",
        )

    def _speaker(self, clause: str, line: bool) -> tuple[str, Concept | None]:
        """Return who speaks by ``clause``; of a line under a quotation, what stands before the first comma."""
        bare = speech.without_media(_DASHED.sub("", clause, count=1) if _DASHED.match(clause) else clause)
        stop = len(bare) if line else speech.stands_for(bare)
        candidates = [name for name in speech.names(bare) if name.span[0] < stop and not self._no_person(name)]
        for name in candidates:
            if concept := self.people.known(name):
                return concept.preferred(self.column or ""), concept
        head = bare.partition(",")[0].strip(" .")
        if line and head[:1].isupper() and not speech.VERB.match(bare) and len(head.split()) <= _MOST_OF_A_NAME:
            return head, None
        comma = bare.find(",", candidates[0].span[1]) if candidates else -1
        first = [name for name in candidates if comma < 0 or name.span[0] < comma]
        chosen = next((name for name in first if len(name.words) > 1), first[0] if first else None)
        return (chosen.text, None) if chosen else ("", None)

    def _no_person(self, name: speech.Name) -> bool:
        if not self.glossary or not self.column:
            return False
        found = matcher(self.glossary, self.locale).find(markup.escape(name.text))
        return any(
            match.concept.kind in (ConceptKind.PLACE, ConceptKind.ORG, ConceptKind.ABBR) for match in found if match.text == name.text
        )

    def _meant(self, gender: str, here: str, before: str) -> tuple[str, Concept | None]:
        """Return whom a pronoun stands for: the last person of the glossary, or the last speaker, who fits its gender."""
        for words in (here, before):
            for name in reversed(list(speech.names(words))):
                concept = self.people.known(name)
                if concept and (not concept.gender or not gender or concept.gender == gender):
                    return concept.preferred(self.column or ""), concept
        whole = [name.text for name in speech.names(here) if len(name.words) > 1]
        return (whole[-1] if whole else self.last.speaker if self.last else ""), None

    def _published(self, near: str) -> str:
        if told := speech.published_in(near):
            return told
        if not self.glossary:
            return ""
        found = matcher(self.glossary, self.locale).find(markup.escape(near))
        return next((m.concept.speaks for m in found if m.concept.kind in (ConceptKind.ORG, ConceptKind.TERM) and m.concept.speaks), "")


def _pulled(words: str) -> Iterator[_Said]:
    """Yield the one quotation that a unit of kind quote is: within its marks, or all of it; what follows a dash is its speaker's."""
    spans = marked(words)
    first = spans[0] if spans and not words[: spans[0][0]].strip() else None
    if first is None:
        if any(map(str.isalpha, words)) and not _DASHED.match(words):
            yield _Said((0, len(words)), "", "")
        return
    rest = words[first[1] :].lstrip(".,!?… \u00a0")
    last = spans[-1] if not rest or not _DASHED.match(rest) else first
    yield _Said((first[0] + 1, last[1] - 1), words[last[1] :].lstrip(".,!?… \u00a0"), "")


def _spoken(words: str) -> Iterator[_Said]:
    """Yield what stands in quotation marks and is somebody's words."""
    ended = 0
    for start, end in marked(words):
        inside = words[start + 1 : end - 1]
        before, after = words[max(ended, start - _NEAR) : start], words[end : end + _NEAR]
        clause = _after(inside, after) or _before(before, inside)
        whole = len(inside.split()) >= _FEWEST and (not before.strip() or before.rstrip()[-1] in ".!?…:")
        if any(map(str.isalpha, inside)) and (clause or whole):
            yield _Said((start + 1, end - 1), clause, f"{before[_last_sentence(before) :]} {_first_sentence(after)}")
        ended = end


def _after(inside: str, after: str) -> str:
    """Return the clause that follows: «…», — сказав Шмигаль; “…,” said Macron; “…”, Macron said."""
    found = _SAID.match(after)
    clause = _first_sentence(after[found.end() :]) if found else ""
    verb = speech.VERB.search(clause)
    near = verb is not None and len(clause[: verb.start()].split()) <= 4
    if found and found["dash"]:
        broken = (inside.rstrip()[-1:] or " ") in ",!?…" or after.lstrip()[:1] == ","
        return clause if near or broken else ""
    mark = (inside.rstrip()[-1:] or " ") in ",.!?…" or after.lstrip()[:1] == ","
    return clause if near and mark and len(clause[: verb.start() if verb else 0].split()) <= 3 else ""


def _before(before: str, inside: str) -> str:
    """Return the clause that leads in: «Він заявив: «…»»; «За словами Каплан, «…»»; «Він сказав, що це «…»», where it is no mere word."""
    clause = before[_last_sentence(before) :].strip()
    told = speech.VERB.search(clause) or speech.ACCORDING.match(clause)
    part = len(inside.split()) >= _FEWEST_WITHIN and inside[:1].islower()
    return clause if told and (clause.endswith((":", ",")) or part) else ""


def _first_sentence(words: str) -> str:
    found = _SENTENCE.search(words)
    return words[: found.start()] if found else words


def _last_sentence(words: str) -> int:
    return max((found.end() for found in _SENTENCE.finditer(words.rstrip(".!?…"))), default=0)


def _addresses(unit: Unit) -> list[tuple[int, str]]:
    """Return where in a unit its links begin, and where they lead."""
    links = {code.number: _ADDRESS.search(code.open + (code.close or "")) for code in unit.codes if code.label.startswith("link")}
    tokens = markup.codes(unit.source) if links else ()
    return [(token.start, found[0]) for token in tokens if token.form is not markup.Form.CLOSE and (found := links.get(token.number))]
