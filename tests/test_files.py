import os
import subprocess
import sys
from pathlib import Path

import pytest

from transloc import files
from transloc.errors import InputError


def test_a_written_file_is_whole_and_leaves_nothing_beside_it(tmp_path):
    target = tmp_path / "new" / "a.po"
    files.write(target, b"one")
    files.write(target, b"two")
    assert target.read_bytes() == b"two"
    assert [p.name for p in target.parent.iterdir()] == ["a.po"]


def test_the_mode_of_a_file_is_kept_and_a_new_one_follows_the_umask(tmp_path):
    old = tmp_path / "old"
    old.write_bytes(b"")
    old.chmod(0o640)
    files.write(old, b"x")
    assert old.stat().st_mode & 0o777 == 0o640
    before = os.umask(0o027)
    try:
        files.write(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_a_failing_write_leaves_the_old_file(tmp_path):
    target = tmp_path / "a"
    target.mkdir()
    with pytest.raises(InputError, match="this is a folder"):
        files.write(target, b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("name", ["", ".", "/"])
def test_a_name_that_is_none_is_told(tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="this is a folder"):
        files.write(Path(name), b"x")


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "a").write_bytes(b"kept")
    with pytest.raises(InputError, match="its folder is a file"):
        files.write(tmp_path / "a" / "b", b"x")
    assert (tmp_path / "a").read_bytes() == b"kept"


def test_what_another_program_wrote_meanwhile_stays(tmp_path):
    target = tmp_path / "a.csv"
    target.write_bytes(b"one")
    assert files.rewrite(target, b"two", seen=b"one")
    assert not files.rewrite(target, b"three", seen=b"one")
    assert target.read_bytes() == b"two"
    target.unlink()
    assert not files.rewrite(target, b"three", seen=b"two")
    assert list(tmp_path.iterdir()) == []


def test_what_another_program_writes_while_the_disk_is_waited_for_stays(tmp_path, monkeypatch):
    target = tmp_path / "a.csv"
    target.write_bytes(b"one")
    monkeypatch.setattr(files.os, "fsync", lambda _: target.write_bytes(b"theirs"))
    assert not files.rewrite(target, b"two", seen=b"one")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"theirs"]


def test_a_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    files.write(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_or_a_pipe_is_written_into_and_never_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    files.write(pipe, b"through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


def test_one_file_by_two_names(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    (tmp_path / "hard").hardlink_to(tmp_path / "a")
    (tmp_path / "soft").symlink_to("a")
    assert all(files.same(tmp_path / name, tmp_path / "a") for name in ("a", "hard", "soft"))
    assert files.same(tmp_path / "none", tmp_path / "x" / ".." / "none")
    assert not files.same(tmp_path / "none", tmp_path / "a")


@pytest.mark.parametrize(("name", "words"), [("absent", "no such file"), (".", "a folder")])
def test_what_cannot_be_read_is_told(tmp_path, name, words):
    with pytest.raises(InputError, match=words):
        files.read(tmp_path / name)


def test_a_huge_file_is_refused(tmp_path):
    huge = tmp_path / "huge"
    with huge.open("wb") as out:
        out.truncate(files.MAX_BYTES + 1)
    with pytest.raises(InputError, match="64 MiB"):
        files.read(huge)


def test_a_device_without_end_is_refused():
    with pytest.raises(InputError, match="64 MiB"):
        files.read(Path("/dev/zero"))


def test_text_drops_the_byte_order_mark_and_names_the_line_of_a_wrong_byte(tmp_path):
    path = tmp_path / "t"
    path.write_bytes("\ufeffтак".encode())
    assert files.read_text(path) == "так"
    path.write_bytes(b"one\ntwo\n\xff")
    with pytest.raises(InputError, match=r"t:3: this is not UTF-8"):
        files.read_text(path)


def test_a_path_is_shown_as_one_would_write_it_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert files.shown(tmp_path / "a" / "b.po") == Path("a/b.po")
    assert files.shown(Path("a.po")) == Path("a.po")
    assert files.shown(tmp_path.parent / "a.po") == tmp_path.parent / "a.po"


@pytest.mark.needs("setpriv")
def test_a_folder_without_write_permission(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("only root can become an ordinary user")
    tmp_path.chmod(0o755)
    for parent in tmp_path.parents:
        if parent.stat().st_uid == 0 and parent != parent.parent:
            parent.chmod(parent.stat().st_mode | 0o055)
    code = f"from pathlib import Path; from transloc import files; files.write(Path({str(tmp_path / 'x')!r}), b'x')"
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert "cannot be written (Permission denied)" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_names_can_be(tmp_path):
    target = tmp_path / ("ї" * 126 + ".po")
    files.write(target, b"x")
    assert target.read_bytes() == b"x"
