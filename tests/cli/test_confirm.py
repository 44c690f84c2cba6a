import polib
import pytest

from fakes.desk import GLOSSARY
from transloc.model import State
from transloc.states import Action

RIGHT, WRONG = "Читачі принесли 300 книжок.", "Вони коштують 480 млн гривень."


def test_all_drafts_are_confirmed_and_the_po_file_says_so(desk):
    desk.translated()
    done = desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    assert done.stdout == "tram (en): 8 confirmed by Олена, 0 refused\n"
    assert all(not entry.fuzzy for entry in polib.pofile(str(desk.po())))


def test_people_stand_in_git_without_their_names(desk):
    desk.reviewed()
    with desk.newsroom() as newsroom:
        (olena,) = (person for person in newsroom.store.people() if person.name == "Олена")
    text = desk.po().read_text(encoding="utf-8")
    assert f",{olena.id} at=" in text
    assert "Олена Гайдук" in text
    assert "by=Олена" not in text


def test_an_error_is_refused_and_named_and_the_others_are_confirmed(desk):
    desk.translated({WRONG: "They cost 490 million hryvnias."})
    done = desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена", exits=1)
    wrong = desk.segment(WRONG)
    assert done.stdout == "tram (en): 7 confirmed by Олена, 1 refused\n"
    assert f"segment {wrong.id}: number: " in done.stderr
    assert "480" in done.stderr
    assert "Edit the target, or waive the finding with a reason" in done.stderr
    assert wrong.state is State.TRANSLATED
    assert sum(segment.done for segment in desk.catalog()) == 7


def test_a_waived_error_is_confirmed(desk):
    desk.translated({WRONG: "They cost 490 million hryvnias."})
    desk.change(WRONG, Action.WAIVE, rule="number", reason="Уточнено в міській раді")
    desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    assert desk.segment(WRONG).done


def test_a_forbidden_term_is_named_with_the_place_of_its_rule(desk):
    desk.write("glossary.csv", GLOSSARY)
    desk.translated({"Львів купує 12 трамваїв": "Lvov buys 12 trams"})
    done = desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена", exits=1)
    assert "Lvov" in done.stderr
    assert "glossary.csv:3" in done.stderr
    assert str(desk.root) not in done.stderr


def test_one_segment_only(desk):
    desk.translated(slug="library")
    chosen = desk.segment(RIGHT, slug="library").id
    assert "1 confirmed" in desk.run("confirm", "library", "--to", "en", "--segment", chosen, "--segment", chosen, "--by", "Олена").stdout
    assert [segment.source for segment in desk.catalog("library") if segment.done] == [RIGHT]


def test_an_article_may_be_named_by_its_path(desk):
    desk.translated()
    assert "8 confirmed" in desk.run("confirm", "articles/tram.md", "--to", "en-GB", "--all", "--by", "Олена").stdout


def test_there_is_nothing_to_confirm(desk):
    assert (
        desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена").stdout
        == "tram (en): 0 confirmed by Олена, 0 refused, 8 not translated\n"
    )


def test_what_has_no_target_is_refused_when_it_is_named(desk):
    empty = desk.segment(WRONG).id
    done = desk.run("confirm", "tram", "--to", "en", "--segment", empty, "--by", "Олена", exits=1)
    assert "the target is empty" in done.stderr


def test_what_is_confirmed_cannot_be_confirmed_again(desk):
    desk.reviewed()
    done = desk.run("confirm", "tram", "--to", "en", "--segment", desk.segment(WRONG).id, "--by", "Тарас", exits=1)
    assert "confirm is not possible from the state reviewed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tram", "--to", "en", "--segment", "u1.s1", "--by", "Олена"], "there is no segment u1.s1"),
        (["bus", "--to", "en", "--all", "--by", "Олена"], "there is no article “bus”. Articles: library, tram"),
        (["tram", "--to", "de", "--all", "--by", "Олена"], "“de” is not a target of this project"),
        (["tram", "--to", "ua", "--all", "--by", "Олена"], "Did you mean “uk”?"),
        (["tram", "--to", "en", "--by", "Олена"], "Not both, not neither"),
        (["tram", "--to", "en", "--all", "--segment", "u1.s1", "--by", "Олена"], "Not both, not neither"),
        (["tram", "--to", "en", "--all", "--by", "  "], "a person needs a name"),
    ],
)
def test_what_cannot_be_meant(desk, arguments, words):
    assert words in desk.refused("confirm", *arguments)


def test_a_po_file_that_somebody_changed_is_not_overwritten(desk):
    desk.translated(slug="library")
    desk.edit({RIGHT: "Readers brought some 300 books."}, slug="library")
    before = desk.po("library").read_bytes()
    done = desk.run("confirm", "library", "--to", "en", "--all", "--by", "Олена")
    assert "Merge it with: transloc sync" in done.stderr
    assert desk.po("library").read_bytes() == before


def test_confirmed_segments_enter_the_memory(desk):
    desk.reviewed()
    assert "They cost 480 million hryvnias." in desk.run("memory", "search", "гривень").stdout


def test_a_finding_is_waived_with_a_reason_that_stays_in_the_file(desk):
    desk.translated({WRONG: "They cost 490 million hryvnias."})
    name = desk.segment(WRONG).id
    desk.run("confirm", "tram", "--to", "en", "--segment", name, "--by", "Olena", exits=1)
    desk.run("confirm", "tram", "--to", "en", "--segment", name, "--by", "Olena", "--waive", "number", "--reason", "the source is wrong")
    assert desk.segment(WRONG).state is State.REVIEWED
    assert 'waiver rule=number reason="the source is wrong"' in desk.po().read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--all", "--waive", "number", "--reason", "x"), "wants --segment and --reason"),
        (("--segment", "u1.s1", "--waive", "number"), "wants --segment and --reason"),
        (("--segment", "u1.s1", "--waive", "numbr", "--reason", "x"), "Did you mean “number”"),
    ],
)
def test_a_waiver_that_says_too_little_is_refused(desk, words, said):
    assert said in desk.run("confirm", "tram", "--to", "en", "--by", "Olena", *words, exits=2).stderr
