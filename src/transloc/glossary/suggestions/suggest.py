"""From sentences to names that a glossary lacks, the most frequent first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from transloc.glossary.entry import ConceptKind, Glossary
from transloc.glossary.families.calling import people
from transloc.glossary.inflection.citation import adjective, citation, common
from transloc.glossary.matcher import matcher
from transloc.glossary.stems import stems
from transloc.glossary.suggestions.cluster import Cluster, clusters
from transloc.glossary.suggestions.find import Mention, Small, mentions
from transloc.glossary.suggestions.propose import Memory, Proposal, Published, propose
from transloc.languages import given_names, language
from transloc.languages.scripts import Script, script_of

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of an article, without codes; ``target`` is its translation where a person vouches for it."""

    words: str
    article: str = ""
    place: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A name: ``seen`` is the first sentence that has it, ``count`` how often it was mentioned, ``forms`` how."""

    name: str
    kind: ConceptKind
    count: int
    forms: tuple[str, ...]
    articles: tuple[str, ...]
    seen: Text
    proposal: Proposal


def suggest(texts: Iterable[Text], glossary: Glossary, source: str, target: str, most: int = 20) -> tuple[Suggested, ...]:
    """Return at most ``most`` names of ``texts`` that ``glossary`` lacks, each with what is proposed for ``target``.

    A name of one word must be mentioned twice, and once where no sentence begins with it.
    """
    read = tuple(texts)
    small = Small()
    small.read(text.words for text in read)
    found = _Found(read, glossary, source, small)
    groups = [cluster for cluster in clusters(found.all(), source, lambda words: _of_person(words, source)) if found.names(cluster)]
    groups.sort(key=lambda cluster: -cluster.count)
    memory = Memory(text.target for text in read if text.target)
    return tuple(_suggested(cluster, found, memory, glossary, source, target) for cluster in groups[:most])


class _Found:
    """All mentions, by number; ``at`` tells where each of them stands."""

    def __init__(self, texts: tuple[Text, ...], glossary: Glossary, locale: str, small: Small) -> None:
        self.texts, self.locale, self._small = texts, locale, small
        self._matcher = matcher(glossary, locale) if glossary.column_for(locale) else None
        self._people = people(glossary, locale)
        self.at: list[tuple[Text, Mention]] = []

    def all(self) -> Iterator[tuple[tuple[str, ...], int]]:
        """Yield the words of each mention that the glossary does not know, and its number."""
        parts = [(text, part) for text in self.texts for mention in mentions(text.words) for part in self._unknown(text, mention)]
        single = {part.words[0] for _, part in parts if len(part.words) == 1 and not part.open}
        alone = frozenset(stem for word in single for stem in stems(word, self.locale))
        for text, whole in parts:
            for part in _apart(text.words, whole, lambda word: not alone.isdisjoint(stems(word, self.locale))):
                self.at.append((text, part))
                yield part.words, len(self.at) - 1

    def _unknown(self, text: Text, mention: Mention) -> Iterator[Mention]:
        """Yield what is left of a mention without the terms of the glossary, and the everyday word that a sentence begins with."""
        known = [(m.start, m.end) for m in self._matcher.find(text.words, nested=True)] if self._matcher else []
        run: list[tuple[str, int]] = []
        at = mention.start
        for number, word in enumerate(mention.words):
            at = text.words.index(word, at)
            plain = number == 0 and mention.open and self._everyday(word, alone=len(mention.words) == 1)
            if plain or any(start < at + len(word) and at < end for start, end in known):
                yield from self._part(run, mention)
                run = []
            else:
                run.append((word, at))
            at += len(word)
        yield from self._part(run, mention)

    def _everyday(self, word: str, *, alone: bool) -> bool:
        """Tell whether a word may only begin the sentence; a first name before another capital does not, though «роман» is a word."""
        named = not alone and _first_name(word)
        return not named and (word in self._small or common(word, self.locale))

    def _part(self, run: list[tuple[str, int]], mention: Mention) -> Iterator[Mention]:
        while run and run[0][0].islower():
            run = run[1:]
        while run and run[-1][0].islower():
            run = run[:-1]
        if run and not (len(run) == 1 and self._people and self._people.by(run[0][0])):
            start, end = run[0][1], run[-1][1] + len(run[-1][0])
            yield Mention(tuple(word for word, _ in run), start, end, mention.open and start == mention.start)

    def names(self, cluster: Cluster) -> bool:
        """Tell whether a cluster is a name, and no word that happens to begin a sentence."""
        longest = max(cluster.forms, key=len)
        if len(longest) > 1:
            return True
        inside = any(not self.at[place][1].open for place in cluster.places)
        word = longest[0]
        everyday = not word.isupper() and all(adjective(form[0], self.locale) for form in cluster.forms)
        return cluster.count >= _FEWEST and inside and len(word) > 1 and not everyday


def _apart(text: str, mention: Mention, alone: Callable[[str], bool]) -> Iterator[Mention]:
    """Yield two names that stand side by side («… у Парижі Олена Гайдук …») each for itself.

    The first is one that stands alone elsewhere, or an abbreviation, or the second begins with a first name.
    """
    first, *rest = mention.words
    follows = len(rest) > 1 and (first.isupper() or (_first_name(rest[0]) and not _first_name(first)))
    if rest and rest[0][0].isupper() and (alone(first) or follows):
        start = text.index(rest[0], mention.start + len(first))
        yield Mention((first,), mention.start, mention.start + len(first), mention.open)
        yield from _apart(text, Mention(tuple(rest), start, mention.end, open=False), alone)
    else:
        yield mention


def _first_name(word: str) -> bool:
    return any(_same(word, name) for name in given_names.UKRAINIAN if len(name) > 3)


def _same(word: str, name: str) -> bool:
    stem = name.rstrip("аяоийь")
    return word.startswith(stem) and len(word) <= len(stem) + 4


def _suggested(cluster: Cluster, found: _Found, memory: Memory, glossary: Glossary, source: str, target: str) -> Suggested:
    kind = _kind(cluster, source)
    name = citation(cluster.seen, source, kind)
    if kind is ConceptKind.TERM and name.endswith(("енко", "чук", "щук")):
        kind = ConceptKind.PERSON
    places = [found.at[place] for place in cluster.places]
    seen = (Published(text.words[: mention.start], text.target) for text, mention in places)
    return Suggested(
        name=name,
        kind=kind,
        count=cluster.count,
        forms=tuple(" ".join(form) for form, _ in cluster.forms.most_common()),
        articles=tuple(dict.fromkeys(text.article for text, _ in places)),
        seen=places[0][0],
        proposal=propose(name, kind, seen, memory, glossary, source, target),
    )


def _kind(cluster: Cluster, locale: str) -> ConceptKind:
    """Return what a name most likely is; a term where one word tells nothing."""
    words = max(cluster.forms, key=lambda form: (len(form), cluster.forms[form]))
    if len(words) == 1:
        return ConceptKind.ABBR if words[0].isupper() and len(words[0]) > 1 else ConceptKind.TERM
    if _of_person(words, locale):
        return ConceptKind.PERSON
    return ConceptKind.TERM if _in_other_letters(words[0], locale) else ConceptKind.ORG


def _of_person(words: tuple[str, ...], locale: str) -> bool:
    """Tell whether words are a person's name: no everyday word, adjective or abbreviation among them, and none in other letters."""
    if len(words) < 2 or _in_other_letters(words[0], locale):  # a title in Latin letters tells nothing
        return False
    if _first_name(words[0]):
        return True
    return not (common(words[0], locale) or adjective(words[0], locale) or any(word.isupper() and len(word) > 1 for word in words))


def _in_other_letters(word: str, locale: str) -> bool:
    return word.isascii() and script_of(language(locale)) is Script.CYRILLIC
