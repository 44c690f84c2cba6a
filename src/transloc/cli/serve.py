"""``transloc serve``: the desk in the browser."""

import os
from dataclasses import replace

import click

from transloc.cli import session

_SETTINGS = "DJANGO_SETTINGS_MODULE"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where it listens; 0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine that no other can reach.")
@click.option("--by", default="", metavar="NAME", help="Who works at it, as history and credits name you; else your login name.")
@click.option("--no-browser", is_flag=True, help="Only print the link.")
def serve(port: int, host: str, by: str, no_browser: bool) -> None:
    """Open the desk: translate, review and export articles in the browser.

    Prints a link that lets you in once, and opens it. While the desk is open, queued articles are drafted and the PO files in
    locales/ follow what you write. Ctrl-C closes it, after what is under way.

    \b
    Example:
      transloc serve --by "Iryna Doroshenko"
    """
    os.environ[_SETTINGS] = "transloc.web.settings"  # before the store brings Django up
    with session.opened() as newsroom:
        from transloc.web import server

        server.serve(replace(newsroom, by=by), host, port, browse=not no_browser, tell=_say)


def _say(line: str) -> None:
    click.echo(line)  # flushed at once, so that a program that started us reads the link
