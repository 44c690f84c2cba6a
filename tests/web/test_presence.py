import threading

import pytest

from transloc.model import Person
from transloc.web.presence import FORGET, Presence, Somebody

OLHA, PETRO = Person("p1", "Olha Melnyk"), Person("p2", "Petro")
HERE, THERE = ("/desk", "tram", "en"), ("/desk", "tram", "pl")


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def present(clock):
    return Presence(clock)


def test_everybody_else_is_there_and_oneself_is_not(present):
    present.seen(HERE, OLHA, "a", "u1.s1", typing=True)
    present.seen(HERE, PETRO, "b", "", typing=False)
    assert present.others(HERE, "p2") == (Somebody("p1", "Olha Melnyk", (("u1.s1", True),)),)
    assert present.others(HERE, "p1") == (Somebody("p2", "Petro"),)
    assert present.others(THERE, "p2") == ()


def test_two_pages_of_one_person_are_one_person_in_two_rows(present):
    present.seen(HERE, OLHA, "a", "u1.s1", typing=False)
    present.seen(HERE, OLHA, "b", "u2.s1", typing=True)
    present.seen(HERE, OLHA, "c", "u2.s1", typing=False)
    assert present.others(HERE, "p2") == (Somebody("p1", "Olha Melnyk", (("u1.s1", False), ("u2.s1", True))),)


def test_who_asks_no_more_is_forgotten(present, clock):
    present.seen(HERE, OLHA, "a", "u1.s1", typing=True)
    clock.now += FORGET - 1
    present.seen(HERE, OLHA, "b", "", typing=False)
    clock.now += 2
    assert present.others(HERE, "p2") == (Somebody("p1", "Olha Melnyk"),), "the page that is closed holds no row"
    clock.now += FORGET
    assert present.others(HERE, "p2") == ()


def test_nothing_is_kept_of_those_who_are_gone(present, clock):
    for article in range(50):
        present.seen(("/desk", f"a{article}", "en"), OLHA, "a", "", typing=False)
        clock.now += FORGET
    assert len(present._pages) <= 2


def test_one_person_does_not_fill_the_memory_with_pages(present):
    for page in range(1000):
        present.seen(HERE, OLHA, str(page), f"u{page}.s1", typing=False)
    assert len(present._pages[HERE]) == 8
    assert ("u999.s1", False) in present.others(HERE, "p2")[0].rows


def test_moving_and_writing_are_acts_and_waiting_is_none(present):
    given = [("", False), ("", False), ("u1.s1", False), ("u1.s1", False), ("u1.s1", True), ("u1.s1", True), ("u1.s1", False)]
    acts = [present.seen(HERE, OLHA, "a", row, typing=typing) for row, typing in given]
    assert acts == [True, False, True, False, True, True, False]


@pytest.mark.parametrize(("name", "initials"), [("Olha Melnyk", "OM"), ("Petro", "P"), ("ян ван дер хаар", "ЯХ"), ("", "")])
def test_initials(name, initials):
    assert Somebody("p1", name).initials == initials


def test_many_threads_ask_at_once():
    present, people = Presence(), [Person(f"p{n}", f"Person {n}") for n in range(16)]

    def ask(person):
        for step in range(200):
            present.seen(HERE, person, "a", f"u{step}.s1", typing=False)
            present.others(HERE, person.id)

    threads = [threading.Thread(target=ask, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(present.others(HERE, "")) == 16
