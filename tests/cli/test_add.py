from datetime import UTC, datetime

import polib
import pytest

from fakes.desk import LIBRARY, TRAM
from transloc.model import State
from transloc.states import Action
from transloc.store import Store


def test_a_new_article_is_cut_into_segments_and_mirrored(empty):
    empty.write("articles/tram.md", TRAM)
    done = empty.run("add", "articles/tram.md")
    assert done.stdout == "tram: added with 7 units for en\n"
    file = polib.pofile(str(empty.po()))
    assert [entry.msgid for entry in file if entry.msgid.startswith(("Міська", "Вони"))] == [
        "Міська рада Львова схвалила купівлю 12 трамваїв.",
        "Вони коштують 480 млн гривень.",
    ]
    assert file.untranslated_entries() == list(file)


def test_added_again_unchanged_it_keeps_everything(desk):
    desk.reviewed()
    before = desk.catalog()
    assert desk.run("add", "articles/tram.md").stdout == "tram (en): 8 segments kept, 0 changed, 0 new, 0 gone\n"
    assert desk.catalog() == before


def test_a_changed_file_keeps_every_unchanged_segment(desk):
    desk.reviewed()
    before = {segment.source: segment for segment in desk.catalog()}
    desk.write(
        "articles/tram.md", TRAM.replace("480 млн", "490 млн").replace("- Решта — до кінця року.\n", "") + "- Їх зроблять у Дніпрі.\n"
    )
    done = desk.run("add", "articles/tram.md")
    assert done.stdout == "tram (en): 6 segments kept, 1 changed, 1 new, 1 gone\n"
    after = {segment.source: segment for segment in desk.catalog()}
    kept = before.keys() & after.keys()
    assert len(kept) == 6
    assert {source: after[source] for source in kept} == {source: before[source] for source in kept}
    changed = after["Вони коштують 490 млн гривень."]
    assert (changed.state, changed.target, changed.suggestion) == (State.INITIAL, "", "They cost 480 million hryvnias.")
    assert changed.previous_source == "Вони коштують 480 млн гривень."
    assert polib.pofile(str(desk.po())).find("Вони коштують 490 млн гривень.").fuzzy


def test_a_file_from_elsewhere_is_copied_into_the_project(empty, tmp_path):
    (tmp_path / "Новий міст.md").write_text(TRAM, encoding="utf-8")
    done = empty.run("add", tmp_path / "Новий міст.md")
    assert done.stdout == "новий-міст: added with 7 units for en, copied to articles/новий-міст.md\n"
    assert empty.read("articles/новий-міст.md") == TRAM


def test_a_new_version_from_elsewhere_replaces_the_article(desk, tmp_path):
    desk.reviewed()
    (tmp_path / "tram.md").write_text(TRAM.replace("480", "490"), encoding="utf-8")
    assert desk.run("add", tmp_path / "tram.md").stdout == "tram (en): 7 segments kept, 1 changed, 0 new, 0 gone\n"
    assert "490" in desk.read("articles/tram.md")


def test_another_article_of_the_same_name_replaces_nothing(desk, tmp_path):
    (tmp_path / "tram.md").write_text(LIBRARY, encoding="utf-8")
    assert "“tram” is already the name of articles/tram.md, another article. Give this one another name with --slug" in desk.refused(
        "add", tmp_path / "tram.md"
    )


def test_a_second_file_in_the_project_does_not_take_over_the_first(desk):
    desk.write("articles/2026/tram.md", TRAM.replace("480", "999"))
    assert "is already the name of articles/tram.md" in desk.refused("add", "articles/2026/tram.md")
    desk.run("add", "articles/2026/tram.md", "--slug", "tram-2026")
    assert [segment.source for segment in desk.catalog("tram-2026") if "999" in segment.source]


