import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from fakes import word
from transloc import formats
from transloc.errors import InputError
from transloc.formats import convert
from transloc.formats.convert import SCHEMA, Localised
from transloc.model import Document, Embed

HTML = """\
<!doctype html>
<html lang="en-GB" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Bridge reopens after repairs</title>
<meta name="description" content="Traffic is moving both ways again.">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", \
"headline": "Bridge reopens after repairs", "description": "Traffic is moving both ways again.", "inLanguage": "en-GB", \
"datePublished": "2026-11-03", "author": {"@type": "Person", "name": "Iryna Doroshenko"}, "articleSection": "City", \
"keywords": ["bridges", "repairs"], "image": "images/bridge.jpg"}</script>
</head>
<body>
<article>
<header>
<h1>Bridge reopens after repairs</h1>
<p>Traffic is moving both ways again.</p>
<p>Iryna Doroshenko · <time datetime="2026-11-03">3 November 2026</time></p>
</header>
<figure>
  <img src="images/bridge.jpg" alt="The bridge from the river">
  <figcaption>Photo: the bridge in the morning / Clara Weiss / EPA</figcaption>
</figure>
<p>The bridge was <strong>reopened</strong> on Tuesday, \
<a href="https://city.example/news?id=1&amp;lang=uk">the city says</a>.<sup><a href="#note-1">1</a></sup></p>
<h2>What it cost</h2>
<blockquote>
  <p>“We have <em>waited</em> five years for this.”</p>
  <p>— Olena Haiduk</p>
</blockquote>
<ul>
  <li><strong>3 November</strong> – traffic resumes</li>
  <li>the repairs took 14 months</li>
</ul>
<table>
  <thead>
    <tr>
      <th>Year</th>
      <th>Costs</th>
    </tr>
  </thead>
  <tbody>
    <tr>
      <td>2025</td>
      <td>12 million</td>
    </tr>
    <tr>
      <td>In all</td>
      <td>38</td>
    </tr>
  </tbody>
</table>
<ol>
  <li id="note-1">Corrected on <em>4 November</em>.</li>
</ol>
</article>
</body>
</html>
"""

MARKDOWN = """\
---
title: Bridge reopens after repairs
description: Traffic is moving both ways again.
author: Iryna Doroshenko
date: '2026-11-03'
category: City
tags:
- bridges
- repairs
lang: en-GB
---

![The bridge from the river](images/bridge.jpg)

Photo: the bridge in the morning / Clara Weiss / EPA

The bridge was **reopened** on Tuesday, [the city says](https://city.example/news?id=1&lang=uk).[^1]

## What it cost

> “We have *waited* five years for this.”
>
> — Olena Haiduk

- **3 November** – traffic resumes
- the repairs took 14 months

| Year | Costs |
| --- | --- |
| 2025 | 12 million |
| In all | 38 |

[^1]: Corrected on *4 November*.
"""

TEXT = """\
Bridge reopens after repairs

Traffic is moving both ways again.

Iryna Doroshenko · 3 November 2026

Photo: the bridge in the morning / Clara Weiss / EPA

The bridge was reopened on Tuesday, the city says.[1]

What it cost

    “We have waited five years for this.”

    — Olena Haiduk

- 3 November – traffic resumes
- the repairs took 14 months

Year    Costs
2025    12 million
In all  38

[1] Corrected on 4 November.
"""


def valid(written):
    fields = json.loads(written)
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(fields)
    assert set(fields) <= set(schema["properties"])
    return fields


@pytest.mark.parametrize(("kind", "golden"), [("html", HTML), ("markdown", MARKDOWN), ("text", TEXT)])
def test_an_article_reads_as_an_editor_would_write_it(bridge, kind, golden):
    assert bridge[kind] == golden


def test_what_has_no_place_is_told_with_its_line(bridge):
    assert bridge.left_out == (Embed("shortcode", '{{< player id="7" >}}', 12),)


def test_json_is_what_its_schema_says(bridge):
    fields = valid(bridge["json"])
    assert (fields["version"], fields["article"], fields["locale"], fields["dir"]) == (1, "bridge", "en-GB", "ltr")
    assert fields["source"] == {"locale": "uk", "title": "Міст відкрили після ремонту", "address": ""}
    assert fields["picture"] == {
        "address": "images/bridge.jpg",
        "alt": "The bridge from the river",
        "caption": "Photo: the bridge in the morning / Clara Weiss / EPA",
    }
    assert fields["tags"] == ["bridges", "repairs"]
    assert fields["body_html"] in HTML
    assert MARKDOWN.endswith("\n---\n\n" + fields["body_markdown"])
    assert TEXT.endswith(fields["body_text"] + "\n")
    assert fields["left_out"] == [{"kind": "shortcode", "address": '{{< player id="7" >}}'}]


