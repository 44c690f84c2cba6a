import pytest

from fakes.desk import desk, empty, folder, furnished, tables
from fakes.provider import provider

__all__ = ["desk", "empty", "folder", "furnished", "provider", "tables"]


@pytest.fixture(autouse=True)
def no_platform(monkeypatch):
    """Places are told from the root of a checkout where a platform names one: the one that runs these tests must not."""
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)
