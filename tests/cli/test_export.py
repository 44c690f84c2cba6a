import json

import pytest

from fakes.desk import ENGLISH, TRAM
from transloc.states import Action

LOCALISED = """\
---
title: Lviv buys 12 trams
description: The new cars will be in service by 1 September.
author: Iryna Doroshenko
---

Lviv’s city council has agreed to buy 12 trams. They cost 480 million hryvnias.

“We have waited five years for this,” said **Olena Haiduk**.

- The first cars will arrive in May.
- The rest will come by the end of the year.
"""

NOTICE = "Machine translation, not yet reviewed by an editor."


def exported(desk, slug="tram"):
    return desk.read(f"exports/en/{slug}.md")


def test_a_reviewed_article_goes_out_whole(desk):
    desk.reviewed()
    done = desk.run("export", "tram", "--to", "en")
    assert done.stdout == "exports/en/tram.md\n"
    assert exported(desk) == LOCALISED


def test_what_nobody_reviewed_is_refused_and_nothing_is_written(desk):
    desk.translated()
    done = desk.run("export", "tram", "--to", "en", exits=1)
    assert "tram (en) is not ready, 8 segments block it" in done.stderr
    assert f"{desk.catalog().segments[0].id} waits for review" in done.stderr
    assert "and 3 more" in done.stderr
    assert "--draft" in done.stderr
    assert done.stdout == ""
    assert not (desk.root / "exports").exists()


def test_an_earlier_export_stays_when_a_later_one_is_refused(desk):
    desk.reviewed()
    desk.run("export", "tram", "--to", "en")
    desk.write("articles/tram.md", TRAM.replace("480", "490"))
    desk.run("add", "articles/tram.md")
    assert "its source has changed" in desk.run("export", "tram", "--to", "en", exits=1).stderr
    assert exported(desk) == LOCALISED


def test_of_several_articles_those_that_are_ready_go_out(desk):
    desk.reviewed()
    done = desk.run("export", "library", "tram", "--to", "en", exits=1)
    assert "library (en) is not ready" in done.stderr
    assert done.stdout == "exports/en/tram.md\n"


def test_a_draft_says_in_its_own_words_that_nobody_has_reviewed_it(desk):
    desk.translated()
    assert desk.run("export", "tram", "--to", "en", "--draft").stdout == "exports/en/tram.md (unreviewed draft)\n"
    assert exported(desk) == LOCALISED.replace("---\n\nLviv", f"---\n\n{NOTICE}\n\nLviv")


def test_a_draft_with_open_segments_keeps_their_source_and_counts_them(desk):
    desk.translated({"Решта — до кінця року.": ""})
    done = desk.run("export", "tram", "--to", "en", "--draft")
    assert "1 segment still in the source language" in done.stdout
    assert "- Решта — до кінця року." in exported(desk)
    assert NOTICE in exported(desk)


def test_a_reviewed_article_is_no_draft_even_when_it_is_asked_for(desk):
    desk.reviewed()
    assert desk.run("export", "tram", "--to", "en", "--draft").stdout == "exports/en/tram.md\n"
    assert exported(desk) == LOCALISED


@pytest.mark.parametrize("text", [TRAM, TRAM.replace("\n", "\r\n"), "\ufeff" + TRAM])
def test_targets_that_equal_their_sources_give_the_article_byte_for_byte(empty, text):
    empty.write("transloc.toml", '[project]\ntargets = ["en"]\n[checks]\nuntranslated = "off"\nterm-missing = "off"\n')
    empty.write("articles/tram.md", text)
    empty.run("add", "articles/tram.md")
    empty.edit({segment.source: segment.source for segment in empty.catalog()})
    empty.run("sync")
    empty.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    empty.run("export", "tram", "--to", "en")
    assert (empty.root / "exports/en/tram.md").read_bytes() == text.encode()


def test_an_omitted_segment_leaves_no_trace(desk):
    desk.translated()
    desk.change("Решта — до кінця року.", Action.OMIT, reason="Повтор")
    desk.change("Вони коштують 480 млн гривень.", Action.OMIT, reason="Повтор")
    desk.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    desk.run("export", "tram", "--to", "en")
    assert exported(desk) == LOCALISED.replace("- The rest will come by the end of the year.\n", "").replace(
        " They cost 480 million hryvnias.", ""
    )


