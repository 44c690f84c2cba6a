import re

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH
from fakes.samples import HOSTILE, add_note, harmless
from fakes.site import Site, text
from transloc.jobs.newsroom import now
from transloc.model import Quotation, QuotationStatus
from transloc.states import Action
from transloc.web.preview import page as built
from transloc.web.recent import Recent

SAMPLES = ("black-sea-corridor", "enlargement-report", "museum-interview", "paris-guarantees", "weimar-meeting", "winter-grid")


def page(site, slug="tram"):
    return parse(site.get(f"/a/{slug}/en/preview/").content.decode(), positions=False)


def said(document, segment):
    """Return the words between a sentence's marker and the next one, or its block's end."""
    words = []
    for node in document.select_one(f'[data-segment="{segment}"]').following:
        if getattr(node, "tag", "") and (node.attr("data-segment") or node.tag in ("p", "li", "h2", "h3", "figcaption")):
            break
        words.append("" if getattr(node, "tag", "") else node.text)
    return " ".join("".join(words).split())


@pytest.mark.parametrize("slug", SAMPLES)
def test_every_format_is_shown_with_its_sentences_marked(samples, slug):
    document = page(samples, slug)
    catalog = samples.store.catalog(slug, "en")
    markers = [element.attr("data-segment") for element in document.select("[data-segment]")]
    assert len(markers) == len(set(markers))
    assert len(markers) > 0.6 * len(catalog.segments)
    assert set(markers) <= {segment.id for segment in catalog}
    assert document.select(".fault") == []
    assert not re.search("[\U000f0000-\U0010fffd]", document.html)
    harmless(document.html)


def test_the_words_stand_where_their_marker_says(samples):
    document = page(samples, "weimar-meeting")
    catalog = samples.store.catalog("weimar-meeting", "en")
    checked = 0
    for segment in catalog:
        if segment.kind.value in ("paragraph", "item", "headline") and "<" not in segment.target:
            assert said(document, segment.id).startswith(segment.target[:30])
            checked += 1
    assert checked > 25


def test_it_is_the_articles_own_page_in_its_language(site):
    site.review(ENGLISH)
    answer = site.get("/a/tram/en/preview/")
    document = parse(answer.content.decode(), positions=False)
    assert document.select_one("html").attr("lang") == "en"
    assert document.select_one("html").attr("dir") == "ltr"
    assert document.select_one("h1").text == "Lviv buys 12 trams"
    assert "Iryna Doroshenko" in text(answer)
    assert document.select(".untranslated") == []


