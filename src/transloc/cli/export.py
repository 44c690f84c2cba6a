"""``transloc export``: localised articles go out."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from transloc import files
from transloc.cli import session
from transloc.cli.console import form_option, in_few, leftover, note, plural, show_json
from transloc.errors import InputError, Refused, visible
from transloc.formats.convert import KINDS, OWN

if TYPE_CHECKING:
    from transloc.jobs.newsroom import Newsroom
    from transloc.jobs.publish import Published
    from transloc.steps.localise import Given

_ELSEWHERE = "Where the page shows others in frames, add those"


@click.command()
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--to", "locale", metavar="L", required=True, help="Target locale.")
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder; “-”: one file, to standard output. Default: exports/<locale>/.",
)
@click.option("--draft", is_flag=True, help="Export what nobody has reviewed, marked as such; what has no target keeps its source.")
@click.option("--byline", metavar="NAME", default="", help="Who the article is by, for readers of the target; where it states nobody.")
@click.option("--date", metavar="DATE", default="", help="When it was published, where it states no date.")
@click.option("--report", "report", type=click.Path(path_type=Path, dir_okay=False), help="Write the reports as JSON into this file.")
@form_option
@click.option(
    "--as",
    "kinds",
    type=click.Choice((OWN, *KINDS)),
    multiple=True,
    default=(OWN,),
    show_default=True,
    help="As what: the format that the article came in, or the article alone in another; can be repeated.",
)
def export(
    articles: tuple[str, ...],
    locale: str,
    folder: Path | None,
    draft: bool,
    byline: str,
    date: str,
    report: Path | None,
    form: str,
    kinds: tuple[str, ...],
) -> None:
    """Write ARTICLES in the target locale, in the format that they came in or in others, and tell what people should look at.

    Every segment must be reviewed (with four_eyes: signed off). Otherwise it is said what is missing, and nothing is written
    (exit status 1). What the page states of its language, its links and its credit line is set in [export] of transloc.toml.

    \b
    Example:
      transloc export talks --to en
      transloc export talks --to en --as html --as json
      transloc export talks --to en --draft -o preview
      transloc export talks --to en --as text -o - | wc --words
      transloc export talks --to en --byline "Olena Kovalenko" --date 2026-11-24 --report talks.json
    """
    with session.opened() as newsroom:
        from transloc.jobs.publish import publish

        target = newsroom.project.target(locale)
        into = None if str(folder) == "-" else folder or newsroom.project.exports / target
        slugs = newsroom.slugs(articles)
        if into is None:
            _one_file(slugs, kinds, form)
        given = _given(newsroom, slugs, target, byline, date)
        told: list[dict[str, Any]] = []
        failed = False
        for slug in slugs:
            try:
                exported = publish(newsroom, slug, target, into, draft=draft, given=given, kinds=kinds)
            except Refused as refused:
                note(str(refused))
                failed = True
                continue
            told.append({"paths": [str(files.shown(path)) for path in exported.paths], **asdict(exported.report)})
            if into is None:
                _pipe(exported)
            elif form == "text":
                _list(exported)
            if form == "text":
                _tell(exported, own=OWN in kinds)
        if form == "json":
            show_json(told)
        if report:
            files.write(report, (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode())
        if failed:
            raise SystemExit(1)


def _given(newsroom: "Newsroom", slugs: tuple[str, ...], target: str, byline: str, date: str) -> "Given":
    from transloc.steps.localise import Given
    from transloc.steps.report import given_date

    if (byline or date) and len(slugs) > 1:
        raise InputError("--byline and --date are those of one article, and several are named", hint="Export them one by one")
    project = newsroom.project
    read = given_date(date, (project.variant(target), project.source), project.zone()) if date else ""
    if date and not read:
        raise InputError(f"“{date}” is not a date with its year", hint="Write it such as 2026-11-24 or 2026-11-24T10:15")
    return Given(byline=" ".join(byline.split()), date=read)


def _one_file(slugs: tuple[str, ...], kinds: tuple[str, ...], form: str) -> None:
    if len(slugs) > 1 or len(set(kinds)) > 1:
        raise InputError("standard output takes one file, and several are asked for", hint="Name a folder with -o")
    if form != "text":
        raise InputError("standard output takes the article or its report", hint="Keep the report with --report FILE")


def _pipe(exported: "Published") -> None:
    with click.open_file("-", "wb") as out:
        for data in exported.files.values():
            out.write(data)
        out.flush()


def _list(exported: "Published") -> None:
    report = exported.report
    left = f", {plural(report.untranslated, 'segment')} still in the source language" if report.untranslated else ""
    for written in exported.paths:
        click.echo(f"{files.shown(written)}{' (unreviewed draft)' if report.draft else ''}{left}")


def _tell(exported: "Published", *, own: bool) -> None:
    report, path = exported.report, files.shown(exported.paths[0])
    for file, left_in in {**({exported.paths[0]: report.leftover} if own else {}), **exported.leftover}.items():
        leftover(str(files.shown(file)), left_in)
    for embed in report.embeds:
        where = f" in line {embed.line} of the source" if embed.line else ""
        note(f"{path}: not translated: {embed.kind}{where}, {embed.address or 'without an address'}")
    for missing in report.missing:
        note(f"{path}: {missing.message}. {missing.hint}".strip())
    for quoted in report.quotations:
        cited = ", ".join(filter(None, (quoted.url, quoted.note)))
        note(f"{path}: “{quoted.text}” ({quoted.speaker or 'nobody named'}): {quoted.how}{f', {cited}' if cited else ''}")
    if report.aside and own:
        texts = plural(report.aside, "text")
        note(f"{path}: not part of the article and left as it was: {texts}. Without that: --as html")
    if report.furniture and own:
        what = "still in the source's language around the article, by the lines of the source"
        note(f"{path}: {what}: {in_few(report.furniture)}. Look at them before you publish")
    if exported.converted.unsaid:
        fields = ", ".join(exported.converted.unsaid)
        note(f"{path}: the page states in the source's language only, so left empty in the formats other than its own: {fields}")
    if exported.converted.empty:
        note(f"{path}: beside its fields the article has no text, so the formats other than its own have no body. {_ELSEWHERE}")
    for out in exported.converted.left_out:
        place = f" (line {out.line} of the article)" if out.line else ""
        note(f"{path}: no place in the formats other than its own for: {out.kind}, {visible(out.address)}{place}")
