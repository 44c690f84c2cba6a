"""``transloc merge``: a document and its PO file make the translated document."""

from pathlib import Path

import click

from transloc import files, formats
from transloc.cli.console import leftover, note, plural
from transloc.errors import InputError, Refused
from transloc.formats import po
from transloc.model import Catalog, Document
from transloc.steps.assemble import Assembled, assemble
from transloc.steps.leftover import leftover as left


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.argument("catalog", metavar="FILE.po", type=click.Path(path_type=Path, readable=False))
@click.option("-o", "--output", metavar="OUT", default="-", show_default=True, help="Where to write; “-” is standard output.")
def merge(file: Path, catalog: Path, output: str) -> None:
    """Write FILE with the targets of FILE.po in the place of its texts; all else keeps its bytes.

    A segment without a target keeps its source and is counted. Broken inline codes: exit status 1, and nothing is written.

    \b
    Example:
      transloc merge talks.md talks.po -o talks.en.md
    """
    replaced = next((given for given in (file, catalog) if output != "-" and files.same(Path(output), given)), None)
    if replaced:
        raise InputError("the translation would replace it", path=replaced, hint="Name another file with -o")
    format_of = formats.for_name(file.name)
    document = format_of.parse(files.read(file), file)
    read = po.read(files.read(catalog), catalog)
    try:
        assembled = assemble(document, read.catalog)
        data = format_of.rebuild(document, assembled.targets, omitted=assembled.omitted, added=assembled.added)
    except Refused as refused:
        refused.path = catalog
        refused.line = next((line for name, line in read.lines.items() if refused.message.startswith(f"segment {name}:")), None)
        raise
    if output == "-":
        with click.open_file("-", "wb") as out:
            out.write(data)
            out.flush()  # what cannot be written is told before what was left untranslated
    else:
        files.write(Path(output), data)
    _tell(document, read.catalog, assembled, data, output)


def _tell(document: Document, catalog: Catalog, assembled: Assembled, data: bytes, output: str) -> None:
    missing = {unit.id for unit in document.article} - {segment.unit for segment in catalog}
    count = assembled.untranslated + len(missing)
    if count:
        note(f"{plural(count, 'segment')} without a target kept the source")
    elif data != document.data:
        leftover("standard output" if output == "-" else output, left(document.encoding, data, catalog))