def test_blocks_have_the_ids_of_the_source_and_the_words_of_the_export(bridge):
    blocks = valid(bridge["json"])["blocks"]
    kinds = [block["kind"] for block in blocks]
    assert kinds == ["caption", "paragraph", "subhead", "quote", "quote", "timeline", "item", "cell", "cell", "cell", "cell", "note"]
    ids = {unit.id: unit.source for unit in bridge.localised.document.units}
    assert ids[blocks[2]["id"]] == "Скільки це коштувало"
    assert blocks[1]["html"] == (
        'The bridge was <strong>reopened</strong> on Tuesday, <a href="https://city.example/news?id=1&amp;lang=uk">the city says</a>.'
        "<sup>[1]</sup>"
    )
    assert blocks[1]["text"] == "The bridge was reopened on Tuesday, the city says.[1]"
    assert blocks[5]["html"] == "<strong>3 November</strong> – traffic resumes"


def test_the_schema_notices_what_is_wrong(bridge):
    schema = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))
    for field, value in {"version": 2, "date": "yesterday", "dir": "up", "tags": [""], "blocks": [{"id": ""}], "picture": {}}.items():
        assert not schema.is_valid({**json.loads(bridge["json"]), field: value})


def test_a_note_for_foreign_readers_is_a_block_without_an_id(localise):
    done = localise("# Заголовок\n\nПерший абзац.\n\nДругий.\n", targets={}, added={"Перший абзац.": ["A note."]})
    assert [(bool(block["id"]), block["text"]) for block in valid(done["json"])["blocks"]] == [
        (True, "Перший абзац."),
        (False, "A note."),
        (True, "Другий."),
    ]


def test_what_was_left_out_on_purpose_is_nowhere(localise):
    done = localise("# Заголовок\n\nПерший абзац.\n\nДругий.\n", targets={"Другий.": "Second."}, omitted={"Перший абзац."})
    assert [block["text"] for block in valid(done["json"])["blocks"]] == ["Second."]
    assert all("Перший" not in done[kind] for kind in done.files)


def test_what_the_newsroom_knows_better_stands_in_all_kinds(localise):
    done = localise(
        "# Слово\n\nАбзац.\n", byline="By our desk", date="2026-11-24T09:30+02:00", credit="Translated from Ukrainian.", name="word"
    )
    fields = valid(done["json"])
    assert (fields["byline"], fields["date"], fields["day"]) == ("By our desk", "2026-11-24T09:30+02:00", "24 November 2026")
    assert (fields["slug"], fields["credit"]) == ("word", "Translated from Ukrainian.")
    assert '<time datetime="2026-11-24T09:30+02:00">24 November 2026</time>' in done["html"]
    assert "<footer>\n<p>Translated from Ukrainian.</p>\n</footer>" in done["html"]
    assert "By our desk · 24 November 2026" in done["text"]
    assert "author: By our desk\n" in done["markdown"]


def test_how_it_was_translated_is_told(localise):
    done = localise(
        "# Слово\n\nАбзац.\n", reviewed=False, untranslated=2, origins={"memory": 1, "deepl": 3}, report={"missing": ["byline"]}
    )
    fields = valid(done["json"])
    assert fields["translation"] == {"reviewed": False, "untranslated": 2, "origins": {"deepl": 3, "memory": 1}}
    assert fields["report"] == {"missing": ["byline"]}


@pytest.mark.parametrize(("locale", "direction"), [("ar", "rtl"), ("he", "rtl"), ("pl", "ltr")])
def test_the_direction_of_the_script(localise, locale, direction):
    done = localise("Абзац.\n", locale=locale)
    assert f'<html lang="{locale}" dir="{direction}">' in done["html"]
    assert valid(done["json"])["dir"] == direction


def test_a_date_that_cannot_be_read_is_no_date(localise):
    done = localise("---\ntitle: Слово\ndate: колись\n---\nАбзац.\n")
    assert (valid(done["json"])["date"], valid(done["json"])["day"]) == ("", "")
    assert "<time" not in done["html"]
    assert "datePublished" not in done["html"]


