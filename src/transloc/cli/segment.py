"""``transloc segment``: sentences of plain paragraphs."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from transloc.errors import InputError
from transloc.segmentation import Span, segmenter

# Legal in JSON, but a reader that asks for "lines" may break at them.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--locale", required=True, metavar="TAG", help="Language of the text, a BCP 47 tag such as uk or en-GB.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to answer.")
@click.option("--rules", type=click.Path(path_type=Path), metavar="FILE.srx", help="SRX 2.0 rules that are asked before all others.")
def segment(file: Path, locale: str, form: str, rules: Path | None) -> None:
    """Cut FILE (or standard input, "-"), one paragraph a line, into sentences.

    text gives a segment a line and a blank line between paragraphs; jsonl gives a line for each paragraph, with spans that
    count code points and leave no gap: white space belongs to the segment before it.

    \b
    Example:
        echo "Зустріч тривала до 14.30. Її вів ген. О. Сирський." | transloc segment - --locale uk
        transloc segment article.txt --locale en-GB --format jsonl
    """
    cut = segmenter(locale, rules)
    with _opened(file) as stream, click.open_file("-", "wb") as out:
        for count, paragraph in enumerate(_paragraphs(stream, file)):
            spans = cut.segments(paragraph)
            written = _line(paragraph, spans) if form == "jsonl" else _block(paragraph, spans, first=count == 0)
            out.write(written.encode())
            out.flush()


def _opened(file: Path) -> IO[bytes]:
    try:
        return click.open_file(str(file), "rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path=file, hint="Check the name and its permissions") from None


def _paragraphs(stream: IO[bytes], file: Path) -> Iterator[str]:
    for number, line in enumerate(stream, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            name = "standard input" if str(file) == "-" else file
            raise InputError("this is not UTF-8 text", path=name, line=number, hint="Save it as UTF-8") from None
        yield text.removesuffix("\n").removesuffix("\r")


def _line(paragraph: str, spans: list[Span]) -> str:
    written = json.dumps({"text": paragraph, "segments": spans}, ensure_ascii=False)
    return written.translate(_LINE_ENDS) + "\n"


def _block(paragraph: str, spans: list[Span], *, first: bool) -> str:
    lines = [paragraph[start:end].strip() for start, end in spans]
    return ("" if first else "\n") + "".join(f"{line}\n" for line in lines if line)
