"""What the commands about people have in common."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from transloc.model import Role
from transloc.project.origin import origin

if TYPE_CHECKING:
    from transloc.jobs.newsroom import Newsroom
    from transloc.model import Person

ROLES = tuple(role.value for role in Role)

by_option = click.option("--by", metavar="NAME", default="", help="Who does it, as the record names you; else your login name.")


def _origin(context: click.Context, option: click.Parameter, value: str) -> str:
    return origin(value)


def url_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Let a command be told where the desk is reached, for the link that it prints."""
    told = "Where the desk is reached, such as https://desk.example.org; else as transloc.toml or the open desk says."
    return click.option("--url", metavar="URL", default="", callback=_origin, help=told)(command)


def actor(newsroom: "Newsroom", by: str) -> "Person":
    """Return who does it."""
    return newsroom.store.person(by) if by else newsroom.owner()


def show_link(newsroom: "Newsroom", name: str, by: "Person", url: str) -> None:
    """Print a new link for a password."""
    from transloc.jobs import accounts

    found = accounts.link(newsroom, name, actor=by, url=url)
    click.echo(f"The link to set a password, for {name} alone, once and within three days: {found}")
    if found.startswith("/"):
        click.echo("Put the address of the desk before it, or name that with --url.")
