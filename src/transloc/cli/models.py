"""``transloc models``: the free models of the engine ``firefox`` on this machine."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from transloc import project
from transloc.cli.console import form_option, note, plural, show_json, show_table
from transloc.errors import EngineError
from transloc.languages import language, normalise

if TYPE_CHECKING:
    from transloc.engines.firefox.models import Installed

_MIB = 1024**2


@click.group()
def models() -> None:
    """Fetch, list and remove the models with which the engine firefox translates on this machine.

    \b
    Example:
      transloc models add uk en
    """


@models.command()
@click.argument("source")
@click.argument("target")
@click.option(
    "--from",
    "directory",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Take the files from this folder, and ask no server.",
)
@click.option("--offline", is_flag=True, help="Ask no server: only with --from.")
def add(source: str, target: str, directory: Path | None, offline: bool) -> None:
    """Bring in the model from SOURCE to TARGET, through English where there is no direct one, and record the SHA-256 of its files.

    Files from Mozilla are verified by the SHA-256 that Mozilla lists. DIR has the files of a model (model.*, vocab.*, lex.*, also as .gz
    or .zst), or folders such as uk-en with them, as another machine has; nothing is put in its place before it was loaded once.

    \b
    Example:
      transloc models add uk en
      transloc models add uk pl --from /media/usb/models
    """
    from transloc.engines.firefox import load
    from transloc.engines.firefox.models import fetch, take

    place, pair = _place(), _pair(source, target)
    if directory:
        added = take(directory, *pair, place, load)
    elif offline:
        raise EngineError("--offline forbids to fetch a model", hint="Name the folder with its files: --from DIR")
    else:
        note(f"fetching {pair[0]}→{pair[1]} from Mozilla …")
        added = fetch(*pair, place, progress=sys.stderr.isatty())
    for folder in added:
        click.echo(f"{folder.name}: ready in {folder}")


@models.command("list")
@form_option
def list_(form: str) -> None:
    """List the models at hand: size, where each came from, and whether its files are still those that were recorded.

    \b
    Example:
      transloc models list
    """
    from transloc.engines.firefox.models import installed

    place = _place()
    found = installed(place)
    if form == "json":
        show_json({"folder": str(place), "models": [_row(one) for one in found]})
    elif not found:
        click.echo(f"There is no model in {place}. Bring one in with: transloc models add uk en")
    else:
        rows = [(*one.pair, f"{one.size / _MIB:.1f}", one.state.value, one.origin) for one in found]
        show_table(("from", "to", "MiB", "files", "origin"), rows, numbers=("MiB",), title=f"{plural(len(found), 'model')} in {place}")


@models.command()
@click.argument("source")
@click.argument("target")
def remove(source: str, target: str) -> None:
    """Remove the model from SOURCE to TARGET.

    \b
    Example:
      transloc models remove uk en
    """
    from transloc.engines.firefox import models as room

    click.echo(f"{room.remove(_place(), *_pair(source, target)).name}: removed")


def _pair(source: str, target: str) -> tuple[str, str]:
    """Return the languages, which name folders; raises InputError for what is none."""
    return language(normalise(source)), language(normalise(target))


def _row(one: "Installed") -> dict[str, object]:
    return {"source": one.pair[0], "target": one.pair[1], "bytes": one.size, "state": one.state.value, "origin": one.origin}


def _place() -> Path:
    """Return the folder of the project's models, or the user's, which all projects share."""
    from transloc.engines.firefox.models import default_models

    home = project.find()
    return (home.models if home else None) or default_models()
