"""What a catalog, or another program's memory, gives to ours; and what ours gives away."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from transloc import markup
from transloc.errors import InputError
from transloc.formats.tmx import TranslationUnit, Variant
from transloc.languages import fallbacks, language, normalise
from transloc.memory import Entry
from transloc.model import Catalog, Segment

#: The origin of entries from a TMX file, whoever made them there.
TMX = "tmx"

_PREVIOUS, _NEXT = "prev", "next"  # as OmegaT calls them
_ARTICLE, _ORIGIN = "x-article", "x-origin"


def entries(catalog: Catalog) -> tuple[Entry, ...]:
    """Return an entry for each confirmed segment of a catalog, which names its locales; omitted and added ones give none."""
    segments = [segment for segment in catalog.segments if segment.source]
    return tuple(_entry(segments, at, catalog) for at, segment in enumerate(segments) if segment.done and segment.target)


def _entry(segments: list[Segment], at: int, catalog: Catalog) -> Entry:
    segment = segments[at]
    return Entry(
        source=segment.source,
        target=segment.target,
        source_locale=catalog.source_locale,
        target_locale=catalog.target_locale,
        previous=segments[at - 1].source if at else "",
        next=segments[at + 1].source if at + 1 < len(segments) else "",
        origin=segment.origin,
        article=catalog.article,
        at=segment.at,
        by=segment.people[-1] if segment.people else "",
    )


@dataclass(slots=True)
class Taking:
    """Makes entries of a TMX file's units, in the languages ``source`` and ``targets`` of a project.

    ``tags`` counts the texts by the language that the file says; ``recoded`` are entries whose inline codes did not fit each other,
    and were left out. A tag means the project's locale that is the same, shorter or longer, or else the only one of its language.
    """

    source: str
    targets: tuple[str, ...]
    tags: Counter[str] = field(default_factory=Counter)
    recoded: int = 0
    _locales: dict[str, str] = field(default_factory=dict)

    def entries(self, units: Iterable[TranslationUnit]) -> Iterator[Entry]:
        """Yield an entry for each translation into a target; who made it is nobody's business here."""
        for unit in units:
            self.tags.update(variant.tag for variant in unit.variants)
            texts = {self._locale(variant.tag): variant for variant in reversed(unit.variants)}
            source = texts.get(self.source)
            for target in self.targets:
                if source and target in texts and source.text.strip() and texts[target].text.strip():
                    yield self._taken(source, texts[target], target, unit)

    def _taken(self, source: Variant, target: Variant, locale: str, unit: TranslationUnit) -> Entry:
        said, meant = source.text, target.text
        if ("<" in said or "<" in meant) and not markup.valid(said, meant):
            said, meant = (markup.escape(markup.words(text)) for text in (said, meant))
            self.recoded += 1
        told = unit.properties
        around = (told[_PREVIOUS], told[_NEXT]) if _PREVIOUS in told and _NEXT in told else (None, None)
        return Entry(
            source=said,
            target=meant,
            source_locale=self.source,
            target_locale=locale,
            previous=around[0],
            next=around[1],
            origin=TMX,
            article=told.get(_ARTICLE, ""),
            at=target.at,
        )

    def _locale(self, tag: str) -> str:
        if tag not in self._locales:
            self._locales[tag] = _meant(tag, (self.source, *self.targets))
        return self._locales[tag]

    def nothing(self, path: str) -> InputError:
        """Return what to tell of a file that has no entry for the project."""
        if not self.tags:
            return InputError("it has no translation at all", path=path, hint="Export it anew as TMX")
        told = ", ".join(sorted(self.tags)[:8])
        wanted = " or ".join(self.targets)
        hint = next((hint for tag in self.tags if (hint := _hint(tag, self.targets))), "See source and targets in transloc.toml")
        return InputError(f"it has no translation from {self.source} into {wanted}; its languages are {told}", path=path, hint=hint)


def _meant(tag: str, locales: tuple[str, ...]) -> str:
    """Return which of ``locales`` a tag of any case and region means, empty where that is none or cannot be told."""
    try:
        wanted = normalise(tag.strip().replace("_", "-"))
    except InputError:
        return ""
    if wanted in locales:
        return wanted
    near = [locale for locale in locales if locale in fallbacks(wanted) or wanted in fallbacks(locale)]
    alike = near or [locale for locale in locales if language(locale) == language(wanted)]
    return alike[0] if len(alike) == 1 else ""


def _hint(tag: str, targets: tuple[str, ...]) -> str:
    try:
        wanted = normalise(tag.strip().replace("_", "-"))
    except InputError as error:
        return f"{error.message}. {error.hint}"
    several = sum(language(target) == language(wanted) for target in targets) > 1
    return f"Say with --to which of the project's targets {tag} is" if several and not _meant(tag, targets) else ""


def units(given: Iterable[Entry]) -> Iterator[TranslationUnit]:
    """Yield entries as units of TMX: people as opaque ids, neighbours, article and origin as properties."""
    for entry in given:
        told = {_PREVIOUS: entry.previous, _NEXT: entry.next, _ARTICLE: entry.article or None, _ORIGIN: entry.origin or None}
        yield TranslationUnit(
            (Variant(entry.source_locale, entry.source), Variant(entry.target_locale, entry.target, entry.at, entry.by)),
            {kind: value for kind, value in told.items() if value is not None},
        )
