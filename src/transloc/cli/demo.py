"""``transloc demo``: a ready newsroom, taken down the river from the first command to the exported article."""

import contextlib
import shutil
from importlib import resources
from pathlib import Path

import click

from transloc.cli.console import console
from transloc.errors import InputError, TranslocError
from transloc.project import CONFIG

#: What a newsroom consists of; in a checkout it lies at the top, in an installed package beside the code.
_PARTS = ("articles", "locales", "glossary.csv", CONFIG)
_FINISHED = "weimar-meeting"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@click.pass_context
def demo(ctx: click.Context, folder: Path) -> None:
    """Make a sample newsroom in FOLDER (default: demo) and run add, translate, check, status and export in it.

    Six Ukrainian articles, in Markdown, as saved pages and from Word: three are translated and reviewed, one half done, two are
    untouched. Needs no key and no network; with DEEPL_AUTH_KEY set, or where the free model can be fetched, the open articles
    are drafted for real.

    \b
    Example:
      transloc demo
    """
    from rich.markup import escape

    _furnish(folder)
    out = console()
    out.print(f"\n[bold]A newsroom stands in {escape(str(folder.resolve()))}[/]", soft_wrap=True)
    with contextlib.chdir(folder):
        for words, why in _steps(_articles()):
            out.print(f"\n[bold cyan]$ transloc {' '.join(words)}[/]   [dim]# {why}[/]", soft_wrap=True)
            _run(ctx, words)
        _farewell(folder, Path("exports/en") / f"{_FINISHED}.md")


def _articles() -> list[Path]:
    """Return the files of the newsroom that are in a format of articles."""
    from transloc.jobs.intake import slug_of_or_none

    return sorted(path for path in Path("articles").iterdir() if slug_of_or_none(path))


def _steps(articles: list[Path]) -> list[tuple[list[str], str]]:
    return [
        (["add", *map(str, articles)], "cut into segments; what locales/ holds already is kept"),
        (["translate", "--to", "en"], "labels and memory first, then an engine, with the glossary"),
        (["check"], "files alone, as in CI"),
        (["status"], "how far each article is, and what blocks its export"),
        (["export", _FINISHED, "winter-grid", "--to", "en"], "only what people vouch for goes out, in the format that it came in"),
        (["export", "paris-guarantees", "--to", "en", "--as", "own", "--as", "html"], "a saved page goes out whole, or the article alone"),
    ]


def _furnish(folder: Path) -> None:
    """Copy the sample newsroom; a folder that holds one already is used as it is."""
    if (folder / CONFIG).exists() and (folder / "articles" / f"{_FINISHED}.md").exists():
        return
    if folder.exists() and any(folder.iterdir()):
        raise InputError("this folder holds something else", path=folder, hint="Name an empty or a new one: transloc demo DIR")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for part in _PARTS:
            source = _sample() / part
            if source.is_dir():
                shutil.copytree(source, folder / part)
            else:
                shutil.copy(source, folder / part)
    except OSError as error:
        raise InputError(f"cannot be written ({error.strerror})", path=folder, hint="Name another folder: transloc demo DIR") from None


def _sample() -> Path:
    packaged = Path(str(resources.files("transloc"))) / "sample"
    return packaged if packaged.is_dir() else Path(__file__).parents[3]


def _run(ctx: click.Context, words: list[str]) -> None:
    """Run one command as if it had been typed; what it refuses is shown, and the river flows on."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    command = group.get_command(ctx, words[0])
    assert command is not None
    try:
        command.main(args=words[1:], prog_name=f"transloc {words[0]}", standalone_mode=False)
    except TranslocError as error:
        click.secho(f"Error: {error}", fg="red", err=True)
    except SystemExit as ended:
        if ended.code not in (0, 1):
            raise


def _farewell(folder: Path, exported: Path) -> None:
    from rich.markup import escape

    out = console()
    if not exported.exists():
        out.print("\nThe article was not exported: somebody has worked on it here. For a fresh newsroom: transloc demo DIR")
        return
    text = exported.read_text(encoding="utf-8")
    out.print(f"\n[bold green]The English article:[/] {escape(str(exported.resolve()))}\n", soft_wrap=True)
    lines = text.splitlines()
    for line in lines[:24]:
        out.print(f"  {line}", markup=False, style="dim", soft_wrap=True)
    out.print(f"  … {len(lines) - 24} lines more", style="dim")
    cyrillic = sum("\u0400" <= char <= "\u052f" for char in text)
    out.print(f"\nCyrillic letters in it: {cyrillic}. What still waits for people stands in the status above.")
    out.print(f"Look around: cd {escape(str(folder))}, then transloc status, transloc check, transloc --help.")
    out.print("For drafts by DeepL, set DEEPL_AUTH_KEY to your key (a free one will do) and run transloc translate again.")
