"""Four eyes at the pages: the row's buttons, the read-through, a file that is taken in; and the way out is told."""

from dataclasses import replace

import pytest

from fakes.desk import ENGLISH
from fakes.site import Site, text
from transloc.formats.po.meaning import seal
from transloc.jobs import intake
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action, Change
from transloc.web import desk as served

PRICE = "Вони коштують 480 млн гривень."
REST = "Решта — до кінця року."


@pytest.fixture
def eyes(desk):
    """The desk of a project with four eyes, whose owner is signed in."""
    desk.settings(four_eyes="true")
    with desk.newsroom() as newsroom:
        yield Site(desk, newsroom)


@pytest.fixture
def as_person(eyes, monkeypatch):
    """Sit somebody else before the same browser."""

    def sit(name, role=Role.EDITOR):
        person = eyes.store.person(name, role=role)
        here = served.here
        monkeypatch.setattr(served, "here", lambda request: replace(here(request), person=person))
        return person

    return sit


def press(site, action, source=PRICE, status=302, **fields):
    segment = site.segment(source)
    return site.post(f"/a/tram/en/s/{segment.id}/do/{action}/", {"seen": segment.revision, **fields}, status=status)


def by(site, name, action, source=PRICE, role=Role.TRANSLATOR, **words):
    segment = site.segment(source)
    change = Change(action=action, at=now(), actor=site.store.person(name, role=role), **words)
    return site.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=site.newsroom.rules("en"))


def test_who_edits_and_confirms_is_refused_the_signature_and_told_whom_to_ask(eyes):
    press(eyes, "confirm", target=ENGLISH[PRICE])
    answer = text(press(eyes, "sign-off", status=422))
    assert "Four eyes: nobody else has looked at it since it was drafted" in answer
    assert "Ask a colleague to confirm it, then sign it; or ask another editor to sign it" in answer
    assert eyes.segment(PRICE).state is State.REVIEWED


def test_a_typo_is_mended_and_signed_in_one_step_and_a_figure_is_not(eyes):
    by(eyes, "Bob", Action.EDIT, target="They do cost some 480 million hryvnias.")
    by(eyes, "Bob", Action.CONFIRM)
    press(eyes, "sign-off", target="They do cost some 480 million hryvnias!")
    assert eyes.segment(PRICE).state is State.FINAL
    by(eyes, "Bob", Action.EDIT, REST, target="The rest will come by the end of year.")
    by(eyes, "Bob", Action.CONFIRM, REST)
    press(eyes, "sign-off", REST, 422, target="The rest will not come by the end of year.")
    assert eyes.segment(REST).state is not State.FINAL


def test_a_colleague_confirms_what_is_confirmed_and_then_it_is_signed(eyes):
    press(eyes, "confirm", target=ENGLISH[PRICE])
    press(eyes, "confirm")
    assert len(eyes.segment(PRICE).people) == 1, "the same person again is no other"
    with pytest.MonkeyPatch.context() as patch:
        person = eyes.store.person("Bob", role=Role.TRANSLATOR)
        here = served.here
        patch.setattr(served, "here", lambda request: replace(here(request), person=person))
        press(eyes, "confirm")
    assert "Confirmed, as a second person" in eyes.said()
    assert len(eyes.segment(PRICE).people) == 2
    press(eyes, "sign-off")
    assert eyes.segment(PRICE).state is State.FINAL


def test_a_repeated_sentence_is_a_draft_that_wants_two_people(eyes):
    twice = eyes.desk.write("articles/twice.md", f"# {PRICE}\n\n{PRICE}\n\n{REST}\n")
    intake.add(eyes.newsroom, eyes.desk.root / twice, ("en",))
    first, again, _ = eyes.store.catalog("twice", "en")
    at = f"/a/twice/en/s/{first.id}/do/confirm/"
    eyes.post(at, {"seen": first.revision, "target": ENGLISH[PRICE]})
    first, again, _ = eyes.store.catalog("twice", "en")
    assert (again.target, again.state, again.people) == (ENGLISH[PRICE], State.TRANSLATED, ())
    eyes.post(f"/a/twice/en/s/{again.id}/do/sign-off/", {"seen": again.revision}, status=422)
    assert eyes.store.catalog("twice", "en").segments[1].state is State.REVIEWED


def test_the_read_through_signs_what_two_have_seen_and_names_the_rest(eyes):
    eyes.review(ENGLISH)
    segment = eyes.segment(PRICE)
    person = eyes.store.person("Bob")
    change = Change(action=Action.CONFIRM, at=now(), actor=person)
    eyes.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=eyes.newsroom.rules("en"))
    answer = text(eyes.post("/a/tram/en/sign-off/", {"seen": eyes.store.catalog("tram", "en").revision}, status=422))
    assert "Signed off: 1 sentence." in answer
    assert answer.count("Ask a colleague to confirm it, then sign it; or ask another editor to sign it") == 7


def test_undo_after_an_edit_of_a_fact_leads_no_way_round(eyes):
    by(eyes, "Bob", Action.EDIT, target=ENGLISH[PRICE])
    by(eyes, "Bob", Action.CONFIRM)
    press(eyes, "confirm", target="They cost some 480 million hryvnias.")
    eyes.post("/a/tram/en/undo/")
    press(eyes, "sign-off", status=422)
    assert eyes.segment(PRICE).state is not State.FINAL


def test_a_translator_takes_no_file_in(eyes, as_person):
    path = eyes.desk.po()
    entry = f'msgid "{PRICE}"\nmsgstr ""\n'
    said = path.read_text(encoding="utf-8")
    mark = f"# transloc: final by=p11111111,p22222222 seal={seal(PRICE, ENGLISH[PRICE])}\n"
    context = said[: said.index(entry)].rindex("msgctxt")
    path.write_text(
        said[:context] + mark + said[context:].replace(entry, f'msgid "{PRICE}"\nmsgstr "{ENGLISH[PRICE]}"\n'), encoding="utf-8"
    )
    page = eyes.get("/a/tram/en/conflicts/").content.decode()
    stamp = page.partition('name="stamp" value="')[2].partition('"')[0]
    as_person("Bob", Role.TRANSLATOR)
    before = eyes.segment(PRICE)
    eyes.post("/a/tram/en/conflicts/", {"stamp": stamp}, status=403)
    assert eyes.segment(PRICE) == before
