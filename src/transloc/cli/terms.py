"""``transloc terms``: the glossary's terms in running text."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from transloc import files, glossary
from transloc.cli import lines
from transloc.errors import InputError
from transloc.glossary import Glossary, Match, inflection
from transloc.glossary.inflection import Morphology
from transloc.languages import normalise


@click.command()
@click.argument("file", type=lines.FILE)
@click.option("--glossary", "source", type=click.Path(path_type=Path, readable=False), required=True, metavar="G.csv", help="The glossary.")
@click.option("--locale", required=True, metavar="TAG", help="Language of the text, a BCP 47 tag such as uk or en-GB.")
@click.option("--all", "nested", is_flag=True, help="Give terms inside longer ones too.")
@click.option(
    "--morphology",
    type=click.Choice([choice.value for choice in Morphology]),
    default=Morphology.AUTO.value,
    show_default=True,
    help="What inflects Ukrainian; auto takes pymorphy3 where it is installed.",
)
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True, help="How to answer.")
def terms(file: Path, source: Path, locale: str, nested: bool, morphology: str, form: str) -> None:
    """Find the terms of a glossary in FILE (or standard input, "-"), one sentence a line.

    A line is answered for each line, as it comes; offsets count code points. Of overlapping terms the longest wins.

    \b
    Example:
        echo "Про це заявив Емманюель Макрон у Києві." | transloc terms - --glossary glossary.csv --locale uk
        transloc terms article.txt --glossary glossary.csv --locale uk --all --format jsonl
        transloc terms article.txt --glossary glossary.csv --locale uk --morphology base
    """
    inflection.use(Morphology(morphology))
    listed = glossary.read(files.read(source), source).glossary.on(datetime.now(UTC).astimezone().date())
    matcher = glossary.matcher(listed, _column(listed, locale))

    def reply(sentence: str, number: int) -> str:
        matches = matcher.find(sentence, nested)
        return _json(sentence, matches) if form == "jsonl" else _text(sentence, matches)

    lines.answer(file, reply)


def _column(listed: Glossary, locale: str) -> str:
    tag = normalise(locale)
    if listed.column_for(tag) is None:
        known = ", ".join(listed.locales)
        raise InputError(f"the glossary has no column for “{tag}”", path=listed.path, line=1, hint=f"It has: {known}")
    return tag


def _json(sentence: str, matches: tuple[Match, ...]) -> str:
    found = [{"start": m.start, "end": m.end, "id": m.concept.id, "text": m.text} for m in matches]
    return json.dumps({"text": sentence, "terms": found}, ensure_ascii=False) + "\n"


def _text(sentence: str, matches: tuple[Match, ...]) -> str:
    return sentence + "\n" + "".join(f"    {m.start}-{m.end}  {m.text}  ({m.concept.id})\n" for m in matches)
