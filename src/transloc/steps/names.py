"""The names sheet of an article: who and what is named, how each is spelt for the reader, and where it comes first."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from transloc import markup
from transloc.glossary import Concept, ConceptKind, Glossary, matcher
from transloc.glossary.families.calling import inflects, stem
from transloc.languages import romanise
from transloc.model import Catalog, Document, Kind, Segment
from transloc.steps import speech
from transloc.steps.people import People

#: What a sheet lists, in its order; names that no row of the glossary holds stand behind the persons.
_ORDER = (ConceptKind.PERSON.value, "", ConceptKind.ORG.value, ConceptKind.PLACE.value)
_SILENT = frozenset({Kind.LABEL, Kind.CATEGORY, Kind.TAG, Kind.DATE, Kind.GENRE})
_BREAK = re.compile(r"[^\w\s’'ʼ-]")
#: How far before a name its bearer's role may begin, in words: «заступник міністра закордонних справ Польщі …».
_ROLE = 7
#: Words of a stranger's name: what stands before is more likely a title.
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the article. ``source`` and ``target`` are its spellings, ``role`` the words beside it that say who that is.

    ``kind`` is that of the glossary's row (person, org, place), empty where there is none: ``target`` is then written by the rules of
    the reader's language, and empty where no rule leads there. ``count`` counts mentions, ``first_segment`` has the first.
    """

    source: str
    target: str
    role: str
    first_segment: str
    count: int
    kind: str

    @property
    def known(self) -> bool:
        """Whether the glossary has it."""
        return bool(self.kind)


@dataclass(slots=True)
class _Bearer:
    concept: Concept | None
    first: str
    forms: Counter[str] = field(default_factory=Counter)
    role: str = ""


def names_sheet(document: Document, catalog: Catalog, glossary: Glossary | None = None) -> tuple[Name, ...]:
    """Return the persons of the article, names that nobody knows, organisations and places, each in the order of first mention.

    A name of one word is counted where the glossary has it, or where it ends a longer one that came before.
    """
    article = {unit.id for unit in document.article}
    sheet = _Sheet(glossary, catalog.source_locale, catalog.target_locale)
    for segment in catalog:
        if segment.source and segment.unit in article and segment.kind not in _SILENT:
            sheet.read(segment)
    return tuple(sorted(sheet.names(), key=lambda name: _ORDER.index(name.kind)))


class _Sheet:
    def __init__(self, glossary: Glossary | None, source: str, target: str) -> None:
        self.glossary, self.source, self.target = glossary, source, target
        self.columns = (glossary.column_for(source) or "", glossary.column_for(target) or "") if glossary else ("", "")
        self.people = People(glossary, source)
        self.titles = [stem(title.split()[0].casefold()) for title in self._of_kind(ConceptKind.TITLE)]
        self.places = [stem(place.casefold()) for place in self._of_kind(ConceptKind.PLACE) if " " not in place]
        self.bearers: dict[str, _Bearer] = {}

    def _of_kind(self, kind: ConceptKind) -> Iterator[str]:
        for concept in self.glossary.concepts if self.glossary else ():
            if concept.kind is kind:
                yield from concept.variants(self.columns[0])

    def read(self, segment: Segment) -> None:
        """Take in the names of one segment."""
        words = markup.words(segment.source)
        found = matcher(self.glossary, self.source).find(markup.escape(words)) if self.glossary else ()
        places = [match for match in found if match.concept.kind in (ConceptKind.ORG, ConceptKind.PLACE)]
        for name in speech.names(words):
            start, end = name.span
            if not any(match.start < end and start < match.end for match in places):
                self._person(name, words, segment.id)
        for match in places:
            self._bearer(match.concept.id, match.concept, segment.id).forms[match.text] += 1

    def _person(self, name: speech.Name, words: str, segment: str) -> None:
        own, concept = self._own(name, words)
        key = concept.id if concept else self._stranger(own)
        if key:
            bearer = self._bearer(key, concept, segment)
            bearer.forms[own.text] += 1
            bearer.role = bearer.role or self._role(words[: own.span[0]]) or self._apposition(words[own.span[1] :])

    def _own(self, name: speech.Name, words: str) -> tuple[speech.Name, Concept | None]:
        """Return a name without the capitalised words that lead to it («Президент Франції …», «З Гайдук»), and whom it names."""
        starts = [found.start() + name.span[0] for found in re.finditer(r"\S+", words[slice(*name.span)])]
        rest = [speech.Name(name.words[at:], (starts[at], name.span[1])) for at in range(len(name.words))]
        while len(rest) > 1 and (len(rest[0].words[0]) == 1 or self._titled(rest[0].words[0])):
            del rest[0]
        whole = rest if len(rest) == 1 else rest[:-1]  # a surname alone says nothing beside another first name
        for shorter in whole:
            if concept := self.people.known(shorter):
                return shorter, concept
        return rest[max(0, len(rest) - _LONGEST)], None

    def _titled(self, word: str) -> bool:
        return any(inflects(word.casefold(), title) for title in self.titles)

    def _bearer(self, key: str, concept: Concept | None, segment: str) -> _Bearer:
        return self.bearers.setdefault(key, _Bearer(concept, segment))

    def _stranger(self, name: speech.Name) -> str:
        """Return what a name that the glossary does not have is kept under, empty where it may be none."""
        own = [word.casefold() for word in name.words]
        for key, bearer in self.bearers.items():
            parts = key.split()
            agrees = len(own) == 1 or (len(own) == len(parts) and all(map(inflects, own, parts)))
            if bearer.concept is None and agrees and inflects(own[-1], parts[-1]):
                return key
        placed = any(inflects(word, place) for word in own for place in self.places)  # «Порти Одеси» are nobody
        return " ".join(map(stem, own)) if len(own) > 1 and not placed else ""

    def _role(self, before: str) -> str:
        clause = _BREAK.split(before)[-1].split()[-_ROLE:]
        for at, word in enumerate(clause):
            if self._titled(word):
                return " ".join(clause[at:])
        return ""

    def _apposition(self, after: str) -> str:
        """Return the role that stands behind a name between commas: «Олена Гайдук, заступниця міністра,»."""
        if not after.startswith(", "):
            return ""
        clause = _BREAK.split(after[2:])[0].strip()
        return clause if any(map(self._titled, clause.split()[:1])) and len(clause.split()) <= _ROLE else ""

    def names(self) -> Iterator[Name]:
        """Yield the rows of the sheet, by first mention."""
        for bearer in self.bearers.values():
            written, concept = bearer.forms.most_common(1)[0][0], bearer.concept
            source = (concept.preferred(self.columns[0]) if concept else "") or written
            if concept:
                target = concept.preferred(self.columns[1]) if concept.translate else source
            else:
                target = romanise.name(written, self.source, self.target)
            yield Name(source, target, bearer.role, bearer.first, bearer.forms.total(), concept.kind.value if concept else "")
