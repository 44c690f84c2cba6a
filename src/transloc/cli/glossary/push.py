"""``transloc glossary push``: the approved terms to the engine that keeps glossaries."""

import os
from collections import Counter
from collections.abc import Iterator

import click

from transloc import project
from transloc.cli import catalogs
from transloc.cli.console import plural
from transloc.errors import InputError
from transloc.glossary import Glossary
from transloc.glossary.pairs import select, usable
from transloc.project import Project


@click.command()
@click.option("--to", "locale", metavar="L", help="Only this target locale.")
@click.option("--dry-run", is_flag=True, help="Tell what would be sent, and send nothing.")
def push(locale: str | None, dry_run: bool) -> None:
    """Bring the approved terms of the project to DeepL, so that it uses them, and tell what stays behind and why.

    A glossary there is known by what is in it: the same terms are sent once. Glossaries that transloc has not made are never
    touched; of its own the oldest goes where the account has no more room.

    \b
    Example:
      DEEPL_AUTH_KEY=… transloc glossary push --to en --dry-run
    """
    home = project.require()
    listed = catalogs.read_glossary(None, home)
    if listed is None:
        raise InputError("the project has no glossary", path=catalogs.glossary_path(None, home), hint="Begin it with: id,kind,uk,en")
    refused = False
    for target in (home.target(locale),) if locale else home.targets:
        for line, failed in _push(home, listed, target, dry_run):
            click.echo(line)
            refused |= failed
    if refused:
        raise SystemExit(1)


def _push(home: Project, listed: Glossary, target: str, dry: bool) -> Iterator[tuple[str, bool]]:
    """Yield lines, each with whether it tells of a failure."""
    from transloc.engines.choose import KEY, choose
    from transloc.engines.deepl import DeepL
    from transloc.engines.wishes import Wishes

    chosen = select(listed, home.source, target)
    kept, faults = usable(chosen.pairs)
    head = f"{home.source} → {target}: "
    wishes = Wishes(source=home.source, target=target, environ=os.environ, external=home.external)
    if not kept:
        yield f"{head}there is nothing to send", False
    elif dry and not os.environ.get(KEY, "").strip():
        yield f"{head}{plural(len(kept), 'term')} would be sent; whether DeepL has them already is known only with {KEY}", False
    else:
        engine = choose("deepl", wishes).engine
        assert isinstance(engine, DeepL)
        try:
            found = engine.keep(tuple(kept.items()), home.source, target, dry=dry)
        finally:
            engine.close()
        if found.refused:
            yield f"{head}not sent: {found.refused}", True
        else:
            how = ("would be made" if dry else "made") if found.made else "is there already"
            yield f"{head}{plural(len(kept), 'term')}, glossary {found.name} {how}", False
        if found.replaced:
            yield f"    replaced {found.replaced}, the oldest that transloc made, for want of room", False
    yield from ((f"    left out: {count} ({reason})", False) for reason, count in (Counter(chosen.left) + faults).most_common())
