import pytest
from django.utils import translation

from fakes.site import text
from transloc.errors import EngineError
from transloc.jobs.newsroom import now
from transloc.store import Batch, JobState
from transloc.web import news
from transloc.wording import say, say_many


def test_a_draft_is_queued_once_and_the_page_that_asked_comes_back(site):
    assert site.post("/a/tram/en/draft/", {"next": "/?text=трам"})["Location"] == "/?text=%D1%82%D1%80%D0%B0%D0%BC"
    site.post("/a/tram/en/draft/")
    (job,) = site.store.latest_jobs()
    assert (job.article, job.locale, job.state) == ("tram", "en", JobState.QUEUED)
    assert "waits to be drafted" in text(site.get("/"))


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_it_leads_nowhere_else(site, elsewhere):
    assert site.post("/a/tram/en/draft/", {"next": elsewhere})["Location"] == "/"


def test_a_script_gets_json(site):
    answer = site.post("/a/tram/en/draft/", status=202, accept="application/json")
    assert "in the background" in answer.json()["said"]


def test_only_a_form_starts_it(site):
    site.get("/a/tram/en/draft/", status=405)
    site.post("/a/nothing/en/draft/", status=404)
    assert site.store.latest_jobs() == ()


def test_progress_is_shown_while_something_runs_and_only_then(site):
    assert "hx-trigger" not in site.get("/jobs/").content.decode()
    job = site.store.start_job("tram", "en", "deepl", total=9, at=now())
    site.store.record_batch(Batch(job=job.id, texts=2, billed=10, at=now()))
    answer = site.get("/jobs/?n=1")
    assert "0 of 9 segments, deepl" in text(answer)
    assert "every 2s" in answer.content.decode()
    assert "HX-Trigger" not in answer
    site.store.finish_job(job.id, at=now())
    answer = site.get("/jobs/?n=1")
    assert "every 2s" not in answer.content.decode()
    assert answer["HX-Trigger"] == "queue-changed"


def test_a_draft_that_stopped_says_why_and_can_be_tried_again(site):
    job = site.store.enqueue_job("tram", "en", at=now())
    assert "being drafted" in text(site.get("/"))
    site.store.finish_job(job.id, at=now(), error="the budget is spent. Raise it")
    said = text(site.get("/"))
    assert "The last draft stopped: the budget is spent. Raise it" in said
    assert 'id="draft-tram-en"' in site.get("/").content.decode()


def test_why_a_draft_stopped_is_told_in_the_language_of_the_page(site):
    """Whatever the language was in which nobody was looking when it stopped."""
    job = site.store.enqueue_job("tram", "en", at=now(), actor=site.store.person("Bob"))
    why = EngineError(
        say("DeepL gets too many requests"),
        hint=say("Try again in {after}; what was drafted is kept", after=say_many("{number} second", "{number} seconds", 5)),
    )
    site.store.finish_job(job.id, at=now(), error=why.whole)
    assert "The last draft stopped: DeepL gets too many requests. Try again in 5 seconds; what was drafted is kept" in text(site.get("/"))
    page = site.get("/", **{"accept-language": "uk"})
    assert "Складання чернетки зупинилося: DeepL отримує забагато запитів. Спробуйте ще раз через 5 секунд" in text(page)
    told = site.store.notifications(site.store.person("Bob"))[0]
    assert told.text == "DeepL gets too many requests. Try again in 5 seconds; what was drafted is kept"
    with translation.override("uk"):
        assert "зупинилося: DeepL отримує забагато запитів. Спробуйте ще раз через 5 секунд" in news.sentence(
            told, site.newsroom.project.zone()
        )
    assert "DeepL gets too many requests" in text(site.get("/admin/store/job/"))


def test_what_nobody_can_tell_in_another_language_is_marked_as_english(site):
    job = site.store.enqueue_job("tram", "en", at=now())
    site.store.finish_job(job.id, at=now(), error="<b>no room</b>")
    page = site.get("/", **{"accept-language": "uk"}).content.decode()
    assert '<span lang="en" dir="ltr">&lt;b&gt;no room&lt;/b&gt;</span>' in page
