"""``transloc serve``: the desk in the browser."""

import os
from dataclasses import replace

import click

from transloc import project
from transloc.cli import session
from transloc.project import Sso
from transloc.project.origin import origin

_SETTINGS = "DJANGO_SETTINGS_MODULE"


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Where it listens; 0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address of this machine where it listens.")
@click.option("--url", metavar="URL", help="Where a team finds it, such as https://desk.example.org; else as transloc.toml says.")
@click.option("--proxy", metavar="ADDRESS", default="", help="From where a proxy of yours on another machine asks.")
@click.option("--by", default="", metavar="NAME", help="Who works at it, as history and credits name you; else your login name.")
@click.option("--no-browser", is_flag=True, help="Only print the link.")
def serve(port: int, host: str, url: str | None, proxy: str, by: str, no_browser: bool) -> None:
    """Open the desk: translate, review and export articles in the browser.

    Prints a link that lets you in once, and opens it. While the desk is open, queued articles are drafted and the PO files in
    locales/ follow what you write. Ctrl-C closes it, after what is under way.

    With --url, or url in transloc.toml, it is a desk for a team: people sign in with the accounts of transloc people, and no link
    is printed. --url '' opens it for this machine alone, whatever transloc.toml says.

    \b
    Example:
      transloc serve --by "Iryna Doroshenko"
      transloc serve --url https://desk.example.org
    """
    settings = project.require()
    wanted = settings.url if url is None else origin(url)
    sso = settings.sso if wanted else None  # a desk for one person has its link
    if sso:
        sso.require()
        sso.secret()
    os.environ[_SETTINGS] = "transloc.web.sso.settings" if sso else "transloc.web.settings"  # before the store brings Django up
    with session.opened() as newsroom:
        from transloc.web import server
        from transloc.web.reach import reach

        how = reach(host, wanted, proxy, newsroom.store.accounts(), provider=bool(sso and sso.issuer))
        _settle(sso, newsroom.store.with_factor())
        server.serve(replace(newsroom, by=by), how, port, browse=not no_browser, tell=_say)


def _settle(sso: Sso | None, guarded: tuple[str, ...]) -> None:
    """Have the desk offer what ``[sso]`` says; tell where it does not ask for a code who has chosen to be asked."""
    if sso:
        from transloc.web.sso import ready

        ready.settle(sso, _say)
    if guarded and not (sso and sso.second_factor):
        _say(f"Warning: this desk asks for no codes, so a password alone lets in: {', '.join(guarded)}")


def _say(line: str) -> None:
    click.echo(line)  # flushed at once, so that a program that started us reads the link