def test_an_inflected_date_of_the_source_becomes_iso(localise):
    assert valid(localise("---\ntitle: Слово\ndate: 3 листопада 2026 року\n---\nАбзац.\n")["json"])["date"] == "2026-11-03"


def test_plain_text_keeps_its_lines_and_paragraphs(localise):
    source = "Перший <абзац>\nу два рядки.\r\n\r\n38 & 40\n \nТретій."
    done = localise(source, "a.txt", {"Перший <абзац>\nу два рядки.": "First <p>\nof two lines."})
    fields = valid(done["json"])
    assert fields["body_html"] == "<p>First &lt;p&gt;<br>of two lines.</p>\n<p>38 &amp; 40</p>\n<p>Третій.</p>"
    assert fields["body_text"] == "First <p>\nof two lines.\n\n38 & 40\n\nТретій."
    assert fields["blocks"][0]["html"] == "First &lt;p&gt;<br>of two lines."


def test_a_text_has_a_headline_a_byline_and_a_date(localise):
    source = "Пором повернеться\n\nАвтор: Соломія Гнатюк\n\n26 листопада 2026 року\n\nПором ходитиме.\nТричі на день.\n"
    english = {
        "Пором повернеться": "The ferry returns.",
        "Автор: Соломія Гнатюк": "By: Solomiia Hnatiuk",
        "26 листопада 2026 року": "26 November 2026",
    }
    done = localise(source, "ferry.txt", english, slug="parom")
    fields = valid(done["json"])
    assert (fields["title"], fields["byline"]) == ("The ferry returns.", "Solomiia Hnatiuk")
    assert (fields["date"], fields["day"]) == ("2026-11-26", "26 November 2026")
    assert fields["source"]["title"] == "Пором повернеться"
    assert fields["body_text"] == "Пором ходитиме.\nТричі на день."
    assert "<title>The ferry returns.</title>" in done["html"]
    assert "<h1>The ferry returns.</h1>" in done["html"]
    assert "parom" not in done["html"]


def test_a_text_without_a_headline_is_called_by_its_first_words_and_never_by_its_slug(localise):
    done = localise("Перший <абзац>.\n\nДругий.\n", "a.txt", {"Перший <абзац>.": "The first <p> of a text " + "that goes on " * 9})
    assert "<title>The first &lt;p&gt; of a text that goes on that goes on that goes on that…</title>" in done["html"]
    assert "<h1>" not in done["html"]
    assert "headline" not in done["html"]
    assert "bridge" not in done["html"]
    assert valid(done["json"])["title"] == ""


def test_a_first_line_that_only_the_translation_ends_like_a_headline_is_none(localise):
    done = localise("Перший абзац.\n\nДругий.\n", "a.txt", {"Перший абзац.": "The first one"})
    assert valid(done["json"])["title"] == ""
    assert valid(done["json"])["body_text"] == "The first one\n\nДругий."


def test_texts_for_shared_links_are_told_where_they_differ(localise):
    head = "---\ntitle: Слово\nog_title: Слово\nog_description: Інше\n---\nАбзац.\n"
    assert valid(localise(head, targets={"Інше": "Other"})["json"])["social"] == [{"field": "og_description", "text": "Other"}]


def test_an_empty_article_is_an_empty_article(localise):
    done = localise("")
    assert valid(done["json"])["blocks"] == []
    assert done["markdown"] == "---\nlang: en-GB\n---\n\n"


def test_files_are_utf_8_with_line_feeds_whatever_the_source_was(localise):
    done = localise("\ufeff# Слово\r\n\r\nАбзац.\r\nДалі.\r\n")
    for data in done.files.values():
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        data.decode("utf-8")


def test_a_format_without_a_way_out_is_refused():
    document = Document(format="rtf", data=b"", encoding="utf-8", units=())
    with pytest.raises(InputError, match="rtf"):
        convert.convert(Localised(slug="a", source_locale="uk", locale="en", document=document, data=b""), ["html"])


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        ("html", "articles/talks.md", "talks.html"),
        ("html", "articles/talks.HTML", "talks.article.html"),
        ("markdown", "articles/talks.docx", "talks.md"),
        ("text", "articles/talks.md", "talks.txt"),
        ("json", "articles/talks.html", "talks.json"),
    ],
)
def test_names_of_files(kind, path, name):
    assert convert.file_name(kind, "talks", path) == name


