import os

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH
from fakes.samples import HOSTILE, harmless
from fakes.site import text
from transloc.states import Action

EXPORT = "/a/tram/en/export/"
LIBRARY = "/a/library/en/export/"
FUND = "Вони коштують 480 млн гривень."


def page(site, path=EXPORT):
    return parse(site.get(path).content.decode(), positions=False)


def names(document):
    return [link.text for link in document.select('a[href*="/export/file/"]')]


def body(answer):
    return b"".join(answer.streaming_content)


def test_what_is_in_the_way_is_listed_with_its_rows(site):
    site.review(ENGLISH)
    segment = site.change(FUND, Action.EDIT, target="They cost 481 million hryvnias.")
    document = page(site)
    listed = document.select('[aria-labelledby="blocked-h"] li')
    assert [item.select_one("a").attr("href") for item in listed] == [f"/a/tram/en/s/{segment.id}/"]
    assert "number" in listed[0].text
    assert document.select('[name="draft"]') != []


def test_an_article_that_is_not_ready_is_not_written(site):
    answer = site.post(EXPORT, {"kind": "own"}, status=422)
    assert "Nothing was written: 8 sentences are in the way. Resolve what is listed below, or tick" in text(answer)
    assert not (site.desk.root / "exports").exists()


def test_a_ready_article_is_written_in_the_formats_that_were_ticked(site):
    site.review(ENGLISH)
    assert "ready" in page(site).select_one(".tools").text
    assert names(page(site)) == []
    assert site.post(EXPORT, {"kind": ["own", "html", "json"]})["Location"] == EXPORT
    folder = site.desk.root / "exports" / "en"
    assert sorted(path.name for path in folder.iterdir()) == ["tram.html", "tram.json", "tram.md"]
    document = page(site)
    assert "Exported." in document.select_one("[role=status]").text
    assert sorted(names(document)) == ["tram.html", "tram.json", "tram.md"]
    assert "Lviv buys 12 trams" in (folder / "tram.md").read_text()


def test_a_draft_goes_out_marked(site):
    site.post(EXPORT, {"kind": "own", "draft": "on"})
    assert "Machine translation, not yet reviewed" in site.desk.read("exports/en/tram.md")
    assert "as a marked draft" in page(site).select_one("[role=status]").text


def test_no_format_at_all_is_told(site):
    site.review(ENGLISH)
    assert "No format is chosen" in text(site.post(EXPORT, {}, status=422))


def test_a_file_is_saved_and_never_shown(site):
    site.review(ENGLISH)
    site.post(EXPORT, {"kind": ["own", "html"]})
    answer = site.get(f"{EXPORT}file/tram.html")
    assert answer["Content-Disposition"] == 'attachment; filename="tram.html"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert not answer["Content-Type"].startswith("text/html")
    assert body(answer) == (site.desk.root / "exports" / "en" / "tram.html").read_bytes()


@pytest.mark.parametrize(
    "name", ["library.md", "secret.txt", "..", "%2e%2e%2ftransloc.toml", "..%2f..%2ftransloc.toml", ".hidden", "tram.txt"]
)
def test_no_other_file_is_sent(site, name):
    site.review(ENGLISH)
    site.post(EXPORT, {"kind": "own"})
    folder = site.desk.root / "exports" / "en"
    for other in ("library.md", "secret.txt", ".hidden"):
        (folder / other).write_text("not of this article")
    site.get(f"{EXPORT}file/{name}", status=404)


def test_a_link_out_of_the_folder_is_not_followed(site):
    site.review(ENGLISH)
    folder = site.desk.root / "exports" / "en"
    folder.mkdir(parents=True)
    (folder / "tram.txt").symlink_to(site.desk.root / "transloc.toml")
    assert names(page(site)) == []
    site.get(f"{EXPORT}file/tram.txt", status=404)


def test_a_file_older_than_the_article_says_so(site):
    site.review(ENGLISH)
    site.post(EXPORT, {"kind": "own"})
    assert "older than the last change" not in text(site.get(EXPORT))
    os.utime(site.desk.root / "exports" / "en" / "tram.md", (1, 1))
    assert "older than the last change" in text(site.get(EXPORT))


def test_what_the_article_does_not_state_is_asked_for(site):
    document = page(site, LIBRARY)
    assert document.select('[name="byline"]') != []
    assert document.select('[name="date"]') != []
    assert page(site).select('[name="byline"]') == []
    site.post(LIBRARY, {"kind": ["own", "json"], "draft": "on", "byline": "Olena Kovalenko", "date": "24 November 2026"})
    assert "Olena Kovalenko" in site.desk.read("exports/en/library.json")
    assert "2026-11-24" in site.desk.read("exports/en/library.json")


def test_a_date_that_is_none_is_told_and_what_was_typed_stays(site):
    answer = site.post(LIBRARY, {"kind": "html", "draft": "on", "byline": "Olena", "date": "someday"}, status=422)
    document = parse(answer.content.decode(), positions=False)
    assert "“someday” is not a date with its year" in document.select_one("[role=alert]").text
    assert document.select_one('[name="byline"]').attr("value") == "Olena"
    assert document.select_one('[name="date"]').attr("value") == "someday"
    assert "checked" in document.select_one('[name="kind"][value="html"]').attrs
    assert "checked" not in document.select_one('[name="kind"][value="own"]').attrs