def test_a_note_for_foreign_readers_stands_behind_its_paragraph(desk):
    desk.reviewed()
    desk.add_unit("Вони коштують 480 млн гривень.", "A hryvnia is worth about two US cents.")
    desk.run("export", "tram", "--to", "en")
    assert exported(desk) == LOCALISED.replace("hryvnias.\n", "hryvnias.\n\nA hryvnia is worth about two US cents.\n")


def test_into_a_folder_of_ones_own(desk):
    desk.reviewed()
    assert desk.run("export", "tram", "--to", "en-GB", "-o", "site/en").stdout == "site/en/tram.md\n"
    assert desk.read("site/en/tram.md") == LOCALISED


def test_one_article_to_standard_output(desk):
    desk.reviewed()
    done = desk.run("export", "tram", "--to", "en", "-o", "-")
    assert done.stdout == LOCALISED
    assert "tram.md: the article states no date" in done.stderr
    assert not {"-", "exports", "tram.md"} & {path.name for path in desk.root.iterdir()}
    assert desk.run("export", "tram", "--to", "en", "-o", "-", "--as", "text").stdout.startswith("Lviv buys 12 trams\n\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tram", "library"], "standard output takes one file, and several are asked for. Name a folder with -o"),
        (["tram", "--as", "own", "--as", "html"], "standard output takes one file, and several are asked for. Name a folder with -o"),
        (["tram", "--format", "json"], "standard output takes the article or its report. Keep the report with --report FILE"),
    ],
)
def test_standard_output_takes_one_file(desk, arguments, words):
    desk.reviewed()
    assert desk.refused("export", *arguments, "--to", "en", "-o", "-") == words


def test_what_is_not_ready_is_not_on_standard_output_either(desk):
    assert desk.run("export", "tram", "--to", "en", "-o", "-", exits=1).stdout == ""


@pytest.mark.parametrize("into", ["articles", "articles/.", "articles/en"])
def test_no_source_article_is_overwritten(desk, into):
    desk.reviewed()
    assert "the source articles lie in this folder" in desk.refused("export", "tram", "--to", "en", "-o", into)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bus", "--to", "en"], "there is no article “bus”. Articles: library, tram"),
        (["tram", "--to", "de"], "“de” is not a target of this project"),
        (["tram", "--to", "xx"], "“xx” is not a language tag"),
    ],
)
def test_what_cannot_be_meant(desk, arguments, words):
    assert words in desk.refused("export", *arguments)


def test_a_locale_that_the_article_has_not(desk):
    desk.settings(targets='["en", "pl"]')
    assert "tram has no catalog for pl" in desk.refused("export", "tram", "--to", "pl")


def test_with_four_eyes_a_second_person_must_have_signed(desk):
    desk.settings(four_eyes="true")
    desk.reviewed("library")
    done = desk.run("export", "library", "--to", "en", exits=1)
    assert "waits for a second person to sign it off" in done.stderr
    for segment in desk.catalog("library"):
        desk.change(segment.source, Action.SIGN_OFF, by=None, slug="library")
    desk.run("export", "library", "--to", "en")
    assert ENGLISH["Читачі принесли 300 книжок."] in exported(desk, "library")


def test_an_article_whose_file_has_changed_since_is_not_exported(desk):
    desk.reviewed()
    desk.write("articles/tram.md", TRAM.replace("480", "490"))
    done = desk.run("export", "tram", "--to", "en", exits=1)
    assert "articles/tram.md has changed since it was added" in done.stderr
    assert not (desk.root / "exports").exists()
    assert "articles/tram.md has changed since it was added" in desk.run("status").stdout


def test_an_article_whose_file_is_gone_is_not_exported(desk):
    desk.reviewed()
    (desk.root / "articles/tram.md").unlink()
    assert "is gone" in desk.run("export", "tram", "--to", "en", exits=1).stderr


