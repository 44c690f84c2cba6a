"""The desk as it is heard: what Chromium's accessibility tree holds of its pages, and what is said without being asked for."""

import re

import pytest
from playwright.sync_api import expect

from fakes.browser import Article, until
from fakes.desk import ENGLISH
from fakes.heard import LANDMARKS, Ear
from fakes.keyboard import Keyboard
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action
from transloc.web import owner

pytestmark = pytest.mark.needs("chromium")

PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
#: The row of a draft that names no tram: its controls in order, in both languages of the desk.
ROW = {
    "en": [
        ("link", "paragraph, 5 of 8"),
        ("textbox", "English, paragraph, 5 of 8"),
        ("button", "Confirm"),
        ("button", "Save"),
        ("button", "Leave out"),
        ("button", "More actions"),
    ],
    "uk": [
        ("link", "абзац, 5 з 8"),
        ("textbox", "англійська, абзац, 5 з 8"),
        ("button", "Підтвердити"),
        ("button", "Зберегти"),
        ("button", "Вилучити"),
        ("button", "Інші дії"),
    ],
}
#: What is told of that row beside its text.
TOLD = {"en": "draft 1 error 1 comment", "uk": "чернетка 1 помилка 1 коментар"}
PAGES = ("", "board/", "a/tram/en/", "a/tram/en/read/", "a/tram/en/quotes/", "a/tram/en/compare/", "a/tram/en/export/", "glossary/", "add/")


@pytest.fixture
def at_desk(chromium, served):
    """Open the article in the owner's browser: ``at_desk("uk")`` in one that asks for Ukrainian."""
    made = []

    def open_in(language="en", path="a/tram/en/"):
        context = chromium.new_context(locale=language)
        made.append(context)
        context.request.get(f"{served.at}start/{owner.issue()}/")
        return Article(context.new_page(), served.at).open(path)

    yield open_in
    for context in made:
        context.close()


def leave_unfinished(site):
    """Draft the price with the wrong number, and ask about it."""
    segment = site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    site.store.comment("tram", "en", segment.id, author=site.newsroom.owner(), text="So little?", at=now())
    return site.segment(PRICE)


class TestNames:
    @pytest.mark.parametrize("language", ["en", "uk"])
    def test_every_control_of_the_row_has_its_name_and_says_how_far_the_sentence_is(self, site, at_desk, language):
        segment = leave_unfinished(site)
        article = at_desk(language)
        article.write(segment)
        link, field, *buttons = Ear(article.page).controls(f'[id="s-{segment.id}"]')
        assert [one.said for one in (link, field, *buttons)] == ROW[language]
        assert link.description == field.description == TOLD[language]

    def test_how_far_it_is_is_told_anew_when_it_is_further(self, site, article):
        segment = leave_unfinished(site)
        article.open().write(segment).fill(ENGLISH[PRICE])
        article.page.keyboard.press("Control+Enter")
        until(lambda: site.segment(PRICE).state is State.REVIEWED)
        article.stand(segment)
        until(lambda: Ear(article.page).focus.description == "confirmed 1 comment")

    @pytest.mark.parametrize("language", ["en", "uk"])
    def test_nothing_that_takes_the_focus_and_no_picture_is_without_a_name(self, site, at_desk, served, language):
        segment = leave_unfinished(site)
        article = at_desk(language)
        article.write(segment)
        ear = Ear(article.page)
        for path in (None, *PAGES):
            if path is not None:
                article.page.goto(served.at + path)
            pictures = [node for node in ear.nodes() if node.role in ("image", "img", "progressbar", "dialog")]
            nameless = [node for node in (*ear.controls(), *pictures) if not node.name.strip() or node.role == "generic"]
            assert nameless == [], path

    def test_landmarks_are_told_apart_and_headings_leave_no_level_out(self, site, at_desk, served):
        leave_unfinished(site)
        article = at_desk()
        ear = Ear(article.page)
        article.write(site.segment(PRICE))
        for path in (None, *PAGES):
            if path is not None:
                article.page.goto(served.at + path)
            nodes = ear.nodes()
            marks = [node.said for node in nodes if node.role in LANDMARKS]
            assert [role for role, _ in marks][:3] == ["banner", "navigation", "main"], path
            rooms = [one for one in marks if one[0] != "form"]
            assert len(set(rooms)) == len(rooms), path
            levels = [node.properties["level"] for node in nodes if node.role == "heading"]
            assert levels.count(1) == 1, path
            assert all(later - before <= 1 for before, later in zip([0, *levels], levels, strict=False)), (path, levels)

    def test_the_rooms_of_the_article_stand_in_the_order_in_which_one_works(self, site, article):
        article.write(site.segment(PRICE))
        marks = [node.said for node in Ear(article.page).nodes() if node.role in LANDMARKS]
        assert marks == [
            ("banner", ""),
            ("navigation", "Desk"),
            ("main", ""),
            ("navigation", "Which sentences"),
            ("region", "The article, sentence by sentence"),
            ("complementary", "About this sentence"),
            ("region", "Findings"),
            ("region", "Comments"),
            ("form", ""),
            ("contentinfo", ""),
            ("form", "Language of the pages"),
        ]


