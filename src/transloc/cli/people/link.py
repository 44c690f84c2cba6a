"""``transloc people link``: a new link for a password."""

import click

from transloc.cli import session
from transloc.cli.people.options import actor, by_option, show_link, url_option
from transloc.errors import Refused


@click.command()
@click.argument("name")
@by_option
@url_option
def link(name: str, by: str, url: str) -> None:
    """Print a link with which NAME sets a password: it works once, within three days. The old password holds until then.

    \b
    Example:
      transloc people link "Olena Haiduk"
    """
    with session.opened() as newsroom:
        if not newsroom.store.account(name).active:
            raise Refused(f"{name} is stopped", hint="Let them in again first: transloc people start")
        show_link(newsroom, name, actor(newsroom, by), url)
