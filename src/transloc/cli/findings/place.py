"""Where a file lies for a platform: relative to the root of its checkout, wherever the command was run."""

import os
from pathlib import Path


def from_root(path: str) -> str:
    """Return ``path`` from the checkout (GITHUB_WORKSPACE, CI_PROJECT_DIR, else the working folder), with ``/``; whole, if outside."""
    root = os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or Path.cwd()
    plain, top = Path(os.path.normpath(Path.cwd() / path)), Path(os.path.normpath(root))
    return plain.relative_to(top).as_posix() if plain.is_relative_to(top) else plain.as_posix()
