from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import formats
from transloc.formats.localisation import Localisation
from transloc.formats.markdown.localise import localise

WISHES = Localisation(
    source="uk",
    target="en-GB",
    links={"b.md": "new b.md", "https://example.org/a": "https://example.org/en/a"},
    untranslated=frozenset({"c.md"}),
    mark=" (in Ukrainian)",
    slug="the-new",
)


def changed(text, wishes=WISHES, encoding="utf-8"):
    return localise(text.encode(encoding), wishes, encoding).decode(encoding)


@pytest.mark.parametrize(
    ("head", "localised"),
    [
        ("lang: uk\n", "lang: en-GB\n"),
        ("Language: 'uk-UA' # мова\n", "Language: 'en-GB' # мова\n"),
        ("locale: uk_UA\n", "locale: en_GB\n"),
        ("lang: ru\n", "lang: ru\n"),
        ("lang: uk\nauthor:\n  lang: uk\n", "lang: en-GB\nauthor:\n  lang: uk\n"),
        ("slug: старий\n", "slug: the-new\n"),
        ("title: uk\n", "title: uk\n"),
    ],
)
def test_front_matter_states_the_language_and_the_new_slug(head, localised):
    assert changed(f"---\n{head}---\n\nТекст\n") == f"---\n{localised}---\n\nТекст\n"


def test_toml_does_so_too():
    assert changed('+++\nlang = "uk"\nslug = "s"\n[author]\nlang = "ru"\n+++\nx\n') == (
        '+++\nlang = "en-GB"\nslug = "the-new"\n[author]\nlang = "ru"\n+++\nx\n'
    )


def test_a_norwegian_article_is_no_boolean():
    assert changed("---\nlang: uk\n---\n", Localisation(source="uk", target="no")) == "---\nlang: 'no'\n---\n"


def test_without_a_name_by_its_headline_an_article_keeps_its_slug():
    text = "---\nslug: s\n---\n"
    assert changed(text, Localisation(source="uk", target="en")) == text


GIVEN = Localisation(source="uk", target="en", byline="Olena: K", date="2026-11-24")


@pytest.mark.parametrize(
    ("text", "localised"),
    [
        ("---\ntitle: T\n---\nx\n", "---\ntitle: T\ndate: 2026-11-24\nauthor: 'Olena: K'\n---\nx\n"),
        ("---\r\ntitle: T\r\n---\r\nx", "---\r\ntitle: T\r\ndate: 2026-11-24\r\nauthor: 'Olena: K'\r\n---\r\nx"),
        ("---\nauthor: О\ndate: x\n---\n", "---\nauthor: О\ndate: x\n---\n"),
        ("---\nauthors:\n- О\npublished: x\n---\n", "---\nauthors:\n- О\npublished: x\n---\n"),
        ("---\nauthor:\ndate:\nb: c\n---\n", "---\nauthor: 'Olena: K'\ndate: 2026-11-24\nb: c\n---\n"),
        ('+++\ntitle = "T"\n+++\n', '+++\ntitle = "T"\ndate = 2026-11-24\nauthor = "Olena: K"\n+++\n'),
        ('+++\ntitle = "T"\n[a]\nb = 1\n+++\n', '+++\ntitle = "T"\n[a]\nb = 1\n+++\n'),
        ("# T\n\nx\n", "# T\n\nx\n"),
        ("---\na: [\n---\nx\n", "---\na: [\n---\nx\n"),
    ],
)
def test_what_is_given_at_export_finds_its_field(text, localised):
    assert changed(text, GIVEN) == localised