def test_nothing_may_run_in_it(site):
    policy = dict(part.strip().partition(" ")[::2] for part in site.get("/a/tram/en/preview/")["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["sandbox"] == "allow-same-origin"
    assert policy["frame-ancestors"] == policy["style-src"] == "'self'"
    assert "script-src" not in policy


def test_what_nobody_has_translated_keeps_its_source_and_says_so(site):
    document = page(site)
    headline = site.segment("Львів купує 12 трамваїв")
    assert document.select_one("h1").text == "Львів купує 12 трамваїв"
    assert "untranslated" in document.select_one(f'[data-segment="{headline.id}"]').attr("class")


def test_what_i_am_typing_is_laid_over_it(site):
    segment = site.segment("Решта — до кінця року.")
    site.change(segment.source, Action.EDIT, target="The rest by the end of the year.")
    owner, other = site.newsroom.owner(), site.store.person("Олена")
    site.store.keep_draft("tram", "en", segment.id, person=other, text="Nobody sees this", seen=2, at=now())
    assert said(page(site), segment.id) == "The rest by the end of the year."
    site.store.keep_draft("tram", "en", segment.id, person=owner, text="The rest will come la", seen=2, at=now())
    assert said(page(site), segment.id) == "The rest will come la"
    assert "Nobody sees this" not in page(site).html
    site.store.drop_draft("tram", "en", segment.id, person=owner)
    assert said(page(site), segment.id) == "The rest by the end of the year."


def test_codes_that_are_broken_while_somebody_types_keep_their_words(site):
    quote = site.segment("«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>.")
    site.store.keep_draft("tram", "en", quote.id, person=site.newsroom.owner(), text="“We waited,” said <1>Olena", seen=1, at=now())
    document = page(site)
    assert said(document, quote.id) == "“We waited,” said Olena"
    assert document.select(".fault") == []


def test_what_is_left_out_is_not_there_and_what_is_added_is(site):
    rest = site.segment("Решта — до кінця року.")
    site.change(rest.source, Action.OMIT, reason="Known by now")
    added = add_note(site, "Перші вагони прибудуть у травні.", "A note for foreign readers.")
    document = page(site)
    assert document.select(f'[data-segment="{rest.id}"]') == []
    assert rest.source not in document.html
    assert said(document, added.id) == "A note for foreign readers."


def test_a_headline_that_stands_twice_stands_on_the_page_once(desk):
    desk.write(
        "articles/twice.md",
        "---\ntitle: Міст відкрили\ndescription: Він новий.\n---\n\n# Міст відкрили\n\nВін новий.\n\nЙого будували рік.\n",
    )
    desk.run("add", "articles/twice.md")
    with desk.newsroom() as newsroom:
        document = page(Site(desk, newsroom), "twice")
    assert document.select_one("article").text.count("Міст відкрили") == 1
    assert document.select_one("article").text.count("Він новий.") == 1


def test_characters_of_private_use_in_the_text_are_its_own(site):
    segment = site.segment("Решта — до кінця року.")
    target = "A private \U000f0003 mark \U000f0004 stays."
    site.change(segment.source, Action.EDIT, target=target)
    document = page(site)
    assert document.select(f'[data-segment="{segment.id}"]') != []
    assert "stays." in document.html


def test_an_article_that_is_not_there(site):
    site.get("/a/nothing/en/preview/", status=404)
    site.get("/a/tram/pl/preview/", status=404)


@pytest.mark.parametrize("slug", ["evil", "evil-page"])
def test_nothing_of_a_hostile_source_runs_or_asks_another_host(evil, slug):
    answer = evil.get(f"/a/{slug}/en/preview/")
    harmless(answer.content.decode())
    assert "alert(1)" not in re.sub(r">[^<]*<", "><", answer.content.decode())


def test_nothing_of_hostile_targets_runs(site):
    for segment, words in zip(site.store.catalog("tram", "en"), HOSTILE * 3, strict=False):
        codes = " <1>x</1>" if "<1>" in segment.source else ""
        site.change(segment.source, Action.EDIT, target=words + codes)
    harmless(site.get("/a/tram/en/preview/").content.decode())
    add_note(site, "Решта — до кінця року.", HOSTILE[0])
    harmless(site.get("/a/tram/en/preview/").content.decode())


def test_pictures_of_the_project_are_shown_and_of_others_only_their_words(evil):
    document = page(evil, "evil")
    assert [image.attr("src") for image in document.select("img")] == ["/a/evil/en/preview/articles/images/evil.svg"]
    assert [box.text for box in document.select(".picture")] == ['Опис "><script>alert(1)</script>', "Чужий", "Угорі"]


def test_a_picture_is_sent_so_that_nothing_in_it_runs(evil):
    answer = evil.get("/a/evil/en/preview/articles/images/evil.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    answer.close()


@pytest.mark.parametrize(
    "name",
    [
        "articles/images/none.png",
        "articles/evil.md",
        "transloc.toml",
        "articles/.hidden/secret.png",
        "../secret.png",
        "articles/../../secret.png",
        "%2e%2e/secret.png",
        "/etc/secret.png",
        "articles/link.png",
        "articles/images/evil.svg%00.png",
        f"{'x' * 300}.png",
    ],
)
def test_only_pictures_of_the_project_are_sent(evil, name):
    (evil.desk.root.parent / "secret.png").write_bytes(b"secret")
    (evil.desk.root / "articles" / "link.png").symlink_to(evil.desk.root.parent / "secret.png")
    evil.get(f"/a/evil/en/preview/{name}", status=404)


def test_a_link_shows_where_it_leads_and_leads_nowhere(samples):
    document = page(samples, "weimar-meeting")
    assert [link.attr("href") for link in document.select("a[href]") if not link.attr("href").startswith("#")] == []
    assert document.select_one(".link").attr("title") == "https://example.org/weimar/statement"


TITLED = """\
<!doctype html><html lang="uk"><head><title>Міст відкрили після ремонту</title></head><body><article>
<p>Про це пише газета та каже міський голова у своєму довгому зверненні до всіх містян, хай де вони тепер живуть.</p>
<p>Це інший абзац статті, який має залишитися на сторінці, хоч би що сталося з першим абзацом.</p></article></body></html>
"""


def test_a_piece_that_cannot_be_rebuilt_keeps_its_source_and_it_is_told_why(desk):
    desk.write("articles/bold.md", "# Міст\n\nПро це **пише газета. Це каже мер.**\n\nЦе інший абзац.\n")
    desk.run("add", "articles/bold.md")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        first = next(one for one in site.store.catalog("bold", "en") if "<1>" in one.source)
        other = next(one for one in site.store.catalog("bold", "en") if one.source == "Це інший абзац.")
        site.store.keep_draft("bold", "en", first.id, person=newsroom.owner(), text="A paper says so.", seen=1, at=now())
        site.change(other.source, Action.EDIT, slug="bold", target="This is another paragraph.")
        document = page(site, "bold")
    assert f"unit {first.unit}" in document.select_one(".fault").text
    assert "пише газета" in document.html
    assert said(document, other.id) == "This is another paragraph."


def test_a_note_that_has_no_place_is_told_and_the_rest_is_shown(desk):
    desk.write("articles/titled.html", TITLED)
    desk.run("add", "articles/titled.html")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        add_note(site, site.store.catalog("titled", "en").segments[0].source, "A note", slug="titled")
        document = page(site, "titled")
    assert "no text can be added after it" in document.select_one(".fault").text
    assert "Це інший абзац" in document.html


@pytest.mark.parametrize("slug", ["weimar-meeting", "paris-guarantees", "winter-grid"])
def test_what_is_typed_stands_as_if_the_document_were_rebuilt_for_it(samples, slug, monkeypatch):
    """A preview follows typing without a rebuild where it can; the reader must not be able to tell."""
    owner, catalog = samples.newsroom.owner(), samples.store.catalog(slug, "en")
    words = ("Plain words.", "“Quoted” & 5 > 3, it’s", "  Two  spaces ", "*stars* and _lines_", "1. A list", "Photo: A / EPA", "3 May 2026")
    for at, segment in enumerate(catalog.segments[::7]):
        page(samples, slug)
        text = catalog.segments[at].target if at % 5 == 4 else words[at % len(words)]
        samples.store.keep_draft(slug, "en", segment.id, person=owner, text=text, seen=segment.revision, at=now())
        followed = samples.get(f"/a/{slug}/en/preview/").content.decode().splitlines()
        monkeypatch.setattr(built, "_kept", Recent(8))
        rebuilt = samples.get(f"/a/{slug}/en/preview/").content.decode().splitlines()
        assert [*followed, segment.id] == [*rebuilt, segment.id]


def test_typing_rebuilds_nothing(samples, monkeypatch):
    segment = next(one for one in samples.store.catalog("weimar-meeting", "en") if one.target.startswith("The talks dragged on"))
    page(samples, "weimar-meeting")

    def never(*_):
        raise AssertionError("the document was rebuilt")

    monkeypatch.setattr("transloc.web.preview.page._made", never)
    samples.store.keep_draft("weimar-meeting", "en", segment.id, person=samples.newsroom.owner(), text="The talks dragg", seen=1, at=now())
    assert said(page(samples, "weimar-meeting"), segment.id) == "The talks dragg"


def test_a_retranslated_quotation_says_so_as_the_export_does(samples):
    slug, change = "enlargement-report", samples.change
    segment = next(one for one in samples.store.catalog(slug, "en") if one.source.startswith("«Не можна вимагати"))
    change(segment.source, Action.EDIT, slug=slug, target="“Ukraine cannot be asked for faultless courts.”")
    text_ = segment.source.strip("«».")
    mark = Quotation(unit=segment.unit, span=(1, 1 + len(text_)), text=text_, spoken_in="fr", status=QuotationStatus.RETRANSLATED)
    change(segment.source, Action.QUOTE, slug=slug, quotation=mark)
    assert said(page(samples, slug), segment.id) == "“Ukraine cannot be asked for faultless courts.” (translated from Ukrainian)"
