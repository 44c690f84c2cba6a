"""``transloc people list``: all accounts."""

from typing import TYPE_CHECKING

import click

from transloc.cli import session
from transloc.cli.console import form_option, show_json, show_table

if TYPE_CHECKING:
    from transloc.store import Account


@click.command("list")
@form_option
def listing(form: str) -> None:
    """List everybody whom the desk knows, with role, e-mail address, and whether they can sign in.

    \b
    Example:
      transloc people list
    """
    with session.opened() as newsroom:
        found = newsroom.store.accounts()
        if form == "json":
            show_json(list(map(_told, found)))
            return
        zone = newsroom.project.zone()
        rows = [
            (
                one.person.name,
                one.person.role.value,
                one.email,
                "yes" if one.active and one.ready else "stopped" if not one.active else "no password",
                f"{one.seen.astimezone(zone):%Y-%m-%d %H:%M}" if one.seen else "",
            )
            for one in found
        ]
        show_table(("Name", "Role", "E-mail", "Signs in", "Last time"), rows)


def _told(one: "Account") -> dict[str, object]:
    told = {"id": one.person.id, "name": one.person.name, "role": one.person.role.value, "email": one.email}
    return {**told, "active": one.active, "ready": one.ready, "seen": one.seen}
