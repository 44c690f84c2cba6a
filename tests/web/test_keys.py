"""The keys of the article page, replayed as keyboards of other layouts send them."""

import pytest
from playwright.sync_api import expect

from fakes.browser import until
from fakes.desk import ENGLISH
from transloc.jobs.newsroom import now
from transloc.model import State
from transloc.states import Action, Change

pytestmark = pytest.mark.needs("chromium")

HEADLINE = "Львів купує 12 трамваїв"
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."

LETTERS = "nтsąO1?7"
POLISH = {"KeyN": "ń", "KeyS": "ś", "KeyC": "ć", "KeyO": "ó", "KeyU": "€", "KeyK": "ł", "KeyR": "ŕ", "Digit1": "¹"}
#: What the keys with these places give on a Ukrainian keyboard.
UKRAINIAN = {f"Key{latin}": cyrillic for latin, cyrillic in zip("NFDGSMOURC", "тавпіьщгкс", strict=True)}


class TestInTheField:
    def test_control_enter_confirms_and_goes_on(self, site, article):
        article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
        article.page.keyboard.press("Control+Enter")
        until(lambda: article.opened == site.segment(QUOTED).id)
        assert site.segment(PRICE).state is State.REVIEWED
        assert article.writing

    def test_command_enter_does_so_on_a_mac(self, site, article):
        article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
        assert article.key("Enter", "Enter", metaKey=True)
        until(lambda: site.segment(PRICE).state is State.REVIEWED)

    def test_with_shift_it_signs_off(self, site, article):
        article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
        article.page.keyboard.press("Control+Shift+Enter")
        until(lambda: site.segment(PRICE).state is State.FINAL)

    def test_a_refused_confirm_stays_where_the_text_is(self, site, article):
        article.write(site.segment(PRICE)).fill("They cost 48 million hryvnias.")
        article.page.keyboard.press("Control+Enter")
        article.said("480")
        assert article.opened == site.segment(PRICE).id
        assert article.writing
        assert article.row(site.segment(PRICE)).get_attribute("data-state") == "translated"

    def test_letters_and_digits_are_typed(self, site, article):
        field = article.write(site.segment(PRICE))
        field.fill("")
        for letter in LETTERS:
            article.page.keyboard.type(letter)
        expect(field).to_have_value(LETTERS)
        assert article.opened == site.segment(PRICE).id

    def test_altgraph_and_option_write_letters(self, site, article):
        article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
        for code, key in [*POLISH.items(), ("Enter", "Enter")]:
            assert not article.key(code, key, AltGraph=True), code
            assert not article.key(code, key, ctrlKey=True, altKey=True), f"{code}: AltGraph, as Windows tells it"
            assert not article.key(code, key, altKey=True), f"{code}: Option"
        assert site.segment(PRICE).target == ""
        assert article.page.locator("dialog[open]").count() == 0

    def test_switching_the_layout_is_left_to_the_system(self, site, article):
        article.write(site.segment(PRICE))
        assert not article.key("Space", " ", ctrlKey=True)
        for code, name in (("ControlLeft", "ctrlKey"), ("AltLeft", "altKey"), ("MetaLeft", "metaKey"), ("ShiftLeft", "shiftKey")):
            assert not article.key(code, code.removesuffix("Left"), **{name: True}), code
        assert article.writing

    def test_escape_leaves_the_field_and_enter_returns(self, site, article):
        article.write(site.segment(PRICE))
        article.page.keyboard.press("Escape")
        assert not article.writing
        assert article.opened == site.segment(PRICE).id
        article.page.keyboard.press("Enter")
        assert article.writing

    def test_escape_belongs_to_the_input_method_while_it_composes(self, site, article):
        article.write(site.segment(PRICE))
        assert not article.key("Escape", "Escape", composing=True)
        assert article.writing

    def test_the_palette_opens_over_the_field_and_gives_it_back(self, site, article):
        article.write(site.segment(PRICE)).fill("They cost 480")
        article.page.keyboard.press("Control+k")
        article.page.locator("#palette[open]").wait_for()
        article.page.keyboard.press("Escape")
        assert article.writing

    def test_on_a_mac_control_k_is_the_systems_own(self, site, context, served, article):
        script = "Object.defineProperty(navigator, 'userAgentData', {value: {platform: 'macOS'}})"
        article.page.add_init_script(script)
        article.open()
        article.write(site.segment(PRICE))
        assert not article.key("KeyK", "k", ctrlKey=True)
        assert article.key("KeyK", "k", metaKey=True)
        expect(article.page.locator("#palette[open]")).to_have_count(1)


