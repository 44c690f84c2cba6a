"""``transloc glossary suggest``: names that the articles have and the glossary lacks."""

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from transloc import files, glossary, markup, project
from transloc.cli import catalogs
from transloc.cli.console import note, plural, short, show_json, show_table
from transloc.errors import InputError
from transloc.glossary import ConceptKind, CsvFile, Glossary
from transloc.glossary.sheet import neutralise
from transloc.glossary.suggestions import Suggested, Text
from transloc.glossary.suggestions import suggest as names
from transloc.languages import fallbacks, language, normalise, romanise
from transloc.model import Catalog
from transloc.project import Project
from transloc.steps.check import Opened


@click.command()
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--to", "locale", metavar="L", help="The language of the proposals. Default: the project's first target.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many names to give.")
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", show_default=True, help="How to answer.")
def suggest(articles: tuple[str, ...], locale: str | None, most: int, form: str) -> None:
    """List the names in ARTICLES (default: all in locales/) that the glossary lacks, the most frequent first, with a proposal each.

    A proposal comes from confirmed translations, else from other rows of the glossary, else, for Ukrainian names alone, from the
    official romanisation. What is not sure is left blank. Rows of `csv` are drafts: look at each before you approve it.

    \b
    Example:
      transloc glossary suggest
      transloc glossary suggest talks --to en --format csv >> glossary.csv
    """
    home = project.find()
    path = catalogs.glossary_path(None, home)
    file = glossary.read(files.read(path), path) if path.exists() else None
    opened = list(_chosen(articles, catalogs.opened((catalogs.default(home),), named=False)))
    source, target = _pair(opened, home, file, locale)
    listed = file.glossary if file else Glossary((), (source, target), str(path))
    found = names(_texts(opened, source, target), listed, source, target, most)
    if form == "json":
        show_json([_json(one) for one in found])
    elif form == "csv":
        click.echo(_rows(found, file, source, target), nl=False)
    elif not found:
        click.echo("Nothing: the glossary has every name that is mentioned more than once.")
    else:
        show_table(("name", target, "from", "times", "seen"), map(_shown, found), numbers=("times",))


def _chosen(articles: tuple[str, ...], opened: Iterable[Opened]) -> Iterator[Opened]:
    wanted = {Path(name).stem for name in articles}
    met = set()
    for one in opened:
        slugs = {one.catalog.article, Path(one.path).stem}
        met |= slugs
        if not wanted or slugs & wanted:
            yield one
    if unknown := sorted(wanted - met):
        raise InputError(f"there is no catalog of “{unknown[0]}”", hint=f"There are: {', '.join(sorted(filter(None, met)))}")


def _pair(opened: list[Opened], home: Project | None, file: CsvFile | None, locale: str | None) -> tuple[str, str]:
    """Return both languages: as the project says, else as the catalogs and the glossary do."""
    source = home.source if home else next((one.catalog.source_locale for one in opened if one.catalog.source_locale), "")
    if not source:
        hint = "Add the header X-Source-Language to the PO files, or make a project"
        raise InputError("nobody tells which language the articles are in", hint=hint)
    if locale:
        return source, home.target(locale) if home else normalise(locale)
    others = (home.targets if home else ()) or tuple(one.catalog.target_locale for one in opened if one.catalog.target_locale)
    columns = tuple(column for column in (file.glossary.locales if file else ()) if language(column) != language(source))
    target = next(iter((*others, *columns)), "")
    if not target:
        raise InputError("nobody tells which language the proposals should be in", hint="Name it: --to en")
    return source, target


def _texts(opened: list[Opened], source: str, target: str) -> Iterator[Text]:
    """Yield every sentence once, with its confirmed translation into the language of ``target``, if it has one."""
    said: dict[tuple[str, str], Text] = {}
    for one in opened:
        catalog = one.catalog
        if language(catalog.source_locale or source) != language(source):
            note(f"Note: {one.path} is from {catalog.source_locale}: passed over")
            continue
        vouched = target in fallbacks(catalog.target_locale) or catalog.target_locale in fallbacks(target)
        for key, text in _sentences(one, catalog):
            known = said.get(key)
            said[key] = text if known is None or (vouched and text.target) else known
            if not vouched and known is None:
                said[key] = Text(text.words, text.article, text.place)
    yield from said.values()


def _sentences(one: Opened, catalog: Catalog) -> Iterator[tuple[tuple[str, str], Text]]:
    article = catalog.article or Path(one.path).stem
    for segment in catalog:
        if segment.source:
            place = f"{one.path}:{one.lines.get(segment.id, 1)}"
            target = markup.words(segment.target) if segment.done else ""
            yield (article, segment.id), Text(markup.words(segment.source), article, place, target)


def _shown(one: Suggested) -> tuple[str, ...]:
    origin = f"{one.proposal.origin.value}: {one.proposal.why}" if one.proposal.text else one.proposal.why
    return one.name, one.proposal.text, origin, str(one.count), f"{one.seen.place}: {short(_around(one), 70)}"


def _around(one: Suggested) -> str:
    """Return the sentence from a little before the name."""
    at = one.seen.words.find(one.forms[0].split()[0])
    return ("…" if at > 30 else "") + one.seen.words[max(0, at - 30) :]


def _json(one: Suggested) -> dict[str, object]:
    return {
        "name": one.name,
        "kind": one.kind.value,
        "proposal": one.proposal.text,
        "origin": one.proposal.origin.value,
        "why": one.proposal.why,
        "count": one.count,
        "forms": one.forms,
        "articles": one.articles,
        "seen": {"place": one.seen.place, "text": one.seen.words},
    }


def _rows(found: Iterable[Suggested], file: CsvFile | None, source: str, target: str) -> str:
    """Return draft rows in the columns of the glossary, so that they can be appended to it; with a header where there is none."""
    from_column = (file.glossary.column_for(source) if file else None) or source
    to_column = (file.glossary.column_for(target) if file else None) or target
    header = file.sheet.header if file else ("id", "kind", from_column, to_column, "status", "note")
    missing = [name for name in (from_column, to_column, "status") if name not in header]
    if missing and file:
        hint = "Add it to the first line: without a status the rows would count as approved"
        raise InputError(f"the glossary has no column {', '.join(missing)}", path=file.glossary.path, line=1, hint=hint)
    ending = (file.sheet.rows[0].ending if file else "") or "\n"
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=file.sheet.delimiter if file else ",", lineterminator=ending)
    if not file:
        writer.writerow(header)
    elif not file.sheet.rows[-1].ending:
        out.write(ending)
    taken = {concept.id for concept in file.glossary.concepts} if file else set()
    for one in found:
        cells = {"id": _id(one, source, taken), "kind": _kind(one.kind), from_column: one.name, to_column: one.proposal.text}
        cells |= {"status": "draft", "note": _told(one)}
        writer.writerow([neutralise(cells.get(name, "")) for name in header])
    return out.getvalue()


def _kind(kind: ConceptKind) -> str:
    return "" if kind is ConceptKind.TERM else kind.value


def _id(one: Suggested, source: str, taken: set[str]) -> str:
    slug = free = romanise.slug(one.proposal.text or one.name, "en" if one.proposal.text else source, 40) or "name"
    number = 1
    while free in taken:
        number += 1
        free = f"{slug}-{number}"
    taken.add(free)
    return free


def _told(one: Suggested) -> str:
    origin = f"{one.proposal.origin.value}, {one.proposal.why}" if one.proposal.text else one.proposal.why
    return f"{origin}; {plural(one.count, 'time')}; {one.seen.place}: {short(_around(one), 120)}"
