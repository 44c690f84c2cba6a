import json
import re
from contextlib import chdir

import pytest

from fakes.desk import ENGLISH

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def archive(desk, *, headers='"Language: en\\n"\n"X-Source-Language: uk\\n"\n', name="old.po"):
    return desk.write(
        name,
        HEADER
        + headers
        + '\nmsgid "Добрий день"\nmsgstr "Good day"\n\n#, fuzzy\nmsgid "Вечір"\nmsgstr "Evening?"\n\nmsgid "Ніч"\nmsgstr ""\n',
    )


def found(desk, *arguments):
    return json.loads(desk.run("memory", "search", *arguments, "--format", "json").stdout)


def test_an_empty_memory_says_how_it_fills(desk):
    assert desk.run("memory", "stats").stdout == "The memory is empty. Confirmed segments enter it.\n"
    assert desk.run("memory", "search", "трамвай").stdout == "Nothing was found.\n"
    assert found(desk, "трамвай") == []


@pytest.mark.parametrize("words", ["гривень", "ГРИВЕНЬ", "million HRYVNIAS", "коштують 480"])
def test_words_are_found_in_both_languages_in_any_letter_case(desk, words):
    desk.reviewed()
    source = "Вони коштують 480 млн гривень."
    (row,) = found(desk, words)
    assert row.pop("at")
    assert row == {"source": source, "target": ENGLISH[source], "locale": "en", "article": "tram", "origin": "po"}


def test_drafts_are_not_in_the_memory(desk):
    desk.translated()
    assert found(desk, "гривень") == []


def test_a_table_for_people(desk):
    desk.reviewed()
    said = desk.run("memory", "search", "книжкових").stdout + desk.run("memory", "search", "трамваїв").stdout
    assert "Nothing was found." in said
    assert "Lviv buys 12 trams" in said


def test_what_looks_like_markup_of_the_terminal_is_shown_as_it_is(desk):
    desk.write("odd.po", HEADER + '"Language: en\\n"\n\nmsgid "Ключ [/bold] :fire:"\nmsgstr "Key [/bold] :fire:"\n')
    desk.run("memory", "import", "odd.po")
    assert "Key [/bold] :fire:" in desk.run("memory", "search", "ключ").stdout


def test_what_a_terminal_would_obey_is_shown_and_not_sent(desk):
    desk.write("old.po", HEADER + '"Language: en\\n"\n\nmsgid "Бувай"\nmsgstr "Bye \x1b]0;title\x07 \u202eeyb"\n')
    desk.run("memory", "import", "old.po")
    shown = desk.run("memory", "search", "бувай").stdout
    assert r"Bye \x1b]0;title\x07 \u202eeyb" in shown


def test_as_many_as_one_likes(desk):
    desk.reviewed()
    assert len(found(desk, "трамваїв")) == 2
    assert len(found(desk, "трамваїв", "--most", "1")) == 1


def test_only_one_locale(desk):
    desk.reviewed()
    desk.settings(targets='["en", "pl"]')
    assert found(desk, "трамваїв", "--to", "pl") == []
    assert len(found(desk, "трамваїв", "--to", "en-GB")) == 2


def test_earlier_work_is_taken_in_once_and_without_what_is_fuzzy_or_empty(desk):
    assert desk.run("memory", "import", archive(desk)).stdout == "old.po: 1 of 1 entries were new\n"
    assert desk.run("memory", "import", "old.po").stdout == "old.po: 0 of 1 entries were new\n"
    (told,) = json.loads(desk.run("memory", "stats", "--format", "json").stdout)
    assert (told["from"], told["to"], told["entries"]) == ("uk", "en", 1)
    assert [row["target"] for row in found(desk, "добрий")] == ["Good day"]


@pytest.mark.parametrize("headers", ['"Language: en_GB\\n"\n', '"Language: en\\n"\n"X-Source-Language: uk-UA\\n"\n'])
def test_what_was_taken_in_drafts_new_articles_whatever_the_variant(desk, headers):
    desk.run("memory", "import", archive(desk, headers=headers))
    desk.write("articles/day.md", "Добрий день\n")
    desk.run("add", "articles/day.md")
    desk.run("translate", "day")
    assert desk.segment("Добрий день", "day").target == "Good day"


