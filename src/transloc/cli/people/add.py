"""``transloc people add``: an account for somebody."""

import click

from transloc.cli import session
from transloc.cli.people.options import ROLES, actor, by_option, show_link, url_option


@click.command()
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")
@click.option("--email", metavar="ADDRESS", default="", help="Where notifications go; they may sign in by it, too.")
@by_option
@url_option
def add(name: str, role: str, email: str, by: str, url: str) -> None:
    """Make an account for NAME, and print the link with which they set their password.

    \b
    Example:
      transloc people add "Olena Haiduk" --role editor --email olena@example.org
    """
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now
        from transloc.model import Role

        who = actor(newsroom, by)
        made = newsroom.store.add_account(name, Role(role), email, actor=who, at=now())
        click.echo(f"{made.person.name} is {_ARTICLE[role]} {role} now.")
        show_link(newsroom, made.person.name, who, url)


_ARTICLE = {"translator": "a", "editor": "an", "admin": "an"}