def test_what_an_article_is_already():
    assert [kind for kind in ("own", *convert.KINDS) if convert.is_own(kind, "markdown")] == ["own", "markdown"]
    assert [kind for kind in ("own", *convert.KINDS) if convert.is_own(kind, "html")] == ["own"]


PAGE = """\
<!doctype html><html lang="uk"><head><title>Міст</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Міст відкрили"}</script></head><body>
<article itemscope itemtype="https://schema.org/NewsArticle"><data itemprop="articleSection" value="Культура"></data>
<h1>Міст відкрили</h1><p class="byline">Ірина Дорошенко</p><p>Рух відновлено в обидва боки, кажуть у місті.</p>
<p class="tags">Теги: <a href="/tag/1">мости</a> <a href="/tag/2">ремонт</a></p></article></body></html>
"""

PAGE_IN_ENGLISH = {
    "Міст": "Bridge",
    "Міст відкрили": "The bridge reopens",
    "Ірина Дорошенко": "Iryna Doroshenko",
    "Рух відновлено в обидва боки, кажуть у місті.": "Traffic is moving both ways again, the city says.",
    "Теги: <1>мости</1> <2>ремонт</2>": "Tags: <1>bridges</1> <2>repairs</2>",
}


def test_nothing_that_nobody_translated_gets_into_a_field(localise):
    done = localise(PAGE, "bridge.html", PAGE_IN_ENGLISH)
    fields = json.loads(done["json"])
    assert fields["category"] == ""
    assert "Культура" not in done["html"] + done["markdown"]
    assert fields["tags"] == ["bridges", "repairs"]
    assert convert.convert(done.localised, ["json"]).unsaid == ("category",)


def test_the_headline_of_the_source_in_linked_data_is_no_text_for_shared_links(localise):
    done = localise(PAGE, "bridge.html", PAGE_IN_ENGLISH).localised
    work = ', "translationOfWork": {"@type": "NewsArticle", "headline": "Міст у місті"}}</script>'.encode()
    told = replace(done, data=done.data.replace(b"}</script>", work))
    assert told.data != done.data
    assert "Міст у місті" not in convert.convert(told, ["json"]).files["json"].decode()


def test_the_credit_line_is_said_once_in_each_form(localise):
    credit = "Translated by City News"
    done = localise("# Міст\n\nРемонт.\n", targets={"Міст": "Bridge", "Ремонт.": "Repairs."}, added={"Ремонт.": [credit]}, credit=credit)
    assert [done[kind].count(credit) for kind in ("html", "markdown", "text")] == [1, 1, 1]
    fields = json.loads(done["json"])
    assert fields["credit"] == credit
    assert credit not in fields["body_html"] + fields["body_text"] + str(fields["blocks"])


def test_the_author_of_linked_data_is_a_person_without_a_town(localise):
    assert '"name": "Iryna Doroshenko"}' in localise("# Міст\n", byline="Iryna Doroshenko, Lviv")["html"]


DATED = """\
# Міст відкрили

Опубліковано: 24 листопада 2026, 10:15

{more}

Текст про міст.
"""


@pytest.mark.parametrize("more", ["Оновлено: 25 листопада 2026, 12:00", "Оновлено: 24 листопада 2026", "25 листопада 2026"])
def test_when_an_article_was_updated_is_said_in_each_form(localise, more):
    done = localise(DATED.format(more=more), targets={})
    assert f"<p>{more}</p>" in done["html"]
    assert more in done["markdown"]
    assert more in done["text"]
    fields = json.loads(done["json"])
    assert [block["text"] for block in fields["blocks"]] == [more, "Текст про міст."]
    assert fields["day"] == "Опубліковано: 24 листопада 2026, 10:15"


@pytest.mark.parametrize("more", ["24 листопада 2026 року", "Опубліковано: 24 листопада 2026, 10:15"])
def test_the_same_date_again_is_said_once(localise, more):
    done = localise(DATED.format(more=more), targets={})
    assert json.loads(done["json"])["body_text"] == "Текст про міст."


SIGNED = {
    "Пором повернеться": "The ferry returns",
    "Соломія Гнатюк, 26 листопада 2026 року": "Solomiia Hnatiuk, 26 November 2026",
    "Пором ходитиме.": "The ferry will run.",
}
TEMPLATE = "<dc:creator>python-docx</dc:creator><dcterms:created>2013-12-23T23:15:00Z</dcterms:created>"


