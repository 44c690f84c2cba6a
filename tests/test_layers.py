"""The contracts of .importlinter hold, and would notice: a breach planted in each room fails."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

BREACHES = {
    "wording": "import transloc.errors",
    "errors": "import transloc.model",
    "model": "import transloc.markup",
    "markup": "import transloc.states",
    "states": "import transloc.checks",
    "languages": "import transloc.project",
    "files": "import transloc.languages",
    "glossary": "import transloc.checks",
    "segmentation": "import transloc.glossary",
    "formats": "import transloc.engines",
    "engines": "import transloc.store",
    "checks": "import transloc.steps",
    "memory": "import transloc.checks",
    "steps": "import transloc.store",
    "store": "import transloc.project",
    "project": "import transloc.store",
    "jobs": "import transloc.cli",
    "steps.review": "import django.db",
    "jobs.mirror": "from django.db import models",
    "jobs.background": "import django.db",
    "jobs.current": "import transloc.web",
    "web": "import transloc.cli",
    "web.desk": "import deepl",
    "cli.serve": "import waitress",
    "checks.rules.number": "import deepl",
    "cli.check": "import transloc.store",
    "glossary.matcher": "import polib",
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(cache_dir=None))"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": "src"})


@pytest.fixture
def house(tmp_path):
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_the_house_stands(house):
    done = lint(house)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("room", "line"), BREACHES.items())
def test_a_planted_breach_is_caught(house, room, line):
    path = house / "src/transloc" / room.replace(".", "/")
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    with path.open("a") as module:
        module.write(f"\n{line}\n")
    done = lint(house)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_room_without_a_place_is_caught(house):
    (house / "src/transloc/attic.py").write_text("")
    assert lint(house).returncode == 1
