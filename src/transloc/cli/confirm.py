"""``transloc confirm``: a person vouches for segments, from a script, under the same guards as in the desk."""

import click

from transloc.checks.settings import Settings
from transloc.cli import session
from transloc.cli.console import note
from transloc.errors import InputError
from transloc.model import Segment, State
from transloc.states import Action, Change


@click.command()
@click.argument("article")
@click.option("--to", "locale", metavar="L", required=True, help="Target locale.")
@click.option("--segment", "ids", metavar="ID", multiple=True, help="Segment to confirm; may be given again.")
@click.option("--all", "every", is_flag=True, help="Confirm every translated segment.")
@click.option("--by", "name", required=True, help="Who vouches for them.")
@click.option("--waive", "waived", metavar="RULE", multiple=True, help="Let findings of this rule pass, with --reason; may be given again.")
@click.option("--reason", help="Why they may pass; it stays in the record and in the PO file.")
def confirm(article: str, locale: str, ids: tuple[str, ...], every: bool, name: str, waived: tuple[str, ...], reason: str | None) -> None:
    """Confirm segments of ARTICLE: they become reviewed, and enter the memory.

    A segment with an error that nobody has waived is refused and named; the others are confirmed (exit status 1).

    \b
    Example:
      transloc confirm talks --to en --all --by "Olena"
      transloc confirm talks --to en --segment u1a2b3c4d.s1 --by "Olena" --waive number --reason "the source is wrong"
    """
    if bool(waived) != bool(reason) or (waived and every):
        raise InputError("--waive wants --segment and --reason", hint="A finding is waived for a segment, and for a reason")
    Settings(skip=frozenset(waived))  # refuses a rule that does not exist
    if every == bool(ids):
        raise InputError("name segments with --segment, or all of them with --all", hint="Not both, not neither")
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        (slug,), target = newsroom.slugs((article,)), newsroom.project.target(locale)
        catalog = newsroom.store.catalog(slug, target)
        chosen = _chosen(catalog.segments, ids)
        person = newsroom.store.person(name)
        at = now()
        changes = [Change(action=Action.WAIVE, at=at, actor=person, rule=rule, reason=reason or "") for rule in waived]
        changes.append(Change(action=Action.CONFIRM, at=at, actor=person))
        rows = [(segment.id, segment.revision, change) for segment in chosen for change in changes]
        outcome = newsroom.store.change_many(slug, target, rows, rules=newsroom.rules(target, catalog.glossary), typed=False)
        session.mirrored(newsroom, [(slug, target)])
        for refused in outcome.refused:
            note(str(refused))
        confirmed = sum(segment.done for segment in outcome.changed)
        told = [f"{confirmed} confirmed by {name}", f"{len(outcome.refused)} refused"]
        if every and (waiting := sum(segment.state is State.INITIAL and not segment.added for segment in catalog)):
            told.append(f"{waiting} not translated")
        click.echo(f"{slug} ({target}): {', '.join(told)}")
        if outcome.refused:
            raise SystemExit(1)


def _chosen(segments: tuple[Segment, ...], ids: tuple[str, ...]) -> list[Segment]:
    if not ids:
        return [segment for segment in segments if segment.state is State.TRANSLATED]
    known = {segment.id: segment for segment in segments}
    for wanted in ids:
        if wanted not in known:
            raise InputError(f"there is no segment {wanted}", hint="transloc status --format json names the open ones")
    return [known[wanted] for wanted in dict.fromkeys(ids)]
