"""``transloc init``: a new project."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from transloc import files
from transloc.checks.style.house import COMMON, PRESETS
from transloc.errors import InputError
from transloc.languages import language, name, normalise
from transloc.project import CONFIG

#: Bare languages that are written in two ways; the first is what a script gets that does not say.
VARIANTS = {"en": ("en-GB", "en-US"), "pt": ("pt-PT", "pt-BR")}

#: Where the words behind a line begin.
_COLUMN = 28

_CONFIG = """\
# Settings of this newsroom's translations. Every key: docs/reference/configuration.md

[project]
source = "{source}"
targets = [{targets}]
timezone = "Europe/Kyiv"    # of the dates in the articles
four_eyes = false           # true: two people look at a segment before it is signed off
external = true             # false: no text leaves this machine

[engine]
name = "auto"               # DeepL when DEEPL_AUTH_KEY is set, else the free local model
monthly_characters = 500000 # a run stops before it spends more; 0: no budget
{styles}
[checks]                    # a rule and its severity: error, warning, info or off
"""

#: What a line of a house style says to who reads the settings for the first time.
_SAYS = {
    "variant": "spelling, and what a bare tag stands for",
    "dates": "day-first: 4 February 2026, month-first: February 4, 2026, words: no month in figures",
    "headlines": "sentence or title",
    "quotes": "double, single, or two marks",
    "percent": "percent, per cent or %",
}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--from", "source", metavar="L", default="uk", show_default=True, help="Language of the articles.")
@click.option("--to", "targets", metavar="L", multiple=True, required=True, help="Language to translate into; may be given again.")
@click.option("--variant", metavar="L", multiple=True, help="en-GB or en-US for a bare “en”; asked on a terminal when not given.")
@click.option(
    "--style", "preset", type=click.Choice([*PRESETS]), help="Begin with a British or American house style, to be changed at will."
)
def init(folder: Path, source: str, targets: tuple[str, ...], variant: tuple[str, ...], preset: str | None) -> None:
    """Make a project in FOLDER (default: here): transloc.toml, glossary.csv, articles/ and locales/.

    \b
    Example:
      transloc init desk --from uk --to en --to pl
      transloc init desk --from uk --to en --style uk
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
    preset = preset or _asked(locales, variant)
    styles = "".join(_style(locale, variant, preset) for locale in locales)
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


def _style(locale: str, variants: tuple[str, ...], preset: str | None) -> str:
    """Return the table of a locale's house style, empty where there is nothing to say."""
    own = _preset(locale, preset) if preset else {}
    if locale in VARIANTS:
        own = {**own, "variant": _variant(locale, variants, str(own.get("variant", "")))}
    elif own.get("variant", locale) != locale and locale != language(locale):
        raise InputError(f"--style {preset} does not fit {locale}", hint=f"It writes {own['variant']}")
    lines = (f'{key} = "{value}"'.ljust(_COLUMN) + f"# {_SAYS[key]}" for key, value in own.items())
    return "\n".join((f"\n[style.{locale}]", *lines, "")) if own else ""


def _asked(locales: tuple[str, ...], variants: tuple[str, ...]) -> str | None:
    """Return the house style that somebody at a terminal chooses for a bare “en”; a script has none."""
    if "en" not in locales or variants or not sys.stdin.isatty():
        return None
    chosen = str(click.prompt("House style?", type=click.Choice([*PRESETS, "none"]), default=next(iter(PRESETS))))
    return chosen if chosen in PRESETS else None


def _preset(locale: str, preset: str) -> Mapping[str, str | bool]:
    return PRESETS[preset].get(language(locale), COMMON.get(language(locale), {}))


def _variant(locale: str, chosen: tuple[str, ...], styled: str) -> str:
    known = VARIANTS[locale]
    for tag in map(normalise, chosen):
        if tag in known and styled in ("", tag):
            return tag
        if language(tag) == locale:
            fits = f"Use {' or '.join(known)}" if tag not in known else f"The style that you chose writes {styled}"
            raise InputError(f"“{tag}” is no variant of {locale}" if tag not in known else f"--variant {tag} and --style differ", hint=fits)
    if styled:
        return styled
    if sys.stdin.isatty():
        return str(click.prompt(f"Which {locale}?", type=click.Choice(known), default=known[0]))
    return known[0]
