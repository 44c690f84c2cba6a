"""Drafting as a job: batch by batch, each committed before the next is sent, so that a killed run resumes and pays for nothing twice."""

import os
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from transloc import memory
from transloc.engines.choose import Choice, MayNotSend, choose
from transloc.engines.engine import Answer, Engine
from transloc.engines.wishes import Wishes
from transloc.errors import EngineError, Refused, TranslocError
from transloc.jobs.newsroom import Newsroom, now
from transloc.jobs.sending import Landed, Sending, identities, texts_at_once
from transloc.model import Suggestion
from transloc.project import Project
from transloc.states import Action, Change
from transloc.steps import draft as step
from transloc.steps.accept import accept
from transloc.steps.draft import Estimate, Left, Plan, Work
from transloc.steps.term_report import TermReport
from transloc.store import INTERRUPTED, Batch, CachedAnswer
from transloc.wording import in_turn, say

Advance = Callable[[int, str], None]
"""Called after each commit with the segments that are done since, and a word about the cost; may raise KeyboardInterrupt."""


@dataclass(frozen=True, slots=True)
class Run:
    """What is to be drafted in one catalog, and by whom. ``insists``: the engine was named, so its failure is an error."""

    slug: str
    locale: str
    plan: Plan
    choice: Choice
    insists: bool

    @property
    def size(self) -> int:
        """Segments that have no target yet and may get one."""
        return len(self.plan.drafts) + _count(self.plan.work)


@dataclass(slots=True)
class Report:
    """What a run did; ``origins`` counts drafts, ``billed`` characters as the engine bills them.

    ``used`` tells what the engine made of the glossary's terms.
    """

    origins: Counter[str] = field(default_factory=Counter)
    billed: int = 0
    left: list[Left] = field(default_factory=list)
    used: TermReport = field(default_factory=TermReport)
    notes: list[str] = field(default_factory=list)

    @property
    def reasons(self) -> Counter[str]:
        """Why segments were left to people, of each the first reason."""
        first = {one.segment or f"#{number}": one.reason for number, one in reversed([*enumerate(self.left)])}
        return Counter(reversed(first.values()))


def prepare(
    newsroom: Newsroom, slugs: tuple[str, ...], locale: str | None, *, engine: str | None, offline: bool, tell: Callable[[str], None]
) -> list[Run]:
    """Plan every catalog of the named articles (all, where none is named) and choose its engine.

    An article that may not leave the machine has the best engine here where the settings name one elsewhere. Raises InputError where
    the named engine cannot be used.
    """
    runs = []
    chosen: dict[tuple[str, bool], tuple[Choice, bool]] = {}
    name = engine or newsroom.project.engine
    for article, target in newsroom.catalogs(slugs, locale):
        external = article.external and newsroom.project.may_leave(article.slug)
        if (target, external) not in chosen:
            wished = wishes(newsroom.project, target, external=external, offline=offline, tell=tell)
            chosen[target, external] = choice(name, wished, asked_for=engine is not None)
        runs.append(Run(article.slug, target, _plan(newsroom, article.slug, target), *chosen[target, external]))
    return runs


def choice(name: str, wished: Wishes, *, asked_for: bool = False) -> tuple[Choice, bool]:
    """Return the engine, and whether its failure is an error. ``asked_for``: it was named for this run, not by the settings."""
    try:
        return choose(name, wished), name != "auto"
    except MayNotSend:
        if asked_for or wished.external:
            raise
        return choose("auto", wished), False


def close(runs: Iterable[Run]) -> None:
    """Give back the engines of ``runs``."""
    for engine in {id(run.choice.engine): run.choice.engine for run in runs}.values():
        if engine:
            engine.close()


def wishes(project: Project, target: str, *, external: bool, offline: bool, tell: Callable[[str], None]) -> Wishes:
    """Return what the settings say for the choice of an engine into ``target``; ``tell`` hears when a model is fetched."""
    return Wishes(
        source=project.source,
        target=project.variant(target),
        environ=os.environ,
        models=project.models,
        offline=offline,
        external=external,
        auto_fetch=project.auto_fetch,
        formality=project.formality,
        settings=project.engines,
        tell=tell,
    )


def _plan(newsroom: Newsroom, slug: str, locale: str) -> Plan:
    catalog = newsroom.store.catalog(slug, locale)
    waiting = (segment.source for segment in catalog if segment.source and not segment.target)
    known = newsroom.store.known(waiting, catalog.source_locale, locale)

    def recall(source: str, previous: str, following: str) -> Suggestion | None:
        found = known.get(memory.key(source), ())
        return memory.best(memory.Query(source, previous, following, slug), found, newsroom.project.memory)

    project = newsroom.project
    return step.plan(catalog, recall=recall, glossary=newsroom.glossary, variant=project.variant(locale), zone=project.zone())


def estimates(newsroom: Newsroom, runs: Iterable[Run]) -> Iterator[tuple[Run, Estimate]]:
    """Return what each run would cost: what an engine answered before, and what an earlier run pays for, is free."""
    paid: set[str] = set()
    for run in runs:
        plan, again = run.plan, 0
        if run.choice.engine:
            batches, too_long = _requests(newsroom, run, run.choice.engine)
            named = [pair for batch in batches for pair in zip(identities(run.choice.engine, batch), batch.work, strict=True)]
            paid |= newsroom.store.answers(key for key, _ in named).keys()
            asked = {key: work for key, work in reversed(named) if key not in paid}
            again = sum(len(work.segments) for key, work in named if asked.get(key) is not work)
            paid |= asked.keys()
            plan = replace(plan, work=tuple(asked.values()), left=(*plan.left, *too_long))
        found = step.estimate(plan, run.choice.engine, newsroom.project.cost_per_million)
        yield run, replace(found, known=found.known + again)


