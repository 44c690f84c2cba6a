"""What was done, on the command line."""

import csv
import io
import json
import unicodedata

import pytest

from fakes.desk import plain
from transloc.states import Action
from transloc.web.done import DONE

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


def test_a_name_is_found_however_its_letters_are_composed_and_spaced(desk):
    desk.change(PRICE, Action.EDIT, target="They cost 480 million.", by="Андрій Їжак")
    typed = unicodedata.normalize("NFD", " Андрій  Їжак ")
    assert typed != "Андрій Їжак"
    assert [one["action"] for one in json.loads(desk.run("log", "--person", typed, "--format", "json").stdout)] == ["edit"]
    assert "nobody here is called “ ”" in desk.refused("log", "--person", " ")


def test_an_article_is_found_by_its_path(desk):
    worked(desk)
    by_path, by_name = (desk.run("log", "--article", name, "--format", "json").stdout for name in ("articles/tram.md", "tram"))
    assert by_path == by_name
    assert "reject" in by_path


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--article", "trma"), "there is no article “trma”. Did you mean “tram”?"),
        (("--article", "bus"), "there is no article “bus”. Articles: library, tram"),
        (("--action", "sign_off"), "there is no action “sign_off”. Did you mean “sign-off”?"),
        (("--action", "export"), "there is no action “export”. Did you mean “exported”?"),
        (("--action", "fly"), "there is no action “fly”. Actions: draft, edit, confirm, "),
    ],
)
def test_a_filter_that_nothing_can_fit_is_refused_with_the_way_out(desk, given, said):
    worked(desk)
    assert said in desk.refused("log", *given)


def test_every_action_that_the_desk_has_words_for_can_be_asked_for(desk):
    for action in DONE:
        desk.run("log", "--action", action)


def test_an_export_stands_in_it_and_one_that_was_refused_does_not(desk):
    desk.reviewed()
    desk.run("export", "library", "--to", "en", exits=1)
    desk.run("export", "tram", "--to", "en", "--as", "own", "--as", "html")
    shown = json.loads(desk.run("log", "--action", "exported", "--format", "json").stdout)
    assert [(one["article"], one["locale"], one["note"]) for one in shown] == [("tram", "en", "own, html")]
    assert shown[0]["person"]
