"""``transloc people role``, ``stop`` and ``start``: another role, no way in any more, and in again."""

import click

from transloc.cli import session
from transloc.cli.people.options import ROLES, actor, by_option


@click.command()
@click.argument("name")
@click.argument("role", type=click.Choice(ROLES))
@by_option
def role(name: str, role: str, by: str) -> None:
    """Give NAME another role; it holds from their next click on.

    \b
    Example:
      transloc people role "Olena Haiduk" admin
    """
    _change(name, by, f"{role} now", role=role)


@click.command()
@click.argument("name")
@by_option
def stop(name: str, by: str) -> None:
    """Let NAME in no more: their sessions end at once, what they have done stays in the record.

    \b
    Example:
      transloc people stop "Olena Haiduk"
    """
    _change(name, by, "stopped", is_active=False)


@click.command()
@click.argument("name")
@by_option
def start(name: str, by: str) -> None:
    """Let NAME in again who was stopped, with the password of before.

    \b
    Example:
      transloc people start "Olena Haiduk"
    """
    _change(name, by, "let in again", is_active=True)


def _change(name: str, by: str, said: str, **wanted: object) -> None:
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        changed = newsroom.store.change_account(name, wanted, actor=actor(newsroom, by), at=now())
        click.echo(f"{changed.person.name}: {said}.")
