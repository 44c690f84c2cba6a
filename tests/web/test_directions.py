"""A language that is written from right to left: every text of it stands so, and codes and figures in it keep their order."""

import re
from pathlib import Path

import pytest
from turbohtml import parse

import transloc.web
from fakes.site import Site
from transloc.jobs import intake
from transloc.jobs.newsroom import now
from transloc.states import Action, Change

ARABIC = {
    "Львів купує 12 трамваїв": "لفيف تشتري 12 عربة ترام",
    "Нові вагони вийдуть на маршрути до 1 вересня.": "ستدخل العربات الجديدة الخدمة قبل 1 سبتمبر.",
    "Ірина Дорошенко": "إيرينا دوروشينكو",
    "Міська рада Львова схвалила купівлю 12 трамваїв.": "وافق مجلس مدينة لفيف على شراء 12 عربة ترام.",
    "Вони коштують 480 млн гривень.": "تبلغ تكلفتها 480 مليون هريفنيا.",
    "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>.": "«انتظرنا هذا خمس سنوات»، قالت <1>أولينا هايدوك</1>.",
    "Перші вагони прибудуть у травні.": "ستصل العربات الأولى في مايو.",
    "Решта — до кінця року.": "وستصل البقية قبل نهاية العام.",
}
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
AT = "/a/tram/ar/"
TEMPLATES = Path(transloc.web.__file__).parent / "templates"


@pytest.fixture
def site(desk):
    """The desk of a newsroom that translates into Arabic, half confirmed, with one text of everything that a page shows."""
    desk.settings(targets='["en", "ar"]')
    with desk.newsroom() as newsroom:
        intake.add(newsroom, desk.root / "articles/tram.md", ("ar",))
        made = Site(desk, newsroom)
        where = {"locale": "ar"}
        for source, target in ARABIC.items():
            segment = made.segment(source, **where)
            draft = Change(action=Action.DRAFT, at=now(), target=target.replace("تبلغ", "بلغت"), origin="deepl")
            made.store.draft("tram", "ar", [(segment.id, segment.revision, draft)], rules=newsroom.rules("ar"))
            made.change(source, Action.EDIT, target=target, **where)
        for source in (PRICE, QUOTED):
            made.change(source, Action.CONFIRM, **where)
        yield made


@pytest.mark.parametrize(
    "path", ["", "read/", "compare/?tab=draft&only=all", "compare/?only=all", "export/", "quotes/", "findings/", "preview/"]
)
def test_every_text_says_which_way_it_is_written(site, path):
    document = parse(site.get(AT + path).content.decode(), positions=False)
    directions = {"ar": "rtl", "uk": "ltr"}
    told = [one for one in document.select("[lang]") if one.attr("lang") in directions]
    assert told
    for one in told:
        assert one.attr("dir") == directions[one.attr("lang")], one


def test_so_do_the_panel_and_the_sentences_own_page(site):
    segment = site.segment(PRICE, locale="ar")
    for path in (f"s/{segment.id}/panel/", f"s/{segment.id}/"):
        document = parse(site.get(AT + path).content.decode(), positions=False)
        arabic = document.select("[lang=ar]")
        assert len(arabic) > 2
        assert {one.attr("dir") for one in arabic} == {"rtl"}


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_names_a_language_without_its_direction(template):
    told = re.findall(r'(?<![\w-])lang="\{\{[^}]*\}\}"(?! dir=)', template.read_text(encoding="utf-8"))
    assert told == [] or template.stem == "base"


def test_an_export_says_it_too(site):
    site.post(f"{AT}export/", {"kind": ["html"], "draft": "on"})
    (page,) = (site.desk.root / "exports" / "ar").glob("*.html")
    assert re.search(r'<html[^>]* lang="ar"[^>]* dir="rtl"', page.read_text(encoding="utf-8"))


def of(page, selector, what):
    return page.locator(selector).evaluate_all(f"all => all.map(one => getComputedStyle(one).{what})")


@pytest.mark.needs("chromium")
def test_a_browser_lays_it_out_from_right_to_left_and_keeps_the_desk_as_it_is(site, article):
    article.page.set_viewport_size({"width": 2600, "height": 900})  # each sentence on one line
    page = article.open("a/tram/ar/").page
    assert set(of(page, ".row > .target", "direction")) == {"rtl"}
    assert set(of(page, ".row > .source", "direction")) == {"ltr"}
    segment = site.segment(QUOTED, locale="ar")
    row = article.row(segment)
    target, signs = row.locator(".target").bounding_box(), row.locator(".signs").bounding_box()
    assert signs["x"] >= target["x"] + target["width"], "the interface is written from left to right, so signs stand on the right"
    assert page.locator("#panel").bounding_box()["x"] > signs["x"]
    opening, closing = (chip.bounding_box() for chip in row.locator(".target .code").all())
    assert opening["x"] > closing["x"], "what opens stands to the right of what closes, as it is read"
    opening, closing = (chip.bounding_box() for chip in row.locator(".source .code").all())
    assert opening["x"] < closing["x"]
    assert set(of(page, ".code", "unicodeBidi")) == {"isolate"}


@pytest.mark.needs("chromium")
def test_its_field_and_its_panel_are_written_so_too(site, article):
    article.open("a/tram/ar/").write(site.segment(PRICE, locale="ar"))
    page = article.page
    assert of(page, ".row.is-open textarea.editor", "direction") == ["rtl"]
    row = page.locator(".row.is-open")
    field, signs = row.locator(".editor").bounding_box(), row.locator(".signs").bounding_box()
    assert field["x"] + field["width"] <= signs["x"] + 1, "the field does not reach over the signs"
    texts = of(page, '#panel [lang="ar"]', "direction")
    assert texts
    assert set(texts) == {"rtl"}


@pytest.mark.needs("chromium")
@pytest.mark.parametrize(
    ("path", "selector"), [("read/", ".published[lang=ar]"), ("compare/?tab=draft&only=all", ".pair .diff"), ("preview/", "html")]
)
def test_the_other_pages_are_written_so_too(site, article, path, selector):
    article.page.goto(f"{article.at}a/tram/ar/{path}")
    assert set(of(article.page, selector, "direction")) == {"rtl"}
    wide = article.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert wide, "nothing reaches over the edge"
