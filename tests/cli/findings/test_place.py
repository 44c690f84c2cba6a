import pytest

from transloc.cli.findings.place import from_root


@pytest.fixture(autouse=True)
def working_folder(monkeypatch, tmp_path):
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")


def test_without_a_platform_the_working_folder_is_the_root(tmp_path):
    assert from_root("./locales/../locales/a.po") == "locales/a.po"
    assert from_root(str(tmp_path / "desk" / "a.po")) == "a.po"
    assert from_root("../a.po") == (tmp_path / "a.po").as_posix()


@pytest.mark.parametrize("name", ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"])
def test_a_project_below_the_checkout_is_told_from_its_root(monkeypatch, tmp_path, name):
    monkeypatch.setenv(name, str(tmp_path))
    assert from_root("locales/a.po") == "desk/locales/a.po"