def test_an_article_in_another_format_is_another_article(desk, tmp_path):
    (tmp_path / "tram.txt").write_text("Вони коштують 480 млн гривень.\n", encoding="utf-8")
    assert "is already the name of" in desk.refused("add", tmp_path / "tram.txt")


def test_a_file_that_lies_there_and_was_not_added_is_not_overwritten(empty, tmp_path):
    empty.write("articles/tram.md", TRAM)
    (tmp_path / "tram.md").write_text(LIBRARY, encoding="utf-8")
    assert "is another file of that name" in empty.refused("add", tmp_path / "tram.md")


def test_an_article_that_was_moved_keeps_its_work(desk):
    desk.reviewed()
    (desk.root / "articles" / "2026").mkdir()
    (desk.root / "articles" / "tram.md").rename(desk.root / "articles" / "2026" / "tram.md")
    assert "8 segments kept, 0 changed" in desk.run("add", "articles/2026/tram.md").stdout
    assert all(segment.done for segment in desk.catalog())
    desk.run("export", "articles/2026/tram.md", "--to", "en")
    assert not (desk.root / "articles" / "tram.md").exists()


def test_a_name_of_ones_own(empty):
    empty.write("articles/tram.md", TRAM)
    empty.run("add", "articles/tram.md", "--slug", "lviv-trams")
    assert empty.po("lviv-trams").exists()
    assert '"article": "lviv-trams"' in empty.run("status", "--format", "json").stdout


@pytest.mark.parametrize("slug", ["../tram", "a b", ".hidden", "-x"])
def test_a_slug_that_could_name_no_file(desk, slug):
    assert "cannot name an article" in desk.refused("add", "articles/tram.md", f"--slug={slug}")


def test_one_slug_is_for_one_file(desk):
    assert "Add them one by one" in desk.refused("add", "articles/tram.md", "articles/library.md", "--slug", "x")


def test_a_deadline_is_in_the_projects_time_zone(empty):
    empty.write("articles/tram.md", TRAM)
    empty.run("add", "articles/tram.md", "--deadline", "2026-11-24T18:00")
    with empty.newsroom() as newsroom:
        (counts,) = newsroom.store.progress("tram")
    assert counts.deadline == datetime(2026, 11, 24, 16, tzinfo=UTC)


def test_a_deadline_given_later_counts(desk):
    desk.run("add", "articles/tram.md", "--deadline", "2026-11-24")
    with desk.newsroom() as newsroom:
        due = {counts.article: counts.deadline for counts in newsroom.store.progress()}
    assert due == {"tram": datetime(2026, 11, 23, 22, tzinfo=UTC), "library": None}


def test_a_further_locale_comes_beside_those_that_are_there(desk):
    desk.settings(targets='["en", "pl"]')
    desk.reviewed()
    assert "8 segments kept" in desk.run("add", "articles/tram.md", "--to", "pl").stdout
    assert {segment.state for segment in desk.catalog(locale="pl")} == {State.INITIAL}
    assert all(segment.done for segment in desk.catalog(locale="en"))
    assert desk.po(locale="pl").exists()


def test_only_the_locales_that_are_wanted(empty):
    empty.settings(targets='["en", "pl"]')
    empty.write("articles/tram.md", TRAM)
    assert empty.run("add", "articles/tram.md", "--to", "pl").stdout == "tram: added with 7 units for pl\n"
    assert not empty.po(locale="en").exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("photo.jpg", b"\xff\xd8\xff\xe0", "“.jpg” is no format of documents"),
        ("notes", "Привіт.", "no suffix that tells the format"),
        ("empty.md", "", "no text to translate was found"),
        ("blank.md", " \n\n", "no text to translate was found"),
        ("binary.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "this is not text"),
        ("odd.md", bytes(range(128, 256)) * 3, "articles/odd.md"),
        ("half.md", b"\xff\xfea", "UTF-16"),
    ],
)
def test_what_is_no_article(desk, name, content, words):
    desk.write(f"articles/{name}", content)
    assert words in desk.refused("add", f"articles/{name}")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["articles/absent.md"], "articles/absent.md: there is no such file"),
        (["articles"], "this is a folder"),
        (["articles/tram.md", "--to", "de"], "“de” is not a target of this project (en)"),
        (["articles/tram.md", "--to", "ua"], "Did you mean “uk”?"),
        (["articles/tram.md", "--to", "uk"], "“uk” is not a target of this project (en)"),
    ],
)
def test_what_cannot_be_added(desk, arguments, words):
    assert words in desk.refused("add", *arguments)


