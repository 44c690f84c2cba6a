"""``transloc people forget-factor`` and ``forget-provider``: for who lost the phone, and for an address that has another owner now."""

from typing import TYPE_CHECKING

import click

from transloc.cli import session
from transloc.cli.people.options import actor, by_option

if TYPE_CHECKING:
    from transloc.store import Store


@click.command("forget-factor")
@click.argument("name")
@by_option
def factor(name: str, by: str) -> None:
    """Take the second factor of NAME away, who has lost the phone and the recovery codes: the password alone lets them in.

    \b
    Example:
      transloc people forget-factor "Olena Haiduk"
    """
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        newsroom.store.forget_factor(name, actor=actor(newsroom, by), at=now())
        click.echo(f"{_known(newsroom.store, name)} signs in without a code from now on.")


@click.command("forget-provider")
@click.argument("name")
@by_option
def provider(name: str, by: str) -> None:
    """Forget whom the provider of [sso] knows NAME as: who has their e-mail address there now signs in as them.

    \b
    Example:
      transloc people forget-provider "Olena Haiduk"
    """
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        newsroom.store.forget_provider(name, actor=actor(newsroom, by), at=now())
        click.echo(f"{_known(newsroom.store, name)} is linked with whoever has their e-mail address at the provider, at the next sign-in.")


def _known(store: "Store", name: str) -> str:
    return store.account(name).person.name
