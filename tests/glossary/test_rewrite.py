import threading

import pytest

from transloc.errors import InputError, Refused
from transloc.glossary import Concept, Term, read, update
from transloc.glossary.rewrite import held

ROWS = b"id,uk,en\nkyiv,\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2,Kyiv\n"


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "glossary.csv"
    path.write_bytes(ROWS)
    return path


def add(path, name):
    with held(path, path) as now:
        wanted = [*now.file.glossary.concepts, Concept(id=name, terms=(Term(name, "uk"), Term(name, "en")))]
        now.write(update(now.file, wanted), hint="Try again")


def test_a_change_is_written_and_all_else_keeps_its_bytes(path):
    add(path, "x")
    assert path.read_bytes() == ROWS + b"x,x,x\n"


def test_threads_wait_for_each_other(path):
    threads = [threading.Thread(target=add, args=(path, f"x{number}")) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {concept.id for concept in read(path.read_bytes()).glossary.concepts} == {"kyiv", *(f"x{number}" for number in range(8))}


def test_what_another_program_writes_meanwhile_stays(path):
    with held(path, path) as now:
        path.write_bytes(ROWS + b"lviv,a,b\n")
        with pytest.raises(Refused, match="another program has just written the glossary") as refused:
            now.write(update(now.file, ()), hint="Try again")
    assert refused.value.hint == "Try again"
    assert path.read_bytes() == ROWS + b"lviv,a,b\n"


def test_where_nothing_changes_nothing_is_written(path):
    before = path.stat()
    with held(path, path) as now:
        now.write(update(now.file, now.file.glossary.concepts), hint="")
    assert path.stat() == before


def test_what_goes_wrong_leaves_it_to_the_next(path):
    with pytest.raises(InputError, match="no such file"), held(path.with_name("none.csv"), path):
        pass
    add(path, "x")
    assert path.read_bytes().endswith(b"x,x,x\n")
