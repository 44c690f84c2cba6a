"""The tables. No other room sees them: what leaves the store are values of the model."""

import json
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.crypto import salted_hmac

from transloc.model import Person, Role, State


class Compact(json.JSONEncoder):
    """JSON with letters as they are: escaped Cyrillic takes three times the room."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**(options | {"ensure_ascii": False, "separators": (",", ":")}))


#: Returns a value as such JSON.
compact = Compact().encode


class User(AbstractUser):
    """A person of the desk. ``public_id`` may stand in git, ``name`` may not.

    ``language`` is that of the pages, empty for the browser's; ``mails`` tells whether notifications go out by e-mail too.
    ``date_joined`` is since when they may sign in.
    """

    public_id = models.TextField(unique=True)
    name = models.TextField(unique=True)
    role = models.TextField(default=Role.TRANSLATOR.value)
    language = models.TextField(default="", blank=True)
    mails = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name

    @property
    def person(self) -> Person:
        """Who they are to all other rooms."""
        return Person(self.public_id, self.name, Role(self.role))

    def get_short_name(self) -> str:
        """Return how a page greets them."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what a session holds as long as it is good: until another password, and until a stopped account is let in again."""
        return salted_hmac("transloc.store.models.User", f"{self.password} {self.date_joined.timestamp()}", algorithm="sha256").hexdigest()


class Article(models.Model):
    """A source document: its bytes, and its units as JSON, which only the whole document makes sense of."""

    slug = models.TextField(unique=True)
    path = models.TextField()
    locale = models.TextField()
    title = models.TextField()
    format = models.TextField()
    encoding = models.TextField()
    data = models.BinaryField()
    units = models.JSONField(encoder=Compact)
    metadata = models.JSONField(encoder=Compact)
    embeds = models.JSONField(encoder=Compact, default=list)
    digest = models.TextField()
    external = models.BooleanField()
    mirror = models.BooleanField()
    created = models.DateTimeField()
    updated = models.DateTimeField()


class Catalog(models.Model):
    """One article in one target locale. ``revision`` counts writes to any of its segments.

    ``assignee`` is who is to work on it, ``holder`` who has claimed it, until ``held``; both are ids of people, empty for nobody.
    """

    article = models.ForeignKey(Article, models.CASCADE)
    locale = models.TextField()
    deadline = models.DateTimeField(null=True)
    digest = models.TextField()
    revision = models.IntegerField(default=0)
    glossary = models.TextField(default="")
    assignee = models.TextField(default="")
    holder = models.TextField(default="")
    held = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["article", "locale"], name="one_catalog_a_locale")]


class Glossary(models.Model):
    """A glossary as it stood when an article was signed off, as CSV."""

    digest = models.TextField(primary_key=True)
    data = models.BinaryField()
    at = models.DateTimeField()


class Base(models.Model):
    """A catalog as last synced with its PO file; in one piece, as it is only ever read and written whole."""

    catalog = models.OneToOneField(Catalog, models.CASCADE, primary_key=True)
    digest = models.TextField()
    source_digest = models.TextField()
    segments = models.JSONField(encoder=Compact)


class Few(models.JSONField):
    """Lists of which nearly all are empty; those are read without a parser, as a catalog has four of them in every row."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """Return the list."""
        return [] if value == "[]" else super().from_db_value(value, expression, connection)

    def deconstruct(self) -> Any:
        """Tell migrations that it is JSON like any other."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.JSONField", args, kwargs


class Segment(models.Model):
    """A segment. ``locale`` repeats what its catalog says, ``open`` what its state does.

    An index on part of the table is used only where the query says its condition word for word, and Django passes states as parameters.
    """

    catalog = models.ForeignKey(Catalog, models.CASCADE, db_index=False)
    key = models.TextField()
    position = models.IntegerField()
    kind = models.TextField()
    source = models.TextField()
    target = models.TextField()
    state = models.TextField()
    origin = models.TextField()
    people = Few(encoder=Compact)
    at = models.DateTimeField(null=True)
    omitted = models.TextField()
    after = models.TextField()
    previous_source = models.TextField()
    suggestion = models.TextField()
    correction = models.TextField()
    waivers = Few(encoder=Compact)
    quotations = Few(encoder=Compact, default=list)
    alternatives = Few(encoder=Compact, default=list)
    revision = models.IntegerField()
    words = models.IntegerField()
    open = models.BooleanField()
    locale = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["catalog", "key"], name="one_segment_a_key"),
            models.CheckConstraint(condition=models.Q(state__in=[state.value for state in State]), name="state_is_one_of_four"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["catalog", "position"], name="store_in_reading_order"),
            models.Index(fields=["catalog"], name="store_open", condition=models.Q(open=True)),
        ]


