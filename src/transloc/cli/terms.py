"""``transloc terms``: the glossary's terms in running text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import click

from transloc import files, glossary
from transloc.errors import InputError
from transloc.glossary import Glossary, Match
from transloc.languages import normalise


@click.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--glossary", "source", type=click.Path(path_type=Path), required=True, metavar="G.csv", help="The glossary.")
@click.option("--locale", required=True, metavar="TAG", help="Language of the text, a BCP 47 tag such as uk or en-GB.")
@click.option("--all", "nested", is_flag=True, help="Give terms inside longer ones too.")
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to answer.")
def terms(file: Path, source: Path, locale: str, nested: bool, form: str) -> None:
    """Find the terms of a glossary in FILE (or standard input, "-"), one sentence a line.

    A line is answered for each line, as it comes; offsets count code points. Of overlapping terms the longest wins.

    \b
    Example:
        echo "Про це заявив Емманюель Макрон у Києві." | transloc terms - --glossary glossary.csv --locale uk
        transloc terms article.txt --glossary glossary.csv --locale uk --all --format jsonl
    """
    listed = glossary.read(files.read(source), source).glossary
    matcher = glossary.matcher(listed, _column(listed, locale))
    with _opened(file) as stream, click.open_file("-", "wb") as out:
        for sentence in _sentences(stream, file):
            matches = matcher.find(sentence, nested)
            out.write((_json(sentence, matches) if form == "jsonl" else _text(sentence, matches)).encode())
            out.flush()


def _column(listed: Glossary, locale: str) -> str:
    tag = normalise(locale)
    if listed.column_for(tag) is None:
        known = ", ".join(listed.locales)
        raise InputError(f"the glossary has no column for “{tag}”", path=listed.path, line=1, hint=f"It has: {known}")
    return tag


def _opened(file: Path) -> IO[bytes]:
    try:
        stream: IO[bytes] = click.open_file(str(file), "rb")
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", path=file, hint="Check the name and its permissions") from None
    return stream


def _sentences(stream: IO[bytes], file: Path) -> Iterator[str]:
    for number, line in enumerate(stream, 1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            name = "standard input" if str(file) == "-" else file
            raise InputError("this is not UTF-8 text", path=name, line=number, hint="Save it as UTF-8") from None
        yield text.removesuffix("\n").removesuffix("\r")


def _json(sentence: str, matches: tuple[Match, ...]) -> str:
    found = [{"start": m.start, "end": m.end, "id": m.concept.id, "text": m.text} for m in matches]
    return json.dumps({"text": sentence, "terms": found}, ensure_ascii=False) + "\n"


def _text(sentence: str, matches: tuple[Match, ...]) -> str:
    return sentence + "\n" + "".join(f"    {m.start}-{m.end}  {m.text}  ({m.concept.id})\n" for m in matches)