@pytest.mark.parametrize(
    ("text", "localised"),
    [
        ("[x](b.md)", "[x](new%20b.md)"),
        ('[x](b.md "t")', '[x](new%20b.md "t")'),
        ("[x](<b.md>)", "[x](<new%20b.md>)"),
        ("[![i](i.png)](b.md)", "[![i](i.png)](new%20b.md)"),
        ("![x](b.md)", "![x](b.md)"),
        ("`[x](b.md)`", "`[x](b.md)`"),
        ("```\n[x](b.md)\n```", "```\n[x](b.md)\n```"),
        ("<https://example.org/a>", "<https://example.org/en/a>"),
        ("[x][b]\n\n[b]: b.md 't'", "[x][b]\n\n[b]: new%20b.md 't'"),
        ("<a href='b.md'>x</a>", "<a href='new b.md'>x</a>"),
        ("<div>\n<a href=b.md>x</a>\n</div>", '<div>\n<a href="new b.md">x</a>\n</div>'),
        ("[x](c.md).", "[x (in Ukrainian)](c.md)."),
        ("[*x*](c.md)", "[*x* (in Ukrainian)](c.md)"),
        ("[x [y]](c.md)", "[x [y] (in Ukrainian)](c.md)"),
        ("[![i](i.png)](c.md)", "[![i](i.png)](c.md)"),
        ("[x][c]\n\n[c]: c.md", "[x (in Ukrainian)][c]\n\n[c]: c.md"),
        ("[кінець]\n\n[кінець]: c.md", "[кінець (in Ukrainian)][кінець]\n\n[кінець]: c.md"),
        ("[кінець][]\n\n[кінець]: c.md", "[кінець (in Ukrainian)][кінець]\n\n[кінець]: c.md"),
        ("<a href='c.md'>x <b>y</b></a>", "<a href='c.md'>x <b>y</b> (in Ukrainian)</a>"),
        ("| a |\n|---|\n| [x](c.md) |", "| a |\n|---|\n| [x (in Ukrainian)](c.md) |"),
        ("> - [x](c.md)\n>   y", "> - [x (in Ukrainian)](c.md)\n>   y"),
        ("[x](c.md#part) [y](d.md)", "[x](c.md#part) [y](d.md)"),
        ("\\[x](c.md)", "\\[x](c.md)"),
        ("{{< link [x](c.md) >}}", "{{< link [x](c.md) >}}"),
    ],
)
def test_links(text, localised):
    assert changed(text + "\n") == localised + "\n"


def test_a_charset_without_the_letters_has_references():
    wishes = Localisation(source="uk", target="pl", untranslated=frozenset({"c.md"}), mark=" (po ukraińsku)")
    assert changed("[є](c.md)\n", wishes, "cp1251") == "[є (po ukrai&#324;sku)](c.md)\n"


def test_the_format_offers_it():
    assert formats.named("markdown").localise(b"[x](c.md)\n", WISHES) == b"[x (in Ukrainian)](c.md)\n"
    assert formats.named("text").localise(b"[x](c.md)\n", WISHES) == b"[x](c.md)\n"


pieces = st.sampled_from(
    [
        "[",
        "]",
        "(",
        ")",
        "c.md",
        "b.md",
        "](c.md)",
        "[x](b.md)",
        "![",
        "*",
        "`",
        "\n",
        "\n\n",
        "> ",
        "<a href=c.md>",
        "</a>",
        "]: ",
        "є",
        "|",
    ]
)


@given(st.lists(pieces | st.text(alphabet="xї \\<&", max_size=3), max_size=30).map("".join))
def test_words_outside_of_links_stay_and_a_second_time_changes_nothing(text):
    new = changed(text)
    assert new.replace(" (in Ukrainian)", "").count("є") >= text.count("є")
    assert changed(text, Localisation(source="uk", target="en")) == text


@pytest.mark.parametrize("piece", ["[x](c.md) ", "[", "[x][c] ", "<a href=c.md>x ", "![", "[c]: c.md\n\n"])
def test_a_large_article_is_localised_at_once(piece):
    began = perf_counter()
    changed(piece * 20_000)
    assert perf_counter() - began < 10


def test_many_definitions_are_read_at_once():
    began = perf_counter()
    text = "".join(f"[є{n}]: b.md\n" for n in range(20_000))
    assert changed(text).count("new%20b.md") == 20_000
    assert perf_counter() - began < 10
