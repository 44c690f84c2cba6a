"""``transloc status``: how far every article is, and what keeps it from being exported."""

from operator import itemgetter
from typing import TYPE_CHECKING, Any

import click

from transloc.cli import session
from transloc.cli.console import console, form_option, plural, short, show_json, show_table
from transloc.errors import visible
from transloc.model import State
from transloc.steps.progress import Progress

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from transloc.jobs.newsroom import Newsroom
    from transloc.steps.effort import Effort

#: Terms and rules that are shown, those with the most effort first.
_ROWS = 15

#: Letters of a segment that a line shows.
_WIDTH = 70
_STATES = (State.INITIAL, State.TRANSLATED, State.REVIEWED, State.FINAL)


@click.command()
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--to", "locale", metavar="L", help="Only this target locale.")
@click.option("--blockers", type=click.IntRange(min=0), default=5, show_default=True, help="How many of them to show for each catalog.")
@click.option("--effort", is_flag=True, help="Show instead how far confirmed texts are from their drafts: by engine, term and rule.")
@form_option
def status(articles: tuple[str, ...], locale: str | None, blockers: int, effort: bool, form: str) -> None:
    """Show the progress of ARTICLES (default: all) in each locale, and what blocks their export.

    \b
    Example:
      transloc status talks --to en --blockers 20
      transloc status --effort
    """
    with session.opened() as newsroom:
        from transloc.jobs.survey import survey

        wanted = newsroom.project.target(locale) if locale else None
        if effort:
            _show_effort(newsroom, articles, wanted, form)
            return
        rows = survey(newsroom, articles, wanted)
        if form == "json":
            show_json([_as_json(row) for row in rows])
            return
        if not rows:
            click.echo("No article yet. Add one with: transloc add FILE")
            return
        show_progress(rows, newsroom.project.zone())
        show_blockers(rows, blockers)


def show_progress(rows: list[Progress], zone: "ZoneInfo") -> None:
    """Print a line for each catalog; deadlines are told in ``zone``."""
    columns = ("article", "to", "segments", "initial", "translated", "reviewed", "final", "words left", "done", "due", "whose")
    shown = [*range(9), *([9] if any(row.deadline for row in rows) else ()), *([10] if any(row.assignee for row in rows) else ())]
    cells = [itemgetter(*shown)(_row(row, zone)) for row in rows]
    show_table([columns[at] for at in shown], cells, numbers=columns[2:9])


def _row(row: Progress, zone: "ZoneInfo") -> tuple[str, ...]:
    counts = [str(row.counts[state]) for state in _STATES]
    due = f"{row.deadline.astimezone(zone):%Y-%m-%d %H:%M}" if row.deadline else ""
    share = f"{row.done * 100 // row.total}%" if row.total else "–"
    return (
        row.catalog.article,
        row.catalog.target_locale,
        str(row.total),
        *counts,
        str(row.words - row.words_done),
        share,
        due,
        row.assignee,
    )


def show_blockers(rows: list[Progress], most: int) -> None:
    """Print what waits in each catalog, in reading order."""
    out = console()
    for row in rows:
        where = f"{row.catalog.article} ({row.catalog.target_locale})"
        if row.ready:
            out.print(f"[green]{where}: ready to export[/]")
            continue
        if row.outdated:
            out.print(f"{where}: {visible(row.outdated)}", style="yellow", markup=False, soft_wrap=True)
        if row.blockers:
            out.print(f"[yellow]{where}: {plural(len(row.blockers), 'segment')} waiting before the export[/]")
        for blocker in row.blockers[:most]:
            out.print(f"  {blocker.segment.id}  {blocker.why}: ", style="dim", markup=False, end="")
            out.print(short(blocker.segment.source or blocker.segment.target, _WIDTH), markup=False, soft_wrap=True)
        if len(row.blockers) > most > 0:
            out.print(f"  … and {len(row.blockers) - most} more", style="dim")


def _as_json(row: Progress) -> dict[str, Any]:
    return {
        "article": row.catalog.article,
        "locale": row.catalog.target_locale,
        "segments": row.total,
        "states": {state.value: row.counts[state] for state in _STATES},
        "words": row.words,
        "words_done": row.words_done,
        "deadline": row.deadline,
        "assignee": row.assignee,
        "ready": row.ready,
        "outdated": row.outdated,
        "blockers": [{"segment": b.segment.id, "why": b.why, "source": b.segment.source, "target": b.segment.target} for b in row.blockers],
    }


def _show_effort(newsroom: "Newsroom", articles: tuple[str, ...], locale: str | None, form: str) -> None:
    """Print how far what was confirmed is from what was drafted; of nobody in particular."""
    from transloc.jobs.effort import survey

    report = survey(newsroom, articles, locale)
    tables = {"engine": report.by_engine, "term": report.by_term, "rule": report.by_rule}
    if form == "json":
        show_json({name: {one: _effort_as_json(effort) for one, effort in table.items()} for name, table in tables.items()})
        return
    if not report.by_engine:
        click.echo("No draft of a machine has been confirmed yet.")
    for name, table in tables.items():
        rows = [
            (one, str(effort.segments), str(effort.untouched), f"{effort.rate:.1f}", f"{effort.similarity:.1f}")
            for one, effort in list(table.items())[:_ROWS]
        ]
        if rows:
            columns = (name, "segments", "untouched", "edits per 100 characters", "chrF")
            show_table(columns, rows, numbers=columns[1:])
        if len(table) > _ROWS:
            click.echo(f"… and {len(table) - _ROWS} more: --format json has them all")


def _effort_as_json(effort: "Effort") -> dict[str, float]:
    return {
        "segments": effort.segments,
        "untouched": effort.untouched,
        "edits": effort.edits,
        "characters": effort.characters,
        "chrf": round(effort.similarity, 2),
    }
