import logging

import pytest

from fakes.site import stranger, text
from transloc.errors import EngineError, InputError, Refused, StaleRevision
from transloc.jobs.current import Current


def test_an_address_where_nothing_is(site):
    answer = site.get("/a/nothing/en/conflicts/", status=404)
    assert "There is nothing here" in text(answer)
    assert site.get("/no/such/page/", status=404)
    assert site.get("/a/nothing/en/conflicts/", status=404, accept="application/json").json()["message"] == "There is nothing here"


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (Refused("the desk forbids it", hint="Do otherwise"), 422),
        (InputError("this is damaged", path="locales/en/tram.po", line=3), 422),
        (StaleRevision("u1.s1", seen=1, revision=2, theirs="A", mine="B"), 409),
        (EngineError("the engine is away"), 502),
    ],
)
def test_what_the_desk_expects_is_a_page_and_a_line(site, monkeypatch, caplog, error, status):
    monkeypatch.setattr(Current, "outside", property(lambda self: _raise(error)))
    with caplog.at_level(logging.WARNING, logger="transloc.web"):
        answer = site.get("/", status=status)
    assert error.message in text(answer)
    assert error.hint in text(answer)
    (record,) = [record for record in caplog.records if record.name == "transloc.web"]
    assert record.getMessage() == f"GET /: {error}"
    assert record.exc_info is None


def test_what_nobody_foresaw_tells_no_trace(site, monkeypatch):
    monkeypatch.setattr(Current, "outside", property(lambda self: _raise(RuntimeError("secret detail"))))
    site.client.raise_request_exception = False
    answer = site.get("/", status=500)
    assert "What was saved is safe" in text(answer)
    assert "secret detail" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


def test_an_upload_without_end_is_refused(site, settings_of):
    settings_of(DATA_UPLOAD_MAX_MEMORY_SIZE=1000)
    assert site.post("/add/", {"text": "Ї" * 2000}, status=400)


def _raise(error):
    raise error


@pytest.fixture
def settings_of(monkeypatch):
    from django.conf import settings

    def change(**values):
        for name, value in values.items():
            monkeypatch.setattr(settings, name, value)

    return change


def test_who_is_in_and_may_not_is_led_on_and_who_is_out_is_not(site):
    refused = site.of("Олена").get("/log/")
    assert refused.status_code == 403
    assert "To the queue" in text(refused)
    assert 'href="/glossary/"' in refused.content.decode()
    closed = stranger().get(f"/start/{'x' * 43}/")
    assert closed.status_code == 403
    assert "To the queue" not in text(closed)
    assert 'href="/glossary/"' not in closed.content.decode()
