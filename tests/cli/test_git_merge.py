import subprocess
import sys
from dataclasses import replace

import pytest
from click.testing import CliRunner

from transloc.cli import cli
from transloc.formats import po
from transloc.model import Catalog, Segment, State

CATALOG = Catalog(
    article="talks",
    source_locale="uk",
    target_locale="en",
    segments=tuple(Segment(id=f"u{n}.s1", source=f"Речення {n}", target=f"Sentence {n}", state=State.TRANSLATED) for n in range(3)),
)
FILE = "locales/en/talks.po"


def edited(number, target):
    segments = list(CATALOG.segments)
    segments[number] = replace(segments[number], target=target, state=State.REVIEWED)
    return replace(CATALOG, segments=tuple(segments))


class Repository:
    def __init__(self, folder):
        self.folder = folder
        self.path = folder / FILE

    def git(self, *words, status=0):
        who = ("-c", "user.name=Olena", "-c", "user.email=olena@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *who, *words], cwd=self.folder, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout + done.stderr

    def commit(self, catalog):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_bytes(po.write(catalog))
        self.git("add", "-A")
        self.git("commit", "-qm", "work")

    def branches(self, base, ours, theirs):
        if base:
            self.commit(base)
        else:
            self.git("add", "-A")
            self.git("commit", "-qm", "start")
        self.git("checkout", "-qb", "theirs")
        self.commit(theirs)
        self.git("checkout", "-q", "main")
        self.commit(ours)


@pytest.fixture
def repository(tmp_path):
    made = Repository(tmp_path)
    made.git("init", "-q", "-b", "main")
    made.git("config", "merge.transloc.driver", f'"{sys.executable}" -m transloc git-merge %O %A %B %P')
    (tmp_path / ".gitattributes").write_text("locales/**/*.po merge=transloc\n")
    return made


@pytest.mark.needs("git")
def test_git_merges_neighbouring_segments(repository):
    repository.branches(CATALOG, edited(0, "Ours"), edited(1, "Theirs"))
    repository.git("merge", "-q", "--no-edit", "theirs")
    assert [s.target for s in po.read(repository.path.read_bytes()).catalog] == ["Ours", "Theirs", "Sentence 2"]
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.needs("git")
def test_git_reports_a_conflict_and_the_file_holds_both_texts(repository):
    repository.branches(CATALOG, edited(1, "Ours"), edited(1, "Theirs"))
    told = repository.git("merge", "--no-edit", "theirs", status=1)
    assert f"conflict: {FILE} u1.s1\n  ours:   Ours (reviewed)\n  theirs: Theirs (reviewed)\n" in told
    assert "CONFLICT" in told
    assert repository.git("status", "--porcelain") == f"UU {FILE}\n"
    segment = po.read(repository.path.read_bytes()).catalog.segments[1]
    assert (segment.target, segment.suggestion, segment.state) == ("Ours", "Theirs", State.TRANSLATED)
    repository.git("add", FILE)
    repository.git("commit", "-q", "--no-edit")


@pytest.mark.needs("git")
def test_git_merges_a_file_that_both_sides_added(repository):
    repository.branches(None, replace(CATALOG, segments=CATALOG.segments[:2]), CATALOG)
    repository.git("merge", "-q", "--no-edit", "theirs")
    assert po.read(repository.path.read_bytes()).catalog == CATALOG


@pytest.mark.needs("git")
def test_git_keeps_our_file_where_theirs_is_broken(repository):
    repository.branches(CATALOG, edited(0, "Ours"), edited(1, "Theirs"))
    repository.git("checkout", "-q", "theirs")
    repository.path.write_bytes(po.write(edited(1, "Theirs"))[:-5])
    repository.git("commit", "-qam", "half")
    repository.git("checkout", "-q", "main")
    before = repository.path.read_bytes()
    assert f"{FILE}:" in repository.git("merge", "--no-edit", "theirs", status=1)
    assert repository.path.read_bytes() == before
    assert repository.git("status", "--porcelain") == f"UU {FILE}\n"


def test_without_git(tmp_path):
    sides = []
    for name, catalog in (("base", CATALOG), ("ours", edited(1, "Ours")), ("theirs", edited(1, "Theirs"))):
        sides.append(str(tmp_path / f"{name}.po"))
        (tmp_path / f"{name}.po").write_bytes(po.write(catalog))
    done = CliRunner().invoke(cli, ["git-merge", *sides])
    assert done.exit_code == 1
    assert f"conflict: {sides[1]} u1.s1" in done.output
    assert b"Theirs" in (tmp_path / "ours.po").read_bytes()
    assert CliRunner().invoke(cli, ["git-merge", sides[0], sides[0], sides[2]]).exit_code == 0
    assert (tmp_path / "base.po").read_bytes() == (tmp_path / "theirs.po").read_bytes()


def test_a_missing_file_is_told_in_one_sentence(tmp_path):
    done = CliRunner().invoke(cli, ["git-merge", *[str(tmp_path / "none.po")] * 3])
    assert done.exit_code == 2
    assert "there is no such file" in done.output


def test_help_shows_how_to_set_it_up():
    assert "git config merge.transloc.driver" in CliRunner().invoke(cli, ["git-merge", "--help"]).output
