import json
import os
import subprocess
import sys

import pytest

from transloc.languages import kept

#: In a process of its own, as Babel's data depend on what was asked of them before.
ASK = "import json, sys; from transloc.languages import kept; print(json.dumps({tag: kept.ask(tag)._asdict() for tag in kept.LOCALES}))"


@pytest.fixture(scope="module")
def babel():
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run([sys.executable, "-c", ASK], capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": path})
    return json.loads(done.stdout)


@pytest.mark.parametrize("locale", kept.LOCALES)
def test_what_is_kept_is_what_babel_says(babel, locale):
    assert kept.of(locale)._asdict() == babel[locale], "make it anew: python -m benchmarks.keep_cldr"


def test_babel_answers_for_other_languages():
    assert ("março", 3) in kept.of("pt").months["wide"]
    assert kept.of("sv").group == "\u00a0"
