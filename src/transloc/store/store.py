"""The whole interface of the store on one page; each method is carried out by the module of its noun.

What is marked ``_reads`` or ``_writes`` is one transaction. ``person`` and ``remind`` look in a first one, and write in a second where
there is something to write; ``entries`` and ``logged`` read each page in one of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

from transloc.glossary import Glossary
from transloc.model import Article, Catalog, Event, Person, Role, Segment
from transloc.states import Action, Change
from transloc.store.values import (
    Account,
    Asked,
    Batch,
    CachedAnswer,
    Comment,
    Counts,
    Draft,
    Drafted,
    Drafting,
    Handed,
    Job,
    Letter,
    Listed,
    Logged,
    Notification,
    Outcome,
    Row,
    SourceVersion,
    Version,
)

if TYPE_CHECKING:
    from transloc.memory import Entry
    from transloc.steps.review import Rules
    from transloc.store.connection import Database
    from transloc.store.events import Happened

#: Events that are read at a time.
_PAGE = 1000

P = ParamSpec("P")
R = TypeVar("R")


def open(root: Path) -> "Store":  # noqa: A001 -- store.open(root) reads as what it does
    """Open the database of the project in the folder ``root``, made and migrated where that is needed.

    It is ``.transloc/transloc.db``, or what DATABASE_URL names. One project is open in a process at a time: opening another
    closes this one. Raises InputError where the folder cannot be written or the database cannot be used.
    """
    from transloc.store import connection

    return Store(connection.connect(root))


def _reads(method: "Callable[Concatenate[Store, P], R]") -> "Callable[Concatenate[Store, P], R]":
    """Run a method on one snapshot of the database, so that what it reads fits together."""

    @wraps(method)
    def run(self: "Store", /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self._database.reading():
            return method(self, *args, **kwargs)

    return run


def _writes(method: "Callable[Concatenate[Store, P], R]") -> "Callable[Concatenate[Store, P], R]":
    """Run a method in one transaction: all of it is written, or none."""

    @wraps(method)
    def run(self: "Store", /, *args: P.args, **kwargs: P.kwargs) -> R:
        with self._database.writing():
            return method(self, *args, **kwargs)

    return run


class Store:
    """The database of one project. Methods may be called from any thread; a thread that ends calls ``release`` first.

    Unknown articles and locales raise InputError, forbidden steps Refused, stale ones StaleRevision.
    """

    def __init__(self, database: "Database") -> None:
        self._database = database

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the database back; the store cannot be used any more."""
        self._database.close()

    def release(self) -> None:
        """Close the calling thread's connection; the next call opens a new one."""
        self._database.release()

    # People

    def person(self, name: str, *, role: Role | None = None) -> Person:
        """Return the person of that name, made where there is none, as a translator unless ``role`` says more.

        A known person's role is raised to ``role``, never lowered.
        """
        from transloc.store import people

        with self._database.reading():
            known = people.known(name, role)
        if known:
            return known
        with self._database.writing():
            return people.person(name, role)

    @_reads
    def people(self) -> tuple[Person, ...]:
        """Return everybody, by name."""
        from transloc.store import people

        return people.everybody()

    # Accounts

    @_reads
    def accounts(self) -> tuple[Account, ...]:
        """Return all accounts, by name."""
        from transloc.store import accounts

        return accounts.everybody()

    @_reads
    def account(self, name: str) -> Account:
        """Return the account of the person ``name``; raises InputError, with those there are, where there is none."""
        from transloc.store import accounts

        return accounts.value(accounts.named(name))

    @_writes
    def add_account(self, name: str, role: Role, email: str = "", *, actor: Person, at: datetime) -> Account:
        """Make an account, without a password yet; raises Refused where the name or the address is taken."""
        from transloc.store import accounts

        return accounts.add(name, role, email, actor=actor, at=at)

    @_writes
    def change_account(self, name: str, wanted: Mapping[str, object], *, actor: Person, at: datetime) -> Account:
        """Change ``role``, ``email``, ``is_active``, ``language`` or ``mails`` of the person ``name``; raises InputError for nobody."""
        from transloc.store import accounts

        return accounts.change(accounts.named(name), wanted, actor=actor, at=at)

    @_writes
    def set_password(self, person: str, password: str, *, actor: Person, at: datetime) -> None:
        """Give the person with the id ``person`` a password; all their sessions end."""
        from transloc.store import accounts

        accounts.set_password(accounts.of(person), password, actor=actor, at=at)

    @_writes
    def password_token(self, name: str, secret: str, *, actor: Person, at: datetime) -> tuple[str, str]:
        """Return the id of the person ``name``, and what a link for setting their password is signed with, by ``secret``."""
        from transloc.store import accounts

        user = accounts.named(name)
        return user.public_id, accounts.token(user, secret, actor=actor, at=at)

    @_writes
    def note_account(self, person: str, what: str, *, after: str = "", actor: Person, at: datetime) -> None:
        """Keep by an Event that ``what`` of the person with the id ``person`` has changed, which the extra ``sso`` keeps."""
        from transloc.store import accounts

        accounts.noted(accounts.of(person), what, after=after, actor=actor, at=at)

    @_writes
    def forget_factor(self, name: str, *, actor: Person, at: datetime) -> None:
        """Take the second factor of the person ``name`` away; raises InputError for nobody, and where they have none."""
        from transloc.store import accounts

        accounts.forget_factor(accounts.named(name), actor=actor, at=at)

    @_writes
    def forget_provider(self, name: str, *, actor: Person, at: datetime) -> None:
        """Forget whom a provider knows the person ``name`` as; raises InputError for nobody, and where none knows them."""
        from transloc.store import accounts

        accounts.forget_provider(accounts.named(name), actor=actor, at=at)

    @_reads
    def with_factor(self) -> tuple[str, ...]:
        """Return the names of those whom a desk with the extra ``sso`` asks for a code."""
        from transloc.store import factors

        return factors.people()

    @_writes
    def tell(self, what: "Happened", person: Person | None, *, at: datetime, note: str = "") -> None:
        """Keep that somebody signed in, signed out, or was kept out."""
        from transloc.store import accounts

        accounts.happened(what, person, at=at, note=note)

    # Articles

    @_writes
    def add_article(
        self,
        article: Article,
        catalogs: Iterable[Catalog],
        *,
        actor: Person,
        at: datetime,
        deadline: datetime | None = None,
        imported: bool = False,
    ) -> None:
        """Add an article with its catalogs; raises Refused where the slug is taken.

        ``imported``: states are taken as written, each kept by an Event; only for rebuilding an empty database.
        """
        from transloc.store import articles

        articles.add(article, catalogs, actor=actor, at=at, deadline=deadline, imported=imported)

    @_writes
    def add_locale(
        self, slug: str, catalog: Catalog, *, actor: Person, at: datetime, deadline: datetime | None = None, imported: bool = False
    ) -> None:
        """Add a target locale to an article; raises Refused where it has it."""
        from transloc.store import articles

        articles.add_locale(slug, catalog, actor=actor, at=at, deadline=deadline, imported=imported)

    @_writes
    def update_article(self, article: Article, catalogs: Iterable[Catalog], *, actor: Person, at: datetime) -> None:
        """Replace an article's document, and the segments of all its catalogs by those given, which ``steps.update`` made.

        Every segment that is new, gone or changed has its Event; of one that is gone the Event keeps all. Raises Refused, with
        nothing changed, where a catalog was written since it was read.
        """
        from transloc.store import update

        update.update(article, catalogs, actor=actor, at=at)

    @_writes
    def set_deadline(self, slug: str, locale: str, deadline: datetime | None, *, actor: Person, at: datetime) -> None:
        """Set when a catalog is due; None takes the deadline away. Refused to all but editors."""
        from transloc.store import articles

        articles.set_deadline(slug, locale, deadline, actor=actor, at=at)

    @_writes
    def assign(self, slug: str, locale: str, person: Person | None, *, actor: Person, at: datetime, note: str = "") -> None:
        """Have ``person`` work on a catalog, None for nobody; ``note`` is what ``actor`` says with it.

        Editors assign. Everybody may take what is nobody's, and hand on what is theirs; other assignments are Refused.
        """
        from transloc.store import assignments

        assignments.assign(slug, locale, person, actor=actor, at=at, note=note)

    @_writes
    def claim(self, slug: str, locale: str, *, actor: Person, at: datetime) -> None:
        """Say that ``actor`` is at a catalog: for ``duty.HOLD`` after the last thing that they do there. It keeps nobody from writing.

        Refused while somebody else's claim runs.
        """
        from transloc.store import assignments

        assignments.claim(slug, locale, actor=actor, at=at)

    @_writes
    def release_claim(self, slug: str, locale: str, *, actor: Person, at: datetime) -> None:
        """End the claim of a catalog: its holder's business, or an editor's."""
        from transloc.store import assignments

        assignments.release(slug, locale, actor=actor, at=at)

    @_writes
    def renew_claim(self, slug: str, locale: str, *, actor: Person, at: datetime) -> None:
        """Have the claim of ``actor`` last from now on, where it still runs; what they write does the same by itself."""
        from transloc.store import assignments

        assignments.renew(slug, locale, actor=actor, at=at)

    @_reads
    def handed(self, places: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Handed]:
        """Return who last assigned each of these catalogs (slug, locale), where somebody did."""
        from transloc.store import assignments

        return assignments.handed(places)

    @_reads
    def went_out(self, places: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], datetime]:
        """Return when each of these catalogs (slug, locale) was last exported for readers, where it was."""
        from transloc.store import queries

        return queries.went_out(places)

    @_reads
    def colleagues(self) -> tuple[Person, ...]:
        """Return everybody who may be given work, by name."""
        from transloc.store import people

        return people.colleagues()

    @_reads
    def colleague(self, name: str) -> Person:
        """Return the one of ``colleagues`` with that name or id; raises InputError, with those there are, where there is none."""
        from transloc.store import people

        return people.colleague(name)

    @_reads
    def article(self, slug: str) -> Article:
        """Return one article with its document."""
        from transloc.store import articles

        return articles.article(slug)

    @_reads
    def listing(self) -> tuple[Listed, ...]:
        """Return every article without its document, by slug."""
        from transloc.store import articles

        return articles.listing()

    @_reads
    def locales(self, slug: str) -> tuple[str, ...]:
        """Return the target locales of an article, in alphabetical order."""
        from transloc.store import articles

        return articles.locales(slug)

    @_reads
    def headlines(self, locale: str) -> dict[str, str]:
        """Return by slug the headline of every article that has one in the target locale, with its inline codes."""
        from transloc.store import articles

        return articles.headlines(locale)

    @_reads
    def catalog(self, slug: str, locale: str) -> Catalog:
        """Return all segments in reading order, each with its revision."""
        from transloc.store import articles

        return articles.catalog(slug, locale)

    # Changes

    @_writes
    def change(self, slug: str, locale: str, segment: str, *, seen: int, change: Change, rules: "Rules") -> Segment:
        """Make one change to the segment with the id ``segment``, of which the revision ``seen`` was read.

        Raises StaleRevision with both texts where somebody wrote it meanwhile, Refused where a guard forbids it.
        """
        from transloc.store import review

        return review.change(slug, locale, (segment, seen, change), rules)

    @_writes
    def change_many(self, slug: str, locale: str, rows: Iterable[Row], *, rules: "Rules", typed: bool = True) -> Outcome:
        """Make many changes in one transaction; refused ones are reported, the others kept.

        Several changes of one segment, in order, all name the revision that was read before the first. Once one of them is
        refused, those after it are not tried. ``typed`` is False for what comes from a file or a script: what the same person is
        typing into such a segment at the desk is then another text, and kept.
        """
        from transloc.store import review

        return review.change_many(slug, locale, rows, rules, typed=typed)

    @_writes
    def add(self, slug: str, locale: str, segment: Segment, *, change: Change, rules: "Rules") -> Segment:
        """Add a target-only segment behind the unit ``segment.after``; an empty id is issued here.

        ``segment`` has no text yet: ``change``, an Action.ADD, carries it.
        """
        from transloc.store import review

        return review.add(slug, locale, segment, change, rules)

    @_writes
    def split(
        self,
        slug: str,
        locale: str,
        segment: str,
        *,
        seen: int,
        at: int,
        target_at: int,
        actor: Person,
        moment: datetime,
        rules: "Rules",
    ) -> tuple[Segment, Segment]:
        """Cut a segment in two at the offsets ``at`` of its source and ``target_at`` of its target (code points, codes counted).

        The first part keeps the id, the second stands behind it under a new one. Raises Refused where a part would have no words or
        broken codes, and StaleRevision as ``change`` does.
        """
        from transloc.store import resegment

        change = Change(action=Action.SPLIT, at=moment, actor=actor)
        return resegment.split(slug, locale, segment, seen, change, rules, at=at, target_at=target_at)

    @_writes
    def merge(
        self, slug: str, locale: str, segment: str, *, seen: int, following: int, actor: Person, moment: datetime, rules: "Rules"
    ) -> Segment:
        """Make one segment of ``segment`` and the next one of its unit; ``seen`` and ``following`` are the revisions that were read.

        The second one's comments move to the first, its Event keeps it whole. Raises Refused where nothing follows in the unit or
        ``actor`` has unsaved words in what follows, and StaleRevision as ``change`` does.
        """
        from transloc.store import resegment

        return resegment.merge(slug, locale, segment, (seen, following), Change(action=Action.MERGE, at=moment, actor=actor), rules)

    @_writes
    def recut(self, catalog: Catalog, *, actor: Person, at: datetime) -> None:
        """Replace the segments of a catalog by those given, whose units are cut as in a colleague's file (``steps.recut``).

        Events and a catalog that was written meanwhile are as with ``update_article``.
        """
        from transloc.store import update

        update.recut(catalog, actor=actor, at=at)

    @_writes
    def undo(self, slug: str, locale: str, *, actor: Person, moment: datetime, rules: "Rules") -> Segment:
        """Restore the segment as it stood before the last confirm, omit, sign-off or reject of ``actor`` that nobody has written over.

        Raises Refused where there is none, or where today's rules forbid the state that it led away from.
        """
        from transloc.store import undo

        return undo.undo(slug, locale, actor=actor, at=moment, rules=rules)

    @_writes
    def draft(
        self,
        slug: str,
        locale: str,
        rows: Iterable[Row],
        *,
        rules: "Rules",
        answers: Iterable[CachedAnswer] = (),
        batch: Batch | None = None,
    ) -> Drafted:
        """Write a finished batch whole: drafts, their Events, the answers to keep, and what it cost.

        A segment that was edited or removed meanwhile is left alone; the answer is kept all the same.
        """
        from transloc.store import review

        return review.draft(slug, locale, rows, rules, answers, batch)

    # Unfinished typing, and talk

    @_writes
    def keep_draft(self, slug: str, locale: str, segment: str, *, person: Person, text: str, seen: int, at: datetime) -> None:
        """Keep what somebody is typing, which is no edit: one text a segment and person, gone with their edit, confirm, omit or correct.

        ``seen`` is the revision that they began with. Raises Refused where there is no such segment.
        """
        from transloc.store import drafts

        drafts.keep(slug, locale, segment, person=person, text=text, seen=seen, at=at)

    @_writes
    def drop_draft(self, slug: str, locale: str, segment: str, *, person: Person) -> None:
        """Forget what somebody was typing."""
        from transloc.store import articles, drafts

        drafts.drop(articles.catalog_row(slug, locale), [(segment, person.id)])

    @_reads
    def drafts(self, slug: str, locale: str, *, person: Person) -> tuple[Draft, ...]:
        """Return what somebody was typing in a catalog, in the order of typing; its segment may be gone since."""
        from transloc.store import drafts

        return drafts.of(slug, locale, person)

    @_writes
    def comment(self, slug: str, locale: str, segment: str, *, author: Person, text: str, at: datetime) -> Comment:
        """Write a comment on a segment, never to be deleted; whom it names (“@Name”), and who spoke there before, is told."""
        from transloc.store import comments

        return comments.comment(slug, locale, segment, author=author, text=text, at=at)

    @_writes
    def settle(self, comment_id: int, *, actor: Person, at: datetime) -> Comment:
        """Mark a comment as done with; InputError where there is none."""
        from transloc.store import comments

        return comments.settle(comment_id, actor=actor, at=at)

    @_reads
    def comments(self, slug: str, locale: str, segment: str | None = None) -> tuple[Comment, ...]:
        """Return the comments of a catalog or of one segment, the oldest first, settled ones among them."""
        from transloc.store import comments

        return comments.comments(slug, locale, segment)

    @_reads
    def unsettled(self, slug: str, locale: str) -> Mapping[str, int]:
        """Return by segment how many comments of a catalog wait for an answer."""
        from transloc.store import comments

        return comments.unsettled(slug, locale)

    # What people are told

    @_reads
    def notifications(self, person: Person, *, before: int | None = None, limit: int = 50) -> tuple[Notification, ...]:
        """Return what ``person`` was told, the latest first; ``before`` is the number of the last one that was read."""
        from transloc.store import notifications

        return notifications.of(person.id, before, limit)

    @_reads
    def notification(self, number: int, *, person: Person) -> Notification | None:
        """Return one of what ``person`` was told; None where it is nobody's, or somebody else's."""
        from transloc.store import notifications

        return notifications.one(person.id, number)

    @_reads
    def unread(self, person: Person) -> int:
        """Return how many notifications ``person`` has not seen: cheap enough to ask with every page."""
        from transloc.store import notifications

        return notifications.unread(person.id)

    @_writes
    def see(self, person: Person, *, at: datetime, number: int | None = None, until: int | None = None) -> None:
        """Mark what ``person`` was told as seen: the one of this ``number``, or all, to the number ``until`` where it is given."""
        from transloc.store import notifications

        notifications.see(person.id, at, number, until)

    def remind(self, at: datetime) -> None:
        """Tell of deadlines that are near or missed, once each, and forget what was seen long ago; writes only where there is something."""
        from transloc.store import notifications

        with self._database.reading():
            idle = not notifications.due(at) and not notifications.old(at)
        if not idle:
            with self._database.writing():
                notifications.tell_due(at)
                notifications.forget(at)

    @_reads
    def letters(self, before: datetime) -> tuple[Letter, ...]:
        """Return what people who want mails have neither seen nor been mailed, where it was told before the moment ``before``."""
        from transloc.store import notifications

        return notifications.letters(before)

    @_writes
    def mailed(self, numbers: Iterable[int], *, at: datetime) -> None:
        """Mark notifications as mailed."""
        from transloc.store import notifications

        notifications.mailed(numbers, at)

    @_reads
    def glossary(self, digest: str) -> Glossary | None:
        """Return a glossary that some article was signed off with; None where it is not kept here."""
        from transloc.store import glossaries

        return glossaries.glossary(digest)

    # The mirror

    @_reads
    def base(self, slug: str, locale: str) -> Catalog | None:
        """Return the catalog as it was last synced with its PO file, None before the first time."""
        from transloc.store import bases

        return bases.base(slug, locale)

    @_reads
    def base_digest(self, slug: str, locale: str) -> str | None:
        """Return the digest of the PO file that was last synced, None before the first time."""
        from transloc.store import bases

        return bases.digest(slug, locale)

    @_writes
    def set_base(self, slug: str, locale: str, catalog: Catalog, digest: str) -> None:
        """Keep ``catalog`` as what was last synced, with the digest of the PO file."""
        from transloc.store import bases

        bases.set_base(slug, locale, catalog, digest)

    # Memory

    def lookup(self, source: str, source_locale: str, target_locale: str) -> "tuple[Entry, ...]":
        """Return the entries whose source is the same sentence (``memory.key``), the latest first."""
        return next(iter(self.known([source], source_locale, target_locale).values()), ())

    @_reads
    def known(self, sources: Iterable[str], source_locale: str, target_locale: str) -> "dict[str, tuple[Entry, ...]]":
        """Return by ``memory.key`` what ``lookup`` finds for each of ``sources``, where it finds anything."""
        from transloc.store import memory

        return memory.known(sources, source_locale, target_locale)

    @_reads
    def similar(self, source: str, source_locale: str, target_locale: str, *, least: float = 0.7) -> "tuple[Entry, ...]":
        """Return up to twenty entries whose source is like ``source``, from the score ``least`` (0 to 1), the most like first.

        Codes and numbers are not compared (``memory.comparable``); ``memory.ranked`` judges what is found.
        """
        from transloc.store import memory

        return memory.similar(source, source_locale, target_locale, least)

    @_reads
    def search(self, words: str, *, target_locale: str = "", limit: int = 20) -> "tuple[Entry, ...]":
        """Return entries that hold every one of ``words`` in source or target, the latest first.

        In any letter case; a word counts that begins so, and, where room is left, one that may be another form of it.
        """
        from transloc.store import memory

        return memory.search(words, target_locale, limit)

    def entries(self, *, target_locale: str = "") -> "Iterator[Entry]":
        """Yield the entries, the oldest first, a page at a time: what is written meanwhile may be among them."""
        from transloc.store import memory

        after = 0
        while True:
            with self._database.reading():
                page, after = memory.page(target_locale, after)
            if not page:
                return
            yield from page

    @_reads
    def count_entries(self) -> int:
        """Return the size of the memory."""
        from transloc.store import memory

        return memory.count()

    @_reads
    def count_by_origin(self) -> Mapping[tuple[str, str], Mapping[str, int]]:
        """Return by source and target locale how many entries there are of each origin."""
        from transloc.store import memory

        return memory.counts()

    @_writes
    def add_entries(self, entries: "Iterable[Entry]") -> int:
        """Add entries from elsewhere (a TMX file); returns how many were new. What is there already is left as it is."""
        from transloc.store import memory

        return memory.add(entries)

    # Progress, history

    @_reads
    def progress(self, slug: str | None = None) -> tuple[Counts, ...]:
        """Return how far each catalog is, by slug and locale."""
        from transloc.store import queries

        return queries.progress(slug)

    @_reads
    def revisions(self) -> dict[tuple[str, str], int]:
        """Return the revision of every catalog by slug and locale: cheap enough to ask every second what has changed."""
        from transloc.store import queries

        return queries.revisions()

    @_reads
    def machine_drafts(self, slug: str, locale: str) -> "dict[str, Drafting]":
        """Return by segment what an engine or the memory last drafted, where its source is still the one that was drafted."""
        from transloc.store import queries

        return queries.machine_drafts(slug, locale)

    @_reads
    def source_versions(self, slug: str, locale: str) -> "tuple[SourceVersion, ...]":
        """Return the new versions that an article came in, the oldest first, with what each did to one catalog."""
        from transloc.store import queries

        return queries.versions(slug, locale)

    @_reads
    def version(self, slug: str, locale: str) -> Version:
        """Return what tells whether a catalog and its article are still those that were read; InputError where there is none."""
        from transloc.store import queries

        return queries.version(slug, locale)

    @_reads
    def last_written(self, slug: str, locale: str, segment: str) -> Event | None:
        """Return the Event that gave a segment the text or the source that it has now; None where nothing was ever done to it."""
        from transloc.store import events

        return events.last(slug, locale, segment, ("target", "source"))

    @_reads
    def last_done(self, slug: str, locale: str, segment: str) -> Event | None:
        """Return the Event that last changed the text, the source or the state of a segment; None where nothing was ever done to it."""
        from transloc.store import events

        return events.last(slug, locale, segment, ("target", "source", "state"))

    @_reads
    def history(self, slug: str, locale: str | None = None, segment: str | None = None) -> tuple[Event, ...]:
        """Return the Events of an article, a catalog or a segment, in the order in which they were written."""
        from transloc.store import events

        return events.history(slug, locale, segment)

    @_reads
    def log(self, asked: Asked, *, after: int | None = None, limit: int = 100) -> tuple[Logged, ...]:
        """Return Events of the whole project, the latest first; ``after`` is the number of the last one that was read."""
        from transloc.store import log

        return log.log(asked, after, limit)

    def logged(self, asked: Asked) -> "Iterator[Logged]":
        """Yield all Events that fit, the latest first, a page at a time: what is written meanwhile is not among them."""
        page = self.log(asked, limit=_PAGE)
        while page:
            yield from page
            page = self.log(asked, after=page[-1].id, limit=_PAGE)

    @_writes
    def exported(self, slug: str, locale: str, *, actor: Person, kinds: Sequence[str], draft: bool, at: datetime) -> None:
        """Keep by an Event that a catalog went out: as which ``kinds`` of file, and whether as an unreviewed draft."""
        from transloc.store import events

        note = f"{', '.join(kinds)}{', unreviewed draft' if draft else ''}"
        events.write([events.of_article(events.Happened.EXPORTED, slug, locale=locale, actor=actor, at=at, note=note)])

    @_reads
    def verify(self) -> str:
        """Return what the database engine finds damaged in its own file, empty where all is well."""
        from transloc.store import tables

        return tables.verify()

    # Jobs

    @_writes
    def enqueue_job(self, slug: str, locale: str, *, at: datetime, actor: Person | None = None) -> Job:
        """Put a catalog into the queue of what is to be drafted; one that waits or runs already keeps its job.

        ``actor``, who asks for it, stands in an Event, and is told where it fails.
        """
        from transloc.store import jobs

        return jobs.enqueue(slug, locale, at, actor)

    @_writes
    def start_job(self, slug: str, locale: str, engine: str, *, total: int, at: datetime) -> Job:
        """Start drafting a catalog, or take up the job that waits or was interrupted.

        Raises Refused while another living process is at it.
        """
        from transloc.store import jobs

        return jobs.start(slug, locale, engine, total, at)

    @_writes
    def finish_job(self, job: int, *, at: datetime, error: str = "") -> Job:
        """End a job: done, or failed with ``error``, which is told to those who asked for it."""
        from transloc.store import jobs

        return jobs.finish(job, at, error)

    @_writes
    def record_batch(self, batch: Batch) -> Job:
        """Record a request that gave no draft, so that what it cost is counted; also keeps the job's lease alive."""
        from transloc.store import jobs

        return jobs.record(batch)

    @_reads
    def latest_jobs(self) -> tuple[Job, ...]:
        """Return the latest job of each catalog, the oldest first."""
        from transloc.store import jobs

        return jobs.latest()

    @_reads
    def answers(self, identities: Iterable[str]) -> dict[str, str]:
        """Return the engine's answers that are known, by identity."""
        from transloc.store import jobs

        return jobs.answers(identities)

    @_reads
    def billed(self, engine: str, month: datetime) -> int:
        """Return the characters that ``engine`` billed in the month of ``month``, in that moment's own time zone."""
        from transloc.store import jobs

        return jobs.billed(engine, month)
