import re
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from fakes.site import text
from transloc.web.views import add

SAID = "Міст відкрили. Він новий."


def file(name, content="Міст відкрили.\n"):
    return SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())


def given(**fields):
    return {"text": SAID, "title": "Новий міст", "locales": "en"} | fields


def wrong(answer, field):
    """Return the sentence beside a field."""
    return re.search(rf'id="why-{field}">([^<]*)<', answer.content.decode())[1]


def known(site):
    return {listed.slug for listed in site.store.listing()}


def test_a_pasted_text_becomes_an_article_and_its_page_opens(site):
    answer = site.post("/add/", given())
    assert answer["Location"] == "/a/%D0%BD%D0%BE%D0%B2%D0%B8%D0%B9-%D0%BC%D1%96%D1%81%D1%82/en/"
    assert "“Новий міст” was added: 3 segments for en." in site.said()
    assert [s.source for s in site.store.catalog("новий-міст", "en")] == ["Новий міст", "Міст відкрили.", "Він новий."]
    assert site.desk.read("articles/новий-міст.md").endswith(SAID)


def test_of_a_page_is_told_what_was_left_out(site):
    page = (
        "<html><body><nav><a href='/'>Головна</a> <a href='/x'>Світ</a></nav><article><h1>Міст</h1>"
        + "<p>Міст відкрили сьогодні вранці, і він дуже довгий.</p>" * 4
        + "<iframe src='https://e.example/1'></iframe>"
        + "<p>Міст ремонтували п’ять років, і це було важко.</p></article></body></html>"
    )
    site.post("/add/", given(text=page, title="", name="bridge"))
    assert site.desk.read("articles/bridge.html") == page
    said = site.said()
    assert re.search(r"\d+ texts? around the article left out", said)
    assert "1 embedded thing not translated" in said


@pytest.mark.parametrize("name", ["bridge.md", "bridge.txt", "bridge.HTML"])
def test_a_file_becomes_an_article(site, name):
    site.post("/add/", given(text="", title="", file=file(name, "<p>Міст відкрили.</p>" if "HTML" in name else "Міст відкрили.\n")))
    assert "bridge" in known(site)
    assert (site.desk.root / f"articles/bridge.{name.rpartition('.')[2].lower()}").exists()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("../../../etc/passwd.md", "passwd"),
        ("..\\..\\boot.md", "boot"),
        (".hidden.md", "hidden"),
        ("a b;rm -rf.md", "a-b-rm-rf"),
        ("Міст <b>.md", "міст-b"),
        ("x" * 150 + ".md", "x" * 60),
    ],
)
def test_no_name_of_a_file_leads_out_of_the_folder(site, name, slug):
    before = {path for path in site.desk.root.parent.rglob("*") if ".transloc" not in path.parts}
    site.post("/add/", given(text="", title="", file=file(name)))
    new = {path for path in site.desk.root.parent.rglob("*") if ".transloc" not in path.parts} - before
    assert {path.relative_to(site.desk.root).as_posix() for path in new} == {f"articles/{slug}.md"}


@pytest.mark.parametrize("name", ["CON.md", "nul.txt", "com1.md", "tram.md", "TRAM.txt"])
def test_a_name_that_is_taken_asks_for_another(site, name):
    answer = site.post("/add/", given(text="", title="", file=file(name)), status=422)
    assert "Give the article another name" in wrong(answer, "name")
    assert known(site) == {"tram", "library"}


def test_a_known_name_never_touches_the_article_that_has_it(site):
    before = site.desk.read("articles/tram.md")
    site.post("/add/", given(name="tram"), status=422)
    assert site.desk.read("articles/tram.md") == before
    site.post("/add/", given(name="tram-2"))
    assert "tram-2" in known(site)


def test_a_file_that_nobody_has_added_yet_is_not_overwritten(site):
    site.desk.write("articles/bridge.md", "Чужий текст.\n")
    assert "bridge.md lies in articles already" in wrong(site.post("/add/", given(name="bridge"), status=422), "name")
    assert site.desk.read("articles/bridge.md") == "Чужий текст.\n"


def test_a_file_that_lies_in_the_folder_and_nobody_has_added_yet_is_taken_in_as_it_is(site):
    site.desk.write("articles/bridge.md", "Міст відкрили.\n")
    site.post("/add/", given(text="", title="", file=file("bridge.md")))
    assert site.store.article("bridge").path == "articles/bridge.md"


