"""The program as a user runs it: a command in a project, and the desk served as a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_BARE = {"PYTHONDONTWRITEBYTECODE": "1"}


def transloc(folder: Path, *words: str) -> str:
    """Run a command in a project; return what it printed."""
    command = [sys.executable, "-m", "transloc", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, **_BARE}).stdout


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a project on loopback; gives the owner's link, once the desk is open."""
    command = [sys.executable, "-m", "transloc", "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        try:
            yield next(found[0] for line in process.stdout if (found := re.search(r"http://\S+/start/\S+/", line)))
        finally:
            process.terminate()
