"""``transloc extract``: a document's segments as a PO file."""

from pathlib import Path

import click

from transloc import files, formats
from transloc.cli.console import note
from transloc.errors import InputError, visible
from transloc.formats import po
from transloc.languages import name as spoken
from transloc.languages import normalise
from transloc.model import Catalog
from transloc.segmentation import segmenter
from transloc.steps.extract import extract as cut
from transloc.steps.spoken import other_language


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--from", "source", metavar="L", required=True, help="Language of the document, a BCP 47 tag.")
@click.option("--to", "target", metavar="M", required=True, help="Language of the translation.")
@click.option("-o", "--output", metavar="FILE.po", default="-", show_default=True, help="Where to write; “-” is standard output.")
@click.option(
    "--segment-by", "by", type=click.Choice(["sentence", "block"]), default="sentence", show_default=True, help="What a segment is."
)
@click.option("--whole-page", is_flag=True, help="Of a saved web page all text, not the article alone; other documents are always whole.")
def extract(file: Path, source: str, target: str, output: str, by: str, whole_page: bool) -> None:
    """Write the segments of FILE, with inline codes, as a PO file.

    \b
    Example:
      transloc extract talks.md --from uk --to en -o talks.po
    """
    source, target = normalise(source), normalise(target)
    if source == target:
        raise InputError(f"“{source}” is both the language of the document and that of the translation", hint="Name another with --to")
    if output != "-" and files.same(Path(output), file):
        raise InputError("the PO file would replace the document", path=file, hint="Name another file with -o")
    data = files.read(file)
    document = formats.for_name(file.name).parse(data, file, formats.Options(whole_page=whole_page))
    segments = cut(document, segmenter(source).segments) if by == "sentence" else cut(document)
    name = visible(file.stem)  # a file's name may be no UTF-8; a PO file has to be
    catalog = Catalog(article=name, source_locale=source, target_locale=target, segments=segments, digest=files.digest(data))
    if other := other_language(document, source):
        said = f"the document says that it is in {spoken(other)} ({other}), and --from that it is in {spoken(source)}"
        note(f"{files.shown(file)}: {said}. If it is right, give --from {other}")
    if not segments:
        note(f"{files.shown(file)}: no text to translate was found. Check that this is the article")
    written = po.write(catalog)
    if output == "-":
        with click.open_file("-", "wb") as out:
            out.write(written)
    else:
        files.write(Path(output), written)