class TestInRowMode:
    def test_arrows_go_from_sentence_to_sentence(self, site, article):
        article.stand(site.segment(COUNCIL))
        article.page.keyboard.press("ArrowDown")
        assert article.opened == site.segment(PRICE).id
        article.page.keyboard.press("ArrowUp")
        assert article.opened == site.segment(COUNCIL).id
        assert not article.writing

    def test_omit_asks_for_a_reason_in_every_layout(self, site, article):
        article.stand(site.segment(PRICE))
        assert article.key("KeyO", "щ")
        article.page.locator("#ask[open] textarea").fill("known to every reader")
        article.page.keyboard.press("Enter")
        until(lambda: site.segment(PRICE).omitted == "known to every reader")
        until(lambda: article.opened == site.segment(QUOTED).id)

    def test_a_dialog_that_is_left_changes_nothing(self, site, article):
        article.stand(site.segment(PRICE))
        article.page.keyboard.press("o")
        article.page.keyboard.press("Escape")
        assert site.segment(PRICE).omitted == ""
        assert article.opened == site.segment(PRICE).id

    def test_a_key_with_a_modifier_is_not_ours(self, site, article):
        article.stand(site.segment(PRICE))
        for name in ("AltGraph", "altKey", "ctrlKey", "metaKey", "shiftKey"):
            for code in ("KeyO", "KeyC", "KeyS", "Digit1", "KeyP", "ArrowDown"):
                assert not article.key(code, "x", **{name: True}), f"{name} {code}"

    def test_every_letter_is_matched_by_its_place(self, site, article):
        article.stand(site.segment(PRICE))
        for code, key in UKRAINIAN.items():
            assert article.key(code, key), code
            if article.page.locator("dialog[open]").count():
                article.page.keyboard.press("Escape")
            if article.page.evaluate("document.activeElement.id") == "comment":
                article.page.keyboard.press("Escape")
            article.stand(site.segment(PRICE))

    def test_the_question_mark_is_found_on_every_keyboard(self, site, article):
        article.stand(site.segment(PRICE))
        for code, key in (("Slash", "?"), ("Digit7", "?"), ("Slash", ","), ("Minus", "?")):
            assert article.key(code, key, shiftKey=True)
            expect(article.page.locator("#keys[open]"), key).to_have_count(1)
            article.page.keyboard.press("Escape")

    def test_a_digit_takes_a_suggestion_and_t_with_a_digit_a_term(self, site, article):
        site.change(HEADLINE, Action.EDIT, target="Twelve trams")
        site.store.change("tram", "en", **_hint(site))
        article.open()
        article.stand(site.segment(HEADLINE))
        article.page.keyboard.press("1")
        expect(article.field).to_have_value("Lviv is to have 12 trams")
        assert not article.writing
        article.page.keyboard.press("t")
        article.page.keyboard.press("1")
        expect(article.field).to_have_value("Lviv is to have 12 tramsLviv")
        assert article.writing

    def test_fix_and_finding(self, site, article):
        site.change(HEADLINE, Action.EDIT, target="Lvov buys 12 trams")
        article.open()
        article.stand(site.segment(COUNCIL))
        article.page.keyboard.press("n")
        until(lambda: article.opened == site.segment(HEADLINE).id)
        article.page.locator("#panel [data-insert=fix]").wait_for()
        article.page.keyboard.press("f")
        expect(article.field).to_have_value("Lviv buys 12 trams")

    def test_codes_go_in_one_after_the_other(self, site, article):
        article.write(site.segment(QUOTED)).fill("“We waited,” said ")
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("g")
        expect(article.field).to_have_value("“We waited,” said <1>")
        article.page.keyboard.type("Olena Haiduk")
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("g")
        expect(article.field).to_have_value("“We waited,” said <1>Olena Haiduk</1>")

    def test_split_and_merge(self, site, article):
        site.change(COUNCIL, Action.EDIT, target="The council agreed. It buys 12 trams in Lviv.")
        article.open()
        article.stand(site.segment(COUNCIL))
        article.page.keyboard.press("s")
        sliders = article.page.locator("#cut[open] input[type=range]")
        sliders.nth(0).evaluate("slider => { slider.value = 2; slider.dispatchEvent(new Event('input')); }")
        expect(sliders.nth(1)).to_have_attribute("aria-valuetext", "The council agreed.  | It buys 12 trams in Lviv.")
        article.page.locator("#cut button.primary").click()
        until(lambda: len(site.store.catalog("tram", "en").segments) == 9)
        until(lambda: article.page.locator(".row").count() == 9)
        until(lambda: article.page.locator(".row > .open").all_inner_texts() == [str(number) for number in range(1, 10)])
        article.page.keyboard.press("m")
        until(lambda: article.page.locator(".row").count() == 8)
        assert site.segment(COUNCIL).target == "The council agreed. It buys 12 trams in Lviv."

    def test_undo_goes_to_what_it_took_back(self, site, article):
        article.write(site.segment(PRICE)).fill(ENGLISH[PRICE])
        article.page.keyboard.press("Control+Enter")
        until(lambda: article.opened == site.segment(QUOTED).id)
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("u")
        until(lambda: article.opened == site.segment(PRICE).id)
        assert site.segment(PRICE).state is State.TRANSLATED

    def test_comment_and_back(self, site, article):
        article.stand(site.segment(PRICE))
        article.page.keyboard.press("c")
        article.page.keyboard.type("Is that final?")
        article.page.keyboard.press("Control+Enter")
        until(lambda: [one.text for one in site.store.comments("tram", "en")] == ["Is that final?"])

    def test_keys_are_changed_and_switched_off(self, site, article):
        article.stand(site.segment(PRICE))
        article.page.keyboard.press("?")
        article.page.locator("[data-change=omit]").click()
        article.page.keyboard.press("x")
        article.page.keyboard.press("Escape")
        assert not article.key("KeyO", "o")
        assert article.key("KeyX", "ч")
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("?")
        article.page.locator("#keys-on").uncheck()
        article.page.keyboard.press("Escape")
        article.open()
        article.stand(site.segment(PRICE))
        assert not article.key("KeyX", "x")
        assert not article.key("ArrowDown", "ArrowDown")


