"""``transloc memory stats``: how much is remembered, and where it comes from."""

import click

from transloc.cli import session
from transloc.cli.console import form_option, show_json, show_table


@click.command()
@form_option
def stats(form: str) -> None:
    """Count the entries by languages and origin.

    \b
    Example:
      transloc memory stats
    """
    with session.opened() as newsroom:
        counts = newsroom.store.count_by_origin()
    if form == "json":
        show_json([{"from": a, "to": b, "entries": sum(origins.values()), "origins": origins} for (a, b), origins in counts.items()])
    elif not counts:
        click.echo("The memory is empty. Confirmed segments enter it.")
    else:
        rows = [(a, b, origin or "people", str(count)) for (a, b), origins in counts.items() for origin, count in origins.items()]
        show_table(("from", "to", "origin", "entries"), rows, numbers=("entries",))
