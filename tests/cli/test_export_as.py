import json

import pytest

ALL = ("--as", "own", "--as", "html", "--as", "markdown", "--as", "text", "--as", "json")


def test_in_every_form_at_once(desk):
    desk.reviewed()
    done = desk.run("export", "tram", "--to", "en", *ALL)
    assert done.stdout.split() == ["exports/en/tram.md", "exports/en/tram.html", "exports/en/tram.txt", "exports/en/tram.json"]
    assert desk.read("exports/en/tram.md").startswith("---\ntitle: Lviv buys 12 trams\n")
    assert "<h1>Lviv buys 12 trams</h1>" in desk.read("exports/en/tram.html")
    assert desk.read("exports/en/tram.txt").endswith("- The first cars will arrive in May.\n- The rest will come by the end of the year.\n")
    fields = json.loads(desk.read("exports/en/tram.json"))
    assert fields["translation"] == {"reviewed": True, "untranslated": 0, "origins": fields["translation"]["origins"]}
    assert sum(fields["translation"]["origins"].values()) == len(desk.catalog().segments)
    assert [block["id"] for block in fields["blocks"]] == list(dict.fromkeys(s.unit for s in desk.catalog()))[3:]


def test_only_what_is_asked_for_is_written(desk):
    desk.reviewed()
    assert desk.run("export", "tram", "--to", "en", "--as", "html").stdout == "exports/en/tram.html\n"
    assert [path.name for path in (desk.root / "exports/en").iterdir()] == ["tram.html"]


@pytest.mark.parametrize("kinds", [["markdown"], ["own"], ["own", "markdown"], ["markdown", "markdown"]])
def test_an_article_in_markdown_is_its_own_markdown(desk, kinds):
    desk.reviewed()
    options = [option for kind in kinds for option in ("--as", kind)]
    assert desk.run("export", "tram", "--to", "en", *options).stdout == "exports/en/tram.md\n"
    assert "author: Iryna Doroshenko" in desk.read("exports/en/tram.md")


def test_a_draft_is_marked_in_every_form(desk):
    desk.translated()
    done = desk.run("export", "tram", "--to", "en", "--draft", *ALL)
    assert done.stdout.count("(unreviewed draft)") == 4
    for name in ("tram.html", "tram.txt", "tram.json"):
        assert "Machine translation, not yet reviewed by an editor." in desk.read(f"exports/en/{name}")
    assert json.loads(desk.read("exports/en/tram.json"))["translation"]["reviewed"] is False


def test_what_is_not_ready_is_written_in_no_form(desk):
    desk.translated()
    assert "is not ready" in desk.run("export", "tram", "--to", "en", "--as", "json", exits=1).stderr
    assert not (desk.root / "exports").exists()


def test_the_variant_of_the_language_is_told(desk):
    desk.reviewed()
    desk.write("transloc.toml", desk.read("transloc.toml") + '[style.en]\nvariant = "en-GB"\n')
    desk.run("export", "tram", "--to", "en", "--as", "html")
    assert '<html lang="en-GB" dir="ltr">' in desk.read("exports/en/tram.html")


def test_what_has_no_place_is_told(empty):
    empty.write("articles/tram.md", '# Слово\n\nАбзац.\n\n{{< player id="7" >}}\n')
    empty.run("add", "articles/tram.md")
    empty.edit({"Слово": "Word", "Абзац.": "Paragraph."})
    empty.run("sync")
    empty.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    assert "has no place" not in empty.run("export", "tram", "--to", "en").stderr
    told = empty.run("export", "tram", "--to", "en", "--as", "text").stderr
    assert 'no place in the formats other than its own for: shortcode, {{< player id="7" >}} (line 5 of the article)' in told


def test_an_unknown_form(desk):
    assert "'pdf' is not one of" in desk.run("export", "tram", "--to", "en", "--as", "pdf", exits=2).stderr


def test_keys_of_the_front_matter_that_the_project_names(desk):
    desk.write("transloc.toml", desk.read("transloc.toml") + '[documents]\nfront_matter = ["title"]\n')
    desk.run("add", "articles/library.md")
    desk.reviewed("library")
    desk.run("export", "library", "--to", "en", "--as", "json")
    assert json.loads(desk.read("exports/en/library.json"))["title"] == "Poltava opens an open-air library"


def test_letters_of_the_source_left_in_another_form(empty):
    empty.write("articles/tram.md", "# Слово\n\nАбзац.\n\n```\nкод\n```\n")
    empty.run("add", "articles/tram.md")
    empty.edit({"Слово": "Word", "Абзац.": "Paragraph."})
    empty.run("sync")
    empty.run("confirm", "tram", "--to", "en", "--all", "--by", "Олена")
    told = empty.run("export", "tram", "--to", "en", "--as", "text").stderr
    line = empty.read("exports/en/tram.txt").splitlines().index("код") + 1
    assert f"exports/en/tram.txt: letters of the source's script are left outside of all segments, in line {line}, “код”." in told


