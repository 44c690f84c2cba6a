"""``transloc confirm``: a person vouches for segments, from a script, under the same guards as in the desk."""

import click

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
def confirm(article: str, locale: str, ids: tuple[str, ...], every: bool, name: str) -> None:
    """Confirm segments of ARTICLE: they become reviewed, and enter the memory.

    A segment with an error that nobody has waived is refused and named; the others are confirmed (exit status 1).

    \b
    Example:
      transloc confirm talks --to en --all --by "Olena"
    """
    if every == bool(ids):
        raise InputError("name segments with --segment, or all of them with --all", hint="Not both, not neither")
    with session.opened() as newsroom:
        from transloc.jobs.newsroom import now

        (slug,), target = newsroom.slugs((article,)), newsroom.project.target(locale)
        chosen = _chosen(newsroom.store.catalog(slug, target).segments, ids)
        person = newsroom.store.person(name)
        change = Change(action=Action.CONFIRM, at=now(), actor=person)
        rows = [(segment.id, segment.revision, change) for segment in chosen]
        outcome = newsroom.store.change_many(slug, target, rows, rules=newsroom.rules(target))
        session.mirrored(newsroom, [(slug, target)])
        for refused in outcome.refused:
            note(str(refused))
        click.echo(f"{slug} ({target}): {len(outcome.changed)} confirmed by {name}, {len(outcome.refused)} refused")
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
