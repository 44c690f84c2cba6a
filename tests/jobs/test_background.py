"""The threads behind the desk: drafts come, files follow, both end in order, and what was cut short goes on."""

import logging
import shutil
import threading
import time
from contextlib import contextmanager
from datetime import timedelta

import pytest

from fakes.deepl_server import FakeDeepL
from fakes.desk import ENGLISH
from fakes.long_article import drafted, furnish, open_newsroom, sentences, use
from fakes.open_desk import PATIENCE
from transloc.jobs import background, mirror
from transloc.jobs.background import Background
from transloc.jobs.current import Current
from transloc.jobs.newsroom import now
from transloc.states import Action, Change
from transloc.store import JobState

TEXTS = sentences(60)
PRICE, REST = "Вони коштують 480 млн гривень.", "Решта — до кінця року."


def until(true):
    """Wait for what the background does."""
    end = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < end, "the background has not done it"
        time.sleep(0.02)


@contextmanager
def running(newsroom):
    current = Current(newsroom)
    with Background(current) as behind:
        yield behind


def edit(newsroom, source, target, slug="tram"):
    segment = next(one for one in newsroom.store.catalog(slug, "en") if one.source == source)
    change = Change(action=Action.EDIT, at=now(), actor=newsroom.owner(), target=target)
    newsroom.store.change(slug, "en", segment.id, seen=segment.revision, change=change, rules=newsroom.rules("en"))


@pytest.fixture
def deepl(monkeypatch):
    with FakeDeepL(seconds=0.05) as fake:
        use(fake.url, monkeypatch)
        yield fake


@pytest.fixture
def root(tables, tmp_path):
    return furnish(tmp_path / "desk", tables, {"long": TEXTS, "short": TEXTS[:3]}, settings='[engine]\nname = "deepl"\n')


def models_of_jobs():
    """Return the table itself, to leave it as a process that died has."""
    from transloc.store import models

    return models.Job


def only(newsroom, slug="long"):
    (job,) = [job for job in newsroom.store.latest_jobs() if job.article == slug]
    return job


# drafting


def test_queued_catalogs_are_drafted_in_their_order_and_the_files_follow(root, deepl):
    with open_newsroom(root) as newsroom:
        for slug in ("short", "long"):
            newsroom.store.enqueue_job(slug, "en", at=now())
        with running(newsroom):
            until(lambda: not any(job.unfinished for job in newsroom.store.latest_jobs()))
        short, long = only(newsroom, "short"), only(newsroom)
    assert set(drafted(root)) == set(TEXTS)
    assert (long.state, long.done, long.total) == (JobState.DONE, 60, 60)
    assert short.id < long.id
    assert TEXTS[0] in deepl.requests[0]["text"]
    assert drafted(root)[TEXTS[-1]] in (root / "locales/en/long.po").read_text(encoding="utf-8")


def test_progress_can_be_watched(root, deepl):
    deepl.seconds = 0.5  # a machine under load looks seldom
    seen = set()
    with open_newsroom(root) as newsroom:
        newsroom.store.enqueue_job("long", "en", at=now())

        def watched():
            job = only(newsroom)
            seen.add((job.state, job.done))
            return not job.unfinished

        watched()
        with running(newsroom):
            until(watched)
    assert {(JobState.QUEUED, 0), (JobState.RUNNING, 20), (JobState.DONE, 60)} <= seen


def test_the_end_waits_for_the_batch_that_is_paid_for_and_the_next_start_goes_on(root, deepl):
    deepl.seconds = 0.4
    with open_newsroom(root) as newsroom:
        newsroom.store.enqueue_job("long", "en", at=now())
        with running(newsroom):
            until(lambda: deepl.requests)
        assert len(drafted(root)) == 20, "the batch under way is kept, and no other was sent"
        assert drafted(root)[TEXTS[0]] in (root / "locales/en/long.po").read_text(encoding="utf-8")
        assert only(newsroom).state is JobState.QUEUED
        with running(newsroom):
            until(lambda: not only(newsroom).unfinished)
        assert only(newsroom).state is JobState.DONE
    assert set(drafted(root)) == set(TEXTS)
    assert deepl.stats()["paid_twice"] == 0


