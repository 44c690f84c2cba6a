"""Engines of others, as the how-to describes them: a distribution on the path, and nothing else."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from transloc import markup
from transloc.engines import plugins
from transloc.engines.choose import choose
from transloc.engines.engine import BadAnswer, Health, Request
from transloc.engines.wishes import Wishes
from transloc.errors import EngineError, InputError


def wishes(**more):
    return Wishes(**{"source": "uk", "target": "en", "environ": {}, "settings": {"latin": {"letters": {"а": "a"}}}, **more})


def install(home, name, code):
    info = home / f"{name}-2.0.dist-info"
    info.mkdir(parents=True, exist_ok=True)
    (home / f"{name}.py").write_text(code, encoding="utf-8")
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 2.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(f"[transloc.engines]\n{name} = {name}:make\n", encoding="utf-8")


def test_it_is_chosen_by_its_name_and_keeps_codes_though_it_knows_none(example):
    choice = choose("latin", wishes())
    assert choice.why == "latin, as the settings say"
    source = "ам <1>ба</1> <2/>за"
    (target,) = choice.engine.translate(Request(texts=(source,), source="uk", target="en")).texts
    assert target == "aм <1>бa</1> <2/>зa"
    assert markup.valid(source, target)


def test_it_stands_in_the_list_of_engines(example):
    with pytest.raises(InputError, match=r"Engines: auto, .*, latin"):
        choose("nothing at all", wishes())


def test_without_it_its_settings_are_told():
    with pytest.raises(InputError, match="settings for the engine “latin”, and there is none"):
        choose("auto", wishes())


def test_a_program_finds_it(example, tmp_path):
    (tmp_path / "transloc.toml").write_text(
        '[project]\ntargets = ["en"]\n[engine]\nname = "latin"\n[engine.latin]\nletters = { "Р" = "R", "а" = "a", "д" = "d" }\n',
        encoding="utf-8",
    )
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "talks.md").write_text("Рада.\n", encoding="utf-8")
    source = str(Path(plugins.__file__).parents[2])
    environ = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "DEEPL_AUTH_KEY")}
    environ["PYTHONPATH"] = os.pathsep.join((str(example), source))
    for command in (["add", "articles/talks.md"], ["translate"]):
        done = subprocess.run(
            [sys.executable, "-m", "transloc", *command], cwd=tmp_path, env=environ, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    assert "1 from latin" in done.stdout
    assert 'msgstr "Rada."' in (tmp_path / "locales" / "en" / "talks.po").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("import nowhere_to_be_found", "the engine “broken” of broken 2.0 cannot be made (No module named 'nowhere_to_be_found')"),
        ("make = 7", "cannot be made"),
        ("def make(wishes): raise KeyError('server')", "cannot be made ('server')"),
        (
            "def make(wishes): return object()",
            "the engine “broken” of broken 2.0 lacks name, abilities, variety, size",
        ),
    ],
)
def test_one_that_cannot_be_made_is_told_with_who_brought_it(tmp_path, monkeypatch, code, sentence):
    install(tmp_path / "site", "broken", code)
    monkeypatch.syspath_prepend(tmp_path / "site")
    monkeypatch.delitem(sys.modules, "broken", raising=False)
    with pytest.raises(InputError) as caught:
        choose("broken", wishes(settings={}))
    assert sentence in str(caught.value)


@pytest.mark.parametrize(("more", "why"), [({"external": False}, "external = false"), ({"offline": True}, "--offline")])
def test_one_that_sends_texts_away_is_refused_where_they_may_not_leave(example, monkeypatch, more, why):
    engine = plugins.make("latin", wishes()).engine
    monkeypatch.setattr(type(engine), "abilities", replace(engine.abilities, local=False))
    with pytest.raises(InputError, match=why):
        choose("latin", wishes(**more))


BARE = """
from transloc.engines.engine import Abilities, Answer

class make:
    name = "broken"
    variety = ""
    abilities = Abilities(glossary=False, context=False, local=True, max_texts=9, max_bytes=999)
    def __init__(self, wishes): pass
    def size(self, text): return len(text)
    def price(self, text): return 0
    def translate(self, request): {does}
    def close(self): {closes}
"""


@pytest.fixture
def broken(tmp_path, monkeypatch):
    def make(does="raise ConnectionError('no route')", closes="pass"):
        install(tmp_path / "site", "broken", BARE.format(does=does, closes=closes))
        monkeypatch.syspath_prepend(tmp_path / "site")
        monkeypatch.delitem(sys.modules, "broken", raising=False)
        return choose("broken", wishes(settings={})).engine

    return make


ASKED = Request(texts=("Рада", "Уряд"), source="uk", target="en")


def test_whatever_it_raises_is_told_with_who_brought_it(broken):
    with pytest.raises(EngineError, match=r"the engine broken failed \(ConnectionError: no route\)") as caught:
        broken().translate(ASKED)
    assert "Tell the makers of broken 2.0" in caught.value.hint
    with pytest.raises(EngineError, match="KeyError"):
        broken(closes="raise KeyError(1)").close()


@pytest.mark.parametrize("does", ["return Answer(('Council',))", "return ('Council', 'Government')", "return None"])
def test_an_answer_that_is_none_leaves_the_batch_to_people(broken, does):
    with pytest.raises(BadAnswer, match="translations for 2 texts"):
        broken(does).translate(ASKED)


def test_its_version_is_part_of_what_requests_are_known_by_and_told_by_doctor(broken):
    engine = broken()
    assert engine.variety.startswith("broken 2.0")
    assert engine.examine() == Health("broken 2.0")