def test_a_project_without_targets(empty):
    empty.write("transloc.toml", "")
    empty.write("articles/tram.md", TRAM)
    assert "the project has no target locale" in empty.refused("add", "articles/tram.md")


def test_outside_of_a_project(folder):
    folder.write("tram.md", TRAM)
    assert "Make a project with: transloc init" in folder.refused("add", "tram.md")


def test_from_a_folder_below(desk, monkeypatch):
    monkeypatch.chdir(desk.root / "articles")
    assert desk.run("add", "tram.md").stdout.startswith("tram (en): 8 segments kept")


def test_a_po_file_that_somebody_changed_is_left_alone(desk):
    desk.edit({"Вони коштують 480 млн гривень.": "They cost 480 million hryvnias."})
    before = desk.po().read_bytes()
    desk.write("articles/tram.md", TRAM + "- Їх зроблять у Дніпрі.\n")
    done = desk.run("add", "articles/tram.md")
    assert "locales/en/tram.po: somebody has changed this file since the last sync" in done.stderr
    assert desk.po().read_bytes() == before
    desk.run("sync")
    assert desk.segment("Вони коштують 480 млн гривень.").target == "They cost 480 million hryvnias."


def test_a_file_that_comes_back_to_its_old_text_has_its_old_target_as_suggestion(desk):
    desk.reviewed()
    desk.change("Решта — до кінця року.", Action.REJECT, reason="Замало")
    desk.write("articles/tram.md", TRAM.replace("до кінця року", "до кінця зими"))
    desk.run("add", "articles/tram.md")
    assert desk.segment("Решта — до кінця зими.").suggestion == "The rest will come by the end of the year."


def test_adding_again_takes_over_whether_texts_may_leave_the_machine(empty):
    empty.settings(external="false", mirror="true")
    empty.write("articles/tram.md", TRAM)
    empty.run("add", "articles/tram.md")
    empty.settings(external="true", mirror="true")
    empty.run("add", "articles/tram.md")
    with empty.newsroom() as newsroom:
        assert newsroom.store.article("tram").external


PAGE = '<!doctype html><html lang="{}"><head><title>Die Stadt kauft zwölf Bahnen</title></head><body><p>Zwölf Bahnen.</p></body></html>'


@pytest.mark.parametrize("tag", ["de", "DE", "de_DE"])
def test_a_page_in_another_language_than_the_projects_is_told(empty, tag):
    empty.write("articles/bahn.html", PAGE.format(tag))
    told = empty.run("add", "articles/bahn.html").stderr
    assert told.startswith("articles/bahn.html: the document says that it is in German")
    assert "is taken for Ukrainian, the source of this project. If it is right, add it to a project with source = " in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("tag", ["uk", "uk-UA", "ua", "", "x y"])
def test_a_page_in_the_projects_language_or_in_none_is_as_it_should_be(empty, tag):
    empty.write("articles/bahn.html", PAGE.format(tag))
    assert empty.run("add", "articles/bahn.html").stderr == ""


