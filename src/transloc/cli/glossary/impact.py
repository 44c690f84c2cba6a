"""``transloc glossary impact``: what a change of the glossary means for the articles."""

from collections.abc import Iterator
from pathlib import Path

import click

from transloc import files, glossary, project
from transloc.checks.settings import Settings
from transloc.cli import catalogs
from transloc.cli.console import form_option, note, plural, show_json
from transloc.cli.findings import machine, text
from transloc.cli.glossary import revision
from transloc.glossary import Glossary
from transloc.glossary.cells import cell
from transloc.model import Severity
from transloc.steps import impact as step
from transloc.steps.check import Located
from transloc.steps.impact import Change, Impact, Touched

#: Findings and articles that the text names for a row; JSON has all.
_NAMED = 10


@click.command()
@click.argument("listed", metavar="[G.csv]", required=False, type=click.Path(path_type=Path, readable=False))
@click.option("--since", default="HEAD", show_default=True, metavar="REV", help="The revision of git to compare with.")
@form_option
def impact(listed: Path | None, since: str, form: str) -> None:
    """Tell which sentences of which articles the changed rows of the glossary touch, and which findings come and go.

    Compares the file as it lies on the disk with that of a revision of git, over the PO files of the project.

    \b
    Example:
      transloc glossary impact
      transloc glossary impact glossary.csv --since main --format json
    """
    home = project.find()
    path = catalogs.glossary_path(listed, home)
    after = glossary.read(files.read(path), path).glossary
    before = _before(path, since, after)
    settings = home.check_settings() if home else Settings()
    day = catalogs.today(home)
    found = step.impact(before.on(day), after.on(day), catalogs.opened((catalogs.default(home),), named=False), settings)
    if form == "json":
        show_json(_json(found, str(path), since))
    else:
        for line in _text(found, str(path), since):
            click.echo(line)


def _before(path: Path, since: str, after: Glossary) -> Glossary:
    data = revision.read(path, since)
    if data is None:
        note(f"Note: {path} is not in {since}: every row counts as new")
        return Glossary((), after.locales, str(path))
    return glossary.read(data, f"{path} in {since}").glossary


def _text(found: Impact, path: str, since: str) -> Iterator[str]:
    if not found.changes:
        yield f"{path}: no row differs from {since}"
        return
    for change in found.changes:
        yield from _row(change, path)
        yield ""
    yield f"{plural(len(found.changes), 'row')} since {since}: {_touches(found.whole)}, {_findings(found.new, found.gone)}"


def _row(change: Change, path: str) -> Iterator[str]:
    concept = change.concept
    place = f"{path}:{concept.line}: " if change.after else ""
    yield f"{place}{concept.id}: {change.fate.value}"
    for name in change.columns:
        old, new = (text.one_line(cell(side, name)) if side else "" for side in (change.before, change.after))
        yield f"    {name}: {old or '–'} → {new or '–'}"
    yield f"    {_touches(change)}, {_findings(change.new, change.gone)}"
    if change.articles:
        more = f" and {len(change.articles) - _NAMED} more" if len(change.articles) > _NAMED else ""
        yield f"    in {', '.join(change.articles[:_NAMED])}{more}"
    for word, findings in (("new", change.new), ("gone", change.gone)):
        for located in findings[:_NAMED]:
            for line in text.block(located):
                yield f"    {word}: {line}" if not line.startswith(" ") else f"    {line}"
        if len(findings) > _NAMED:
            yield f"    {word}: and {len(findings) - _NAMED} more"


def _touches(change: Change) -> str:
    if not change.touched:
        return "touches no sentence"
    return f"touches {plural(change.sentences, 'sentence')} in {plural(len(change.articles), 'article')}"


def _findings(new: tuple[Located, ...], gone: tuple[Located, ...]) -> str:
    errors = sum(located.finding.severity is Severity.ERROR for located in new)
    told = f"{plural(len(new), 'new finding')}" + (f" ({plural(errors, 'error')})" if errors else "")
    return f"{told}, {len(gone)} gone"


def _json(found: Impact, path: str, since: str) -> dict[str, object]:
    whole = found.whole
    counts = {"sentences": whole.sentences, "articles": len(whole.articles), "new": len(found.new), "gone": len(found.gone)}
    return {
        "glossary": path,
        "since": since,
        "changes": [_change(change) for change in found.changes],
        "summary": {"rows": len(found.changes), **counts},
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "id": change.concept.id,
        "line": change.after.line if change.after else None,
        "fate": change.fate.value,
        "columns": {
            name: {side: cell(row, name) if row else "" for side, row in (("before", change.before), ("after", change.after))}
            for name in change.columns
        },
        "sentences": change.sentences,
        "articles": change.articles,
        "segments": [_segment(one) for one in change.touched],
        "new": [machine.finding(located) for located in change.new],
        "gone": [machine.finding(located) for located in change.gone],
    }


def _segment(one: Touched) -> dict[str, object]:
    texts = {"source": one.segment.source, "target": one.segment.target}
    return {"path": one.path, "line": one.line, "article": one.article, "locale": one.locale, "segment": one.segment.id, **texts}
