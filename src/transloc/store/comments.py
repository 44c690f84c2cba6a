"""What people say to each other beside a segment."""

from collections import Counter
from datetime import datetime

from django.db import connection

from transloc.errors import InputError
from transloc.model import Person
from transloc.steps.mentions import mentions
from transloc.store import models, notifications, people
from transloc.store.articles import catalog_row, require
from transloc.store.values import Comment, News
from transloc.wording import say


def comment(slug: str, locale: str, segment: str, *, author: Person, text: str, at: datetime) -> Comment:
    """Write a comment, and tell those whom it names and those who spoke before; raises InputError where it has no words."""
    if not text.strip():
        raise InputError(say("the comment has no words"), hint=say("Write what is to be said, or leave it"))
    catalog = catalog_row(slug, locale)
    require(catalog, segment)
    said = {"author": author.name, "author_id": author.id, "text": text.strip(), "at": at}
    written = models.Comment.objects.create(catalog=catalog, segment=segment, **said)
    _tell(written, author)
    return _value(written)


def _tell(comment: models.Comment, author: Person) -> None:
    """Tell each person once: that they are named, or else that somebody has spoken after them."""
    known = {person.name: person.id for person in people.colleagues()} if "@" in comment.text else {}
    named = [known[name] for _, name in mentions(comment.text, known)]
    spoke = models.Comment.objects.filter(catalog=comment.catalog, segment=comment.segment, pk__lt=comment.pk)
    before = spoke.order_by("pk").values_list("author_id", flat=True)
    news = dict.fromkeys(before, News.COMMENTED) | dict.fromkeys(named, News.MENTIONED)
    place = {"article": comment.catalog.article.slug, "locale": comment.catalog.locale, "segment": comment.segment}
    for person, kind in news.items():
        notifications.tell(person, kind, **place, text=comment.text, by=author, at=comment.at)


def settle(comment: int, *, actor: Person, at: datetime) -> Comment:
    """Mark a comment as done with; one that is settled already stays as it is."""
    row = models.Comment.objects.filter(pk=comment).first()
    if row is None:
        raise InputError(say("there is no comment {comment}", comment=comment), hint=say("Read the article again"))
    if row.settled is None:
        row.settled, row.settled_by = at, actor.id
        row.save(update_fields=["settled", "settled_by"])
    return _value(row)


def comments(slug: str, locale: str, segment: str | None) -> tuple[Comment, ...]:
    """Return the comments of a catalog or of one segment, the oldest first, settled ones among them."""
    found = models.Comment.objects.filter(catalog=catalog_row(slug, locale))
    if segment is not None:
        found = found.filter(segment=segment)
    return tuple(map(_value, found.order_by("id")))


def unsettled(slug: str, locale: str) -> Counter[str]:
    """Return by segment how many comments nobody has settled."""
    with connection.cursor() as cursor:  # every painted row asks
        cursor.execute(_UNSETTLED, [slug, locale])
        return Counter(segment for (segment,) in cursor.fetchall())


_UNSETTLED = """
    SELECT comment.segment FROM store_comment AS comment
    JOIN store_catalog AS catalog ON catalog.id = comment.catalog_id
    JOIN store_article AS article ON article.id = catalog.article_id
    WHERE article.slug = %s AND catalog.locale = %s AND comment.settled IS NULL
"""


def move(catalog: models.Catalog, gone: str, to: str) -> None:
    """Bring what was said of a segment that was merged away to the one that holds its text now."""
    models.Comment.objects.filter(catalog=catalog, segment=gone).update(segment=to)


def _value(row: models.Comment) -> Comment:
    return Comment(id=row.pk, segment=row.segment, author=row.author, by=row.author_id, text=row.text, at=row.at, settled=row.settled)
