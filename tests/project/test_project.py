import pytest

from fakes.settings import written
from transloc import project
from transloc.errors import InputError


@pytest.mark.parametrize(
    ("text", "leaves", "mirrored"),
    [
        ("", True, True),
        ("[project]\nexternal = false\n", False, False),
        ("[project]\nexternal = false\nmirror = true\n", False, True),
        ("[articles.talks]\nexternal = false\n", False, False),
        ("[articles.talks]\nexternal = false\nmirror = true\n", False, True),
        ("[articles.other]\nexternal = false\n", True, True),
    ],
)
def test_an_article_may_be_kept_on_this_machine(tmp_path, text, leaves, mirrored):
    found = project.load(written(tmp_path, text))
    assert (found.may_leave("talks"), found.mirrors("talks")) == (leaves, mirrored)


@pytest.mark.parametrize(
    ("targets", "typed", "found"), [('["en"]', "en-GB", "en"), ('["en-GB"]', "en", "en-GB"), ('["en-GB", "pl"]', "pl", "pl")]
)
def test_a_bare_tag_finds_the_projects_own(tmp_path, targets, typed, found):
    assert project.load(written(tmp_path, f"[project]\ntargets = {targets}\n")).target(typed) == found


def test_another_variant_than_the_projects_own_is_refused(tmp_path):
    found = project.load(written(tmp_path, '[project]\ntargets = ["en"]\n[style.en]\nvariant = "en-GB"\n'))
    assert (found.target("en"), found.target("en-GB")) == ("en", "en")
    with pytest.raises(InputError, match="not a target of this project"):
        found.target("en-US")


@pytest.mark.parametrize("typed", ["de", "en-US"])
def test_a_locale_that_is_no_target_is_refused(tmp_path, typed):
    with pytest.raises(InputError, match="not a target of this project"):
        project.load(written(tmp_path, '[project]\ntargets = ["en-GB"]\n')).target(typed)
