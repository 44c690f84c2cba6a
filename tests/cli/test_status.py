import json

import pytest

from fakes.desk import TRAM, plain
from transloc.states import Action


def rows(desk, *arguments):
    return {row["article"]: row for row in json.loads(desk.run("status", "--format", "json", *arguments).stdout)}


def test_a_project_without_articles_tells_the_next_step(empty):
    assert empty.run("status").stdout == "No article yet. Add one with: transloc add FILE\n"
    assert json.loads(empty.run("status", "--format", "json").stdout) == []


def test_json_counts_states_and_words(desk):
    desk.translated()
    desk.run("confirm", "tram", "--to", "en", "--segment", desk.segment("Решта — до кінця року.").id, "--by", "Олена")
    row = rows(desk)["tram"]
    assert row["states"] == {"initial": 0, "translated": 7, "reviewed": 1, "final": 0}
    assert (row["locale"], row["segments"], row["ready"]) == ("en", 8, False)
    assert row["words_done"] == 5
    assert row["words"] == sum(len(segment.source.split()) for segment in desk.catalog())
    assert {blocker["why"] for blocker in row["blockers"]} == {"waits for review"}
    assert rows(desk)["library"]["states"]["initial"] == 4


def test_text_has_a_line_for_each_catalog_and_its_blockers(desk):
    desk.reviewed()
    said = plain(desk.run("status").stdout)
    assert "article to segments initial translated reviewed final words left done" in said
    assert "tram en 8 0 0 8 0 0 100%" in said
    assert "tram (en): ready to export" in said
    assert "library en 4 4 0 0 0 21 0%" in said
    assert "library (en): 4 segments waiting before the export" in said
    assert "not translated: Читачі принесли 300 книжок." in said


def test_a_deadline_is_told_by_the_clock_of_the_project_and_to_programs_as_iso_8601(desk):
    desk.settings(timezone='"Asia/Tbilisi"')
    desk.run("add", "articles/tram.md", "--deadline", "2026-11-24T18:00")
    assert "2026-11-24 18:00" in desk.run("status").stdout
    assert rows(desk)["tram"]["deadline"] == "2026-11-24T14:00:00+00:00"


def test_blockers_say_why(desk):
    desk.translated({"Вони коштують 480 млн гривень.": "They cost 490 million hryvnias."})
    desk.write("articles/tram.md", TRAM.replace("до кінця року", "до кінця зими"))
    desk.run("add", "articles/tram.md")
    why = {blocker["source"]: blocker["why"] for blocker in rows(desk, "tram")["tram"]["blockers"]}
    assert why["Решта — до кінця зими."] == "its source has changed"
    assert why["Вони коштують 480 млн гривень."].startswith("number: ")
    assert why["Львів купує 12 трамваїв"] == "waits for review"


@pytest.mark.parametrize(("most", "shown"), [("2", 2), ("0", 0), ("20", 8)])
def test_as_many_blockers_as_one_likes(desk, most, shown):
    lines = desk.run("status", "tram", "--blockers", most).stdout.splitlines()
    assert sum("not translated:" in line for line in lines) == shown
    assert any("more" in line for line in lines) == (most == "2")


def test_one_article_and_one_locale(desk):
    desk.settings(targets='["en", "pl"]')
    desk.run("add", "articles/tram.md", "--to", "pl")
    answer = json.loads(desk.run("status", "articles/tram.md", "--to", "pl", "--format", "json").stdout)
    assert [(row["article"], row["locale"]) for row in answer] == [("tram", "pl")]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(["bus"], "Articles: library, tram"), (["--to", "de"], "“de” is not a target"), (["--blockers", "-1"], "--blockers")],
)
def test_what_cannot_be_meant(desk, arguments, words):
    assert words in desk.run("status", *arguments, exits=2).stderr


def test_text_that_looks_like_markup_of_the_terminal_is_shown_as_it_is(empty):
    empty.write("articles/odd.md", "Ключ [/bold] та [red]слово[/red] :fire: у тексті.\n")
    empty.run("add", "articles/odd.md")
    assert "Ключ [/bold] та [red]слово[/red] :fire: у тексті." in empty.run("status").stdout


def test_no_colours_in_a_pipe(desk):
    assert "\x1b" not in desk.run("status").stdout


def test_with_four_eyes_a_confirmed_segment_waits_for_another_person(desk):
    desk.settings(four_eyes="true")
    desk.reviewed("library")
    assert {blocker["why"] for blocker in rows(desk)["library"]["blockers"]} == {"waits for a second person to sign it off"}
    for segment in desk.catalog("library"):
        desk.change(segment.source, Action.SIGN_OFF, by=None, slug="library")
    row = rows(desk)["library"]
    assert row["ready"]
    assert row["states"]["final"] == 4


def drafted_and_confirmed(desk, source, draft, confirmed):
    desk.change(source, Action.DRAFT, by=None, target=draft, origin="deepl")
    desk.change(source, Action.EDIT, target=confirmed)
    desk.change(source, Action.CONFIRM)


def test_effort_tells_what_people_changed_by_engine_term_and_rule_and_of_nobody(desk):
    assert desk.run("status", "--effort").stdout == "No draft of a machine has been confirmed yet.\n"
    drafted_and_confirmed(desk, "Вони коштують 480 млн гривень.", "They cost 490 million hryvnias.", "They cost 480 million hryvnias.")
    drafted_and_confirmed(
        desk, "Міська рада Львова схвалила купівлю 12 трамваїв.", "Lvov buys 12 trams.", "Lviv’s city council buys 12 trams."
    )
    drafted_and_confirmed(desk, "Решта — до кінця року.", "The rest by the end of the year.", "The rest by the end of the year.")
    told = json.loads(desk.run("status", "--effort", "--format", "json").stdout)
    assert (told["engine"]["deepl"]["segments"], told["engine"]["deepl"]["untouched"]) == (3, 1)
    assert set(told["term"]) == {"lviv", "tram"}
    assert {"number", "term-forbidden"} <= set(told["rule"])
    assert told["rule"]["number"]["edits"] == 1
    said = plain(desk.run("status", "tram", "--effort").stdout)
    assert "engine segments untouched edits per 100 characters chrF" in said
    assert "Олена" not in said + json.dumps(told, ensure_ascii=False)
