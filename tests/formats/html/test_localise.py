import json
import re
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.html.localise import localise
from transloc.formats.localisation import Localisation

UK, EN, PL = "https://example.org/story", "https://example.org/en/story", "https://example.org/pl/story"
ENGLISH = Localisation(source="uk", target="en-GB")
PUBLISHED = Localisation(
    source="uk",
    target="en-GB",
    canonical=EN,
    origin=UK,
    title="Трамваї",
    alternates=(("uk", UK), ("en", EN), ("pl", PL)),
)
LINKED = Localisation(
    source="uk",
    target="en-GB",
    links={"/a?x=1&amp;y=2": "/en/a?x=1&y=2", "b.html": "b-en.html"},
    untranslated=frozenset({"c.html"}),
    mark=" (in Ukrainian)",
)


def changed(page, wishes=ENGLISH, encoding="utf-8"):
    return localise(page.encode(encoding), wishes, encoding).decode(encoding)


# -- the page's language


@pytest.mark.parametrize(
    ("page", "localised"),
    [
        ('<!doctype html>\n<html lang="uk">\n', '<!doctype html>\n<html dir="ltr" lang="en-GB">\n'),
        ("<html>", '<html lang="en-GB" dir="ltr">'),
        ("<HTML class='x' LANG=uk-UA>", '<HTML dir="ltr" class=\'x\' LANG="en-GB">'),
        ('<html lang dir="ltr">', '<html lang="en-GB" lang dir="ltr">'),
        ('<html xml:lang="uk" lang="uk" dir=ltr>', '<html xml:lang="en-GB" lang="en-GB" dir="ltr">'),
        ('<p>текст</p><span lang="uk">слово</span>', '<p>текст</p><span lang="uk">слово</span>'),
        ('<article lang="uk">', '<article lang="en-GB">'),
        ('<article lang="ru">', '<article lang="ru">'),
        ('<meta http-equiv="content-language" content="uk">', '<meta http-equiv="content-language" content="en-GB">'),
        ('<meta property="og:locale" content="uk_UA">', '<meta property="og:locale" content="en_GB">'),
        ('<meta itemprop="inLanguage" content="uk">', '<meta itemprop="inLanguage" content="en-GB">'),
        ('<span itemprop="inLanguage"> uk </span>', '<span itemprop="inLanguage"> en-GB </span>'),
        ('<span itemprop="inLanguage">українська</span>', '<span itemprop="inLanguage">українська</span>'),
        ('<time datetime="2026-11-24">24 листопада</time>', '<time datetime="2026-11-24">24 листопада</time>'),
    ],
)
def test_the_language_is_stated_anew_where_it_speaks_for_the_page(page, localised):
    assert changed(page) == localised


def test_a_page_read_from_right_to_left_says_so():
    page = '<html lang="uk" dir="ltr"><body dir="ltr">'
    assert changed(page, Localisation(source="uk", target="ar")) == '<html lang="ar" dir="rtl"><body dir="rtl">'


def test_with_everything_switched_off_no_byte_changes():
    page = '<html lang="uk"><meta property="og:locale" content="uk_UA"><a href="b.html">x</a>'
    assert changed(page, Localisation(source="uk", target="en", lang=False, json_ld=False)) == page


# -- the head

HEAD = """<html lang="en-GB" dir="ltr">
<head>
\t<meta charset="utf-8">
\t<title>x</title>
\t<link rel="canonical" href="https://example.org/story">
\t<script>var a = "<link>";</script>
</head>
<body></body>
"""


def test_other_languages_are_linked_at_the_heads_end_as_their_neighbours_stand():
    assert changed(HEAD, PUBLISHED) == HEAD.replace(f'"{UK}"', f'"{EN}"').replace(
        "</script>\n",
        "</script>\n"
        f'\t<link rel="alternate" hreflang="uk" href="{UK}">\n'
        f'\t<link rel="alternate" hreflang="en" href="{EN}">\n'
        f'\t<link rel="alternate" hreflang="pl" href="{PL}">\n',
    )


