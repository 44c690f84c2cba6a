"""``transloc glossary convert``: from and to the formats of other programs."""

from pathlib import Path

import click

from transloc import files
from transloc.cli import catalogs
from transloc.cli.console import note, plural
from transloc.errors import InputError
from transloc.glossary.csv_file import CsvFile
from transloc.glossary.exchange import FORMATS, Format, Loaded, format_of, load, save
from transloc.languages import normalise

_FILE = click.Path(path_type=Path, allow_dash=True, readable=False)
_STANDARD = Path("-")
_FORMS = click.Choice([form.value for form in FORMATS])


@click.command()
@click.argument("given", metavar="IN", type=_FILE)
@click.argument("out", metavar="OUT", type=_FILE)
@click.option("--from", "from_form", type=_FORMS, help="The format of IN, where its name does not tell it.")
@click.option("--to", "to_form", type=_FORMS, help="The format of OUT, where its name does not tell it.")
@click.option("--source", metavar="L", help="The language that a list of pairs leads from.")
@click.option("--target", metavar="L", help="The language that a list of pairs leads to.")
def convert(given: Path, out: Path, from_form: str | None, to_form: str | None, source: str | None, target: str | None) -> None:
    """Convert a glossary from IN to OUT (“-”: standard input, standard output), and tell what OUT cannot hold.

    \b
    csv     glossary.csv                                     .csv .tsv
    tbx     TBX-Basic: Weblate, Pontoon, terminology tools   .tbx .xml
    deepl   a list for DeepL; without --target all pairs     say it: --to deepl
    omegat  a list of OmegaT                                 .utf8 .txt

    \b
    Example:
      transloc glossary convert glossary.csv glossary.tbx
      transloc glossary convert deepl.csv glossary.csv --from deepl --source uk --target en
      transloc glossary convert glossary.csv glossary.utf8 --source uk --target pl
    """
    if given != _STANDARD and out != _STANDARD and files.same(given, out):
        raise InputError("both names are of one file", path=out, hint="Give OUT another name")
    read_as = Format(from_form) if from_form else format_of(given, "--from")
    write_as = Format(to_form) if to_form else format_of(out, "--to")
    pair = [normalise(tag) if tag else "" for tag in (source, target)]
    loaded = _load(given, read_as, *pair)
    _known(loaded.file, pair if write_as in (Format.DEEPL, Format.OMEGAT) else [])
    told = CsvFile(loaded.file.glossary.on(catalogs.today(None)), loaded.file.sheet) if write_as is not Format.TBX else loaded.file
    written = save(told, write_as, given.stem, *pair, mark=out.suffix.lower() == ".txt")
    for sentence in (*loaded.notes, *written.notes):
        note(f"Note: {sentence}")
    if out == _STANDARD:
        with click.open_file("-", "wb") as stream:
            stream.write(written.data)
    else:
        files.write(out, written.data)
        click.echo(f"{out}: {plural(len(loaded.file.glossary), 'row')} of {given}")


def _load(given: Path, form: Format, source: str, target: str) -> Loaded:
    name = "standard input" if given == _STANDARD else str(given)
    try:
        with click.open_file(str(given), "rb") as stream:
            return load(stream, form, name, source, target)
    except OSError as error:
        raise files.unreadable(given, error) from None


def _known(file: CsvFile, pair: list[str]) -> None:
    """Raise InputError where the glossary has no column for a language that somebody named."""
    listed = file.glossary
    missing = next((tag for tag in pair if tag and listed.column_for(tag) is None), None)
    if missing:
        raise InputError(f"the glossary has no column for “{missing}”", path=listed.path, hint=f"It has: {', '.join(listed.locales)}")
