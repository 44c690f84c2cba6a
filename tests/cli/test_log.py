"""What was done, on the command line."""

import csv
import io
import json

from fakes.desk import plain
from transloc.states import Action

PRICE = "Вони коштують 480 млн гривень."


def worked(desk):
    desk.change(PRICE, Action.EDIT, target="They cost 480 million.", by="Bob", reason="=1")
    desk.change(PRICE, Action.CONFIRM, by="Bob")
    desk.change(PRICE, Action.REJECT, by=None, reason="why?")


def test_the_latest_stands_first_with_its_note(desk):
    worked(desk)
    lines = desk.run("log", "--article", "tram").stdout.splitlines()
    assert "reject" in lines[3]
    assert "why?" in lines[3]
    assert "Bob confirm tram (en)" in plain(lines[4])


def test_it_shows_what_is_asked_for(desk):
    worked(desk)
    shown = json.loads(desk.run("log", "--person", "Bob", "--format", "json").stdout)
    assert [one["action"] for one in shown] == ["confirm", "edit"]
    assert shown[1]["after"] == "They cost 480 million."
    assert set(shown[0]) == {"at", "person", "id", "action", "article", "locale", "segment", "note", "before", "after", "origin"}
    only = json.loads(desk.run("log", "--action", "reject", "--format", "json").stdout)
    assert [one["note"] for one in only] == ["why?"]
    assert desk.run("log", "--since", "2999-01-01").stdout == "Nothing of that kind was done.\n"
    assert len(json.loads(desk.run("log", "--most", "1", "--format", "json").stdout)) == 1


def test_a_spreadsheet_gets_no_formula(desk):
    worked(desk)
    rows = list(csv.DictReader(io.StringIO(desk.run("log", "--person", "Bob", "--format", "csv").stdout)))
    assert [row["note"] for row in rows] == ["", "'=1"]


def test_a_person_that_is_not_known_is_told_with_those_who_are(desk):
    worked(desk)
    assert "nobody here is called “Eve”" in desk.refused("log", "--person", "Eve")


def test_an_export_stands_in_it_and_one_that_was_refused_does_not(desk):
    desk.reviewed()
    desk.run("export", "library", "--to", "en", exits=1)
    desk.run("export", "tram", "--to", "en", "--as", "own", "--as", "html")
    shown = json.loads(desk.run("log", "--action", "exported", "--format", "json").stdout)
    assert [(one["article"], one["locale"], one["note"]) for one in shown] == [("tram", "en", "own, html")]
    assert shown[0]["person"]
