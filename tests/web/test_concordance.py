"""The concordance: its page without JavaScript, and its dialog beside the sentence that is being written."""

import re

import pytest
from playwright.sync_api import expect

from fakes.desk import ENGLISH
from fakes.samples import HOSTILE, harmless
from fakes.site import text
from transloc.memory import Entry

PRICE = "Вони коштують 480 млн гривень."


def remember(site, source="Добрий день", target="Good day", **values):
    site.store.add_entries([Entry(**({"source": source, "target": target, "source_locale": "uk", "target_locale": "en"} | values))])


def page(site, words, **more):
    query = {"text": words, **more}
    return site.client.get("/memory/", query)


def test_without_words_it_says_how_much_is_remembered(site):
    assert "0 translations that somebody vouches for" in text(site.get("/memory/"))
    site.review(ENGLISH)
    assert "8 translations that somebody vouches for" in text(site.get("/memory/"))


@pytest.mark.parametrize("words", ["ГРИВЕНЬ", "hryvnias cost", "гривень they"])
def test_words_of_either_language_are_found_and_marked_in_their_context(site, words):
    site.review(ENGLISH)
    answer = page(site, words)
    assert b"<mark>" in answer.content
    answer.content = re.sub(rb"</?mark>", b"", answer.content)
    assert "They cost 480 million hryvnias." in text(answer)
    assert "купівлю 12 трамваїв. Вони коштують 480 млн гривень. «Ми чекали" in re.sub(r"\s+", " ", text(answer))
    assert site.newsroom.owner().name in text(answer)
    assert b'href="/a/tram/en/"' in answer.content


def test_other_forms_of_a_word_are_found(site):
    remember(site, "Без протиповітряної оборони", "Without air defence")
    assert "<mark>протиповітряної</mark> <mark>оборони</mark>" in page(site, "протиповітряна оборона").content.decode()


def test_only_one_language(site):
    remember(site, target="Dzień dobry", target_locale="pl")
    assert "Nobody has confirmed anything with these words yet" in text(page(site, "добрий", to="en"))
    assert "Dzień dobry" in text(page(site, "добрий", to="xx"))


def test_what_came_from_elsewhere_has_no_page(site):
    remember(site, origin="tmx", article="elsewhere")
    answer = page(site, "добрий")
    assert "elsewhere, en" in text(answer)
    assert "/a/elsewhere" not in answer.content.decode()


def test_so_many_that_more_words_are_wanted(site):
    for number in range(60):
        remember(site, f"Добрий день {number}")
    assert "The latest 50: more words find fewer" in text(page(site, "день"))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_that_is_remembered_or_asked_runs(site, hostile):
    remember(site, f"день {hostile}", f"day {hostile}", previous=hostile, next=hostile, article=hostile, origin=hostile)
    harmless(page(site, "день").content.decode())
    harmless(page(site, hostile).content.decode())


def test_a_stranger_sees_nothing(site):
    from fakes.site import stranger

    assert stranger().get("/memory/", {"text": "день"}).status_code in (302, 403)


@pytest.mark.needs("chromium")
class TestBesideTheSentence:
    def found(self, article):
        return article.page.locator("#concordance[open] .found")

    def test_marked_words_are_looked_for_from_the_palette_and_what_is_typed_stays(self, site, article):
        remember(site, "Коштує сто гривень", "It costs a hundred hryvnias")
        segment = site.segment(PRICE)
        article.write(segment).fill("They cost")
        article.mark(segment, "гривень")
        article.page.keyboard.press("Control+k")
        article.page.keyboard.type("in the memory")
        article.page.keyboard.press("Enter")
        self.found(article).locator("mark", has_text="гривень").wait_for()
        expect(article.page.locator("#concordance [name=text]")).to_have_value("гривень")
        article.page.keyboard.press("Escape")
        article.page.locator("#concordance[open]").wait_for(state="hidden")
        expect(article.field).to_have_value("They cost")

    def test_by_its_key_in_a_ukrainian_layout_and_for_other_words(self, site, article):
        remember(site)
        article.stand(site.segment(PRICE))
        assert article.key("KeyK", "л")
        field = article.page.locator("#concordance[open] [name=text]")
        expect(field).to_be_focused()
        field.fill("GOOD")
        field.press("Enter")
        self.found(article).locator(".source", has_text="Добрий день").wait_for()
        field.fill("nobody said this")
        field.press("Enter")
        self.found(article).locator(".count", has_text="Nobody has confirmed").wait_for()

    def test_without_a_line_it_says_so(self, site, article):
        article.stand(site.segment(PRICE))
        article.key("KeyK", "k")
        article.page.context.set_offline(True)
        field = article.page.locator("#concordance[open] [name=text]")
        field.fill("день")
        field.press("Enter")
        article.page.locator("#concordance .found", has_text="The memory cannot be asked now").wait_for()


@pytest.mark.needs("chromium")
def test_the_page_is_answered_while_words_are_typed(site, context, served):
    remember(site)
    page = context.new_page()
    page.goto(f"{served.at}memory/")
    page.get_by_label("Words, in any of the languages").press_sequentially("good")
    page.locator(".concordance mark", has_text="Good").wait_for()
    assert "text=good" in page.url