def test_links_that_the_page_has_are_renewed_and_not_doubled():
    page = HEAD.replace(
        "\t<title>", f'\t<link rel="alternate" hreflang="EN" href="/old">\n\t<link rel=alternate hreflang=ru href={UK}/ru>\n\t<title>'
    )
    new = changed(page, PUBLISHED)
    assert new.count("hreflang") == 4
    assert f'<link rel="alternate" hreflang="EN" href="{EN}">' in new
    assert f"<link rel=alternate hreflang=ru href={UK}/ru>" in new
    assert changed(new, PUBLISHED) == new


def test_a_page_without_a_canonical_address_gets_one_and_the_other_locales_follow_the_own():
    page = '<html lang="en-GB" dir="ltr"><head><meta property="og:locale" content="uk_UA" /><meta property="og:url" content="/x" /></head>'
    assert changed(page, PUBLISHED) == (
        '<html lang="en-GB" dir="ltr"><head><meta property="og:locale" content="en_GB" />'
        '<meta property="og:locale:alternate" content="uk_UA" /><meta property="og:locale:alternate" content="en_US" />'
        '<meta property="og:locale:alternate" content="pl_PL" />'
        f'<meta property="og:url" content="{EN}" /><link rel="canonical" href="{EN}" />'
        f'<link rel="alternate" hreflang="uk" href="{UK}" /><link rel="alternate" hreflang="en" href="{EN}" />'
        f'<link rel="alternate" hreflang="pl" href="{PL}" /></head>'
    )


def test_the_targets_own_place_among_the_other_locales_goes_to_the_source():
    page = '<meta property="og:locale" content="uk_UA"><meta property="og:locale:alternate" content="en_US">'
    assert changed(page) == '<meta property="og:locale" content="en_GB"><meta property="og:locale:alternate" content="uk_UA">'


def test_a_fragment_has_no_head():
    page = "<p>Текст</p>\n<h2>Ще</h2>"
    assert changed(page, PUBLISHED) == page


@pytest.mark.parametrize("page", ["<meta charset=utf-8><body><p>x", "<head><meta charset=utf-8><p>x"])
def test_a_head_that_nobody_closes_ends_where_the_body_begins(page):
    assert f'<meta charset=utf-8><link rel="canonical" href="{EN}">' in changed(page, PUBLISHED)


def test_what_is_given_at_export_is_stated_where_the_page_states_nothing():
    given = Localisation(source="uk", target="en-GB", byline='Olena "K" <x>', date="2026-11-24")
    new = changed(HEAD, given)
    assert '\t<meta name="author" content="Olena &quot;K&quot; &lt;x&gt;">\n' in new
    assert '\t<meta property="article:published_time" content="2026-11-24">\n</head>' in new
    stating = HEAD.replace(
        "\t<title>", '\t<meta name="author" content="O">\n\t<meta property="article:published_time" content="x">\n\t<title>'
    )
    assert changed(stating, given) == stating


# -- links


@pytest.mark.parametrize(
    ("page", "localised"),
    [
        ('<a href="b.html">Текст</a>', '<a href="b-en.html">Текст</a>'),
        ("<a class=x href=b.html>Текст</a>", '<a class=x href="b-en.html">Текст</a>'),
        ('<a href="/a?x=1&amp;y=2">x</a>', '<a href="/en/a?x=1&amp;y=2">x</a>'),
        ('<a href="c.html">Текст <b>тут</b> </a>.', '<a href="c.html">Текст <b>тут</b> (in Ukrainian) </a>.'),
        ('<a href="c.html"><img src="x" alt="Текст"></a>', '<a href="c.html"><img src="x" alt="Текст"></a>'),
        ('<a href="c.html">x (in Ukrainian)</a>', '<a href="c.html">x (in Ukrainian)</a>'),
        ('<a href="c.html">x<p>y <a href="d.html">z</a>', '<a href="c.html">x<p>y <a href="d.html">z</a>'),
        ('<a href="d.html">x</a>', '<a href="d.html">x</a>'),
        (
            '<!-- <a href="b.html">x</a> --><script>"<a href=b.html>"</script>',
            '<!-- <a href="b.html">x</a> --><script>"<a href=b.html>"</script>',
        ),
    ],
)
def test_links_lead_to_translations_or_say_that_they_do_not(page, localised):
    assert changed(page, LINKED) == localised