def test_letters_of_the_source_outside_of_all_segments_are_told_with_their_lines(desk):
    desk.write("articles/tram.md", TRAM + "\n```\nкод\n```\n")
    desk.run("add", "articles/tram.md")
    desk.reviewed()
    lines = (desk.root / "articles/tram.md").read_text(encoding="utf-8").splitlines()
    done = desk.run("export", "tram", "--to", "en")
    assert f"letters of the source's script are left outside of all segments, in line {lines.index('код') + 1}, “код”." in done.stderr


def test_a_link_in_somebodys_project_does_not_lead_out_of_it(desk, tmp_path_factory):
    desk.reviewed()
    outside = tmp_path_factory.mktemp("outside") / "profile"
    (desk.root / "exports/en").mkdir(parents=True)
    (desk.root / "exports/en/tram.md").symlink_to(outside)
    assert "leads out of" in desk.run("export", "tram", "--to", "en", exits=2).stderr
    assert not outside.exists()


# -- localised

STORY = """\
---
title: Міст
lang: uk
slug: mist
---

Читайте [про трамвай](tram.md) і [про бібліотеку](library.md).

Текст про міст.
"""
STORY_ENGLISH = {
    "Міст": "A Łódź bridge",
    "Читайте <1>про трамвай</1> і <2>про бібліотеку</2>.": "Read <1>about the tram</1> and <2>about the library</2>.",
    "Текст про міст.": "A text about the bridge.",
}


def story(desk, settings="", text=STORY):
    if settings:
        desk.write("transloc.toml", desk.read("transloc.toml") + f"\n[export]\n{settings}\n")
    desk.write("articles/story.md", text)
    desk.run("add", "articles/story.md")
    desk.edit(STORY_ENGLISH, slug="story")
    desk.run("sync")
    desk.run("confirm", "story", "--to", "en", "--all", "--by", "Олена")


def test_an_article_states_its_language_and_leads_to_what_is_translated(desk):
    desk.reviewed()
    story(desk)
    done = desk.run("export", "story", "--to", "en")
    assert exported(desk, "story") == (
        "---\ntitle: A Łódź bridge\nlang: en\nslug: mist\n---\n\n"
        "Read [about the tram](tram.md) and [about the library (in Ukrainian)](library.md).\n\nA text about the bridge.\n"
    )
    assert "a link leads to “library”, which is not ready in en" in done.stderr
    assert "“tram”" not in done.stderr


def test_each_of_it_can_be_switched_off(desk):
    story(desk, "lang = false\nlinks = false\nuntranslated_mark = false")
    desk.run("export", "story", "--to", "en")
    assert "lang: uk\nslug: mist\n" in exported(desk, "story")
    assert "[about the library](library.md)" in exported(desk, "story")


def test_headlines_name_files_links_and_slugs(desk):
    desk.reviewed()
    story(desk, 'slug = "title"')
    assert desk.run("export", "story", "tram", "--to", "en").stdout == "exports/en/a-lodz-bridge.md\nexports/en/lviv-buys-12-trams.md\n"
    assert "slug: a-lodz-bridge\n" in exported(desk, "a-lodz-bridge")
    assert "[about the tram](lviv-buys-12-trams.md)" in exported(desk, "a-lodz-bridge")


def test_the_variant_is_the_language_that_is_stated(desk):
    desk.write("transloc.toml", desk.read("transloc.toml") + '\n[style.en]\nvariant = "en-GB"\n')
    story(desk)
    desk.run("export", "story", "--to", "en")
    assert "lang: en-GB\n" in exported(desk, "story")


CREDIT = 'site = "https://www.example.org"\ncredit = "Translated from {language} by {site}"'


def test_a_credit_line_ends_the_article(desk):
    story(desk, CREDIT)
    desk.run("export", "story", "--to", "en")
    assert exported(desk, "story").endswith("\n\nA text about the bridge.\n\nTranslated from Ukrainian by example.org\n")


def test_people_are_named_only_where_the_settings_say_so(desk):
    story(desk, 'credit = "Translated by {people}"\ncredit_people = true')
    desk.run("export", "story", "--to", "en")
    assert "Translated by Олена\n" in exported(desk, "story")


