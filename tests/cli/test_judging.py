import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from transloc.cli import cli, judging, processes
from transloc.cli.catalogs import catalog as catalogs_of
from transloc.model import Catalog

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n"X-Source-Language: uk\\n"\n\n'
GLOSSARY = "id,kind,uk,en\nzsu,org,Збройні сили,Armed Forces\nchayka,person,Олена Чайка,Olena Chaika\n"
SAYS = [
    ("Музей відкрито щодня.", "The museum is open every day."),
    ("Музей відкрито щодня.", "It never closes."),
    ("Це сказала Олена Чайка про 12 осіб.", "It was said of 13 people by Olena Chaika."),
    ("Збройні сили чекають на Гайдука.", "The army awaits Haiduk."),
    ("Чайка чекає на Гайдука.", "Chajka awaits Gajduk."),
]


@pytest.fixture
def catalogs(tmp_path, monkeypatch):
    """A folder with eight small catalogs that contradict each other, which are taken for large ones, and a glossary."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(judging, "_WORTH", 1)
    (tmp_path / "po").mkdir()
    for number in range(8):
        turned = [*SAYS[number % 5 :], *SAYS[: number % 5]]
        entries = (f'msgctxt "u{at}.s1"\nmsgid "{source}"\nmsgstr "{target}"\n' for at, (source, target) in enumerate(turned))
        (tmp_path / "po" / f"{number}.po").write_text(HEADER + "\n".join(entries), encoding="utf-8")
    (tmp_path / "g.csv").write_text(GLOSSARY, encoding="utf-8")
    return tmp_path


def check(*arguments):
    return CliRunner().invoke(cli, ["check", "po", "--glossary", "g.csv", *arguments])


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_several_processes_answer_byte_for_byte_as_one(catalogs, form):
    alone, together = (check("--format", form, "--jobs", number) for number in ("1", "3"))
    assert alone.stdout_bytes == together.stdout_bytes
    assert (alone.exit_code, together.exit_code) == (1, 1)
    for rule in ("inconsistent", "number", "term-missing"):
        assert rule in alone.stdout


def test_the_rules_that_were_chosen_are_those_of_every_process(catalogs):
    found = json.loads(check("--rule", "number", "--format", "json", "--jobs", "2").stdout)
    assert found["summary"]["rules"] == {"number": 8}


def test_a_broken_file_is_told_as_by_one_process(catalogs):
    (catalogs / "po" / "5.po").write_text(HEADER + 'msgid "x"\n', encoding="utf-8")
    alone, together = (check("--jobs", number) for number in ("1", "3"))
    assert (alone.exit_code, alone.stderr) == (together.exit_code, together.stderr)
    assert alone.exit_code == 2
    assert "5.po:7: the entry has no msgstr" in alone.stderr


def test_so_many_processes_as_files_cores_and_jobs_allow(catalogs, monkeypatch):
    asked = []
    monkeypatch.setattr(processes, "in_order", lambda work, items, number: asked.append(number) or map(work, items))
    monkeypatch.setattr(processes, "cores", lambda: 5)
    for arguments in ((), ("--jobs", "3"), ("--jobs", "99"), ("--jobs", "1")):
        check(*arguments)
    assert asked == [5, 3, 8]


def test_a_small_project_starts_no_process(catalogs, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(catalogs)
    monkeypatch.setattr(processes, "in_order", None)
    assert check().exit_code == 1


def test_no_process_at_all_is_refused(catalogs):
    assert check("--jobs", "0").exit_code == 2


def test_what_is_gone_from_a_file_that_is_being_written_stops_nothing(catalogs, monkeypatch):
    before = json.loads(check("--rule", "inconsistent", "--format", "json").stdout)["findings"]
    empty = replace(catalogs_of(catalogs / "po" / "0.po"), catalog=Catalog(article="", source_locale="uk", target_locale="en"))
    monkeypatch.setattr(judging, "_read_again", lambda _: empty)
    found = json.loads(check("--rule", "inconsistent", "--format", "json").stdout)["findings"]
    assert [one["message"] for one in found] == [one["message"] for one in before]
