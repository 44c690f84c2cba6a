import re

import pytest

from fakes.desk import ENGLISH
from fakes.site import stranger, text
from transloc.model import State
from transloc.states import Action
from transloc.web import desk

COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."
HEADLINE = "Львів купує 12 трамваїв"
JSON = {"accept": "application/json"}


def address(site, source, action=""):
    return f"/a/tram/en/s/{site.segment(source).id}/" + (f"do/{action}/" if action else "")


def do(site, source, action, status=200, seen=None, **fields):
    """Ask for an action as the script does; return its answer."""
    seen = site.segment(source).revision if seen is None else seen
    return site.post(address(site, source, action), {"seen": seen, **fields}, status=status, **JSON).json()


def form(site, source, action, status=302, seen=None, **fields):
    """Send the form of the segment's own page."""
    seen = site.segment(source).revision if seen is None else seen
    return site.post(address(site, source, action), {"seen": seen, **fields}, status=status)


class TestScript:
    def test_confirming_writes_the_text_and_paints_the_row(self, site):
        answer = do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        segment = site.segment(PRICE)
        assert (segment.target, segment.state) == (ENGLISH[PRICE], State.REVIEWED)
        assert answer["said"] == "Confirmed"
        assert 'data-state="reviewed"' in answer["rows"][segment.id]
        assert answer["order"] is None
        assert answer["gone"] == []
        assert answer["progress"] == {"total": 8, "done": 1, "final": 0, "open": 7, "counts": "1 of 8 confirmed"}

    def test_confirming_what_stands_makes_no_edit(self, site):
        site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
        do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        actions = [event.action for event in site.store.history("tram", "en", site.segment(PRICE).id)]
        assert actions == ["edit", "confirm"]

    def test_confirming_twice_is_no_error(self, site):
        do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        assert do(site, PRICE, "confirm", target=ENGLISH[PRICE])["said"] == "Confirmed already"

    def test_a_confirmed_text_is_put_where_the_sentence_stands_again_but_where_it_is_being_typed(self, site):
        site.post("/add/", {"text": "Міст відкрили.\n\nЦе свято.\n\nМіст відкрили.\n\nМіст відкрили.\n", "name": "bridge", "locales": "en"})
        first, second, third = (one for one in site.store.catalog("bridge", "en") if one.source == "Міст відкрили.")
        site.post(f"/a/bridge/en/s/{second.id}/do/draft/", {"seen": 0, "target": "The bridge op"}, status=200, **JSON)
        confirm = f"/a/bridge/en/s/{first.id}/do/confirm/"
        said = site.post(confirm, {"seen": 0, "target": "The bridge is open."}, status=200, **JSON).json()["said"]
        assert said == "Confirmed, and put where the same sentence stands again (1)"
        now = {one.id: one.target for one in site.store.catalog("bridge", "en")}
        assert (now[second.id], now[third.id]) == ("", "The bridge is open.")
        assert [draft.text for draft in site.store.drafts("bridge", "en", person=site.newsroom.owner())] == ["The bridge op"]

    def test_a_finding_blocks_confirming_and_the_edit_is_kept(self, site):
        answer = do(site, PRICE, "confirm", status=422, target="They cost 48 million hryvnias.")
        segment = site.segment(PRICE)
        assert (segment.target, segment.state) == ("They cost 48 million hryvnias.", State.TRANSLATED)
        assert [found["rule"] for found in answer["findings"]] == ["number"]
        assert "480" in answer["message"]
        assert not answer["message"].startswith("Segment")
        assert answer["hint"] == "Edit the target, or waive the finding with a reason"
        assert "They cost 48 million" in answer["rows"][segment.id]

    def test_an_error_that_is_let_pass_blocks_no_more(self, site):
        do(site, PRICE, "edit", target="They cost 48 million hryvnias.")
        do(site, PRICE, "waive", rule="number", reason="the source is wrong")
        do(site, PRICE, "confirm", target="They cost 48 million hryvnias.")
        assert site.segment(PRICE).state is State.REVIEWED

    def test_a_reason_to_let_one_finding_pass_lets_no_broken_codes_in(self, site):
        broken = "“We have waited five years,” said Olena Haiduk."
        answer = do(site, QUOTED, "waive", status=422, target=broken, rule="number", reason="said so")
        assert "inline codes" in answer["message"]
        assert site.segment(QUOTED).target == ""
        do(site, QUOTED, "waive", target=broken, rule="inline-code", reason="no bold abroad")
        assert site.segment(QUOTED).target == broken

    def test_a_stale_save_brings_three_texts_and_changes_nothing(self, site):
        site.change(PRICE, Action.EDIT, target="Theirs: 480 million")
        answer = do(site, PRICE, "edit", status=409, seen=0, before="", target="Mine: 480 million")
        assert {name: answer[name] for name in ("before", "theirs", "mine", "revision")} == {
            "before": "",
            "theirs": "Theirs: 480 million",
            "mine": "Mine: 480 million",
            "revision": 1,
        }
        assert "Theirs: 480 million" in answer["row"]
        assert site.segment(PRICE).target == "Theirs: 480 million"

    def test_a_stale_save_of_the_same_text_is_told_as_well(self, site):
        site.change(PRICE, Action.EDIT, target="The same 480 million")
        do(site, PRICE, "edit", status=409, seen=0, target="The same 480 million")

    def test_signing_off_takes_the_steps_before_along(self, site):
        do(site, PRICE, "sign-off", target=ENGLISH[PRICE])
        assert site.segment(PRICE).state is State.FINAL

    def test_omitting_needs_a_reason(self, site):
        assert "reason" in do(site, PRICE, "omit", status=422)["message"]
        do(site, PRICE, "omit", reason="known to every reader")
        assert site.segment(PRICE).omitted == "known to every reader"

    def test_reject_reopen_and_correct(self, site):
        do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        do(site, PRICE, "reject", reason="clumsy")
        assert site.segment(PRICE).state is State.TRANSLATED
        do(site, PRICE, "sign-off", target=ENGLISH[PRICE])
        do(site, PRICE, "correct", target="They cost UAH 480 million.", reason="currency")
        corrected = site.segment(PRICE)
        assert (corrected.target, corrected.state) == ("They cost UAH 480 million.", State.FINAL)
        assert corrected.correction.endswith("currency")
        do(site, PRICE, "reopen", reason="once more")
        assert site.segment(PRICE).state is State.REVIEWED

    def test_codes_that_were_lost_are_refused(self, site):
        assert "inline codes" in do(site, QUOTED, "edit", status=422, target="“We waited,” said Olena Haiduk.")["message"]

    def test_split_and_merge_bring_the_new_order(self, site):
        site.change(COUNCIL, Action.EDIT, target="The council agreed. It buys 12 trams in Lviv.")
        first = site.segment(COUNCIL)
        at = COUNCIL.index("схвалила")
        answer = do(site, COUNCIL, "split", at=at, target_at=20)
        place = answer["order"].index(first.id)
        second = answer["order"][place + 1]
        assert len(answer["order"]) == 9
        assert {first.id, second} <= answer["rows"].keys()
        segments = {segment.id: segment for segment in site.store.catalog("tram", "en")}
        assert segments[first.id].target == "The council agreed."
        fields = {"seen": segments[first.id].revision, "following": segments[second].revision}
        merged = site.post(f"/a/tram/en/s/{first.id}/do/merge/", fields, status=200, **JSON).json()
        assert merged["gone"] == [second]
        assert len(merged["order"]) == 8
        assert site.segment(COUNCIL).target == "The council agreed. It buys 12 trams in Lviv."

    def test_a_neighbour_in_the_paragraph_is_painted_too(self, site):
        answer = do(site, COUNCIL, "edit", target=ENGLISH[COUNCIL])
        assert answer["rows"].keys() == {site.segment(COUNCIL).id, site.segment(PRICE).id}

    def test_what_is_being_typed_is_kept_and_judged(self, site):
        answer = do(site, PRICE, "draft", target="They cost 48")
        (draft,) = site.store.drafts("tram", "en", person=site.newsroom.owner())
        assert draft.text == "They cost 48"
        assert "number" in answer["findings"]
        assert site.segment(PRICE).target == ""
        do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        assert site.store.drafts("tram", "en", person=site.newsroom.owner()) == ()

    def test_an_unsaved_draft_can_be_thrown_away(self, site):
        do(site, PRICE, "draft", target="They cost")
        do(site, PRICE, "drop")
        assert site.store.drafts("tram", "en", person=site.newsroom.owner()) == ()

    def test_comments_are_written_and_settled(self, site):
        answer = do(site, PRICE, "comment", text="Is that the final price?")
        assert "1 comment" in answer["rows"][site.segment(PRICE).id]
        (comment,) = site.store.comments("tram", "en")
        do(site, PRICE, "settle", comment=comment.id)
        assert site.store.comments("tram", "en")[0].settled

    def test_wordings_are_kept_and_chosen(self, site):
        do(site, HEADLINE, "edit", target="Lviv buys 12 trams")
        do(site, HEADLINE, "adapt", alternative=["Twelve trams for Lviv", "Lviv buys 12 trams", "Lviv buys 12 trams"])
        assert site.segment(HEADLINE).alternatives == ("Twelve trams for Lviv", "Lviv buys 12 trams")
        do(site, HEADLINE, "adapt", target="Twelve trams for Lviv", alternative=["Lviv buys 12 trams"])
        chosen = site.segment(HEADLINE)
        assert (chosen.target, chosen.alternatives) == ("Twelve trams for Lviv", ("Lviv buys 12 trams",))

    def test_a_note_is_added_behind_its_unit(self, site):
        unit = site.segment(PRICE).unit
        answer = site.post(f"/a/tram/en/add/{unit}/", {"target": "The hryvnia is Ukraine’s currency."}, status=200, **JSON).json()
        place = answer["order"].index(answer["open"])
        assert answer["order"][place - 1] == site.segment(PRICE).id
        assert "The hryvnia is" in answer["rows"][answer["open"]]
        assert "added note" in answer["rows"][answer["open"]]
        empty = site.post(f"/a/tram/en/add/{unit}/", {"target": " "}, status=422, **JSON).json()
        assert empty["message"] == "The target is empty"

    def test_a_note_is_added_behind_another_one(self, site):
        first = site.post(f"/a/tram/en/add/{site.segment(PRICE).unit}/", {"target": "One."}, status=200, **JSON).json()["open"]
        answer = site.post(f"/a/tram/en/add/{first.removesuffix('.s1')}/", {"target": "Two."}, status=200, **JSON).json()
        assert answer["order"].index(answer["open"]) == answer["order"].index(first) + 1

    def test_undo_takes_back_the_last_word_wherever_it_was(self, site):
        do(site, COUNCIL, "confirm", target=ENGLISH[COUNCIL])
        do(site, PRICE, "confirm", target=ENGLISH[PRICE])
        answer = site.post("/a/tram/en/undo/", status=200, **JSON).json()
        assert (answer["open"], answer["said"]) == (site.segment(PRICE).id, "Undone: confirmed no longer")
        assert site.segment(PRICE).state is State.TRANSLATED
        assert site.segment(COUNCIL).state is State.REVIEWED

    def test_undo_with_nothing_to_undo_says_so(self, site):
        assert "nothing" in site.post("/a/tram/en/undo/", status=422, **JSON).json()["message"]

    def test_a_sentence_that_is_gone_is_told_and_the_page_mended(self, site):
        answer = site.post("/a/tram/en/s/unone.s1/do/edit/", {"seen": 0, "target": "x"}, status=422, **JSON).json()
        assert answer["gone"] == ["unone.s1"]
        assert answer["message"] == "This sentence is no longer in the article"

    @pytest.mark.parametrize("fields", [{}, {"seen": "many"}])
    def test_a_form_without_its_revision_is_refused(self, site, fields):
        answer = site.post(address(site, PRICE, "edit"), {"target": "x 480", **fields}, status=422, **JSON)
        assert "no number “seen”" in answer.json()["message"]

    def test_an_action_that_is_none_is_not_found(self, site):
        site.post(address(site, PRICE, "delete"), {"seen": 0}, status=404, **JSON)

    def test_a_stranger_is_told_in_json(self, site):
        answer = stranger().post(address(site, PRICE, "edit"), {"seen": 0}, headers=JSON)
        assert answer.status_code == 403
        assert answer.json()["message"]

    def test_a_line_end_of_a_form_is_one_character(self, site):
        do(site, PRICE, "edit", target="They cost\r\n480 million.")
        assert site.segment(PRICE).target == "They cost\n480 million."