@pytest.mark.parametrize(
    ("headers", "words"),
    [("", "old.po: the file names no language"), ('"Language: ua\\n"\n', "old.po: “ua” is not a language tag. Did you mean “uk”?")],
)
def test_a_file_must_say_its_language(desk, headers, words):
    assert words in desk.refused("memory", "import", archive(desk, headers=headers))


def test_a_file_that_is_not_whole_brings_nothing_in_from_any(desk):
    desk.write("half.po", HEADER + '"Language: en\\n"\n\nmsgid "Так"\nmsgstr "Ye')
    assert "half.po:7:" in desk.refused("memory", "import", archive(desk), "half.po")
    assert found(desk, "добрий") == []


def tmx(*units, tags=("uk-UA", "EN"), end="</body></tmx>\n"):
    tus = "".join(
        f'<tu><tuv xml:lang="{tags[0]}"><seg>{a}</seg></tuv><tuv xml:lang="{tags[1]}"><seg>{b}</seg></tuv></tu>\n' for a, b in units
    )
    return f'<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="{tags[0]}"/><body>\n{tus}{end}'


DAY, NIGHT = ("Добрий день", "Good day"), ("На добраніч", "Good night")


class TestTmx:
    def test_another_program_s_memory_is_taken_in_once(self, desk):
        desk.write("agency.tmx", tmx(DAY, NIGHT, ("<ph>x</ph>Так", "Yes")))
        assert desk.run("memory", "import", "agency.tmx").stdout == (
            "agency.tmx: 3 of 3 entries were new; without their inline codes, which did not match: 1\n"
        )
        assert desk.run("memory", "import", "agency.tmx").stdout.startswith("agency.tmx: 0 of 3 entries were new")
        assert [(row["target"], row["origin"]) for row in found(desk, "день")] == [("Good day", "tmx")]

    def test_a_large_one_is_taken_in_whole(self, desk):
        desk.write("large.tmx", tmx(*((f"Рядок {n}", f"Line {n}") for n in range(11_003))))
        assert desk.run("memory", "import", "large.tmx").stdout == "large.tmx: 11003 of 11003 entries were new\n"

    def test_a_broken_one_brings_nothing_in_from_any(self, desk):
        desk.write("whole.tmx", tmx(DAY))
        desk.write("half.tmx", tmx(NIGHT, end="<tu>"))
        told = desk.refused("memory", "import", "whole.tmx", "half.tmx")
        assert told.startswith("half.tmx:4: the XML is broken (no element found)")
        assert "or take what stands before with --keep-good" in told
        assert found(desk, "добрий") == []

    def test_unless_what_is_good_is_wanted(self, desk):
        desk.write("half.tmx", tmx(NIGHT, end="<tu>"))
        done = desk.run("memory", "import", "--keep-good", "half.tmx")
        assert done.stdout == "half.tmx: 1 of 1 entries were new\n"
        assert "half.tmx:4: the XML is broken" in done.stderr
        assert "What stands before is taken" in done.stderr
        assert [row["target"] for row in found(desk, "добраніч")] == ["Good night"]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            (
                tmx(DAY, tags=("de", "fr")),
                "bad.tmx: it has no translation from uk into en; its languages are de, fr. See source and targets in transloc.toml",
            ),
            (tmx(DAY, tags=("ua", "en")), "“ua” is not a language tag. Did you mean “uk”?"),
            (tmx(), "bad.tmx: it has no translation at all"),
            ('<!DOCTYPE x [<!ENTITY a "b">]>' + tmx(DAY).partition("?>")[2], "bad.tmx:1: it declares the entity “a”"),
            ("", "bad.tmx:1: the XML is broken"),
        ],
    )
    @pytest.mark.parametrize("keep", [(), ("--keep-good",)])
    def test_what_has_nothing_for_us_is_refused_in_one_sentence(self, desk, text, words, keep):
        desk.write("bad.tmx", text)
        assert words in desk.refused("memory", "import", *keep, "bad.tmx")

    @pytest.mark.parametrize("name", ["agency.tmx.gz", "agency.xliff", "agency"])
    def test_what_it_does_not_take_is_told(self, desk, name):
        desk.write(name, tmx(DAY))
        assert f"{name}: the memory takes in .tmx and .po files" in desk.refused("memory", "import", name)

    def test_there_is_no_such_file(self, desk):
        assert "no.tmx: there is no such file" in desk.refused("memory", "import", "no.tmx")

    def test_only_one_target_of_many(self, desk):
        desk.settings(targets='["en-GB", "en-US", "pl"]')
        desk.write("agency.tmx", tmx(DAY, tags=("uk", "en")))
        assert "Say with --to which of the project's targets en is" in desk.refused("memory", "import", "agency.tmx")
        desk.run("memory", "import", "--to", "en-US", "agency.tmx")
        assert [row["locale"] for row in found(desk, "добрий")] == ["en-US"]

    def test_what_was_taken_in_stands_in_no_draft_where_a_penalty_says_so(self, desk):
        with (desk.root / "transloc.toml").open("a") as settings:
            settings.write("\n[memory]\npenalties = { tmx = 0.05 }\n")
        desk.write("agency.tmx", tmx(DAY))
        desk.run("memory", "import", "agency.tmx")
        desk.write("articles/day.md", "Добрий день\n")
        desk.run("add", "articles/day.md")
        desk.run("translate", "day")
        assert desk.segment("Добрий день", "day").target == ""