@pytest.mark.parametrize("how", ["text", "file"])
def test_a_headline_that_nobody_could_translate_does_not_come_in_silently(site, how):
    text = "---\ntitle: Бюджет-2027: що змінив комітет\nauthor: Олена\n---\n\nТекст.\n"
    fields = {"text": text} if how == "text" else {"text": "", "file": file("budget.md", text)}
    answer = site.post("/add/", given(name="budget", title="", **fields), status=422)
    said = wrong(answer, how)
    assert said.startswith(
        "line 2: this is not valid YAML, so that no field of the front matter could be translated. Put the value in quotes: "
    )
    assert "Бюджет-2027: що змінив комітет" in said
    assert "budget" not in known(site)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"text": ""}, "text", "Paste the text here, or choose a file."),
        ({"text": " \n"}, "text", "Paste the text here"),
        ({"file": "bridge.md"}, "text", "not both"),
        ({"text": "", "file": "bridge.exe"}, "file", "“.exe” is no format of documents"),
        ({"text": "", "file": "bridge"}, "file", "no suffix"),
        ({"text": "", "file": ("bridge.docx", b"PK\x03\x04broken")}, "file", ""),
        ({"text": "", "file": ("bridge.md", b"\x00\x01\x02" * 50)}, "file", "not text"),
        ({"text": "12 34\n"}, "text", "no text to translate"),
        ({"locales": []}, "locales", "at least one language"),
        ({"locales": "fr"}, "locales", "fr"),
        ({"deadline": "tomorrow"}, "deadline", "2026-11-24 18:00"),
        ({"name": "../x"}, "name", "cannot name an article"),
        ({"title": "…", "text": "— — —\n\nМіст."}, "name", "Give the article a name."),
    ],
)
def test_what_is_wrong_is_told_beside_its_field_and_the_words_are_kept(site, fields, field, sentence):
    if "file" in fields:
        fields = fields | {"file": file(*fields["file"]) if isinstance(fields["file"], tuple) else file(fields["file"])}
    title = fields.get("title", "Новий «міст»")
    if "12 34" in fields.get("text", ""):
        title = ""
        fields = fields | {"name": "figures"}
    answer = site.post("/add/", given(title=title) | fields, status=422)
    assert sentence in wrong(answer, field)
    body = answer.content.decode()
    assert f'value="{title}"' in body
    assert f'aria-describedby="why-{field}"' in body
    if fields.get("text", SAID).strip():
        assert fields.get("text", SAID) in body
    assert known(site) == {"tram", "library"}
    assert {path.name for path in (site.desk.root / "articles").iterdir()} == {"tram.md", "library.md"}


def test_more_than_an_article_may_have_is_told_in_words(site, monkeypatch):
    monkeypatch.setattr(add, "LARGEST", 1000)
    assert "20 MB at most" in wrong(site.post("/add/", given(text="Ї" * 600), status=422), "text")
    assert "20 MB at most" in wrong(site.post("/add/", given(text="", file=file("big.md", "Ї" * 600)), status=422), "file")


def test_a_deadline_is_in_the_newsrooms_time(site):
    site.post("/add/", given(deadline="2026-11-24T18:00", name="bridge"))
    (counts,) = site.store.progress("bridge")
    assert counts.deadline == datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


def test_every_language_that_was_chosen_and_no_other(site):
    site.desk.settings(targets='["en", "pl", "de"]')
    site.post("/add/", given(locales=["en", "pl"], name="bridge"))
    assert site.store.locales("bridge") == ("en", "pl")


def test_drafting_begins_at_once_where_that_is_wished(site):
    site.post("/add/", given(name="first"))
    assert site.store.latest_jobs() == ()
    site.post("/add/", given(name="second", draft="on"))
    (job,) = site.store.latest_jobs()
    assert (job.article, job.locale, job.unfinished) == ("second", "en", True)


def test_a_project_without_a_language_says_what_to_do(site):
    site.desk.settings(targets="[]")
    assert "add one to targets in transloc.toml" in text(site.get("/add/"))


def test_the_form_works_without_a_script(site):
    body = site.get("/add/").content.decode()
    assert 'method="post"' in body
    assert 'enctype="multipart/form-data"' in body
    assert re.search(r'<input type="checkbox" name="locales" value="en" checked>', body)
