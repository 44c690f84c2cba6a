import pytest

from fakes.settings import written
from transloc import project
from transloc.checks.style.house import House
from transloc.errors import InputError
from transloc.model import Severity


def test_an_empty_file_is_a_project_with_the_usual_places(tmp_path):
    found = project.load(written(tmp_path, ""))
    assert (found.source, found.targets, found.engine) == ("uk", (), "auto")
    assert found.glossary == tmp_path / "glossary.csv"
    assert found.catalog_path("talks", "en") == tmp_path / "locales/en/talks.po"


def test_settings_are_read(tmp_path):
    found = project.load(
        written(
            tmp_path,
            '[project]\nsource = "UK"\ntargets = ["en_gb"]\nfour_eyes = true\n'
            "[engine]\nmonthly_characters = 1000\ncost_per_million = 20\n"
            '[checks]\nnumber = "warning"\nuntranslated = "off"\n'
            '[style.en]\nvariant = "en-US"\n[segmentation]\nrules = "own.srx"\n'
            '[glossary]\nmorphology = "base"\n',
        )
    )
    assert (found.source, found.targets, found.four_eyes) == ("uk", ("en-GB",), True)
    assert (found.monthly_characters, found.cost_per_million) == (1000, 20.0)
    assert found.severities == {"number": Severity.WARNING, "untranslated": None}
    assert found.check_settings().severity == found.severities
    assert found.variant("en") == "en-US"
    assert found.segmentation_rules == tmp_path / "own.srx"
    assert found.morphology == "base"


def test_engines_have_tables_of_their_own_and_those_of_others_are_theirs_to_read(tmp_path):
    text = '[engine]\nname = "latin"\n[engine.latin]\nletters = { "а" = "a" }\n[engine.llm]\nmodel = "tiny"\n'
    found = project.load(written(tmp_path, text))
    assert found.engine == "latin"
    assert found.engines == {"latin": {"letters": {"а": "a"}}, "llm": {"model": "tiny"}}


def test_the_model_of_ctranslate2_lies_beside_the_settings(tmp_path):
    found = project.load(written(tmp_path, '[engine.ctranslate2]\nmodel = "models/opus"\n'))
    assert found.engines["ctranslate2"]["model"] == tmp_path / "models" / "opus"


def test_the_project_is_found_from_a_folder_below(tmp_path):
    written(tmp_path, "")
    below = tmp_path / "articles" / "2026"
    below.mkdir(parents=True)
    assert project.require(below).root == tmp_path


def test_outside_of_a_project_the_way_to_one_is_told(tmp_path):
    assert project.find(tmp_path) is None
    with pytest.raises(InputError, match="transloc init"):
        project.require(tmp_path)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[project]\nsource = "uk\n', 2, "not valid TOML"),
        ('[project]\nsource = "ua"\n', 2, "Did you mean “uk”"),
        ('[project]\n\ntargets = ["en", "xx"]\n', 3, "not a language tag"),
        ("[project]\nfoureyes = true\n", 2, "Did you mean “four_eyes”"),
        ("[projekt]\n", 1, r"Did you mean “project”"),
        ('[project]\nfour_eyes = "yes"\n', 2, "true or false"),
        ("[engine]\nmonthly_characters = true\n", 2, "whole number"),
        ('[engine.llm]\nmodle = "tiny"\n', 2, "unknown key “modle” in .engine.llm.. Did you mean “model”"),
        ('[engine.llm]\nlocal = "yes"\n', 2, "true or false"),
        ("[engine]\nllm = true\n", 2, "unknown key “llm”"),
        ("[project]\ntargets = [1]\n", 2, "list of texts"),
        ('[checks]\nnumber = "fatal"\n', 2, "error, warning, info or off"),
        ('[project]\ntimezone = "Kiev"\n', 2, "time zone"),
        ('[project]\ntimezone = "Europe"\n', 2, "time zone"),
        ('[project]\ntimezone = "/etc/localtime"\n', 2, "time zone"),
        ('[project]\ntimezone = ""\n', 2, "time zone"),
        ('[style.en]\nvariant = "en-UK"\n', 2, "en-GB"),
        ('[glossary]\nmorphology = "pymorphy2"\n', 2, "no choice of morphology"),
        ("[memory]\nleast = 0.1\n", 2, "from 0.5 to 1"),
        ("[memory]\npenalties = { tmx = 5 }\n", 2, "“tmx” must be a number from 0 to 1"),
        ('[memory]\npenalties = { tmx = "5 %" }\n', 2, "“tmx” must be a number from 0 to 1"),
        ("[memory]\npenalties = 0.1\n", 2, "a table"),
        ('source = "uk"\n', 1, "unknown table"),
        ("project = 1\n", 1, "must be a table"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, line, words):
    with pytest.raises(InputError, match=words) as told:
        project.load(written(tmp_path, text))
    assert f"transloc.toml:{line}:" in str(told.value)