def test_what_the_charset_lacks_is_a_reference():
    wishes = Localisation(source="uk", target="pl", untranslated=frozenset({"c"}), mark=" (po ukraińsku)", links={"b": "ł"})
    assert (
        changed("<p><a href='b'>Ї</a><a href=c>є</a>", wishes, "cp1251") == "<p><a href='&#322;'>Ї</a><a href=c>є (po ukrai&#324;sku)</a>"
    )


# -- JSON-LD


def scripted(value, wishes=PUBLISHED, **how):
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, **how)
    new = changed(f'<script type="application/ld+json">{text}</script>', wishes)
    return re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', new, re.DOTALL)[1]


def test_the_article_states_its_language_and_the_work_that_it_translates():
    told = json.loads(scripted({"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x", "inLanguage": "uk", "url": UK}))
    assert told["inLanguage"] == "en-GB"
    assert told["url"] == EN
    assert told["translationOfWork"] == {"@type": "NewsArticle", "url": UK, "headline": "Трамваї", "inLanguage": "uk"}


def test_new_members_stand_as_their_neighbours_do_and_the_rest_stays():
    text = '{\n  "@type" : "NewsArticle",\n  "n": 1.50,\n  "author": {"@type": "Person", "inLanguage": "uk"}\n}'
    assert scripted(text, Localisation(source="uk", target="pl", origin=UK)) == text.replace(
        '"NewsArticle",',
        f'"NewsArticle",\n  "inLanguage" : "pl",\n  "translationOfWork" : {{"@type": "NewsArticle", "url": "{UK}", "inLanguage": "uk"}},',
    )


def test_the_address_of_the_page_is_renewed_and_the_sources_id_kept_with_the_source():
    source = {"@id": UK + "#article", "@type": ["NewsArticle", "Thing"], "mainEntityOfPage": {"@type": "WebPage", "@id": UK}, "image": UK}
    told = json.loads(scripted(source))
    assert (told["@id"], told["mainEntityOfPage"]["@id"], told["image"]) == (EN + "#article", EN, UK)
    assert told["translationOfWork"]["@id"] == UK + "#article"


def test_without_an_address_of_its_own_the_translation_does_not_take_the_sources_name():
    told = json.loads(scripted({"@type": "Article", "@id": UK}, Localisation(source="uk", target="en", origin=UK)))
    assert told["@id"] == UK
    assert told["translationOfWork"] == {"@type": "Article", "url": UK, "inLanguage": "uk"}


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "WebPage", "inLanguage": "uk", "mainEntity": {"@type": "NewsArticle", "inLanguage": "uk"}},
        {"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "inLanguage": "uk"}]},
        {"@type": "NewsArticle", "url": "https://example.org/another", "inLanguage": "uk"},
        {"inLanguage": "uk"},
        ["NewsArticle"],
        [],
        "так",
        '{"@type": "NewsArticle", "inLanguage": "uk",}',
        '{"@type": "NewsArticle"',
        "[" * 100_000,
        "",
        "<!-- x -->",
    ],
)
def test_what_tells_of_no_article_of_this_page_stays(value):
    assert scripted(value) == (value if isinstance(value, str) else json.dumps(value))


def test_of_a_graph_the_article_of_the_page_is_meant():
    other = {"@type": "NewsArticle", "url": UK + "-2", "inLanguage": "uk"}
    own = {"@type": "http://schema.org/NewsArticle", "url": UK + "/", "inLanguage": "uk"}
    site = {"@type": "WebSite", "inLanguage": "uk"}
    told = json.loads(scripted({"@graph": [site, other, own]}))["@graph"]
    assert told[:2] == [site, other]
    assert told[2]["inLanguage"] == "en-GB"


