"""The log: everything that was done, for admins, by what they look for."""

import csv
import io
import re

import pytest

from fakes.desk import ENGLISH
from fakes.site import stranger, text
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.states import Action, Change

PRICE = "Вони коштують 480 млн гривень."
EVIL = '<script>alert("1")</script>'


@pytest.fixture
def admin(site):
    """The owner, raised to an admin."""
    return site.store.person(site.newsroom.owner().name, role=Role.ADMIN)


def did(site, by, action, *, source=PRICE, **values):
    segment = site.segment(source)
    change = Change(action=action, at=values.pop("at", now()), actor=by, **values)
    site.store.change("tram", "en", segment.id, seen=segment.revision, change=change, rules=site.newsroom.rules("en"))


def rows(site, query=""):
    """Return the cells of each row."""
    page = site.get(f"/log/{query}").content.decode()
    body = re.search(r"<tbody>(.*)</tbody>", page, re.DOTALL)
    found = re.findall(r"<tr>(.*?)</tr>", body[1], re.DOTALL) if body else []
    return [[_plain(cell) for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)] for row in found]


def _plain(cell):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", cell)).strip()


def test_it_is_the_business_of_admins(site):
    editor = site.of("Bob", Role.EDITOR)
    refused = editor.get("/log/")
    assert refused.status_code == 403
    assert "This is the business of admins" in text(refused)
    assert editor.get("/log/log.csv").status_code == 403
    assert ">Log<" not in editor.get("/").content.decode()
    assert stranger().get("/log/").headers["Location"].startswith("/sign-in/")


def test_a_row_tells_when_who_what_and_where_and_leads_there(site, admin):
    bob = site.store.person("Bob")
    did(site, bob, Action.EDIT, target="They cost 480 million.")
    when, who, what, where, _ = rows(site)[0]
    segment = site.segment(PRICE)
    assert (who, what, where) == ("Bob", "edited", f"tram (en) {segment.id}")
    local = segment.at.astimezone(site.newsroom.project.zone())
    assert when == f"{local.day} {local:%B} {local:%Y}, {local:%H:%M}"
    assert f'href="/a/tram/en/#s-{segment.id}"' in site.get("/log/").content.decode()


def test_it_is_led_to_from_every_page_of_an_admin(site, admin):
    assert 'href="/log/"' in site.get("/").content.decode()


def test_the_filters_stand_in_the_address(site, admin):
    bob = site.store.person("Bob")
    did(site, bob, Action.EDIT, target="They cost 480 million.")
    did(site, bob, Action.CONFIRM)
    did(site, admin, Action.REJECT, reason="why?")
    assert [row[2] for row in rows(site, f"?person={bob.id}")] == ["confirmed", "edited"]
    assert [row[1:3] for row in rows(site, "?action=reject")] == [[admin.name, "rejected"]]
    assert {row[3].split()[0] for row in rows(site, "?article=library")} == {"library"}
    today = now().astimezone(site.newsroom.project.zone()).date()
    assert len(rows(site, f"?person={bob.id}&from={today}&to={today}")) == 2
    assert rows(site, f"?from={today.replace(year=today.year + 1)}") == []
    assert rows(site, f"?person={bob.id}&to={today.replace(year=today.year - 1)}") == []
    chosen = site.get(f"/log/?person={bob.id}&from={today}").content.decode()
    assert f'<option value="{bob.id}" selected>Bob</option>' in chosen
    assert f'name="from" value="{today}"' in chosen


def test_a_day_that_is_none_is_told(site, admin):
    assert "A day is written such as 2026-11-24" in text(site.get("/log/?from=yesterday"))
    site.get("/log/log.csv?to=9999-99-99", status=422)
    assert "A day is written" in text(site.get("/log/?to=9999-12-31"))


def test_pages_go_back_without_a_gap_and_keep_the_filters(site, admin):
    bob = site.store.person("Bob")
    for number in range(103):
        did(site, bob, Action.EDIT, target=f"They cost 480 million, {number}.", reason=str(number))
    first = rows(site, f"?person={bob.id}")
    page = site.get(f"/log/?person={bob.id}").content.decode()
    more = re.search(r'rel="next" href="([^"]+)"', page)[1].replace("&amp;", "&")
    assert f"person={bob.id}" in more
    rest = rows(site, more)
    assert (len(first), len(rest)) == (100, 3)
    assert [row[4] for row in rest] == ["2", "1", "0"]


def test_what_is_filtered_is_saved_as_csv(site, admin):
    bob = site.store.person("Bob")
    did(site, bob, Action.EDIT, target="They cost 480 million.", reason="=1+1")
    answer = site.get(f"/log/log.csv?person={bob.id}")
    assert answer["Content-Disposition"] == 'attachment; filename="log.csv"'
    assert answer.streaming
    data = b"".join(answer.streaming_content)
    assert data.startswith("\ufeff".encode())
    head, row = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    told = dict(zip(head, row, strict=True))
    assert (told["person"], told["id"], told["action"], told["article"]) == ("Bob", bob.id, "edit", "tram")
    assert (told["note"], told["after"]) == ("'=1+1", "They cost 480 million.")


def test_names_and_notes_are_text_and_never_markup(site, admin):
    evil = site.store.person(f"Eve {EVIL}")
    did(site, evil, Action.EDIT, target="They cost 480 million.", reason=EVIL)
    page = site.get(f"/log/?article={EVIL}&person={EVIL}").content.decode() + site.get("/log/").content.decode()
    assert EVIL not in page
    assert page.count("&lt;script&gt;") >= 3


def test_an_export_by_the_page_stands_in_it(site, admin):
    site.review(ENGLISH)
    site.post("/a/tram/en/export/", {"kind": ["own", "html"], "byline": "", "date": "2026-11-24"})
    site.post("/a/tram/en/export/", {"kind": "text", "draft": "1", "date": "2026-11-24"})
    assert [row[4] for row in rows(site, "?action=exported")] == ["text, unreviewed draft", "own, html"]


def test_looking_at_the_export_is_none(site, admin):
    site.review(ENGLISH)
    site.get("/a/tram/en/export/")
    assert rows(site, "?action=exported") == []


def test_a_deadline_is_told_by_the_clock_of_the_newsroom(site, admin):
    due = now().replace(year=2027, month=1, day=5, hour=16, minute=0, second=0)
    site.store.set_deadline("tram", "en", due, actor=admin, at=now())
    site.store.set_deadline("tram", "en", None, actor=admin, at=now())
    assert [row[4] for row in rows(site, "?action=deadline")] == ["none", "5 January 2027, 18:00"]
