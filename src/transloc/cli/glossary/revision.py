"""A file as it was in a revision of git."""

import os
import subprocess
from pathlib import Path

from transloc import files
from transloc.errors import InputError


def read(path: Path, revision: str) -> bytes | None:
    """Return the bytes of ``path`` in ``revision``, or None where there was no such file.

    Raises InputError where git is absent, the file lies in no repository, or the revision does not exist.
    """
    folder = path.absolute().parent
    if _git(folder, "rev-parse", "--is-inside-work-tree").returncode:
        hint = "Run it where the project is under git, or compare by hand: transloc check --glossary OLD.csv"
        raise InputError("this file lies in no git repository", path=path, hint=hint)
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode:
        raise InputError(f"git knows no revision “{revision}”", path=path, hint="Name a commit, a branch or a tag: --since main")
    name = f"{commit.stdout.decode().strip()}:./{path.name}"
    size = _git(folder, "cat-file", "-s", name)
    if size.returncode:
        return None
    if int(size.stdout) > files.MAX_BYTES:
        raise InputError(f"in {revision} the file is larger than {files.MAX_BYTES // 1024**2} MiB", path=path, hint="Split it")
    return _git(folder, "cat-file", "blob", name).stdout


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})  # noqa: S603 — no shell reads it
    except OSError as error:
        raise InputError(f"git cannot be run ({error.strerror})", hint="Install git") from None