def test_what_a_crash_interrupted_goes_on_at_the_start(root, deepl):
    with open_newsroom(root) as newsroom:
        newsroom.store.start_job("long", "en", "deepl", total=60, at=now())
    with open_newsroom(root) as newsroom:
        models_of_jobs().objects.update(holder="elsewhere:1:gone", lease=now())
        with running(newsroom):
            until(lambda: not only(newsroom).unfinished)
        assert only(newsroom).state is JobState.DONE
        assert only(newsroom).attempts == 2
    assert set(drafted(root)) == set(TEXTS)


def test_a_crash_after_the_last_batch_leaves_no_job_that_runs_for_ever(root, deepl):
    with open_newsroom(root) as newsroom:
        newsroom.store.enqueue_job("short", "en", at=now())
        with running(newsroom):
            until(lambda: not only(newsroom, "short").unfinished)
        models_of_jobs().objects.update(state="running", holder="elsewhere:1:gone", lease=now())
        with running(newsroom):
            until(lambda: not only(newsroom, "short").unfinished)


def test_a_catalog_that_another_process_drafts_is_left_to_it(root, deepl, monkeypatch):
    monkeypatch.setattr(background, "_BUSY", 0.2)
    with open_newsroom(root) as newsroom:
        job = newsroom.store.start_job("long", "en", "deepl", total=60, at=now())
        models_of_jobs().objects.update(holder="elsewhere:1:alive")
        newsroom.store.enqueue_job("short", "en", at=now())
        with running(newsroom):
            until(lambda: not only(newsroom, "short").unfinished)
            time.sleep(0.8)
            assert only(newsroom).state is JobState.RUNNING
            assert "long" not in [s for s in drafted(root) if s not in TEXTS[:3]]
            newsroom.store.finish_job(job.id, at=now())
    assert set(drafted(root)) == set(TEXTS[:3])


@pytest.mark.parametrize(("fault", "words"), [(403, "DEEPL_AUTH_KEY"), (456, "characters")])
def test_an_engine_that_fails_is_told_in_a_sentence(root, deepl, fault, words):
    deepl.fail(*[fault] * 3)
    with open_newsroom(root) as newsroom:
        newsroom.store.enqueue_job("short", "en", at=now())
        with running(newsroom):
            until(lambda: not only(newsroom, "short").unfinished)
        job = only(newsroom, "short")
    assert job.state is JobState.FAILED
    assert words in job.error
    assert "\n" not in job.error


def test_without_an_engine_the_job_says_so(desk):
    with desk.newsroom() as newsroom:
        newsroom.store.enqueue_job("tram", "en", at=now())
        with running(newsroom):
            until(lambda: not only(newsroom, "tram").unfinished)
        job = only(newsroom, "tram")
    assert job.state is JobState.FAILED
    assert "engine" in job.error


def test_what_nobody_foresaw_ends_one_job_and_not_the_thread(root, deepl, monkeypatch, caplog):
    real = background.translate.prepare

    def prepare(newsroom, slugs, *rest, **words):
        if slugs == ("long",):
            raise RuntimeError("a slip")
        return real(newsroom, slugs, *rest, **words)

    monkeypatch.setattr(background.translate, "prepare", prepare)
    with open_newsroom(root) as newsroom, caplog.at_level(logging.ERROR):
        newsroom.store.enqueue_job("long", "en", at=now())
        newsroom.store.enqueue_job("short", "en", at=now())
        with running(newsroom):
            until(lambda: not any(job.unfinished for job in newsroom.store.latest_jobs()))
        assert "a slip" in only(newsroom).error
        assert only(newsroom, "short").state is JobState.DONE


# the mirror


def test_a_file_follows(desk):
    with desk.newsroom() as newsroom, running(newsroom):
        edit(newsroom, PRICE, ENGLISH[PRICE])
        until(lambda: desk.entries()[PRICE].msgstr == ENGLISH[PRICE])
        edit(newsroom, PRICE, "480 million hryvnias.")
        until(lambda: desk.entries()[PRICE].msgstr == "480 million hryvnias.")


def test_what_a_crash_left_unwritten_is_written_at_the_start(desk):
    desk.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    assert not desk.entries()[PRICE].msgstr
    with desk.newsroom() as newsroom, running(newsroom):
        until(lambda: desk.entries()[PRICE].msgstr == ENGLISH[PRICE])


