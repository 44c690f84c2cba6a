import json
import os
import subprocess
import sys
import time

import pytest

from transloc.glossary import Concept, inflection
from transloc.glossary.inflection import cache
from transloc.glossary.inflection.cache import Cache
from transloc.glossary.inflection.morphology import Morphology


@pytest.fixture
def path(tmp_path):
    return tmp_path / "forms" / "uk.json"


def test_what_was_put_is_there_in_the_next_process(path):
    one = Cache(path)
    one.put("place\t\tКиїв", ("Київ", "Києва", "Києву"))
    one.put("term\t\tяк", ())
    one.save(now=True)
    other = Cache(path)
    assert other.get("place\t\tКиїв") == ("Київ", "Києва", "Києву")
    assert other.get("term\t\tяк") == ()
    assert other.get("place\t\tЛьвів") is None


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"a": 1}', b"\xff\xfe", b"null", b"[" * 100_000])
def test_a_damaged_file_is_as_if_there_was_none_and_is_replaced(path, damage):
    path.parent.mkdir(parents=True)
    path.write_bytes(damage)
    one = Cache(path)
    assert one.get("a") is None
    one.put("a", ("x",))
    one.save(now=True)
    assert json.loads(path.read_bytes()) == {"a": "x\t"}


def test_where_nothing_can_be_written_all_goes_on(tmp_path):
    (tmp_path / "file").write_text("no folder")
    one = Cache(tmp_path / "file" / "uk.json")
    one.put("a", ("x", "y"))
    one.save(now=True)
    assert one.get("a") == ("x", "y")


def test_two_processes_keep_what_the_other_has_written(path):
    one, other = Cache(path), Cache(path)
    one.put("a", ("x",))
    other.put("b", ("y",))
    one.save(now=True)
    other.save(now=True)
    assert set(json.loads(path.read_bytes())) == {"a", "b"}


def test_a_long_process_does_not_write_for_every_term(path):
    one = Cache(path)
    one.put("a", ("x",))
    one.save()
    one.put("b", ("y",))
    one.save()
    assert set(json.loads(path.read_bytes())) == {"a"}


def test_what_other_versions_left_goes_after_a_while(path):
    path.parent.mkdir(parents=True)
    old, young = path.with_name("uk-old.json"), path.with_name("uk-young.json")
    for other in (old, young):
        other.write_text("{}")
    os.utime(old, (time.time() - 100 * 86_400,) * 2)
    one = Cache(path)
    one.put("a", ("x",))
    one.save(now=True)
    assert not old.exists()
    assert young.exists()


def test_each_choice_of_morphology_keeps_its_own(monkeypatch, tmp_path):
    monkeypatch.setenv(cache.FOLDER, str(tmp_path))
    inflection.use(Morphology.BASE)
    base = cache.of("uk")
    inflection.use(Morphology.PYMORPHY3)
    assert cache.of("uk") is not base
    assert cache.of("uk") is not cache.of("pl")


def test_nothing_is_written_where_the_folder_is_empty(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.FOLDER, "")
    list(inflection.inflected("дрон", Concept(id="d"), "uk"))
    cache.save(now=True)
    assert list(tmp_path.iterdir()) == []


LOADED = """
import sys
from transloc.glossary import matcher, read
found = matcher(read("id,kind,uk,en\\na,place,Київ,Kyiv\\n".encode()).glossary, "uk").find("у Києві")
assert [match.text for match in found] == ["Києві"]
print(sorted({"simplemma", "pymorphy3", "shevchenko"} & set(sys.modules)))
"""


def test_what_is_kept_loads_no_lexicon(tmp_path):
    def loaded():
        run = subprocess.run(
            [sys.executable, "-c", LOADED], env=os.environ | {cache.FOLDER: str(tmp_path)}, capture_output=True, text=True, check=True
        )
        return run.stdout.strip()

    assert loaded() != "[]"
    assert loaded() == "[]"