PAGE = """\
<!doctype html><html lang="uk"><head><title>Міст у Львові відкрили після ремонту</title>
<link rel="canonical" href="https://news.example/uk/story.html"></head><body><article>
<h1>Міст у Львові відкрили після ремонту</h1>
<p>Читайте <a href="tram.html#cost">про трамвай</a>, <a href="library.html">про бібліотеку</a> і <a href="costs.html">про видатки</a>.</p>
</article></body></html>
"""
PAGE_ENGLISH = {
    "Міст у Львові відкрили після ремонту": "A Lviv bridge reopens",
    "Читайте <1>про трамвай</1>, <2>про бібліотеку</2> і <3>про видатки</3>.": (
        "Read <1>about the tram</1>, <2>about the library</2> and <3>about the costs</3>."
    ),
}


def page(desk, settings=""):
    desk.write("transloc.toml", desk.read("transloc.toml") + f"\n[export]\n{settings}\n")
    desk.reviewed()
    desk.write("articles/story.html", PAGE)
    desk.run("add", "articles/story.html")
    desk.edit(PAGE_ENGLISH, slug="story")
    desk.run("sync")
    desk.run("confirm", "story", "--to", "en", "--all", "--by", "Олена")


def test_links_by_file_lead_to_the_files_of_the_same_kind(desk):
    page(desk)
    desk.run("export", "story", "tram", "--to", "en", *ALL)
    assert '<a href="tram.html#cost">about the tram</a>' in desk.read("exports/en/story.article.html")
    assert "[about the tram](tram.md#cost)" in desk.read("exports/en/story.md")
    fields = json.loads(desk.read("exports/en/story.json"))
    assert '<a href="tram.json#cost">about the tram</a>' in fields["body_html"]
    assert '<a href="tram.json#cost">about the tram</a>' in fields["blocks"][0]["html"]
    assert "[about the tram](tram.json#cost)" in fields["body_markdown"]
    assert '<a href="tram.html#cost">about the tram</a>' in desk.read("exports/en/story.html")
    for name in ("tram.html", "tram.md", "tram.json"):
        assert (desk.root / "exports/en" / name).exists()


def test_links_to_what_is_not_translated_lead_to_the_source(desk):
    page(desk)
    desk.run("export", "story", "--to", "en", "--as", "html")
    written = desk.read("exports/en/story.article.html")
    assert '<a href="https://news.example/uk/library.html">about the library (in Ukrainian)</a>' in written
    assert '<a href="https://news.example/uk/costs.html">about the costs</a>' in written
    desk.run("export", "story", "--to", "en", "--as", "json")
    (block,) = json.loads(desk.read("exports/en/story.json"))["blocks"]
    assert '<a href="https://news.example/uk/costs.html">about the costs</a>' in block["html"]


def test_links_by_file_follow_the_headline_that_names_it(desk):
    page(desk, 'slug = "title"')
    desk.run("export", "story", "--to", "en", "--as", "markdown")
    assert "[about the tram](lviv-buys-12-trams.md#cost)" in desk.read("exports/en/a-lviv-bridge-reopens.md")


def test_json_leaves_the_folder_so_its_links_lead_to_pages_where_they_are_known(desk):
    page(desk, 'site = "https://news.example"\naddresses = { en = "/en/{slug}" }')
    desk.run("export", "story", "--to", "en", "--as", "json", "--as", "html")
    assert "[about the tram](https://news.example/en/tram#cost)" in json.loads(desk.read("exports/en/story.json"))["body_markdown"]
    assert '<a href="tram.html#cost">' in desk.read("exports/en/story.article.html")


def test_links_stay_where_the_settings_say_so(desk):
    page(desk, "links = false")
    desk.run("export", "story", "--to", "en", "--as", "html")
    assert '<a href="https://news.example/uk/tram.html#cost">' in desk.read("exports/en/story.article.html")


FRAMES = """\
<!doctype html><html lang="uk"><head><title>Новини міста Львова</title></head>
<frameset cols="20%,80%"><frame src="menu.html"><frame src="main.html"><noframes>Рамки не підтримуються.</noframes></frameset></html>
"""


def test_an_article_without_a_body_is_told(empty):
    empty.write("articles/frames.html", FRAMES)
    empty.run("add", "articles/frames.html")
    empty.edit({"Новини міста Львова": "News from Lviv"}, slug="frames")
    empty.run("sync")
    empty.run("confirm", "frames", "--to", "en", "--all", "--by", "Олена")
    sentence = "exports/en/frames.md: beside its fields the article has no text, so the formats other than its own have no body."
    assert sentence in empty.run("export", "frames", "--to", "en", "--as", "markdown").stderr
    assert "no text" not in empty.run("export", "frames", "--to", "en").stderr
