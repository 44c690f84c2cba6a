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
    assert f"exports/en/tram.txt: letters of the source's script are left outside of all segments, in line {line}." in told
