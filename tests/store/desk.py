"""A small newsroom: one article, an English catalog, and the people who work on it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from transloc.model import Article, Catalog, Code, Document, Kind, Person, Role, Segment, Stated, Unit
from transloc.states import Action, Change
from transloc.steps.review import Rules
from transloc.store import Store

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
RULES = Rules(source_locale="uk", target_locale="en")
ALICE = Person("p1", "Alice", Role.TRANSLATOR)
BOB = Person("p2", "Bob", Role.EDITOR)
SOURCES = ("Переговори у Варшаві", "Міністри зустрілися.", "Вони домовилися <1>про все</1>.", "Далі буде.")


def article(slug: str = "talks", sources: tuple[str, ...] = SOURCES) -> Article:
    units = tuple(
        Unit(
            id=f"u{at:08x}",
            kind=Kind.PARAGRAPH if at else Kind.HEADLINE,
            source=source,
            span=(at * 100, at * 100 + len(source)),
            codes=(Code(1, "**", "**", "bold"), Code(2, "<br>")) if "<1>" in source else (),
            parent="u00000000" if at == 2 else "",
            block=(at * 100, at * 100 + 90) if at else None,
            note="a note" if at == 1 else "",
            syntax='{"quote":"\'"}' if at == 3 else "",
        )
        for at, source in enumerate(sources)
    )
    document = Document(
        format="markdown",
        data="\n\n".join(sources).encode("cp1251", "replace"),
        encoding="cp1251",
        units=units,
        metadata={"author": Stated("Олена", "front matter")},
    )
    return Article(slug=slug, path=f"articles/{slug}.md", locale="uk", document=document)


def catalog(one: Article, locale: str = "en") -> Catalog:
    return Catalog(
        article=one.slug,
        source_locale=one.locale,
        target_locale=locale,
        segments=tuple(Segment(id=f"{unit.id}.s1", source=unit.source, kind=unit.kind) for unit in one.document.units),
        digest=sha256(one.document.data).hexdigest(),
    )


@dataclass
class Desk:
    """A store, and short ways to work on the article “talks” in English."""

    store: Store
    slug: str = "talks"
    locale: str = "en"

    def ids(self) -> list[str]:
        return [segment.id for segment in self.store.catalog(self.slug, self.locale)]

    def segment(self, identity: str) -> Segment:
        return next(s for s in self.store.catalog(self.slug, self.locale) if s.id == identity)

    def do(self, identity: str, action: Action, *, by: Person | None = ALICE, seen: int | None = None, **words) -> Segment:
        seen = self.segment(identity).revision if seen is None else seen
        change = Change(action=action, at=words.pop("at", NOON), actor=by, **words)
        return self.store.change(self.slug, self.locale, identity, seen=seen, change=change, rules=words.get("rules", RULES))

    def translate(self, identity: str, target: str, **words) -> Segment:
        return self.do(identity, Action.EDIT, target=target, **words)