@pytest.mark.parametrize(
    ("text", "mirror"),
    [("", True), ("external = false", False), ("external = false\nmirror = true", True), ("mirror = false", False)],
)
def test_a_confidential_project_is_mirrored_only_when_it_says_so(tmp_path, text, mirror):
    assert project.load(written(tmp_path, f"[project]\n{text}\n")).mirror is mirror


EXPORT = """
[export]
lang = false
slug = "title"
site = "https://example.org/"
addresses = { uk = "/{slug}", en_gb = "https://en.example.org/{slug}/" }
credit = { en = "By {site}", uk = "" }
"""


def test_the_export_is_set(tmp_path):
    found = project.load(written(tmp_path, EXPORT)).export
    assert (found.lang, found.links, found.json_ld, found.hreflang, found.slug) == (False, True, True, True, "title")
    assert found.site == "https://example.org"
    assert found.addresses == {"uk": "https://example.org/{slug}", "en-GB": "https://en.example.org/{slug}/"}
    assert found.credit == {"en": "By {site}"}
    assert found.address("en-GB", "a б") == "https://en.example.org/a%20%D0%B1/"
    assert found.address("pl", "a") == ""


def test_by_default_an_export_states_its_language_and_names_nobody(tmp_path):
    found = project.load(written(tmp_path, "")).export
    assert (found.lang, found.links, found.untranslated_mark, found.json_ld, found.slug) == (True, True, True, True, "article")
    assert (found.hreflang, found.credit, found.credit_people, found.addresses) == (False, {}, False, {})


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('slug = "headline"', "article or title"),
        ('site = "example.org"', "not the address of a site"),
        ('site = "https://example.org/?a"', "not the address of a site"),
        ('addresses = "x"', "a table of texts"),
        ("addresses = { uk = 1 }", "a table of texts"),
        ('addresses = { ua = "https://example.org/{slug}" }', "Did you mean “uk”"),
        ('addresses = { uk = "https://example.org/" }', "not a pattern of addresses"),
        ('addresses = { uk = "/{slug}" }', "not a pattern of addresses"),
        ('addresses = { uk = "javascript:{slug}" }', "not a pattern of addresses"),
        ('addresses = { uk = "https://example.org/{name}" }', "nothing called {name} here. Known: {slug}"),
        ("hreflang = true", "needs the addresses"),
        ("credit = 1", "a text, or one for each locale"),
        ('credit = "By {who}"', "nothing called {who} here"),
        ('credit = "By {people}"', "names people"),
        ('credit = "By {site}"', "names the site"),
        ('credits = "x"', "Did you mean “credit”"),
    ],
)
def test_what_is_wrong_with_the_export_is_told_with_its_line(tmp_path, line, words):
    with pytest.raises(InputError) as told:
        project.load(written(tmp_path, f"[export]\n{line}\n"))
    assert words in str(told.value)
    assert "transloc.toml:2:" in str(told.value)


STYLE = """
[style.en_gb]
variant = "en-GB"
dates = "day-first"
quotes = "single"
prefer = { "fighters" = "soldiers" }
war = true
"""


def test_a_house_style_is_read(tmp_path):
    found = project.load(written(tmp_path, STYLE))
    assert found.houses == {
        "en-GB": House(variant="en-GB", dates="day-first", quotes="single", prefer=(("fighters", "soldiers"),), war=True)
    }
    assert found.check_settings().house("en-GB") == found.houses["en-GB"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('dates = "english"', "day-first or month-first or words"),
        ('headlines = "caps"', "sentence or title"),
        ('percent = "pc"', "percent or per cent or %"),
        ('quotes = "triple"', "double, single, or an opening and a closing mark"),
        ("war = 1", "true or false"),
        ('prefer = "x"', "a table of texts"),
        ("prefer = { a = 1 }", "a table of texts"),
        ('varient = "en-GB"', "Did you mean “variant”"),
    ],
)
def test_what_is_wrong_with_a_house_style_is_told_with_its_line(tmp_path, line, words):
    with pytest.raises(InputError) as told:
        project.load(written(tmp_path, f"[style.en]\n{line}\n"))
    assert words in str(told.value)
    assert "transloc.toml:2:" in str(told.value)
