"""``transloc glossary add``: a new row, looked over before it is written."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from transloc import glossary, project
from transloc.cli.catalogs import glossary_path
from transloc.cli.console import note, plural
from transloc.errors import InputError, Refused, visible
from transloc.glossary import Case, Concept, ConceptKind, CsvFile, Status, Term, Usage
from transloc.glossary.ids import free_id
from transloc.glossary.lint import Fault, lint
from transloc.glossary.rewrite import Held, held
from transloc.glossary.table import USAGES, split
from transloc.languages import normalise
from transloc.model import Severity

#: Of these a warning is enough to refuse the row: the glossary has the term already.
_DOUBLE = frozenset({"dup-source", "conflict-target"})

_COLUMN = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*(?:\.\w+)?=")


@click.command()
@click.argument("terms", nargs=-1, required=True, metavar="TERM|LANGUAGE=TERM...")
@click.option(
    "--kind", type=click.Choice(list(map(str, ConceptKind))), default=ConceptKind.TERM.value, show_default=True, help="What the term names."
)
@click.option("--gender", type=click.Choice(["m", "f", "n", "pl"]), default=None, help="Of a person or a noun, where it cannot be told.")
@click.option(
    "--case",
    type=click.Choice(list(map(str, Case))),
    default=Case.AUTO.value,
    show_default=True,
    help="Which letter case a match must have.",
)
@click.option("--keep", is_flag=True, help="The term stands in every target as it does in the source (translate=no).")
@click.option(
    "--status",
    type=click.Choice(list(map(str, Status))),
    default=Status.APPROVED.value,
    show_default=True,
    help="How far the row has come.",
)
@click.option("--speaks", default="", metavar="TAG", help="The language that a person usually speaks in public.")
@click.option("--owner", default="", help="Who looks after the row.")
@click.option("--reason", default="", help="Why the newsroom writes it so.")
@click.option("--source", "link", default="", metavar="LINK", help="Where that is settled.")
@click.option("--valid-from", type=click.DateTime(["%Y-%m-%d"]), default=None, metavar="DAY", help="The day from which the row holds.")
@click.option("--note", "remark", default="", help="For people.")
@click.option("--id", "name", default="", help="The row's key (default: made of the translation).")
@click.option("--glossary", "listed", type=click.Path(path_type=Path, readable=False), metavar="G.csv", help="The glossary to write.")
def add(
    terms: tuple[str, ...],
    kind: str,
    gender: str | None,
    case: str,
    keep: bool,
    status: str,
    speaks: str,
    owner: str,
    reason: str,
    link: str,
    valid_from: datetime | None,
    remark: str,
    name: str,
    listed: Path | None,
) -> None:
    """Add a row, looked over before it is written.

    The glossary is that of the project, or glossary.csv, unless another is named. A TERM alone is of the language of the articles,
    LANGUAGE=TERM of the column of that name; "|" separates variants, the preferred one first, and LANGUAGE.forbidden lists what must not
    be written. A term that the glossary has already is refused with the line of its row, and so is a row that lint finds an error in:
    exit status 1, and nothing is written. All other rows keep their bytes.

    \b
    Example:
        transloc glossary add "Володимир Зеленський" en="Volodymyr Zelenskyy" --kind person --gender m
        transloc glossary add uk=Київ en=Kyiv pl=Kijów en.forbidden="Kiev|Kiew" --kind place
        transloc glossary add Starlink --keep --reason "a brand"
    """
    home = project.find()
    path = glossary_path(listed, home)
    with held(path, path) as now:
        known = now.file.glossary
        source = known.column_for(home.source) if home else None
        given = dict(_columns(terms, now.file, source or known.locales[0]))
        concept = Concept(
            id=name,
            kind=ConceptKind(kind),
            terms=tuple(_terms(given)),
            gender=gender or "",
            speaks=normalise(speaks) if speaks else "",
            case=Case(case),
            translate=not keep,
            status=Status(status),
            owner=owner.strip(),
            reason=reason.strip(),
            source=link.strip(),
            valid_from=valid_from.date() if valid_from else None,
            note=remark.strip(),
        )
        _write(now, replace(concept, id=name.strip() or free_id(concept, known)), home)


def _columns(terms: tuple[str, ...], file: CsvFile, source: str) -> Iterator[tuple[str, str]]:
    """Yield the column and the cell of each argument; raises InputError for a column that the glossary does not have."""
    seen = set[str]()
    for term in terms:
        before, _, cell = term.partition("=")
        tag, dot, use = before.partition(".")
        named = _COLUMN.match(term) is not None
        column = normalise(tag) if named else source
        found = file.glossary.column_for(column)
        if found is None or (dot and named and use not in USAGES):
            missing = f"{column}{dot}{use}" if found else column
            hint = f"It has: {', '.join(file.glossary.locales)}"
            raise InputError(f"the glossary has no column for “{missing}”", path=file.glossary.path, line=1, hint=hint)
        key = found + dot + use if named else found
        if key in seen:
            raise InputError(f"two terms are given for {key}", hint=f'Write them as one: {key}="one|other"')
        seen.add(key)
        yield key, cell if named else term


def _terms(given: Mapping[str, str]) -> Iterator[Term]:
    for column, cell in given.items():
        locale, _, use = column.partition(".")
        for n, text in enumerate(split(cell)):
            yield Term(text, locale, USAGES[use] if use else Usage.ADMITTED if n else Usage.PREFERRED)


def _write(now: Held, concept: Concept, home: project.Project | None) -> None:
    file, path = now.file, now.path
    if taken := file.glossary.concept(concept.id):
        raise Refused(f"the id “{concept.id}” is that of a row already", path=path, line=taken.line, hint="Name another with --id")
    written = glossary.update(file, [*file.glossary.concepts, concept])
    line = written.glossary.concepts[-1].line
    linted = lint(written.sheet.write(), str(path), source=home.source if home else "", targets=home.targets if home else ())
    faults = [fault for fault in linted.faults if fault.line >= line]
    for fault in faults:
        if fault.severity is Severity.ERROR or (fault.code in _DOUBLE and fault.severity is Severity.WARNING):
            raise Refused(f"the row is not added: {fault.message}", path=path)
    now.write(written, hint="Nothing was written. Run the command again")
    _tell(file, written, faults, path)


def _tell(file: CsvFile, written: CsvFile, faults: list[Fault], path: Path) -> None:
    concept = written.glossary.concepts[-1]
    terms = " = ".join(term for column in written.glossary.locales if (term := concept.preferred(column)))
    click.echo(visible(f"{path}:{concept.line}: {concept.id}: {terms}"))
    if columns := written.sheet.header[len(file.sheet.header) :]:
        note(f"Note: {plural(len(columns), 'column')} added: {', '.join(columns)}")
    for fault in faults:
        note(f"{fault.severity.value.capitalize()}: {visible(fault.message)}")