class Draft(models.Model):
    """What somebody is typing and has not saved. ``seen`` is the revision that they began with."""

    catalog = models.ForeignKey(Catalog, models.CASCADE)
    segment = models.TextField()
    person = models.TextField()
    text = models.TextField()
    seen = models.IntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["catalog", "segment", "person"], name="one_draft_a_segment_and_person")]


class Comment(models.Model):
    """What somebody says of a segment; it is settled, never deleted."""

    catalog = models.ForeignKey(Catalog, models.PROTECT)
    segment = models.TextField()
    author = models.TextField()
    author_id = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()
    settled = models.DateTimeField(null=True)
    settled_by = models.TextField(default="")


class Notification(models.Model):
    """What somebody is to know: ``person`` and ``by`` are ids. ``seen`` and ``mailed`` are None as long as it was not."""

    person = models.TextField()
    kind = models.TextField()
    article = models.TextField(default="")
    locale = models.TextField(default="")
    segment = models.TextField(default="")
    text = models.TextField(default="")
    by = models.TextField(default="")
    at = models.DateTimeField()
    seen = models.DateTimeField(null=True)
    mailed = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["person", "id"], name="store_told_to"),
            models.Index(fields=["id"], name="store_to_mail", condition=models.Q(mailed=None, seen=None)),
        ]


class Event(models.Model):
    """What was done; triggers forbid to change or delete a row. It names things by text, to outlive them.

    ``changed`` holds every field of the segment that the action changed, as it stood afterwards; of a segment that is gone, all
    its fields as they stood before.
    """

    at = models.DateTimeField()
    actor = models.TextField()
    actor_id = models.TextField()
    action = models.TextField()
    article = models.TextField()
    locale = models.TextField()
    segment = models.TextField()
    before = models.TextField()
    after = models.TextField()
    note = models.TextField()
    origin = models.TextField()
    batch = models.BigIntegerField(null=True)
    revision = models.IntegerField()
    changed = models.JSONField(encoder=Compact)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["article", "locale", "segment"], name="store_history"),
            models.Index(fields=["at"], name="store_log"),
            models.Index(fields=["actor_id", "at"], name="store_log_of_a_person"),
            models.Index(fields=["action", "at"], name="store_log_of_an_action"),
        ]


class MemoryEntry(models.Model):
    """A translation that somebody vouches for.

    ``identity`` is the segment that it came from, or the digest of an imported entry. ``words`` are source and target in lower
    case without codes: SQLite compares without regard to case in ASCII only.
    """

    identity = models.TextField(unique=True)
    key = models.TextField()
    source = models.TextField()
    target = models.TextField()
    source_locale = models.TextField()
    target_locale = models.TextField()
    previous = models.TextField(null=True)  # None: unknown; empty: the edge of the article
    next = models.TextField(null=True)
    origin = models.TextField()
    article = models.TextField()
    at = models.DateTimeField(null=True)
    by = models.TextField()
    words = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["key", "source_locale", "target_locale"], name="store_same_sentence")]


class Answer(models.Model):
    """What an engine answered to one text, so that nothing is paid twice."""

    identity = models.TextField(primary_key=True)
    engine = models.TextField()
    text = models.TextField()
    at = models.DateTimeField()


class Job(models.Model):
    """Drafting a catalog; at most one a catalog runs at a time."""

    article = models.TextField()
    locale = models.TextField()
    engine = models.TextField()
    state = models.TextField()
    total = models.IntegerField()
    done = models.IntegerField(default=0)
    attempts = models.IntegerField(default=1)
    holder = models.TextField()
    lease = models.DateTimeField()
    started = models.DateTimeField()
    finished = models.DateTimeField(null=True)
    error = models.TextField(default="")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["article", "locale"], name="one_running_job_a_catalog", condition=models.Q(state="running")),
        ]


class Batch(models.Model):
    """A request of a job that was answered, or that failed for good."""

    job = models.ForeignKey(Job, models.CASCADE)
    engine = models.TextField()
    texts = models.IntegerField()
    drafted = models.IntegerField()
    billed = models.IntegerField()
    at = models.DateTimeField()
    error = models.TextField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["engine", "at"], name="store_billed_by_month")]