def test_a_byline_and_a_date_that_are_missing_are_asked_for_and_taken(desk):
    story(desk)
    told = desk.run("export", "story", "--to", "en").stderr
    assert "the article states no date. Give one with --date" in told
    done = desk.run("export", "story", "--to", "en", "--byline", "Olena  Kovalenko", "--date", "24 November 2026")
    assert "states no" not in done.stderr
    assert "slug: mist\ndate: 2026-11-24\nauthor: Olena Kovalenko\n---\n" in exported(desk, "story")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tram", "--byline", "O. K."], "tram states its byline: Ірина Дорошенко. Leave --byline out"),
        (["tram", "--date", "24 November"], "“24 November” is not a date with its year"),
        (["tram", "library", "--date", "2026-11-24"], "those of one article, and several are named"),
    ],
)
def test_what_cannot_be_given(desk, arguments, words):
    assert words in desk.refused("export", *arguments, "--to", "en")


def test_the_report_is_told_and_kept_as_json(desk):
    story(desk)
    done = desk.run("export", "story", "library", "--to", "en", "--format", "json", "--report", "told.json", exits=1)
    (told,) = json.loads(done.stdout)
    assert json.loads(desk.read("told.json")) == [told]
    assert (told["paths"], told["article"], told["locale"], told["draft"]) == (["exports/en/story.md"], "story", "en", False)
    assert {one["what"] for one in told["missing"]} == {"byline", "date", "link"}
    assert (told["untranslated"], told["kept"], told["aside"], told["leftover"], told["embeds"]) == (0, [], 0, [], [])
    assert "library (en) is not ready" in done.stderr
    assert [path.name for path in (desk.root / "exports/en").iterdir()] == ["story.md"]


def test_many_lines_are_counted_in_words_and_listed_in_the_report(desk):
    story(desk, text=STORY + "\n```\n" + "код\n" * 30 + "```\n")
    assert "; line 21, “код” and 20 more. Look at them" in desk.run("export", "story", "--to", "en").stderr
    assert len(json.loads(desk.run("export", "story", "--to", "en", "--format", "json").stdout)[0]["leftover"]) == 30


REPEATED = """\
<!doctype html><html lang="uk"><head><title>Міст у Львові відкрили після ремонту</title>
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Міст у Львові відкрили після ремонту",
"articleBody": "Рух відновили у вівторок. Роботи тривали рік."}</script></head><body><article>
<h1>Міст у Львові відкрили після ремонту</h1>
<p>Рух відновили у вівторок.</p>
<p>Роботи тривали <b>рік</b>.</p>
</article></body></html>
"""


def test_a_page_that_tells_machines_its_text_tells_them_the_translated_one(empty):
    empty.write("articles/bridge.html", REPEATED)
    empty.run("add", "articles/bridge.html")
    targets = {
        "Міст у Львові відкрили після ремонту": "A Lviv bridge reopens",
        "Рух відновили у вівторок.": "Traffic resumed on Tuesday.",
        "Роботи тривали <1>рік</1>.": "The works took <1>a year</1>.",
    }
    empty.edit(targets, slug="bridge")
    empty.run("sync")
    empty.run("confirm", "bridge", "--to", "en", "--all", "--by", "Олена")
    done = empty.run("export", "bridge", "--to", "en")
    page = (empty.root / "exports/en/bridge.html").read_text(encoding="utf-8")
    told = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
    assert told["articleBody"] == "Traffic resumed on Tuesday.\n\nThe works took a year."
    assert "letters of the source's script" not in done.stderr


LABELS = "id,kind,uk,en\nshare,label,Поділитися,Share\nviews,label,Переглядів,Views\n"
PARAGRAPHS = {
    "Уряд у вівторок схвалив новий бюджет на наступний рік, у якому видатки на оборону зростуть, повідомила пресслужба.": (
        "On Tuesday the government approved a new budget for next year in which spending on defence grows, its press service said."
    ),
    "Видатки на освіту не зміняться, а на медицину зростуть на десять відсотків, сказав міністр журналістам.": (
        "Spending on education does not change, and on medicine it grows by ten per cent, the minister told journalists."
    ),
}
BUDGET = """\
<!doctype html><html lang="uk"><head><title>Уряд схвалив новий бюджет</title></head><body>
<nav><a href="/">Головна</a></nav>
<article>
<h1>Уряд схвалив новий бюджет</h1>
<div class="views">Переглядів: 3 417</div>
<div class="share">Поділитися:
  <a href="https://f.example">Facebook</a>
  <a href="https://t.example">Telegram</a></div>
<div class="share"><span>Поділитися:</span> <a href="https://t.example">Telegram</a></div>
<div class="share">Надрукувати: <a href="#">PDF</a></div>
<p>{}</p>
<p>{}</p>
</article></body></html>
"""


