"""``transloc translate``: drafts from memory, then from an engine."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from transloc.cli import session
from transloc.cli.console import Advance, note, plural, progress, show_table

if TYPE_CHECKING:
    from transloc.engines.choose import Choice
    from transloc.jobs.newsroom import Newsroom
    from transloc.jobs.translate import Report, Run
    from transloc.steps.term_report import TermReport

#: What a shell expects of a program that Ctrl-C ended.
_INTERRUPTED = 130

#: Segments that are named in which a term is missing.
_PLACES = 3


@click.command()
@click.argument("articles", metavar="[ARTICLE...]", nargs=-1)
@click.option("--to", "locale", metavar="L", help="Only this target locale.")
@click.option("--engine", metavar="NAME", help="auto, deepl, firefox, ctranslate2, llm, or another. Default: as the project says.")
@click.option("--dry-run", is_flag=True, help="Tell segments, billable characters and cost, and change nothing.")
@click.option("--terms", is_flag=True, help="Tell of every term of the glossary what the engine made of it.")
@click.option("--offline", is_flag=True, help="Ask nobody on the network: memory, and an engine on this machine.")
def translate(articles: tuple[str, ...], locale: str | None, engine: str | None, dry_run: bool, terms: bool, offline: bool) -> None:
    """Draft what has no target yet in ARTICLES (default: all): labels and memory first, then the engine, with the glossary.

    Every finished batch is kept before the next is sent, so a run that was stopped goes on where it stopped and nothing is
    paid twice. Drafts wait for review.

    \b
    Example:
      transloc translate talks --to en --dry-run
      DEEPL_AUTH_KEY=… transloc translate
    """
    try:
        with session.opened() as newsroom:
            from transloc.jobs import translate as job

            wanted = newsroom.project.target(locale) if locale else None
            runs = job.prepare(newsroom, articles, wanted, engine=engine, offline=offline, tell=note)
            if not runs:
                note(_nothing(articles, wanted))
            try:
                if dry_run:
                    _estimate(newsroom, runs)
                else:
                    _draft(newsroom, runs, terms=terms)
            finally:
                job.close(runs)
    except KeyboardInterrupt:
        note("Stopped. What was drafted is kept; the same command goes on from there.")
        raise SystemExit(_INTERRUPTED) from None


def _nothing(articles: tuple[str, ...], locale: str | None) -> str:
    if locale is None:
        return "There is no article yet. Add one with: transloc add FILE"
    where = f" of {', '.join(articles)}" if articles else ""
    return f"There is no catalog{where} in {locale} yet. Make one with: transloc add FILE --to {locale}"


def _estimate(newsroom: "Newsroom", runs: "list[Run]") -> None:
    from transloc.jobs import translate as job
    from transloc.jobs.sending import spent as spent_on

    characters, cost = 0, 0.0
    for run, found in job.estimates(newsroom, runs):
        characters, cost = characters + found.characters, cost + found.cost
        click.echo(
            f"{run.slug} ({run.locale}): {plural(found.known, 'segment')} without an engine, {found.segments} for the engine"
            f" ({plural(found.characters, 'character')}), {found.left} for people. {_engine(run.choice)}"
        )
    if newsroom.project.cost_per_million:
        click.echo(f"Cost: {cost:.2f} at {newsroom.project.cost_per_million:g} a million characters")
    budget = newsroom.project.monthly_characters
    if budget and characters:
        spent = max(spent_on(newsroom, run.choice.engine) for run in runs if run.choice.engine)
        within = "" if spent + characters <= budget else ": the run will stop before it exceeds it"
        click.echo(f"Budget: {spent} of {budget} characters are spent this month, this would be {characters} more{within}")


def _draft(newsroom: "Newsroom", runs: "list[Run]", *, terms: bool) -> None:
    from transloc.jobs import translate as job

    for choice in {run.choice.why: run.choice for run in runs if run.plan.work}.values():
        note(_engine(choice))
    with progress("Drafting", sum(run.size for run in runs)) as bar, _stoppable(bar) as advance:
        try:
            for run, report in job.draft(newsroom, runs, advance):
                _tell(run, report)
                _tell_terms(report.used, whole=terms)
        finally:
            session.mirrored(newsroom, [(run.slug, run.locale) for run in runs])


def _engine(choice: "Choice") -> str:
    return f"Engine: {choice.why}" if choice.engine else choice.why[:1].upper() + choice.why[1:]


@contextmanager
def _stoppable(advance: Advance) -> Iterator[Advance]:
    """Let Ctrl-C end the work after the batch that is under way, since that is paid for; a second one ends it at once."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:  # in the background of a script it is ignored
        yield advance
        return
    asked = False

    def stop(*_: object) -> None:
        nonlocal asked
        if asked:
            raise KeyboardInterrupt
        asked = True
        note("Stopping after the batch that is under way, since it is paid for. Ctrl-C once more stops at once.")

    def checked(done: int, said: str) -> None:
        advance(done, said)
        if asked:
            raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    try:
        yield checked
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _tell(run: "Run", report: "Report") -> None:
    nothing = "nothing drafted" if report.left else "nothing to draft"
    origins = ", ".join(f"{count} from {origin}" for origin, count in sorted(report.origins.items())) or nothing
    paid = f", {plural(report.billed, 'character')} billed" if report.billed else ""
    click.echo(f"{run.slug} ({run.locale}): {origins}{paid}, {report.reasons.total()} left to people")
    for sentence in report.notes:
        note(f"  {sentence}")
    for reason, count in sorted(report.reasons.items()):
        note(f"  {count} × {reason}")


def _tell_terms(used: "TermReport", *, whole: bool) -> None:
    """Print how often the glossary's terms were applied, and by default those alone that the engine ignored."""
    from transloc.steps.term_report import Use

    if not used.terms:
        return
    click.echo("  terms: " + ", ".join(f"{used.total(use)} {use}" for use in Use))
    told = sorted(used.terms.values(), key=lambda term: -term.counts[Use.IGNORED])
    rows = [
        (term.term, term.wanted, *(str(term.counts[use]) for use in Use), " ".join(term.ignored[:_PLACES]))
        for term in told
        if whole or term.ignored
    ]
    if rows:
        show_table(("term", "wanted", *Use, "missing in"), rows, numbers=tuple(Use))
