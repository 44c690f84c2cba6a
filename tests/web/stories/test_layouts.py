"""The keyboards of a newsroom: Ukrainian, Polish on two systems, and a Mac. Letters are typed, keys are found by their place."""

import pytest
from playwright.sync_api import expect

from fakes import bridge
from fakes.browser import until
from fakes.layouts import ALT, CONTROL, MAC, META, POLISH_LINUX, POLISH_WINDOWS, SHIFT, UKRAINIAN, Layout

pytestmark = pytest.mark.needs("chromium")

TYPED = {
    "Ukrainian": (UKRAINIAN, "щоранку грсмфпнзд ґанок з їжею"),
    "Polish, Windows": (POLISH_WINDOWS, "zażółć gęślą jaźń € nfdgsmourcpt"),
    "Polish, Linux": (POLISH_LINUX, "zażółć gęślą jaźń € nfdgsmourcpt"),
    "Mac": (MAC, "åç∂ƒ©µøπ®ß†≈ nfdgsmourcpt"),
}
SYSTEM = [
    ("Space", " ", CONTROL),
    ("Space", " ", META),
    ("ControlLeft", "Control", CONTROL),
    ("AltLeft", "Alt", ALT),
    ("AltRight", "AltGraph", 0),
    ("MetaLeft", "Meta", META),
    ("ShiftLeft", "Shift", SHIFT),
    ("CapsLock", "CapsLock", 0),
]
ON_A_MAC = "Object.defineProperty(navigator, 'userAgentData', {value: {platform: 'macOS'}})"


def dialogs(tab):
    return tab.page.locator("dialog[open]").count()


def test_letters_are_letters_and_those_with_a_modifier_never_keys(tab, kept):
    one = kept.segment(bridge.BUSES)
    for layout, (letters, text) in TYPED.items():
        keyboard = Layout(tab.page, letters)
        tab.write(one).fill("")
        keyboard.type(text)
        assert tab.field.input_value() == text, layout
        assert (tab.opened, tab.writing, dialogs(tab)) == (one.id, True, 0), layout
        tab.page.keyboard.press("Escape")
        keyboard.type(letter for letter in letters if letters[letter][1] & ALT)
        assert tab.field.input_value() == text, layout
        assert (tab.opened, tab.writing, dialogs(tab)) == (one.id, False, 0), layout
    assert kept.segment(bridge.BUSES) == one


def test_row_keys_are_found_under_cyrillic_letters(tab, kept):
    one, below = kept.segment(bridge.BUSES), kept.segment(bridge.LASTED)
    keyboard = Layout(tab.page, UKRAINIAN)
    tab.stand(one)
    for letter, opens in (("щ", "#ask"), ("і", "#cut"), ("?", "#keys")):
        keyboard.type(letter)
        tab.page.locator(f"{opens}[open]").wait_for()
        tab.page.keyboard.press("Escape")
        assert dialogs(tab) == 0
    keyboard.type("з")
    tab.page.locator("#preview").wait_for()
    keyboard.type("с")
    assert tab.page.evaluate("document.activeElement.id") == "comment"
    tab.page.keyboard.press("Escape")
    keyboard.type("щ")
    keyboard.type("відомо всім")
    keyboard.press("Enter", "Enter", text="\r")
    until(lambda: kept.segment(bridge.BUSES).omitted == "відомо всім")
    until(lambda: tab.opened == below.id)
    keyboard.type("г")
    until(lambda: kept.segment(bridge.BUSES) == one._replace(revision=one.revision + 2))


def test_an_input_method_is_left_alone_while_it_composes(tab, kept):
    one = kept.segment(bridge.BUSES)
    keyboard = Layout(tab.page, MAC)
    tab.write(one).fill("")
    keyboard.compose("とうきょう")
    keyboard.press("Escape", number=229)
    keyboard.press("Enter", modifiers=CONTROL, number=229)
    assert (tab.opened, tab.writing) == (one.id, True)
    keyboard.compose_end("東京")
    expect(tab.field).to_have_value("東京")
    assert kept.segment(bridge.BUSES) == one


def test_what_switches_the_layout_is_the_systems(tab, kept):
    one = kept.segment(bridge.BUSES)
    keyboard = Layout(tab.page, UKRAINIAN)
    for writing, begin in ((True, tab.write), (False, tab.stand)):
        begin(one)
        for code, key, modifiers in SYSTEM:
            keyboard.press(code, key, modifiers)
            assert (tab.opened, tab.writing, dialogs(tab)) == (one.id, writing, 0), code
    expect(tab.field).to_have_value(one.target)
    assert kept.segment(bridge.BUSES) == one


def test_on_a_mac_command_is_the_key(tab, kept):
    tab.page.add_init_script(ON_A_MAC)
    tab.open(bridge.PATH)
    keyboard = Layout(tab.page, MAC)
    tab.write(kept.segment(bridge.BUSES))
    keyboard.press("KeyK", "k", CONTROL)
    assert dialogs(tab) == 0
    keyboard.press("KeyK", "k", META)
    tab.page.locator("#palette[open]").wait_for()
    keyboard.press("Escape")
    keyboard.press("Enter", "Enter", META)
    until(lambda: kept.segment(bridge.BUSES).state == "reviewed")


def test_row_keys_are_changed_and_switched_off(tab, kept):
    keyboard = Layout(tab.page, UKRAINIAN)
    tab.stand(kept.segment(bridge.BUSES))
    keyboard.type("?")
    tab.page.locator("[data-change=omit]").press("Enter")
    keyboard.type("ч")
    tab.page.locator("[data-key=omit]", has_text="X").wait_for()
    tab.page.keyboard.press("Escape")
    keyboard.type("щ")
    assert dialogs(tab) == 0
    keyboard.type("ч")
    tab.page.locator("#ask[open]").wait_for()
    tab.page.keyboard.press("Escape")
    keyboard.type("?")
    tab.page.locator("#keys-on").press("Space")
    tab.page.keyboard.press("Escape")
    tab.open(bridge.PATH)
    tab.stand(kept.segment(bridge.BUSES))
    keyboard.type("ч?щіз")
    assert (dialogs(tab), tab.page.locator("#preview").is_visible()) == (0, False)
    tab.page.keyboard.press("Control+k")
    tab.page.locator("#palette[open]").wait_for()
