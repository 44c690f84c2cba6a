"""What every test may rely on."""

import os
import shutil

import pytest


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose program is absent, unless TRANSLOC_REQUIRE names it: then its absence is an error."""
    for marker in item.iter_markers("needs"):
        for program in marker.args:
            if shutil.which(program):
                continue
            if program in os.environ.get("TRANSLOC_REQUIRE", "").split(","):
                pytest.fail(f"{program} is required here and is not installed", pytrace=False)
            pytest.skip(f"{program} is not installed")