@pytest.mark.parametrize("core", [TEMPLATE, "<dc:creator>Оператор Два</dc:creator>"])
def test_a_line_of_a_name_and_a_date_says_both_of_a_word_document(localise, core):
    body = "".join(word.p(word.r(words, "<w:b/>" if at == 0 else "")) for at, words in enumerate(SIGNED))
    document = formats.named("docx").parse(word.docx(body, core=core), "ferry.docx")
    done = localise("", "ferry.docx", SIGNED, document=document)
    fields = valid(done["json"])
    assert (fields["title"], fields["byline"]) == ("The ferry returns", "Solomiia Hnatiuk")
    assert (fields["date"], fields["day"]) == ("2026-11-26", "26 November 2026")
    assert [block["text"] for block in fields["blocks"]] == [fields["body_text"]] == ["The ferry will run."]


@pytest.mark.parametrize("line", ["Автор: Соломія Гнатюк, 26 листопада 2026", "Соломія Гнатюк\n26 листопада 2026"])
def test_a_label_or_a_line_break_in_it_change_nothing(localise, line):
    target = "By: Solomiia Hnatiuk, 26 November 2026" if ":" in line else "Solomiia Hnatiuk\n26 November 2026"
    fields = valid(localise(f"Пором повернеться\n\n{line}\n\nТекст.\n", "ferry.txt", {line: target})["json"])
    assert (fields["byline"], fields["date"], fields["day"]) == ("Solomiia Hnatiuk", "2026-11-26", "26 November 2026")
    assert fields["body_text"] == "Текст."


@pytest.mark.parametrize("head", ["author: Ірина Дорошенко\n", "date: 2026-11-20\n"])
def test_a_line_of_a_name_and_a_date_stays_where_the_article_states_something_else(localise, head):
    signed = "Соломія Гнатюк, 26 листопада 2026 року"
    fields = valid(localise(f"---\n{head}---\n\n# Пором\n\n{signed}\n\nТекст.\n", targets={})["json"])
    assert fields["body_text"] == f"{signed}\n\nТекст."
    assert (fields["byline"], fields["date"]) == (
        ("Ірина Дорошенко", "2026-11-26") if "author" in head else ("Соломія Гнатюк", "2026-11-20")
    )


LISTED = """\
---
title: Пором
author: Соломія Гнатюк
date: 2026-11-20
---

Пором ходитиме тричі.

- 3 грудня 2026;
- 15 грудня 2026;
- з 20 по 22 грудня.
"""
LISTED_IN_ENGLISH = {
    "Пором": "Ferry",
    "Соломія Гнатюк": "Solomiia Hnatiuk",
    "Пором ходитиме тричі.": "The ferry will run three times.",
    "3 грудня 2026;": "3 December 2026;",
    "15 грудня 2026;": "15 December 2026;",
    "з 20 по 22 грудня.": "20 to 22 December.",
}


def test_a_list_of_dates_keeps_its_items_and_the_stated_date_is_the_article_s(localise):
    done = localise(LISTED, targets=LISTED_IN_ENGLISH)
    fields = json.loads(done["json"])
    assert (fields["date"], fields["day"]) == ("2026-11-20", "20 November 2026")
    assert fields["body_text"] == "The ferry will run three times.\n\n- 3 December 2026;\n- 15 December 2026;\n- 20 to 22 December."
    assert [block["kind"] for block in fields["blocks"]] == ["paragraph", "item", "item", "item"]
    assert '<time datetime="2026-11-20">20 November 2026</time>' in done["html"]
    assert "Solomiia Hnatiuk · 20 November 2026\n" in done["text"]


@pytest.mark.parametrize("line", ["3 December 2026", "20 November 2026"])
def test_a_date_within_the_body_is_text(localise, line):
    done = localise(f"---\ntitle: Пором\ndate: 2026-11-20\n---\n\nПерший рейс:\n\n{line}\n\nДалі буде.\n", targets={})
    fields = json.loads(done["json"])
    assert fields["day"] == "20 November 2026"
    assert fields["body_text"] == f"Перший рейс:\n\n{line}\n\nДалі буде."


def test_a_date_within_the_body_is_no_date_of_an_article_that_states_none(localise):
    fields = json.loads(localise("Перший рейс:\n\n3 грудня 2026\n\nДалі буде.\n", targets={})["json"])
    assert (fields["date"], fields["day"]) == ("", "")
    assert "3 грудня 2026" in fields["body_text"]


