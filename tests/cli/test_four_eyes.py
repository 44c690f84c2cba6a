"""Four eyes from the terminal: what a PO file says of who signed is believed only as far as the guards go."""

import re

import pytest

from fakes.desk import ENGLISH, clone
from transloc.formats.po.meaning import seal
from transloc.model import Role, State
from transloc.states import Action

PRICE = "Вони коштують 480 млн гривень."
TEXT = ENGLISH[PRICE]


@pytest.fixture
def eyes(desk):
    desk.settings(four_eyes="true")
    return desk


def commented(desk, comment, target=TEXT, source=PRICE):
    """Write a state by hand into the PO file, as somebody with a text editor does."""
    path = desk.po()
    text = path.read_text(encoding="utf-8")
    entry = re.search(rf'((?:^#.*\n)*)(msgctxt .*\nmsgid "{re.escape(source)}"\n)msgstr ".*"\n', text, re.MULTILINE)
    kept = "".join(line + "\n" for line in entry[1].splitlines() if not line.startswith(("# transloc:", "#, fuzzy")))
    path.write_text(text.replace(entry[0], f'{comment}\n{kept}{entry[2]}msgstr "{target}"\n'), encoding="utf-8")


def person(desk, name, role=None):
    with desk.newsroom() as newsroom:
        return newsroom.store.person(name, role=role)


@pytest.mark.parametrize(
    "comment", ["# transloc: final by=p1,p2", "# transloc: final by=p1", "# transloc: final", "# transloc: final by=p1,p2 seal=00000000"]
)
def test_names_that_somebody_wrote_into_the_file_sign_nothing(eyes, comment):
    commented(eyes, comment)
    done = eyes.run("sync", exits=1 if "seal" not in comment else 0)
    segment = eyes.segment(PRICE)
    assert (segment.state, segment.target) == (State.REVIEWED, TEXT)
    assert len(segment.people) == 1, "only whoever runs sync"
    if "seal" not in comment:
        assert "not taken: tram (en)" in done.stderr
        assert "four eyes: nobody else has looked at it" in done.stderr
        assert "Ask a colleague to confirm it" in done.stderr


def test_two_honest_colleagues_of_another_clone_have_signed_it(eyes):
    commented(eyes, f"# transloc: final by=p11111111,p22222222 seal={seal(PRICE, TEXT)}")
    eyes.run("sync")
    assert (eyes.segment(PRICE).state, eyes.segment(PRICE).people) == (State.FINAL, ("p11111111", "p22222222"))


def test_a_translator_of_this_desk_signs_nothing_by_way_of_a_file(eyes):
    alice, bob = person(eyes, "Alice", Role.EDITOR), person(eyes, "Bob")
    commented(eyes, f"# transloc: final by={alice.id},{bob.id} seal={seal(PRICE, TEXT)}")
    assert "sign-off is an editor's step. Ask an editor" in eyes.run("sync", exits=1).stderr
    assert eyes.segment(PRICE).state is State.REVIEWED
    name = eyes.segment(PRICE).id
    with eyes.newsroom() as newsroom:
        assert newsroom.store.history("tram", "en", name)[-1].actor == "Alice", "by name, not by number"


def test_a_text_that_was_changed_under_two_names_has_lost_both(eyes):
    commented(eyes, f"# transloc: final by=p11111111,p22222222 seal={seal(PRICE, TEXT)}")
    eyes.run("sync")
    eyes.edit({PRICE: "They cost 481 million hryvnias."}, fuzzy=False)
    eyes.run("sync", exits=1)
    assert eyes.segment(PRICE).state is not State.FINAL
    assert len(eyes.segment(PRICE).people) == 1


def test_an_empty_database_takes_states_as_written_and_the_next_sync_does_not(eyes, monkeypatch):
    commented(eyes, f"# transloc: final by=p11111111,p22222222 seal={seal(PRICE, TEXT)}")
    eyes.run("sync")
    colleague = clone(eyes)
    monkeypatch.chdir(colleague.root)
    colleague.run("sync")
    assert colleague.segment(PRICE).state is State.FINAL
    name = colleague.segment(PRICE).id
    with colleague.newsroom() as newsroom:
        assert {event.action for event in newsroom.store.history("tram", "en", name)} == {"imported"}
    headline = next(iter(ENGLISH))
    commented(colleague, "# transloc: final by=p1,p2", ENGLISH[headline], headline)
    colleague.run("sync", exits=1)
    assert colleague.segment(headline).state is State.REVIEWED


def test_confirm_from_a_script_is_the_second_look(eyes):
    eyes.translated()
    name = eyes.segment(PRICE).id
    eyes.run("confirm", "tram", "--to", "en", "--segment", name, "--by", "Олена")
    assert "it is confirmed already" in eyes.run("confirm", "tram", "--to", "en", "--segment", name, "--by", "Олена", exits=1).stderr
    eyes.run("confirm", "tram", "--to", "en", "--segment", name, "--by", "Ірина")
    assert len(eyes.segment(PRICE).people) == 2 + (
        eyes.segment(PRICE).people[0] not in {person(eyes, "Олена").id, person(eyes, "Ірина").id}
    )
    eyes.change(PRICE, Action.SIGN_OFF, by=None)
    assert eyes.segment(PRICE).state is State.FINAL


def test_without_four_eyes_a_confirmed_text_is_not_confirmed_again(desk):
    desk.reviewed()
    refused = desk.run("confirm", "tram", "--to", "en", "--segment", desk.segment(PRICE).id, "--by", "Ірина", exits=1).stderr
    assert "confirm is not possible from the state reviewed" in refused
