"""Jobs: taken up again, counted, paid for once."""

import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from store.desk import NOON, RULES
from transloc.errors import InputError, Refused
from transloc.states import Action, Change
from transloc.store import Batch, CachedAnswer, JobState

FIRST, SECOND = "u00000000.s1", "u00000001.s1"
LATER = NOON + timedelta(minutes=1)


def start(store, at=NOON, locale="en"):
    return store.start_job("talks", locale, "deepl", total=4, at=at)


def batch(job, billed=10, at=LATER, **words):
    return Batch(job=job.id, texts=2, billed=billed, at=at, **words)


def draft(desk, job, identity, text):
    row = (identity, 0, Change(action=Action.DRAFT, at=LATER, target=text, origin="deepl"))
    answer = CachedAnswer(f"{identity:a>64}", "deepl", text, LATER)
    return desk.store.draft("talks", "en", [row], rules=RULES, answers=[answer], batch=batch(job))


def test_a_job_counts_what_its_batches_did(desk):
    job = start(desk.store)
    draft(desk, job, FIRST, "Talks in Warsaw")
    desk.store.record_batch(batch(job, billed=7, error="the answer was empty"))
    (seen,) = desk.store.latest_jobs()
    assert (seen.done, seen.billed, seen.total, seen.attempts, seen.state) == (1, 17, 4, 1, JobState.RUNNING)
    assert seen.lease > job.lease
    done = desk.store.finish_job(job.id, at=LATER)
    assert (done.state, done.finished, done.error) == (JobState.DONE, LATER, "")
    assert desk.store.latest_jobs() == (done,)


def test_a_failed_job_says_why_and_the_next_one_is_new(desk):
    job = start(desk.store)
    failed = desk.store.finish_job(job.id, at=LATER, error="quota exceeded")
    assert (failed.state, failed.error) == (JobState.FAILED, "quota exceeded")
    assert start(desk.store, LATER).id != job.id


def test_a_queued_job_can_be_started_though_the_clock_went_back(desk):
    queued = desk.store.enqueue_job("talks", "en", at=LATER)
    assert start(desk.store, NOON).id == queued.id


def test_what_the_latest_jobs_cost_is_asked_once_for_all(desk):
    for locale in ("en", "pl"):
        desk.store.record_batch(batch(start(desk.store, locale=locale), billed=7))
    with CaptureQueriesContext(connection) as asked:
        assert [job.billed for job in desk.store.latest_jobs()] == [7, 7]
    assert len([one for one in asked if one["sql"].startswith("SELECT")]) == 1


def test_one_catalog_is_translated_by_one_job_at_a_time(desk):
    start(desk.store)
    with pytest.raises(Refused, match=r"talks \(en\) is being translated already"):
        start(desk.store, LATER)
    assert start(desk.store, LATER, "pl").locale == "pl"


def test_a_job_whose_lease_ran_out_is_taken_up_again(desk):
    job = start(desk.store)
    draft(desk, job, FIRST, "Talks in Warsaw")
    again = start(desk.store, NOON + timedelta(hours=1))
    assert (again.id, again.attempts, again.done, again.billed) == (job.id, 2, 1, 10)


def test_a_job_of_a_dead_process_is_taken_up_at_once(desk, tmp_path):
    code = (
        "import os, pathlib, sys, transloc.store\n"
        "from store.test_jobs import NOON, start\n"
        "start(transloc.store.open(pathlib.Path(sys.argv[1])))\n"
        "os.kill(os.getpid(), 9)"
    )
    env = {"PYTHONPATH": str(Path(__file__).parents[1])}
    assert subprocess.run([sys.executable, "-c", code, tmp_path], env=env, check=False).returncode == -9
    (dead,) = desk.store.latest_jobs()
    assert dead.state is JobState.RUNNING
    again = start(desk.store, LATER)
    assert (again.id, again.attempts) == (dead.id, 2)
    assert again.holder != dead.holder


def test_a_queued_job_waits_once_and_becomes_the_one_that_runs(desk):
    waiting = desk.store.enqueue_job("talks", "en", at=NOON)
    assert (waiting.state, waiting.unfinished) == (JobState.QUEUED, True)
    assert desk.store.enqueue_job("talks", "en", at=LATER) == waiting
    assert desk.store.latest_jobs() == (waiting,)
    running = start(desk.store, LATER)
    assert (running.id, running.state, running.attempts, running.total) == (waiting.id, JobState.RUNNING, 1, 4)
    assert desk.store.enqueue_job("talks", "en", at=LATER).id == running.id


def test_the_latest_job_of_each_catalog(desk):
    first = start(desk.store)
    desk.store.finish_job(first.id, at=LATER, error="the engine is away")
    second = desk.store.enqueue_job("talks", "en", at=LATER)
    other = start(desk.store, locale="pl")
    assert [(job.id, job.unfinished) for job in desk.store.latest_jobs()] == [(second.id, True), (other.id, True)]


def test_what_was_answered_is_known_the_next_time(desk):
    job = start(desk.store)
    draft(desk, job, FIRST, "Talks in Warsaw")
    desk.translate(SECOND, "The ministers met.")
    assert draft(desk, job, SECOND, "Ministers met.").changed == ()
    wanted = [f"{identity:a>64}" for identity in (FIRST, SECOND, "other")]
    assert desk.store.answers(wanted) == {wanted[0]: "Talks in Warsaw", wanted[1]: "Ministers met."}


def test_many_answers_are_asked_for_at_once(desk):
    assert desk.store.answers(str(n) for n in range(2000)) == {}


def test_billing_counts_by_engine_and_month_of_the_newsroom(desk):
    kyiv = ZoneInfo("Europe/Kyiv")
    job = start(desk.store)
    for at, billed in (
        (datetime(2026, 10, 31, 23, 59, tzinfo=kyiv), 1),
        (datetime(2026, 11, 1, 0, 0, tzinfo=kyiv), 10),
        (datetime(2026, 11, 30, 23, 59, tzinfo=kyiv), 100),
        (datetime(2026, 12, 1, 0, 0, tzinfo=kyiv), 1000),
    ):
        desk.store.record_batch(batch(job, billed, at))
    assert desk.store.billed("deepl", datetime(2026, 11, 15, tzinfo=kyiv)) == 110
    assert desk.store.billed("deepl", datetime(2026, 12, 31, tzinfo=kyiv)) == 1000
    assert desk.store.billed("firefox", datetime(2026, 11, 15, tzinfo=kyiv)) == 0


def test_a_job_that_is_not_there_is_named(desk):
    with pytest.raises(InputError, match="no job 7"):
        desk.store.finish_job(7, at=NOON)
