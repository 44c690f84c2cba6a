import json

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


def test_stats_for_people(desk):
    desk.reviewed()
    assert desk.run("memory", "stats").stdout.split()[-4:] == ["uk", "en", "po", "8"]