#: Words of the article in the source's letters, and in those of the page, which stand in an element of another language.
MISREAD = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: at } = walker.currentNode;
    const held = at.closest("[lang]");
    if (at.closest(".on-paper")) continue; // not on the screen
    if (/\\p{Script=Cyrillic}{2}/u.test(data) && held.lang !== "uk") found.push(data);
    if (/[a-z]{3}/i.test(data) && held.lang === "uk") found.push(data);
    if (held !== document.documentElement && !held.closest("[dir]")) found.push(`${data} (no direction)`);
  }
  return found;
}"""


def test_every_text_is_read_in_its_own_language(site, at_desk, served):
    site.review(ENGLISH)
    site.change(PRICE, Action.REJECT, reason="look again")
    article = at_desk()
    article.write(site.segment(PRICE))
    expect(article.field).to_have_attribute("lang", "en")
    expect(article.field).to_have_attribute("dir", "ltr")
    expect(article.field).to_have_attribute("spellcheck", "true")
    found = {"": article.page.evaluate(MISREAD)}
    rooms = ("read/", "export/", "quotes/", "compare/?only=all", f"s/{article.opened}/", f"s/{site.segment(QUOTED).id}/")
    for path in ("", *(f"a/tram/en/{room}" for room in rooms)):
        article.page.goto(served.at + path)
        found[path or "queue"] = article.page.evaluate(MISREAD)
    assert {path: words for path, words in found.items() if words} == {}


class TestWhatIsSaid:
    @pytest.fixture
    def ear(self, site, article):
        leave_unfinished(site)
        article.open().write(site.segment(PRICE))
        found = Ear(article.page)
        found.listen()
        return found

    def test_a_refusal_is_said_once_and_beside_the_field(self, site, article, ear):
        article.page.keyboard.press("Control+Enter")
        article.said("480")
        article.page.wait_for_timeout(1200)
        ((how, words),) = ear.heard
        assert how == "polite"
        assert words.startswith("Number: The source has 480, the target 48.")
        expect(article.page.locator(".trouble")).to_contain_text(words)

    def test_a_save_is_said_once_with_what_it_left(self, article, ear):
        article.field.press_sequentially(" So it was.")
        article.page.locator(".is-open [data-act=edit]").click()
        article.said("Saved")
        article.page.wait_for_timeout(1200)
        assert ear.heard == [("polite", "Saved. 1 finding")]

    def test_findings_are_counted_when_their_number_changes(self, article, ear):
        article.field.fill("They cost 480 million hryvnias.")
        article.said("No findings")
        article.page.wait_for_timeout(1200)
        assert ear.heard == [("polite", "No findings")]

    def test_a_conflict_is_said_once_and_the_focus_stays(self, site, article, ear):
        article.field.fill("They cost 480 million.")
        article.said("No findings")
        site.change(PRICE, Action.EDIT, target="They cost 490 million.")
        article.page.keyboard.press("Control+Enter")
        article.page.locator(".conflict").wait_for()
        article.page.wait_for_timeout(1200)
        assert ear.heard[1:] == [("polite", "Somebody wrote this sentence meanwhile: your text is kept")]
        assert ear.focus.said == ("textbox", "English, paragraph, 5 of 8")

    def test_a_lost_line_is_said_once(self, article, ear):
        article.page.context.set_offline(True)
        article.said("The line to the server is lost")
        article.page.wait_for_timeout(2500)
        assert [how for how, _ in ear.heard] == ["polite"]

    def test_what_somebody_is_told_is_heard_beside_the_work(self, site, article, ear):
        colleague = site.store.person("Bob Stone")
        words = f"@{site.newsroom.owner().name} look"
        site.store.comment("tram", "en", site.segment(COUNCIL).id, author=colleague, text=words, at=now())
        article.page.get_by_role("link", name="News 1 unread").wait_for()
        article.page.wait_for_timeout(3500)
        assert [one for one in ear.heard if "News" in one[1]] == [("polite", "News 11 unread")]
        assert ear.focus.said == ("textbox", "English, paragraph, 5 of 8")

    def test_the_preview_is_never_heard(self, article, ear):
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("p")
        article.page.frame_locator("#preview iframe").locator("article").wait_for()
        article.page.keyboard.press("Enter")
        article.field.fill("They cost 47 million hryvnias.")
        article.page.wait_for_timeout(2500)
        assert ear.heard == []
        assert [node for node in ear.nodes("#preview") if node.properties.get("live")] == []

    def test_what_is_found_in_a_dialog_is_said_inside_of_it(self, article, ear):
        article.page.keyboard.press("Control+k")
        article.page.keyboard.type("zzz")
        article.page.locator("#palette .none").wait_for()
        assert ear.heard == [("polite", "No action is called so, or none that is possible now.")]
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("Escape")
        article.page.keyboard.press("k")
        article.page.locator("#concordance [name=text]").fill("пінгвін")
        ear.listen()
        article.page.keyboard.press("Enter")
        until(lambda: ear.heard)
        article.page.wait_for_timeout(500)
        assert ear.heard == [("polite", "Nobody has confirmed anything with these words yet.")]


class TestWhatAFilterFinds:
    @pytest.fixture
    def page(self, context, served):
        page = context.new_page()
        page.goto(served.at)
        return page

    def listening(self, page):
        ear = Ear(page)
        ear.listen()
        return ear

    def test_is_counted_once(self, page):
        ear = self.listening(page)
        page.get_by_label("Article", exact=True).press_sequentially("nothing")
        page.get_by_text("Nothing in the queue fits these filters.").wait_for()
        until(lambda: ear.heard and ear.heard[-1][1] == "0 of 2 in the queue")
        page.wait_for_timeout(500)
        assert {how for how, _ in ear.heard} == {"polite"}
        assert ear.heard[-1][1] == "0 of 2 in the queue"
        assert ear.focus.said == ("searchbox", "Article")

    def test_is_counted_in_the_memory_and_the_glossary_too(self, page, served):
        for path, label, words in (
            ("memory/", "Words, in any", "Nobody has confirmed anything"),
            ("glossary/", "Word, in any", "0 of 2 rows"),
        ):
            page.goto(served.at + path)
            ear = self.listening(page)
            page.get_by_label(label).fill("пінгвін")
            until(lambda: ear.heard)  # noqa: B023 -- it is asked here
            page.wait_for_timeout(500)
            ((how, said),) = ear.heard
            assert how == "polite"
            assert said.startswith(words)

    def test_and_a_click_there_is_answered_once_and_keeps_the_focus(self, site, page):
        site.store.person("Bob Stone", role=Role.TRANSLATOR)
        page.reload()
        ear = self.listening(page)
        page.locator("#hold-tram-en").focus()
        page.keyboard.press("Enter")
        until(lambda: ear.heard)
        page.wait_for_timeout(500)
        ((how, said),) = ear.heard
        assert (how, said.startswith("You are at “Львів купує 12 трамваїв” (en)")) == ("polite", True)
        assert ear.focus.said == ("button", "Release Львів купує 12 трамваїв")


#: Writes down each moment at which nothing had the focus.
WATCH = """() => {
  window.lost = [];
  setInterval(() => { if (document.activeElement === document.body) window.lost.push(performance.now()); }, 20);
}"""


class TestFocus:
    @pytest.mark.parametrize(
        ("key", "box", "first"),
        [
            ("Control+k", "#palette", ("combobox", "Action")),
            ("Shift+Slash", "#keys", ("checkbox", "Single keys are on")),
            ("o", "#ask", ("textbox", "Reason")),
            ("s", "#cut", ("slider", "Where to cut the source")),
            ("k", "#concordance", ("textbox", "Words, in either language")),
        ],
    )
    def test_a_dialog_takes_it_keeps_it_and_gives_it_back(self, site, article, key, box, first):
        article.stand(leave_unfinished(site))
        article.page.keyboard.press(key)
        article.page.locator(f"{box}[open]").wait_for()
        ear = Ear(article.page)
        assert ear.focus.said == first
        (dialog,) = [node for node in ear.nodes() if node.role == "dialog"]
        assert dialog.name
        assert dialog.properties["modal"]
        inside = [node.said for node in ear.controls(box)]
        assert [node.said for node in ear.controls() if node.role != "Iframe"] == inside, "what is behind it is out of reach"
        for _ in range(len(inside) + 2):
            article.page.keyboard.press("Tab")
            assert article.page.evaluate(
                "box => !document.hasFocus() || document.activeElement === document.body || "
                "document.querySelector(box).contains(document.activeElement)",
                box,
            )
        article.page.keyboard.press("Escape")
        assert ear.focus.said == ("link", "paragraph, 5 of 8")

    def test_goes_to_the_neighbour_where_its_row_goes(self, site, article):
        article.write(site.segment(PRICE))
        segment, following = (site.store.catalog("tram", "en").segments[at] for at in (3, 4))
        rules = site.newsroom.rules("en")
        by, at = site.newsroom.owner(), now()
        site.store.merge("tram", "en", segment.id, seen=segment.revision, following=following.revision, actor=by, moment=at, rules=rules)
        article.page.locator(".row").nth(7).wait_for(state="detached")
        assert Ear(article.page).focus.said == ("link", "quote, 5 of 7")

    def test_is_always_somewhere_through_a_whole_review(self, site, article, served):
        """From the queue to the exported file by the keyboard alone; each new page begins at its top, as any does."""
        article.page.goto(served.at)
        keys, ear = Keyboard(article), Ear(article.page)
        keys.follow("Continue", "**/en/#*")
        article.page.locator("#desk[data-ready]").wait_for()
        assert ear.focus.said == ("link", "headline, 1 of 8"), "the link leads to the first open sentence"
        article.page.evaluate(WATCH)
        keys.press("Enter")
        for number, segment in enumerate(site.store.catalog("tram", "en"), 1):
            until(lambda: article.opened == segment.id)  # noqa: B023 -- it is asked here
            assert ear.focus.role == "textbox"
            assert re.fullmatch(rf"English, \w+, {number} of 8", ear.focus.name)
            assert ear.focus.description == "untranslated"
            keys.write(ENGLISH[segment.source])
            keys.press("Control+Enter")
        article.said("read the article through and sign it off")
        assert ear.focus.said == ("textbox", "English, item, 8 of 8"), "there is nowhere to go on to"
        keys.press("Escape")
        assert ear.focus.said == ("link", "item, 8 of 8")
        assert article.page.evaluate("window.lost") == []
        keys.choose("read the article")
        article.page.wait_for_url("**/read/")
        self.begins_at_the_top(keys, ear)
        keys.reach("Sign off article")
        keys.press("Enter")
        keys.page.get_by_role("status").filter(has_text="Signed off: 8 sentences").wait_for()
        self.begins_at_the_top(keys, ear)
        keys.follow("Export it", "**/export/")
        self.begins_at_the_top(keys, ear)
        keys.reach("as it came")
        keys.reach("Export")
        keys.press("Enter")
        keys.page.get_by_role("status").filter(has_text="Exported.").wait_for()
        assert (site.desk.root / "exports/en/tram.md").exists()

    def begins_at_the_top(self, keys, ear):
        keys.press("Tab")
        assert ear.focus.said == ("link", "Skip to the text")