def test_no_text_of_ours_ends_the_script():
    wishes = Localisation(source="uk", target="en", title="</script><!-- \u2028", byline="</SCRIPT>")
    new = scripted({"@type": "NewsArticle"}, wishes)
    assert "<" not in new
    assert json.loads(new)["translationOfWork"]["headline"] == "</script><!-- \u2028"


def test_a_work_that_is_a_translation_itself_keeps_what_it_says_of_that():
    work = {"@type": "NewsArticle", "translationOfWork": {"@id": "https://elsewhere.example"}}
    assert json.loads(scripted(work))["translationOfWork"] == {"@id": "https://elsewhere.example"}


def test_switched_off_the_script_stays():
    page = '<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "uk"}</script>'
    assert changed(page, Localisation(source="uk", target="en", json_ld=False)) == page


# -- any page

pieces = st.sampled_from(
    [
        *(
            "<html",
            ' lang="uk"',
            " lang",
            ">",
            "<head>",
            "</head>",
            "<body>",
            "<meta",
            ' content="uk"',
            ' property="og:locale"',
            "<link",
            "<a",
        ),
        *(
            ' href="b.html"',
            ' href="c.html"',
            "</a>",
            "текст",
            '"',
            "'",
            "<!--",
            "-->",
            "<script",
            ' type="application/ld+json"',
            "</script>",
        ),
        *('{"@type":', '"NewsArticle"', "}", ",", '"inLanguage":', "\r\n", "/", "=", "&amp;", "</", "<svg>", "<title>", "</title>"),
    ]
)


@given(st.lists(pieces | st.text(max_size=5), max_size=40).map("".join))
def test_any_text_is_localised_once_and_for_all(page):
    if any("\ud800" <= c <= "\udfff" for c in page):
        return
    full = Localisation(
        source="uk",
        target="en-GB",
        links={"b.html": "d.html"},
        untranslated=frozenset({"c.html"}),
        mark=" (in Ukrainian)",
        canonical=EN,
        origin=UK,
        alternates=PUBLISHED.alternates,
    )
    data = page.encode()
    new = localise(data, full, "utf-8")
    assert localise(data, Localisation(source="uk", target="en", lang=False, json_ld=False), "utf-8") == data
    assert re.sub(rb"<[^>]*>", b"", new).count("текст".encode()) >= re.sub(rb"<[^>]*>", b"", data).count("текст".encode())


@pytest.mark.parametrize(
    "piece", ["<a href=c.html>x", "<a href=c.html>x</a>", "<html lang=uk>", "<meta property=og:locale>", "<script>", "<p>"]
)
def test_a_large_page_is_localised_at_once(piece):
    began = perf_counter()
    localise((piece * 20_000).encode(), LINKED, "utf-8")
    assert perf_counter() - began < 10


def test_a_head_with_nothing_but_a_title_has_room_for_what_is_stated():
    page = "<html><head><title>A</title></head><body><p>B</p></body></html>"
    stated = localise(page.encode(), Localisation(source="uk", target="en", byline="Olena")).decode()
    assert '<meta name="author" content="Olena"></head>' in stated


@pytest.mark.parametrize("stated", ['"Перший абзац. Другий."', '"Перший абзац.\nДругий."', '["Перший абзац.", "Другий."]'])
def test_linked_data_repeats_the_translated_text(stated):
    wishes = Localisation(source="uk", target="en", body="First “paragraph”.\n\n</script>Second.")
    new = scripted(f'{{"@type": "NewsArticle", "articleBody": {stated}, "wordCount": 3}}', wishes)
    assert json.loads(new)["articleBody"] == wishes.body
    assert json.loads(new)["wordCount"] == 3


def test_linked_data_keeps_its_text_where_none_is_known():
    assert json.loads(scripted({"@type": "NewsArticle", "articleBody": "Перший."}))["articleBody"] == "Перший."


def test_a_type_with_parameters_is_linked_data_too():
    page = '<script type="application/ld+json; charset=utf-8">{"@type": "NewsArticle", "inLanguage": "uk"}</script>'
    assert '"inLanguage": "en-GB"' in changed(page)