def test_what_was_written_just_before_the_end_is_in_the_file(desk):
    with desk.newsroom() as newsroom:
        with running(newsroom):
            time.sleep(0.3)
            edit(newsroom, PRICE, ENGLISH[PRICE])
        assert desk.entries()[PRICE].msgstr == ENGLISH[PRICE]


def test_a_file_that_somebody_has_changed_is_left_alone_and_named(desk):
    with desk.newsroom() as newsroom, running(newsroom) as behind:
        until(lambda: behind.mirroring._written)
        assert behind.current.outside() == frozenset()
        desk.edit({REST: ENGLISH[REST]})
        changed = desk.po().read_bytes()
        until(lambda: behind.current.outside() == {("tram", "en")})
        edit(newsroom, PRICE, ENGLISH[PRICE])
        time.sleep(2)
        assert desk.po().read_bytes() == changed
        news = mirror.news(newsroom, "tram", "en")
        mirror.take_in(newsroom, "tram", "en", lambda _: None, news.stamp)
        until(lambda: behind.current.outside() == frozenset())
    assert {source: desk.entries()[source].msgstr for source in (PRICE, REST)} == {PRICE: ENGLISH[PRICE], REST: ENGLISH[REST]}


def test_a_file_that_is_gone_is_written_again(desk):
    with desk.newsroom() as newsroom, running(newsroom) as behind:
        until(lambda: behind.mirroring._written)
        desk.po().unlink()
        until(desk.po().exists)


def test_a_file_that_cannot_be_written_is_told_once_and_tried_again(desk, caplog):
    away = desk.root / "away"
    (desk.root / "locales").rename(away)
    (desk.root / "locales").write_text("in the way")
    with desk.newsroom() as newsroom, caplog.at_level(logging.WARNING), running(newsroom):
        until(lambda: "could not be mirrored" in caplog.text)
        time.sleep(3.2)
        assert caplog.text.count("tram (en) could not be mirrored") == 1
        (desk.root / "locales").unlink()
        shutil.move(away, desk.root / "locales")
        edit(newsroom, PRICE, ENGLISH[PRICE])
        until(lambda: desk.entries()[PRICE].msgstr == ENGLISH[PRICE])


def test_nothing_is_written_where_nothing_has_changed(desk):
    desk.run("sync")
    before = desk.po().stat().st_mtime_ns
    with desk.newsroom() as newsroom, running(newsroom) as behind:
        until(lambda: len(behind.mirroring._written) == 2)
        time.sleep(2)
    assert desk.po().stat().st_mtime_ns == before


def test_no_thread_is_left(desk):
    with desk.newsroom() as newsroom:
        with running(newsroom):
            time.sleep(0.1)
        assert not {thread.name for thread in threading.enumerate()} & {"drafting", "mirroring"}


# telling


def test_deadlines_are_told_and_letters_are_asked_for_until_the_desk_closes(desk, monkeypatch):
    monkeypatch.setattr(background, "_TELLING", 0.05)
    asked = []
    with desk.newsroom() as newsroom:
        alice = newsroom.store.person("Alice")
        given_to(alice)
        newsroom.store.set_deadline("tram", "en", now() + timedelta(hours=3), actor=newsroom.owner(), at=now())
        with Background(Current(newsroom), asked.append):
            until(lambda: newsroom.store.unread(alice) and len(asked) > 1)
        told, many = newsroom.store.unread(alice), len(asked)
        time.sleep(0.2)
    assert (told, len(asked)) == (1, many)


def test_mails_that_fail_keep_nothing_else_from_being_done(desk, monkeypatch, caplog):
    monkeypatch.setattr(background, "_TELLING", 0.05)

    def fails(_):
        raise RuntimeError("no way to the post")

    with desk.newsroom() as newsroom, Background(Current(newsroom), fails):
        until(lambda: caplog.text.count("telling failed, and goes on") > 1)
        edit(newsroom, PRICE, "They cost 480 million hryvnias.")
        until(lambda: "They cost 480 million hryvnias." in desk.po().read_text(encoding="utf-8"))


def given_to(person):
    """Assign the articles to somebody."""
    from transloc.store import models

    models.Catalog.objects.update(assignee=person.id)