class TestPalette:
    def test_an_action_is_found_by_a_part_of_its_name(self, site, article):
        article.write(site.segment(PRICE))
        article.page.keyboard.press("Control+k")
        article.page.keyboard.type("leave sentence")
        article.page.keyboard.press("Enter")
        article.page.locator("#ask[open]").wait_for()

    def test_arrows_choose(self, site, article):
        article.write(site.segment(PRICE))
        article.page.keyboard.press("Control+k")
        article.page.keyboard.press("ArrowDown")
        chosen = article.page.locator("#palette [aria-selected=true]")
        assert chosen.count() == 1
        assert chosen.get_attribute("id") == article.page.locator("#palette input").get_attribute("aria-activedescendant")

    def test_a_name_that_no_action_has_is_told(self, site, article):
        article.page.keyboard.press("Control+k")
        expect(article.page.locator("#palette .none")).to_be_hidden()
        article.page.keyboard.type("zzz")
        article.page.locator("#palette .none").wait_for()

    def test_only_what_makes_sense_is_listed(self, site, article):
        article.page.keyboard.press("Control+k")
        expect(article.page.locator("#act-omit")).to_be_hidden()
        expect(article.page.locator("#act-undo")).to_be_visible()


def _hint(site):
    """Return a change that gives the headline a suggestion."""
    segment = site.segment(HEADLINE)
    change = Change(action=Action.SUGGEST, at=now(), target="Lviv is to have 12 trams")
    return {"segment": segment.id, "seen": segment.revision, "change": change, "rules": site.newsroom.rules("en")}