@pytest.mark.parametrize(
    ("stated", "day", "body"),
    [
        ("2026-11-24", "24 листопада 2026, 10:15", "Текст."),
        ("2026-11-23T22:15:00Z", "24 листопада 2026, 10:15", "Текст."),
        ("2026-11-20", "20 November 2026", "24 листопада 2026, 10:15\n\nТекст."),
    ],
)
def test_a_line_that_says_another_day_than_is_stated_stays_in_the_body(localise, stated, day, body):
    fields = json.loads(localise(f"---\ndate: {stated}\n---\n\n# Пором\n\n24 листопада 2026, 10:15\n\nТекст.\n", targets={})["json"])
    assert (fields["day"], fields["body_text"]) == (day, body)


def test_a_line_states_the_date_where_nothing_else_does(localise):
    done = localise("# Пором\n\nТекст.\n\n24 листопада 2026\n", targets={"24 листопада 2026": "24 November 2026"})
    assert '<time datetime="2026-11-24">24 November 2026</time>' in done["html"]
    assert json.loads(done["json"])["body_text"] == "Текст."


def test_several_dates_at_the_end_are_a_list(localise):
    fields = json.loads(localise("# Пором\n\nРейси:\n\n3 грудня 2026\n\n15 грудня 2026\n", targets={})["json"])
    assert (fields["day"], fields["body_text"]) == ("", "Рейси:\n\n3 грудня 2026\n\n15 грудня 2026")


def test_a_date_in_a_list_of_a_page_stays_there(localise):
    text = "Пором ходитиме тричі на тиждень, кажуть у місті. " * 4
    page = (
        '<!doctype html><html lang="uk"><head><title>Пором</title><meta property="og:title" content="Пором поїде"></head><body><article>'
        f"<h1>Пором поїде</h1><p>{text}</p><ol><li>3 грудня 2026;</li><li>15 грудня 2026.</li></ol><p>{text}</p></article></body></html>"
    )
    fields = json.loads(localise(page, "ferry.html", {})["json"])
    assert (fields["lede"], fields["date"], fields["day"]) == ("", "", "")
    assert "1. 3 грудня 2026;\n2. 15 грудня 2026." in fields["body_text"]


@pytest.mark.parametrize(
    ("target", "name"),
    [
        ("By: Solomiia Hnatiuk", "Solomiia Hnatiuk"),
        ("By Solomiia Hnatiuk", "Solomiia Hnatiuk"),
        ("Author: Solomiia Hnatiuk, Kalush", "Solomiia Hnatiuk, Kalush"),
        ("Byron Hnatiuk", "Byron Hnatiuk"),
    ],
)
def test_a_byline_is_said_without_its_label(localise, target, name):
    line = "Автор: Соломія Гнатюк"
    done = localise(f"# Пором\n\n{line}\n\nТекст.\n", targets={line: target})
    assert json.loads(done["json"])["byline"] == name
    assert f'"author": {{"@type": "Person", "name": "{name.partition(",")[0]}"}}' in done["html"]
    assert f"author: {name}\n" in done["markdown"]
    assert target in done.localised.data.decode()


def test_readings_of_words_stand_in_brackets_where_nothing_stands_above_a_line(localise):
    ruby = "<ruby>漢字<rp>(</rp><rt>кандзі</rt><rp>)</rp></ruby>"
    done = localise(f"Слово {ruby} і <ruby>**東**<rt>то</rt>京<rt>кьо</rt></ruby>.\n", targets={})
    assert f"<p>Слово {ruby} і <ruby><strong>東</strong><rt>то</rt>京<rt>кьо</rt></ruby>.</p>" in done["html"]
    assert "Слово 漢字(кандзі) і **東**(то)京(кьо).\n" in done["markdown"]
    assert "Слово 漢字(кандзі) і 東(то)京(кьо).\n" in done["text"]
    assert json.loads(done["json"])["blocks"][0]["text"] == "Слово 漢字(кандзі) і 東(то)京(кьо)."


def test_a_picture_of_a_word_document_is_told_by_its_own_name(localise):
    grid = (Path(__file__).parents[3] / "articles/winter-grid.docx").read_bytes()
    article = localise("", "winter-grid.docx", {}, document=formats.for_name("winter-grid.docx").parse(grid, "winter-grid.docx"))
    assert [left.address for left in article.left_out] == ["word/media/grid.png"]
