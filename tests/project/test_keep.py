from fakes.settings import written
from transloc import project
from transloc.steps.choose import Choices

SETTINGS = """\
# The desk of the evening paper.
[project]
targets = ["en"]  # more to come

[articles.talks]
external = false
"""


def test_choices_are_written_and_all_else_is_kept_with_its_comments(tmp_path):
    before = project.load(written(tmp_path, SETTINGS))
    after = project.keep_choices(before, "talks", Choices(frozenset({"u2", "u1"}), frozenset({"u3"})))
    assert after.choices["talks"] == Choices(frozenset({"u1", "u2"}), frozenset({"u3"}))
    assert not after.may_leave("talks")
    text = (tmp_path / "transloc.toml").read_text(encoding="utf-8")
    assert text.startswith(SETTINGS.partition("[articles")[0])
    assert 'include = ["u1", "u2"]' in text


def test_choices_taken_back_leave_the_settings_as_they_were(tmp_path):
    before = project.load(written(tmp_path, SETTINGS))
    chosen = project.keep_choices(before, "other", Choices(frozenset({"u1"}), frozenset()))
    project.keep_choices(chosen, "other", Choices(frozenset(), frozenset()))
    assert (tmp_path / "transloc.toml").read_text(encoding="utf-8").rstrip() == SETTINGS.rstrip()


def test_the_last_choice_taken_back_leaves_no_table_of_articles(tmp_path):
    chosen = project.keep_choices(project.load(written(tmp_path, "")), "talks", Choices(frozenset({"u1"}), frozenset()))
    project.keep_choices(chosen, "talks", Choices(frozenset(), frozenset()))
    assert (tmp_path / "transloc.toml").read_text(encoding="utf-8").strip() == ""
