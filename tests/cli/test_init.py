import tomllib

import pytest

from transloc import project
from transloc.checks.style.house import PRESETS, House


def test_a_new_project_has_all_its_places_and_can_be_worked_in(folder):
    done = folder.run("init", "desk", "--from", "uk", "--to", "en", "--to", "pl")
    root = folder.root / "desk"
    assert sorted(path.name for path in root.iterdir()) == ["articles", "glossary.csv", "locales", "transloc.toml"]
    assert "transloc add" in done.stdout
    made = project.load(root)
    assert (made.source, made.targets, made.variant("en"), made.variant("pl")) == ("uk", ("en", "pl"), "en-GB", "pl")
    assert (root / "glossary.csv").read_text().startswith("id,kind,uk,en,pl,en.forbidden,pl.forbidden,")


def test_the_working_folder_is_the_default_and_commands_run_in_it(folder):
    folder.run("init", "--to", "en")
    assert "No article yet" in folder.run("status").stdout
    assert folder.run("sync").stdout == "0 segments taken from files, 0 files written\n"


def test_every_key_of_the_new_settings_is_known(folder):
    folder.run("init", "--from", "pl", "--to", "uk")
    assert tomllib.loads(folder.read("transloc.toml"))["project"]["source"] == "pl"
    assert project.load(folder.root).four_eyes is False


@pytest.mark.parametrize(
    ("arguments", "variant"),
    [
        (["--to", "en", "--variant", "en-US"], "en-US"),
        (["--to", "en", "--variant", "en_us"], "en-US"),
        (["--to", "en"], "en-GB"),
        (["--to", "pt", "--variant", "pt-BR"], "pt-BR"),
    ],
)
def test_the_variant_of_a_bare_language(folder, arguments, variant):
    folder.run("init", *arguments)
    assert project.load(folder.root).variant(arguments[1]) == variant


@pytest.mark.parametrize(
    ("arguments", "locale", "variant"),
    [
        (["--to", "en", "--style", "uk"], "en", "en-GB"),
        (["--to", "en", "--style", "us"], "en", "en-US"),
        (["--to", "en-US", "--style", "us"], "en-US", "en-US"),
        (["--to", "en", "--style", "us", "--variant", "en-US"], "en", "en-US"),
    ],
)
def test_a_house_style_to_begin_with(folder, arguments, locale, variant):
    folder.run("init", *arguments)
    made = project.load(folder.root)
    assert made.variant(locale) == variant
    assert made.houses[locale] == House(**PRESETS[arguments[3]]["en"])


def test_other_languages_get_the_style_of_their_own(folder):
    folder.run("init", "--to", "pl", "--to", "fr", "--style", "uk")
    assert project.load(folder.root).houses == {"pl": House(dates="words", quotes="„”")}


def test_a_full_target_needs_no_variant(folder):
    folder.run("init", "--to", "en_gb")
    assert project.load(folder.root).targets == ("en-GB",)
    assert "[style." not in folder.read("transloc.toml")


def test_a_locale_given_twice_is_one(folder):
    folder.run("init", "--to", "en", "--to", "en")
    assert project.load(folder.root).targets == ("en",)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--from", "ua", "--to", "en"], "Did you mean “uk”?"),
        (["--to", "xx"], "“xx” is not a language tag"),
        (["--to", "en-UK"], "Did you mean “en-GB”?"),
        (["--to", "uk"], "both source and target"),
        (["--to", "en", "--variant", "en-AU"], "Use en-GB or en-US"),
        (["--to", "pl", "--variant", "en-GB"], "fits no --to"),
        (["--to", "en", "--variant", "en-GB", "--style", "us"], "--variant en-GB and --style differ"),
        (["--to", "en-GB", "--style", "us"], "--style us does not fit en-GB"),
    ],
)
def test_languages_that_cannot_be_meant(folder, arguments, words):
    assert words in folder.refused("init", *arguments)


def test_a_target_is_asked_for(folder):
    assert "--to" in folder.run("init", exits=2).stderr


def test_a_project_is_never_overwritten(desk):
    assert "transloc.toml: a project is here already" in desk.refused("init", "--to", "en")


def test_a_glossary_that_is_there_stays(folder):
    folder.write("glossary.csv", "id,uk,en\n")
    folder.run("init", "--to", "en")
    assert folder.read("glossary.csv") == "id,uk,en\n"


def test_a_file_in_the_way(folder):
    folder.write("desk", "a file")
    assert "desk/articles: cannot be made" in folder.refused("init", "desk", "--to", "en")
    assert [path.name for path in folder.root.iterdir()] == ["desk"]
