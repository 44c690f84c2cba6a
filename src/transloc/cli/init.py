"""``transloc init``: a new project."""

import sys
from pathlib import Path

import click

from transloc import files
from transloc.errors import InputError
from transloc.languages import language, name, normalise
from transloc.project import CONFIG

#: Bare languages that are written in two ways; the first is what a script gets that does not say.
VARIANTS = {"en": ("en-GB", "en-US"), "pt": ("pt-PT", "pt-BR")}

_CONFIG = """\
# Settings of this newsroom's translations. Every key: docs/reference/configuration.md

[project]
source = "{source}"
targets = [{targets}]
timezone = "Europe/Kyiv"    # of the dates in the articles
four_eyes = false           # true: who confirms a segment cannot sign it off alone
external = true             # false: no text leaves this machine

[engine]
name = "auto"               # DeepL when DEEPL_AUTH_KEY is set, else the free local model
monthly_characters = 500000 # a run stops before it spends more; 0: no budget
{styles}
[checks]                    # a rule and its severity: error, warning, info or off
"""

_STYLE = """
[style.{locale}]
variant = "{variant}"           # spelling, dates and quotation marks
"""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--from", "source", metavar="L", default="uk", show_default=True, help="Language of the articles.")
@click.option("--to", "targets", metavar="L", multiple=True, required=True, help="Language to translate into; may be given again.")
@click.option("--variant", metavar="L", multiple=True, help="en-GB or en-US for a bare “en”; asked on a terminal when not given.")
def init(folder: Path, source: str, targets: tuple[str, ...], variant: tuple[str, ...]) -> None:
    """Make a project in FOLDER (default: here): transloc.toml, glossary.csv, articles/ and locales/.

    \b
    Example:
      transloc init desk --from uk --to en --to pl
    """
    source = normalise(source)
    locales = tuple(dict.fromkeys(normalise(tag) for tag in targets))
    if source in locales:
        raise InputError(f"“{source}” is both source and target", hint="Name another language with --to")
    config = folder / CONFIG
    if config.exists():
        raise InputError("a project is here already", path=config, hint="Edit this file, or name another folder")
    for tag in map(normalise, variant):
        if language(tag) not in locales or language(tag) not in VARIANTS:
            raise InputError(f"--variant {tag} fits no --to", hint=f"It is for a bare {' or '.join(VARIANTS)}")
    styles = "".join(_STYLE.format(locale=t, variant=_variant(t, variant)) for t in locales if t in VARIANTS)
    tags = ", ".join(f'"{t}"' for t in locales)
    for part in ("articles", "locales"):
        _make(folder / part)
    glossary = folder / "glossary.csv"
    if not glossary.exists():
        columns = ["id", "kind", source, *locales, *(f"{t}.forbidden" for t in locales), "case", "translate", "status", "note"]
        files.write(glossary, (",".join(columns) + "\n").encode())
    files.write(config, _CONFIG.format(source=source, targets=tags, styles=styles).encode())
    click.echo(f"A project from {name(source)} to {', '.join(map(name, locales))} stands in the folder {folder.resolve().name}.")
    click.echo(f"Next: put an article into {folder / 'articles'} and run transloc add on it.")


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(f"cannot be made ({error.strerror})", path=folder, hint="Check the folder's permissions") from None


def _variant(locale: str, chosen: tuple[str, ...]) -> str:
    known = VARIANTS[locale]
    for tag in map(normalise, chosen):
        if tag in known:
            return tag
        if language(tag) == locale:
            raise InputError(f"“{tag}” is no variant of {locale}", hint=f"Use {' or '.join(known)}")
    if sys.stdin.isatty():
        return str(click.prompt(f"Which {locale}?", type=click.Choice(known), default=known[0]))
    return known[0]