def test_what_every_article_of_a_newsroom_has_makes_no_new_version(desk, tmp_path):
    byline = "Соломія Гнатюк, Львів\n\nПоділитися:\n\n"
    desk.write("articles/news.md", f"# Ціна хліба зросла\n\n{byline}Хліб у пекарнях подорожчав на 2 гривні.\n")
    desk.run("add", "articles/news.md")
    (tmp_path / "news.md").write_text(f"# Міст закрили\n\n{byline}Рух мостом спинили до весни через тріщини.\n", encoding="utf-8")
    assert "“news” is already the name of articles/news.md, another article" in desk.refused("add", tmp_path / "news.md")


def test_a_new_version_from_elsewhere_does_not_replace_what_nobody_has_added_yet(desk, tmp_path):
    desk.write("articles/tram.md", TRAM.replace("480", "485"))
    (tmp_path / "tram.md").write_text(TRAM.replace("480", "490"), encoding="utf-8")
    assert "articles/tram.md was changed, and would be lost. Add it first" in desk.refused("add", tmp_path / "tram.md")


def test_a_new_version_from_elsewhere_comes_in_by_a_second_add_where_the_first_one_died(desk, tmp_path, monkeypatch):
    def dies(*_, **__):
        raise KeyboardInterrupt

    (tmp_path / "tram.md").write_text(TRAM.replace("480", "490"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Store, "update_article", dies)
        desk.run("add", tmp_path / "tram.md", exits=130)
    assert "490" in desk.read("articles/tram.md")
    assert desk.run("add", "articles/tram.md").stdout == "tram (en): 7 segments kept, 1 changed, 0 new, 0 gone\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "---\ntitle: Бюджет-2027: що змінив комітет\nauthor: Олена Коваленко\n---\n\nТекст.\n",
            (
                "articles/budget.md:2: this is not valid YAML, so that no field of the front matter could be translated."
                ' Put the value in quotes: title: "Бюджет-2027: що змінив комітет"'
            ),
        ),
        (
            '---\nlayout: news\ntitle: "Бюджет\nauthor: Олена\n---\n\nТекст.\n',
            (
                "articles/budget.md:3: this is not valid YAML, so that no field of the front matter could be translated."
                ' Close the quotation mark: title: "Бюджет"'
            ),
        ),
        (
            "+++\ntitle = Бюджет\n+++\n\nТекст.\n",
            (
                "articles/budget.md:2: this is not valid TOML, so that no field of the front matter could be translated."
                ' Put the value in quotes: title = "Бюджет"'
            ),
        ),
    ],
)
def test_a_headline_that_nobody_could_translate_does_not_come_in_silently(empty, text, told):
    empty.write("articles/budget.md", text)
    assert told in empty.refused("add", "articles/budget.md")
    with empty.newsroom() as newsroom:
        assert list(newsroom.store.listing()) == []


def test_as_it_is_told_it_comes_in(empty):
    empty.write("articles/budget.md", "---\ntitle: Бюджет-2027: що змінив комітет\n---\n\nТекст.\n")
    way_out = empty.refused("add", "articles/budget.md").partition("in quotes: ")[2].strip()
    empty.write("articles/budget.md", f"---\n{way_out}\n---\n\nТекст.\n")
    empty.run("add", "articles/budget.md")
    assert [segment.source for segment in empty.catalog("budget")] == ["Бюджет-2027: що змінив комітет", "Текст."]


def test_a_new_version_with_such_a_headline_leaves_the_old_one_alone(desk):
    before = desk.catalog()
    desk.write("articles/tram.md", TRAM.replace("title: ", "title: Львів: ", 1))
    assert "this is not valid YAML" in desk.refused("add", "articles/tram.md")
    assert desk.catalog() == before


def test_single_files_with_such_a_headline_are_still_read_byte_for_byte(empty):
    text = "---\ntitle: Бюджет-2027: що змінив комітет\n---\n\nТекст.\n"
    empty.write("budget.md", text)
    empty.run("extract", "budget.md", "--from", "uk", "--to", "en", "-o", "budget.po")
    empty.run("merge", "budget.md", "budget.po", "-o", "out.md")
    assert empty.read("out.md") == text