def test_what_was_not_translated_is_told_before_the_export(samples):
    said = text(samples.get("/a/paris-guarantees/en/export/"))
    assert "embed, line 203 of the source: https://video.example/embed/7f3c21" in said
    assert "a link leads to “black-sea-corridor”, which is not ready in en" in said
    assert "Letters of the source’s script" in said
    assert "43 texts of the page around the article stay as they are" in said
    assert "Still in the language of the source, around the article line 160, “Переглядів” line 164" in said


@pytest.mark.parametrize("slug", ["weimar-meeting", "paris-guarantees", "winter-grid"])
def test_every_format_goes_out_as_every_other(samples, slug):
    path = f"/a/{slug}/en/export/"
    kinds = [box.attr("value") for box in page(samples, path).select('[name="kind"]')]
    samples.post(path, {"kind": kinds})
    assert len(names(page(samples, path))) == len(kinds)
    for name in names(page(samples, path)):
        answer = samples.get(f"{path}file/{name}")
        assert body(answer)


def test_the_formats_do_not_name_one_twice(samples):
    markdown = [box.attr("value") for box in page(samples, "/a/weimar-meeting/en/export/").select('[name="kind"]')]
    assert markdown == ["own", "html", "text", "json"]
    saved = [box.attr("value") for box in page(samples, "/a/paris-guarantees/en/export/").select('[name="kind"]')]
    assert saved == ["own", "html", "markdown", "text", "json"]


def test_who_did_what_is_told(site):
    site.review(ENGLISH)
    owner = site.newsroom.owner().name
    site.post("/a/tram/en/sign-off/", {"seen": site.store.catalog("tram", "en").revision})
    assert f"Translated {owner} (8) Confirmed {owner} (8) Signed off {owner} (8)" in text(site.get(EXPORT))


def test_quotations_of_another_language_are_told_as_they_were_resolved(samples):
    slug = "paris-guarantees"
    path = f"/a/{slug}/en/export/"
    section = page(samples, path).select_one('[aria-labelledby="quotations-h"]')
    assert "Бенуа Лакруа" in section.text
    assert "nobody has looked yet" in section.text
    from transloc.steps.ledger import ledger

    article = samples.store.article(slug)
    entry = next(one for one in ledger(article.document, samples.store.catalog(slug, "en"), samples.newsroom.glossary) if one.suspected)
    quotation = entry.quotation
    form = {"quotation": f"{quotation.unit}-{quotation.span[0]}", "do": "mark", "spoken_in": "fr"}
    samples.post(f"/a/{slug}/en/quotes/", form | _seen(samples, slug, entry))
    samples.post(f"/a/{slug}/en/quotes/", form | _seen(samples, slug, entry) | {"do": "resolve", "how": "retranslated"})
    section = page(samples, path).select_one('[aria-labelledby="quotations-h"]')
    assert "translated from Ukrainian" in section.text


def _seen(samples, slug, entry):
    return {f"seen-{one.id}": one.revision for one in samples.store.catalog(slug, "en") if one.id in entry.segments}


def test_a_translator_does_not_export(site):
    site.review(ENGLISH)
    site.post(EXPORT, {"kind": "own"})
    before = {path: path.read_bytes() for path in (site.desk.root / "exports").rglob("*.md")}
    olena = site.of("Олена")
    assert "This is the business of editors" in text(olena.get(EXPORT))
    assert olena.get(f"{EXPORT}file/tram.md").status_code == 403
    assert site.send(olena, "/", EXPORT, {"kind": "html"}).status_code == 403
    assert EXPORT not in olena.get("/").content.decode()
    assert before == {path: path.read_bytes() for path in (site.desk.root / "exports").rglob("*") if path.is_file()}


def test_an_article_that_cannot_be_rebuilt_is_told_on_the_page(site):
    quote = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
    site.change(quote, Action.EDIT, target="“We waited,” said <1>Olena Haiduk.", reason="Later")
    assert "its inline codes differ from the source" in page(site).select_one(".notice.error").text


@pytest.mark.parametrize("slug", ["evil", "evil-page"])
def test_nothing_of_a_hostile_source_runs(evil, slug):
    harmless(evil.get(f"/a/{slug}/en/export/").content.decode())


def test_nothing_of_hostile_words_runs(site):
    for segment, words in zip(site.store.catalog("tram", "en"), HOSTILE * 3, strict=False):
        codes = " <1>x</1>" if "<1>" in segment.source else ""
        site.change(segment.source, Action.EDIT, target=words + codes)
    for words in HOSTILE:
        answer = site.post(EXPORT, {"kind": words, "byline": words, "date": words, "draft": "on"}, status=422)
        harmless(answer.content.decode())
    site.post(EXPORT, {"kind": ["own", "html"], "draft": "on"})
    harmless(site.get(EXPORT).content.decode())
