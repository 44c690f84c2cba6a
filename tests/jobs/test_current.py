from datetime import timedelta

import pytest

from fakes.desk import ENGLISH, GLOSSARY
from transloc.glossary import Status
from transloc.jobs import current as room
from transloc.jobs.current import Current, Standing
from transloc.jobs.newsroom import now
from transloc.states import Action, Change

PRICE = "Вони коштують 480 млн гривень."
MORE = f"{GLOSSARY}uah,term,гривня,hryvnia,hrywna,rouble\n"


@pytest.fixture
def newsroom(desk):
    with desk.newsroom() as opened:
        yield opened


def edit(newsroom, source, target, action=Action.EDIT):
    segment = next(one for one in newsroom.store.catalog("tram", "en") if one.source == source)
    change = Change(action=action, at=now(), actor=newsroom.owner(), target=target)
    newsroom.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=newsroom.rules("en"))


def standing(current):
    return current.standing("tram", "en", current.newsroom().store.revisions()["tram", "en"])


def test_a_changed_glossary_is_in_force_without_a_new_start(desk, newsroom):
    current = Current(newsroom)
    assert current.newsroom() is newsroom
    desk.write("glossary.csv", MORE)
    assert len(current.newsroom().glossary.concepts) == 3
    desk.write("glossary.csv", "no,glossary\n")
    assert len(current.newsroom().glossary.concepts) == 3
    assert "glossary.csv" in current.trouble
    desk.write("glossary.csv", GLOSSARY)
    assert len(current.newsroom().glossary.concepts) == 2
    assert current.trouble == ""


def test_a_row_holds_from_its_day_without_a_new_start(desk, newsroom, monkeypatch):
    day = newsroom.today() + timedelta(days=1)
    desk.write("glossary.csv", f"id,uk,en,valid-from\nuah,гривня,hryvnia,{day}\n")
    current = Current(newsroom)
    current.newsroom()
    desk.write("glossary.csv", f"id,uk,en,valid-from\nuah,гривня,hryvnia,{day}\n\n")
    assert current.newsroom().glossary.concept("uah").status is Status.DRAFT
    later = now() + timedelta(days=1)
    monkeypatch.setattr("transloc.jobs.newsroom.now", lambda: later)
    assert current.newsroom().glossary.concept("uah").status is Status.APPROVED


def test_changed_settings_may_name_another_glossary(desk, newsroom):
    current = Current(newsroom)
    desk.write("names.csv", MORE)
    desk.write("transloc.toml", desk.read("transloc.toml") + '\n[paths]\nglossary = "names.csv"\n')
    assert len(current.newsroom().glossary.concepts) == 3
    desk.write("names.csv", GLOSSARY)
    assert len(current.newsroom().glossary.concepts) == 2


def test_settings_that_are_gone_are_told(desk, newsroom):
    current = Current(newsroom)
    (desk.root / "transloc.toml").unlink()
    assert current.newsroom() is newsroom
    assert "transloc.toml" in current.trouble


def test_how_a_catalog_stands(newsroom):
    current = Current(newsroom)
    first, second, *_ = newsroom.store.catalog("tram", "en").segments
    assert standing(current) == Standing(ready=False, errors=0, first=first.id)
    edit(newsroom, first.source, ENGLISH[first.source])
    edit(newsroom, first.source, "", Action.CONFIRM)
    edit(newsroom, PRICE, "They cost 840 million hryvnias.")
    assert standing(current) == Standing(ready=False, errors=1, first=second.id, findings=1)
    for segment in newsroom.store.catalog("tram", "en"):
        if segment.id != first.id:
            edit(newsroom, segment.source, ENGLISH[segment.source])
            edit(newsroom, segment.source, "", Action.CONFIRM)
    assert standing(current) == Standing(ready=True, errors=0, first="")


def test_it_is_measured_once_a_revision_and_anew_by_other_rules(desk, newsroom, monkeypatch):
    current, calls = Current(newsroom), []
    measure = room.measure
    monkeypatch.setattr(room, "measure", lambda *given: calls.append(1) or measure(*given))
    revision = newsroom.store.revisions()["tram", "en"]
    assert current.known("tram", "en", revision) is None
    for _ in range(3):
        standing(current)
    assert len(calls) == 1
    edit(newsroom, PRICE, ENGLISH[PRICE])
    standing(current)
    assert len(calls) == 2
    desk.write("glossary.csv", MORE)
    standing(current)
    assert len(calls) == 3


def test_the_file_of_an_article_is_read_again_only_when_it_was_written(desk, newsroom, monkeypatch):
    current = Current(newsroom)
    (listed,) = [one for one in newsroom.store.listing() if one.slug == "tram"]
    assert current.outdated(listed.path, listed.digest) == ""
    desk.write(listed.path, desk.read(listed.path) + "\nЩе.\n")
    assert "has changed" in current.outdated(listed.path, listed.digest)
    with monkeypatch.context() as patch:
        patch.setattr(type(newsroom), "outdated", lambda *_: pytest.fail("read again"))
        assert "has changed" in current.outdated(listed.path, listed.digest)
    (desk.root / listed.path).unlink()
    assert "is gone" in current.outdated(listed.path, listed.digest)
