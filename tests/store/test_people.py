import re
import sqlite3

import pytest

from transloc.errors import InputError
from transloc.model import Role


def test_a_name_is_one_person(store):
    olena = store.person("Olena")
    assert store.person("  Olena ") == olena
    assert (olena.name, olena.role) == ("Olena", Role.TRANSLATOR)


def test_two_spellings_of_one_letter_are_one_name(store):
    assert store.person("Андрі\u0438\u0306") == store.person("Андрі\u0439")


def test_an_id_tells_nothing_of_the_name(store):
    ids = {store.person(name).id for name in ("Olena", "Taras", "Ivan")}
    assert len(ids) == 3
    assert all(re.fullmatch(r"p\d{8}", one) for one in ids)


def test_a_role_is_raised_and_never_lowered(store):
    store.person("Olena", role=Role.EDITOR)
    assert store.person("Olena").role is Role.EDITOR
    assert store.person("Olena", role=Role.TRANSLATOR).role is Role.EDITOR
    assert store.person("Olena", role=Role.ADMIN).role is Role.ADMIN


def test_people_are_listed_by_name(store):
    for name in ("Taras", "Ivan"):
        store.person(name)
    assert [person.name for person in store.people()] == ["Ivan", "Taras"]


def test_nobody_has_no_name(store):
    with pytest.raises(InputError, match="needs a name"):
        store.person("  ")


def test_knowing_a_person_waits_for_no_writer(store):
    olena = store.person("Olena")
    with sqlite3.connect(store._database.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.person("Olena") == olena
        other.execute("ROLLBACK")
    other.close()
