"""``transloc log``: what was done in the project, and by whom."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

import click

from transloc.cli import session
from transloc.cli.console import show_json, show_table
from transloc.errors import InputError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from transloc.jobs.newsroom import Newsroom
    from transloc.model import Event

#: Rows of a table on a terminal, where nobody has asked for more.
_ROWS = 50


@click.command()
@click.option("--article", metavar="NAME", help="Only what was done to this article, by name or path.")
@click.option("--person", metavar="NAME", help="Only what this person did.")
@click.option("--action", metavar="ACTION", help="Only this: edit, confirm, sign-off, exported, signed-in …")
@click.option("--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"]), help="Only since then, in the project's time zone.")
@click.option("--most", type=click.IntRange(min=1), help="How many, the latest first. Default: 50 as text, else all.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="How to answer.")
def log(article: str | None, person: str | None, action: str | None, since: datetime | None, most: int | None, form: str) -> None:
    """Show what was done in the project, the latest first: by whom, when, and to what.

    \b
    Example:
      transloc log --article talks --since 2026-11-24
      transloc log --format csv > log.csv
    """
    with session.opened() as newsroom:
        from transloc.store import Asked

        zone = newsroom.project.zone()
        asked = Asked(
            person=_person(newsroom, person) if person else "",
            action=_action(action) if action else "",
            article=_article(newsroom, article) if article else "",
            since=since.replace(tzinfo=zone) if since else None,
        )
        found = (one.event for one in newsroom.store.logged(asked))
        _show(islice(found, most or (_ROWS if form == "text" else None)), form, zone)


def _person(newsroom: "Newsroom", name: str) -> str:
    """Return the id of a person; raises InputError where there is none of that name."""
    from transloc.store.people import normalised

    known = {person.name: person.id for person in newsroom.store.people()}
    wanted = normalised(name) if name.strip() else name  # of a blank one it says to give --by, which is no option here
    if wanted not in known:
        raise InputError(f"nobody here is called “{name}”", hint=f"Known: {', '.join(known)}" if known else "Nobody has worked here yet")
    return known[wanted]


def _action(name: str) -> str:
    """Return ``name``; raises InputError, with the nearest one, where no Event has an action of that name."""
    from transloc.states import Action
    from transloc.store.events import Happened

    known: list[str] = [*Action, *Happened]
    if name not in known:
        raise InputError(f"there is no action “{name}”", hint=_meant(name, known) or f"Actions: {', '.join(known)}")
    return name


def _article(newsroom: "Newsroom", name: str) -> str:
    """Return the name of an article that a person named by name or path; raises InputError, with the nearest one, where there is none."""
    try:
        (slug,) = newsroom.slugs((name,))
    except InputError as error:
        near = _meant(name, [listed.slug for listed in newsroom.store.listing()])
        raise InputError(error.message, hint=near or error.hint) from None
    return slug


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else ""


def _show(events: "Iterator[Event]", form: str, zone: "ZoneInfo") -> None:
    from transloc.steps.log import COLUMNS, cells, table

    if form == "json":
        show_json([dict(zip(COLUMNS, cells(event, zone), strict=True)) for event in events])
        return
    if form == "csv":
        for piece in table(events, zone):
            sys.stdout.buffer.write(piece.encode())
        return
    rows = [
        (f"{event.at.astimezone(zone):%Y-%m-%d %H:%M}", event.actor or event.origin, event.action, _where(event), event.note)
        for event in events
    ]
    if not rows:
        click.echo("Nothing of that kind was done.")
        return
    show_table(("when", "who", "what", "where", "note"), rows)


def _where(event: "Event") -> str:
    return " ".join(filter(None, (event.article, event.locale and f"({event.locale})", event.segment)))