class TestExport:
    def test_what_goes_out_comes_back(self, desk):
        desk.reviewed()
        desk.run("memory", "export", "-o", "ours.tmx")
        first = desk.root.joinpath("ours.tmx").read_bytes()
        assert set(re.findall(rb'creationid="(.*?)"', first)) == {desk.segment("Вони коштують 480 млн гривень.").people[-1].encode()}
        assert b'<prop type="x-article">tram</prop>' in first
        desk.run("init", "elsewhere", "--from", "uk", "--to", "en")
        with chdir(desk.root / "elsewhere"):
            assert desk.run("memory", "import", "../ours.tmx").stdout == "../ours.tmx: 8 of 8 entries were new\n"
            assert desk.run("memory", "import", "../ours.tmx").stdout == "../ours.tmx: 0 of 8 entries were new\n"

    def test_what_comes_back_to_where_it_is_doubles_nothing(self, desk):
        desk.reviewed()
        desk.run("memory", "export", "-o", "ours.tmx")
        assert desk.run("memory", "import", "ours.tmx").stdout == "ours.tmx: 0 of 8 entries were new\n"

    def test_what_may_not_leave_the_machine_stays_unless_all_is_wanted(self, desk):
        desk.reviewed()
        desk.write("agency.tmx", tmx(DAY))
        desk.run("memory", "import", "agency.tmx")
        with (desk.root / "transloc.toml").open("a") as settings:
            settings.write("\n[articles.tram]\nexternal = false\n")
        done = desk.run("memory", "export", "--format", "jsonl", "-o", "-")
        assert [json.loads(line)["target"] for line in done.stdout.splitlines()] == ["Good day"]
        assert "Kept here, as their articles may not leave this machine: 8 entries. With --all" in done.stderr
        done = desk.run("memory", "export", "--all", "--format", "jsonl", "-o", "-")
        assert len(done.stdout.splitlines()) == 9
        assert done.stderr == ""

    def test_where_nothing_may_leave_there_is_no_file(self, desk):
        desk.reviewed()
        with (desk.root / "transloc.toml").open("a") as settings:
            settings.write("\n[articles.tram]\nexternal = false\n")
        told = desk.refused("memory", "export", "-o", "ours.tmx")
        assert told == "all 8 entries come from articles that may not leave this machine. Give them out all the same with: --all"

    def test_as_lines_of_json_on_standard_output(self, desk):
        desk.reviewed()
        lines = [json.loads(line) for line in desk.run("memory", "export", "--format", "jsonl", "-o", "-").stdout.splitlines()]
        assert {line["source"]: line["target"] for line in lines}["Вони коштують 480 млн гривень."] == "They cost 480 million hryvnias."

    def test_only_one_target(self, desk):
        desk.reviewed()
        desk.settings(targets='["en", "pl"]')
        assert "nothing to export" in desk.refused("memory", "export", "--to", "pl", "-o", "ours.tmx")
        assert not desk.root.joinpath("ours.tmx").exists()

    def test_a_folder_is_no_file(self, desk):
        desk.reviewed()
        assert "articles: this is a folder" in desk.refused("memory", "export", "-o", "articles")


def test_stats_for_people(desk):
    desk.reviewed()
    assert desk.run("memory", "stats").stdout.split()[-4:] == ["uk", "en", "po", "8"]
