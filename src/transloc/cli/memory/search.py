"""``transloc memory search``: where words were said before, and how they were translated."""

import click

from transloc.cli import session
from transloc.cli.console import form_option, show_json, show_table


@click.command()
@click.argument("words")
@click.option("--to", "locale", metavar="L", help="Only this target locale.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many to show.")
@form_option
def search(words: str, locale: str | None, most: int, form: str) -> None:
    """Find what people confirmed whose source or target holds every one of WORDS, in any letter case.

    A word counts that begins so; where room is left, others follow that may be another form of it. The latest come first.

    \b
    Example:
      transloc memory search "протиповітряна оборона"
    """
    with session.opened() as newsroom:
        target = newsroom.project.target(locale) if locale else None
        found = newsroom.store.search(words, target_locale=target or "", limit=most)
    if form == "json":
        rows = [
            {"source": e.source, "target": e.target, "locale": e.target_locale, "article": e.article, "origin": e.origin, "at": e.at}
            for e in found
        ]
        show_json(rows)
    elif not found:
        click.echo("Nothing was found.")
    else:
        rows_ = [(e.source, e.target, e.target_locale, e.article or e.origin) for e in found]
        show_table(("source", "target", "to", "from"), rows_)
