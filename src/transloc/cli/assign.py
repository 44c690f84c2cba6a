"""``transloc assign``: who is to work on an article in a locale."""

import click

from transloc.cli import session
from transloc.errors import InputError


@click.command()
@click.argument("article")
@click.option("--to", "locale", metavar="L", required=True, help="Target locale.")
@click.option("--person", metavar="NAME", help="Who is to do it.")
@click.option("--nobody", is_flag=True, help="Take it away from whoever has it.")
@click.option("--note", default="", metavar="WORDS", help="What to say with it; they read it in their queue.")
def assign(article: str, locale: str, person: str | None, nobody: bool, note: str) -> None:
    """Have somebody translate or review ARTICLE in one locale. In their queue at the desk it comes first.

    \b
    Example:
      transloc assign talks --to en --person "Olha Melnyk" --note "by noon, please"
      transloc assign talks --to en --nobody
    """
    if bool(person) == nobody:
        raise InputError("say who is to do it with --person, or --nobody", hint="Not both, not neither")
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        (slug,), target = newsroom.slugs((article,)), newsroom.project.target(locale)
        chosen = newsroom.store.colleague(person) if person else None
        newsroom.store.assign(slug, target, chosen, actor=newsroom.owner(), at=now(), note=note)
        click.echo(f"{slug} ({target}): {f'assigned to {chosen.name}' if chosen else 'assigned to nobody'}")
