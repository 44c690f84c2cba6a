import json

import pytest


@pytest.fixture
def staffed(desk):
    with desk.newsroom() as newsroom:
        newsroom.store.person("Olha Melnyk")
    return desk


def test_somebody_gets_an_article_and_status_says_so(staffed):
    done = staffed.run("assign", "tram", "--to", "en", "--person", "Olha Melnyk", "--note", "by noon, please")
    assert done.stdout == "tram (en): assigned to Olha Melnyk\n"
    assert "whose" in staffed.run("status").stdout
    told = {row["article"]: row["assignee"] for row in json.loads(staffed.run("status", "--format", "json").stdout)}
    assert told == {"tram": "Olha Melnyk", "library": ""}
    with staffed.newsroom() as newsroom:
        assert [handed.note for handed in newsroom.store.handed([("tram", "en")]).values()] == ["by noon, please"]


def test_it_is_taken_away_again(staffed):
    staffed.run("assign", "tram", "--to", "en", "--person", "Olha Melnyk")
    assert staffed.run("assign", "tram", "--to", "en", "--nobody").stdout == "tram (en): assigned to nobody\n"
    assert "whose" not in staffed.run("status").stdout


def test_a_name_that_nobody_has_is_told_with_those_there_are(staffed):
    said = staffed.refused("assign", "tram", "--to", "en", "--person", "Olga")
    assert "nobody here is called “Olga”" in said
    assert "Olha Melnyk" in said


@pytest.mark.parametrize("given", [(), ("--person", "Olha Melnyk", "--nobody")])
def test_it_wants_a_person_or_nobody(staffed, given):
    assert "--person, or --nobody" in staffed.refused("assign", "tram", "--to", "en", *given)
