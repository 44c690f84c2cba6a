"""``transloc segment``: sentences of plain paragraphs."""

import json
from pathlib import Path

import click

from transloc.cli import lines
from transloc.segmentation import Span, segmenter

# Legal in JSON, but a reader that asks for "lines" may break at them.
_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}


@click.command()
@click.argument("file", type=lines.FILE)
@click.option("--locale", required=True, metavar="TAG", help="Language of the text, a BCP 47 tag such as uk or en-GB.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to answer.")
@click.option(
    "--rules", type=click.Path(path_type=Path, readable=False), metavar="FILE.srx", help="SRX 2.0 rules that are asked before all others."
)
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

    def reply(paragraph: str, number: int) -> str:
        spans = cut.segments(paragraph)
        return _line(paragraph, spans) if form == "jsonl" else _block(paragraph, spans, first=number == 1)

    lines.answer(file, reply)


def _line(paragraph: str, spans: list[Span]) -> str:
    written = json.dumps({"text": paragraph, "segments": spans}, ensure_ascii=False)
    return written.translate(_LINE_ENDS) + "\n"


def _block(paragraph: str, spans: list[Span], *, first: bool) -> str:
    segments = [paragraph[start:end].strip() for start, end in spans]
    return ("" if first else "\n") + "".join(f"{text}\n" for text in segments if text)