def budget(desk, labels=LABELS):
    desk.write("glossary.csv", labels)
    desk.write("articles/budget.html", BUDGET.format(*PARAGRAPHS))
    desk.run("add", "articles/budget.html")
    desk.edit(PARAGRAPHS | {"Уряд схвалив новий бюджет": "The government approves a new budget"}, slug="budget")
    desk.run("sync")
    desk.run("confirm", "budget", "--to", "en", "--all", "--by", "Олена")
    told = desk.run("export", "budget", "--to", "en").stderr
    return desk.read("exports/en/budget.html"), told


def test_the_article_that_it_began_with_goes_out_with_its_counter_and_its_share_bar_in_english(empty):
    page, _ = budget(empty)
    assert page[page.index('<div class="views">') : page.index('<div class="share">Над')] == (
        '<div class="views">Views: 3 417</div>\n<div class="share">Share:\n  <a href="https://f.example">Facebook</a>\n'
        '  <a href="https://t.example">Telegram</a></div>\n'
        '<div class="share"><span>Share:</span> <a href="https://t.example">Telegram</a></div>\n'
    )


def test_what_stays_in_ukrainian_around_an_article_is_told_with_its_words(empty):
    _, told = budget(empty)
    name = "exports/en/budget.html"
    assert f"{name}: letters of the source's script are left outside of all segments, in line 2, “Головна”; line 10, “Надрукувати”." in told
    left = "line 10, “Надрукувати: PDF”; line 2, “Головна”"
    assert f"{name}: still in the source's language around the article, by the lines of the source: {left}. Look at them" in told
    label = "no row of the glossary translates a label of the page: line 10, “Надрукувати”. Add a row of kind label for it"
    assert [line for line in told.splitlines() if "no row" in line] == [f"{name}: {label}"]


def test_a_label_without_a_row_is_asked_for(empty):
    page, told = budget(empty, "id,kind,uk,en\n")
    assert "Переглядів: 3 417" in page
    assert [line.partition("page: ")[2].partition(".")[0] for line in told.splitlines() if "no row" in line] == [
        "line 5, “Переглядів”",
        "line 6, “Поділитися”",
        "line 10, “Надрукувати”",
    ]


def test_a_line_of_labels_in_markdown_is_drafted_and_goes_out(empty):
    empty.write("glossary.csv", LABELS)
    links = "[Facebook](https://f.example) [Telegram](https://t.example)"
    text = f"# Бюджет\n\nПоділитися: {links}\n\n**Поділитися:** {links}\n\nПереглядів: 3417\n"
    empty.write("articles/budget.md", text)
    empty.run("add", "articles/budget.md")
    empty.edit({"Бюджет": "Budget"}, slug="budget")
    empty.run("sync")
    assert "3 from glossary, 0 left to people" in empty.run("translate", "--offline").stdout
    empty.run("confirm", "budget", "--to", "en", "--all", "--by", "Олена")
    empty.run("export", "budget", "--to", "en")
    assert empty.read("exports/en/budget.md") == text.replace("Бюджет", "Budget").replace("Поділитися", "Share").replace(
        "Переглядів", "Views"
    )


def test_one_is_counted_as_one(empty):
    empty.write("articles/word.md", "Слово.\n")
    assert empty.run("add", "articles/word.md").stdout == "word: added with 1 unit for en\n"
    assert empty.run("add", "articles/word.md").stdout == "word (en): 1 segment kept, 0 changed, 0 new, 0 gone\n"
    assert "1 segment blocks it: " in empty.run("export", "word", "--to", "en", exits=1).stderr
    told = empty.run("export", "word", "--to", "en", "--draft").stdout
    assert told == "exports/en/word.md (unreviewed draft), 1 segment still in the source language\n"