class TestPage:
    def test_it_can_be_worked_without_a_script(self, site):
        page = site.get(address(site, PRICE)).content.decode()
        token = re.search(r'name="seen" value="(\d+)"', page)[1]
        answer = form(site, PRICE, "confirm", seen=token, target=ENGLISH[PRICE])
        assert site.segment(PRICE).state is State.REVIEWED
        onward = site.client.get(answer.url)
        assert "Confirmed" in text(onward)
        assert QUOTED.split(",")[0] in text(onward)

    def test_a_save_stays_with_its_sentence(self, site):
        assert form(site, PRICE, "edit", target=ENGLISH[PRICE]).url == address(site, PRICE)

    def test_a_refusal_keeps_what_was_written(self, site):
        answer = form(site, QUOTED, "edit", status=422, target="“We waited,” said Olena Haiduk.")
        assert "inline codes" in text(answer)
        assert "“We waited,” said Olena Haiduk.</textarea>" in answer.content.decode()

    def test_a_stale_save_shows_three_columns(self, site):
        site.change(PRICE, Action.EDIT, target="Theirs: 480 million")
        answer = form(site, PRICE, "edit", status=409, seen=0, before="", target="Mine: 480 million")
        name = site.newsroom.owner().name
        assert re.search(rf"Before Theirs {name}, \d+ \w+ \d+, \d\d:\d\d Theirs: 480 million Mine Mine: 480 million", text(answer))
        page = answer.content.decode()
        assert 'name="seen" value="1"' in page
        assert "Mine: 480 million</textarea>" in page

    def test_it_offers_only_what_its_state_allows(self, site):
        assert "Leave out" in text(site.get(address(site, PRICE)))
        do(site, PRICE, "sign-off", target=ENGLISH[PRICE])
        shown = text(site.get(address(site, PRICE)))
        assert "Leave out" not in shown
        assert "Reopen" in shown

    def test_an_unsaved_draft_stands_in_the_field(self, site):
        do(site, PRICE, "draft", target="They cost 480")
        assert "They cost 480</textarea>" in site.get(address(site, PRICE)).content.decode()

    def test_split_offers_the_places_between_words(self, site):
        site.change(COUNCIL, Action.EDIT, target="The council agreed. It buys 12 trams in Lviv.")
        page = site.get(address(site, COUNCIL)).content.decode()
        first = re.search(r'<select name="target_at"[^>]*><option value="(\d+)">', page)[1]
        assert first == "20", "a sentence's end is proposed first"

    def test_its_field_has_a_name(self, site):
        page = site.get(address(site, HEADLINE)).content.decode()
        assert "English, headline, 1 of 8" in page

    def test_a_sentence_that_is_not_there_is_not_found(self, site):
        site.get("/a/tram/en/s/unone.s1/", status=404)

    def test_undo_is_on_the_page_too(self, site):
        form(site, PRICE, "confirm", target=ENGLISH[PRICE])
        assert site.post("/a/tram/en/undo/").url == address(site, PRICE)


def test_the_catalog_that_a_page_holds_is_the_one_that_was_written(site):
    """What was just written is put into the catalog that was read before; it must be what another reading would give."""
    do(site, PRICE, "confirm", target=ENGLISH[PRICE])
    held = desk.catalog(site.newsroom, "tram", "en")
    assert held == site.store.catalog("tram", "en")
    site.change(HEADLINE, Action.EDIT, target="Lviv buys trams")  # by another way, which the page has not seen
    do(site, COUNCIL, "confirm", target=ENGLISH[COUNCIL])
    assert desk.catalog(site.newsroom, "tram", "en") == site.store.catalog("tram", "en")