def draft(newsroom: Newsroom, runs: Sequence[Run], advance: Advance) -> Iterator[tuple[Run, Report]]:
    """Carry out ``runs`` one after the other, each yielded with its report when it is done.

    A free engine that nobody has named is done without where it fails: the report says so, and memory and people do the work.
    The failure of any other (EngineError), and a catalog that another process works on (Refused), are raised at the end, when
    all catalogs have what needs no engine. KeyboardInterrupt leaves the rest alone. Every batch before is kept.
    """
    useless: set[int] = set()
    failed: TranslocError | None = None
    for run in runs:
        report, engine = Report(left=list(run.plan.left)), run.choice.engine
        _write(newsroom, run, run.plan.drafts, report)
        try:
            advance(len(run.plan.drafts), "")
            if engine and id(engine) not in useless:
                _engine(newsroom, run, engine, report, advance)
            else:
                report.left += _left(run.plan.work, "no engine at hand")
        except EngineError as error:
            if run.insists or not (engine and engine.abilities.local):
                failed = failed or error
                useless |= {id(other.choice.engine) for other in runs}
            else:
                useless.add(id(engine))
                report.notes.append(in_turn([error.whole, say("Until then memory and people do the work")]))
        except Refused as busy:
            report.left += _left(run.plan.work, "another process is at it")
            failed = failed or busy
        except KeyboardInterrupt:
            yield run, report
            raise
        yield run, report
    if failed:
        raise failed


def _engine(newsroom: Newsroom, run: Run, engine: Engine, report: Report, advance: Advance) -> None:
    """Send what is left for the engine, as a job that the store knows and that ends whatever happens."""
    batches, too_long = _requests(newsroom, run, engine)
    report.left += too_long
    if not batches:
        return
    job = newsroom.store.start_job(run.slug, run.locale, engine.name, total=_count(run.plan.work), at=now())
    sending, ended = Sending(newsroom, engine, job.id, deque(batches)), INTERRUPTED
    try:
        for landed in sending.land():
            _keep(newsroom, run, engine, landed, report)
            try:
                advance(_count(landed.batch.work), f"{report.billed} characters")
            except KeyboardInterrupt:  # what is under way is paid for, and kept
                sending.stop()
        if sending.stopped:
            raise KeyboardInterrupt
        ended = ""
    except TranslocError as error:
        ended = error.whole
        raise
    finally:
        report.left += _left((work for batch in sending.unsent for work in batch.work), "the engine was not reached")
        newsroom.store.finish_job(job.id, at=now(), error=ended)


def _requests(newsroom: Newsroom, run: Run, engine: Engine) -> tuple[tuple[step.Batch, ...], tuple[Left, ...]]:
    catalog = replace(run.plan.catalog, target_locale=newsroom.project.variant(run.locale))
    return step.requests(run.plan.work, catalog, engine, glossary=newsroom.glossary, at_most=texts_at_once(engine))


def _keep(newsroom: Newsroom, run: Run, engine: Engine, landed: Landed, report: Report) -> None:
    """Commit what became of a batch; an unusable answer leaves it to people, and its price is counted, since it may have been billed."""
    report.billed += landed.billed
    if landed.paid and landed.fault:
        newsroom.store.record_batch(landed.paid)
        report.left += _left(landed.batch.work, landed.fault)
        return
    report.notes += [note for note in landed.notes if note not in report.notes]
    outcome = accept(landed.batch.work, Answer(landed.texts), run.plan, engine.name)
    report.left += outcome.left
    report.used.count((draft for draft in outcome.drafts if not draft.hint), run.plan.catalog, newsroom.glossary)
    _write(newsroom, run, outcome.drafts, report, answers=landed.fresh, batch=landed.paid)


def _count(work: Iterable[Work]) -> int:
    return sum(len(one.segments) for one in work)


def _left(work: Iterable[Work], reason: str) -> list[Left]:
    return [Left(segment.id, reason) for one in work for segment in one.segments]


def _change(draft: step.Draft, at: datetime) -> Change:
    return Change(action=Action.SUGGEST if draft.hint else Action.DRAFT, at=at, target=draft.target, origin=draft.origin)


def _write(
    newsroom: Newsroom,
    run: Run,
    drafts: Iterable[step.Draft],
    report: Report,
    *,
    answers: Iterable[CachedAnswer] = (),
    batch: Batch | None = None,
) -> None:
    """Commit drafts with their Events, the engine's answers and what they cost, in one transaction."""
    at = now()
    rows = [(d.segment.id, d.segment.revision, _change(d, at)) for d in drafts]
    if not rows and batch is None:
        return
    written = newsroom.store.draft(run.slug, run.locale, rows, rules=newsroom.rules(run.locale), answers=answers, batch=batch)
    report.origins.update(segment.origin for segment in written.changed if segment.target)
    report.left += [Left("", str(refused)) for refused in written.refused]
