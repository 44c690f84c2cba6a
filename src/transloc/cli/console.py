"""How commands speak: tables and progress on a terminal, plain lines in a pipe, notes on standard error."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from transloc.errors import visible

if TYPE_CHECKING:
    from rich.console import Console

#: Wide enough that no table of ours is cut when nobody's terminal sets a bound.
_PIPE_WIDTH = 160

#: Places that a sentence names.
_NAMED = 10

form_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to answer."
)


def console() -> "Console":
    """Return a console on standard output; colours only on a terminal, none with NO_COLOR."""
    from rich.console import Console

    return Console(width=None if sys.stdout.isatty() else _PIPE_WIDTH, highlight=False, emoji=False)


def note(sentence: str) -> None:
    """Tell something beside the answer."""
    click.echo(sentence, err=True)


def leftover(file: str, places: Sequence[str]) -> None:
    """Tell where letters of the source's script are left in an exported ``file``."""
    if places:
        what = "letters of the source's script are left outside of all segments"
        note(f"{file}: {what}, in {in_few(places)}. Look at them before you publish")


def in_few(places: Sequence[str]) -> str:
    """Return the first of ``places``, and how many more there are."""
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    return "; ".join(places[:_NAMED]) + more


def plural(count: int, noun: str) -> str:
    """Return a count with its English noun: 1 segment, 2 segments."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def short(text: str, width: int) -> str:
    """Return ``text`` on one line, cut to ``width`` letters."""
    said = visible(text)
    return said if len(said) <= width else said[: width - 1].rstrip() + "…"


def show_json(value: object) -> None:
    """Print ``value`` as JSON, one object or list; days and moments as ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_as_text))


def _as_text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)  # a datetime is a date, too


def show_table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Iterable[str] = (), title: str = "") -> None:
    """Print a table; the columns named in ``numbers`` stand to the right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    right = set(numbers)
    table = Table(box=box.SIMPLE_HEAD, title=title or None, title_justify="left", title_style="bold", pad_edge=False)
    for column in columns:
        table.add_column(column, justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))  # as texts: an article may well hold what rich takes for markup
    console().print(table)


#: Tells how many pieces more are finished, and what to say beside the bar.
Advance = Callable[[int, str], None]


@contextmanager
def progress(label: str, total: int) -> Iterator[Advance]:
    """Show a bar with the time left on a terminal; nothing in a pipe."""
    if not sys.stderr.isatty() or total == 0:
        yield lambda done, said: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    words = (TextColumn("{task.description}"), TextColumn("{task.fields[note]}"))
    with Progress(
        words[0], BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), words[1], console=Console(stderr=True), transient=True
    ) as bar:
        task = bar.add_task(label, total=total, note="")
        yield lambda done, said: bar.update(task, advance=done, note=said)
