import re

import pytest

from fakes.desk import ENGLISH
from fakes.site import Site, text
from transloc.jobs.newsroom import now
from transloc.memory import Entry
from transloc.model import Quotation
from transloc.states import Action, Change

HEADLINE = "Львів купує 12 трамваїв"
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
PRICE = "Вони коштують 480 млн гривень."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."


def panel(site, source):
    return site.get(f"/a/tram/en/s/{site.segment(source).id}/panel/")


def section(site, source, name):
    """Return what one part of the panel says, empty where it is not there."""
    found = re.search(rf'<section class="card {name}".*?</section>', panel(site, source).content.decode(), re.DOTALL)
    return found[0] if found else ""


def said(part):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).strip()


def drafted(site, source, target):
    segment = site.segment(source)
    change = Change(action=Action.DRAFT, at=now(), target=target, origin="deepl")
    site.store.draft("tram", "en", [(segment.id, segment.revision, change)], rules=site.newsroom.rules("en"))


def test_terms_come_numbered_with_what_may_and_may_not_be_written(site):
    terms = section(site, HEADLINE, "terms")
    assert 'data-term="1"' in terms
    assert 'value="Lviv"' in terms
    assert "not Lvov" in said(terms)
    assert "Львів" in said(terms)


def test_findings_name_the_words_they_are_about_and_can_be_let_pass(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    findings = section(site, PRICE, "findings")
    assert 'data-spans="10-12"' in findings or "<q" in findings
    assert "number" in said(findings)
    assert f"/s/{site.segment(PRICE).id}/do/waive/" in findings


def test_a_waived_finding_stands_apart_with_its_reason(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    site.change(PRICE, Action.WAIVE, rule="number", reason="the source is wrong")
    assert said(section(site, PRICE, "findings")) == "Findings Nothing was found."
    assert "number : the source is wrong" in said(section(site, PRICE, "waivers"))


def test_a_fix_is_offered_as_a_whole_text(site):
    site.change(HEADLINE, Action.EDIT, target="Lvov buys 12 trams")
    findings = section(site, HEADLINE, "findings")
    assert 'data-insert="fix"' in findings
    assert 'name="target" value="Lviv buys 12 trams"' in findings
    assert "<del>Lvov</del><ins>Lviv</ins>" in findings


def test_findings_are_those_of_the_text_being_typed(site):
    segment = site.segment(PRICE)
    site.change(PRICE, Action.EDIT, target="They cost 480 million.")
    typed = {"person": site.newsroom.owner(), "text": "They cost 48 million.", "seen": 1, "at": now()}
    site.store.keep_draft("tram", "en", segment.id, **typed)
    assert "480" in said(section(site, PRICE, "findings"))


def test_the_memory_says_who_confirmed_it_and_where(site):
    site.review(ENGLISH)
    site.change(PRICE, Action.REJECT, reason="clumsy")
    other = site.segment("Читачі принесли 300 книжок.", slug="library")
    assert site.store.lookup(other.source, "uk", "en") == ()
    offers = section(site, HEADLINE, "suggestions")
    assert 'data-suggestion="1"' in offers
    assert "memory 100 % with its neighbours, tram" in said(offers)
    assert site.newsroom.owner().name in said(offers)


def remembered(source, target, **values):
    return Entry(**({"source": source, "target": target, "source_locale": "uk", "target_locale": "en", "origin": "tmx"} | values))


def test_what_is_alike_stands_beside_the_segment_with_its_score_and_what_is_different(site):
    site.store.add_entries([remembered("Вони коштували 36 млн гривень.", "They cost 36 million <hryvnias>.")])
    offers = section(site, PRICE, "suggestions")
    assert 'value="They cost 480 million &lt;hryvnias&gt;."' in offers
    assert "<del>коштували</del><ins>коштують</ins> <del>36</del><ins>480</ins>" in offers
    assert "memory 86 %, tmx" in said(offers)
    assert site.segment(PRICE).target == ""


@pytest.mark.parametrize(("penalty", "told"), [(0, "memory 100 %, old"), (0.1, "memory 90 %, old"), (0.4, "")])
def test_a_penalty_of_the_settings_counts(desk, penalty, told):
    with (desk.root / "transloc.toml").open("a") as settings:
        settings.write(f"\n[memory]\npenalties = {{ tmx = {penalty} }}\n")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        site.store.add_entries([remembered(PRICE, "They cost 480 million hryvnias.", article="old")])
        offers = said(section(site, PRICE, "suggestions"))
    assert told in offers if told else offers == ""


def test_the_memory_leaves_keys_for_other_suggestions(site):
    site.store.add_entries([remembered(PRICE, f"Version {number}.") for number in range(20)])
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    offers = section(site, PRICE, "suggestions")
    assert offers.count("data-suggestion=") <= 9
    assert 'value="They cost 480 million hryvnia."' in offers


def test_the_machine_draft_shows_what_was_changed_in_it(site):
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    draft = section(site, PRICE, "draft")
    assert re.findall(r"<(del|ins)>(?:<span[^>]*>(\w+): </span>)?(\w+)<", draft) == [
        ("del", "deleted", "hryvnia"),
        ("ins", "inserted", "hryvnias"),
    ]
    assert "deepl" in said(draft)
    assert 'value="They cost 480 million hryvnia."' in section(site, PRICE, "suggestions")


def test_a_draft_that_stands_is_no_difference(site):
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    assert "The text is the draft of deepl" in said(section(site, PRICE, "draft"))


def test_only_what_is_rewritten_has_other_wordings(site):
    site.change(HEADLINE, Action.EDIT, target="Lviv buys 12 trams")
    wordings = section(site, HEADLINE, "wordings")
    assert "in characters: 18" in said(wordings)
    assert "Keep the present text" in said(wordings)
    assert section(site, PRICE, "wordings") == ""


def test_kept_wordings_are_chosen_in_exchange_for_the_present_one(site):
    site.change(HEADLINE, Action.EDIT, target="Lviv buys 12 trams")
    site.change(HEADLINE, Action.ADAPT, alternatives=("Twelve trams for Lviv",))
    wordings = section(site, HEADLINE, "wordings")
    assert 'name="target" value="Twelve trams for Lviv"' in wordings
    assert 'name="alternative" value="Lviv buys 12 trams"' in wordings
    assert "kept, 21 characters" in said(wordings)


def test_the_machine_draft_of_a_headline_is_one_of_its_wordings(site):
    drafted(site, HEADLINE, "Lviv purchases 12 trams")
    site.change(HEADLINE, Action.EDIT, target="Lviv buys 12 trams")
    assert "the machine's draft" in said(section(site, HEADLINE, "wordings")).replace("&#x27;", "'")


def test_comments_stand_with_their_author_and_can_be_settled(site):
    segment = site.segment(PRICE)
    site.store.comment("tram", "en", segment.id, author=site.newsroom.owner(), text="<b>Really?</b>", at=now())
    comments = section(site, PRICE, "comments")
    assert "&lt;b&gt;Really?&lt;/b&gt;" in comments
    assert site.newsroom.owner().name in said(comments)
    assert "Settle" in said(comments)


def test_the_history_tells_who_did_what_and_restores_a_text(site):
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target="They cost 480 million hryvnias.")
    site.change(PRICE, Action.CONFIRM)
    site.change(PRICE, Action.REJECT, reason="too long")
    history = section(site, PRICE, "history")
    assert f"{site.newsroom.owner().name} edited" in said(history)
    assert "too long" in said(history)
    assert "<del>hryvnia</del><ins>hryvnias</ins>" in history
    restorable = re.findall(r'data-insert="restore".*?name="target" value="([^"]*)"', history, re.DOTALL)
    assert restorable == ["They cost 480 million hryvnia."], "the present text is nothing to restore"


def test_codes_are_chips_in_every_text(site):
    drafted(site, QUOTED, "“We waited,” said <1>Olena Haiduk</1>.")
    assert section(site, QUOTED, "suggestions") == ""  # what stands in the field is no suggestion
    assert '<span class="code" title="bold">1</span>Olena Haiduk' in section(site, QUOTED, "draft")


def test_a_sentence_that_is_not_there_is_not_found(site):
    site.get("/a/tram/en/s/unone.s1/panel/", status=404)


def test_the_panel_is_a_fragment(site):
    assert "<html" not in panel(site, PRICE).content.decode()
    assert "Comments" in text(panel(site, PRICE))


def test_a_quotation_is_told_with_its_speaker_and_a_way_to_the_ledger(site):
    quotation = section(site, QUOTED, "quotations")
    assert "Ми чекали на це п’ять років" in said(quotation)
    assert "Гайдук" in said(quotation)
    assert 'href="/a/tram/en/quotes/"' in quotation


def test_a_marked_foreign_quotation_says_that_it_blocks(site):
    segment = site.segment(QUOTED)
    site.change(QUOTED, Action.EDIT, target="“We have waited five years for this,” said <1>Olena Haiduk</1>.")
    start = QUOTED.index("Ми")
    marked = Quotation(unit=segment.unit, span=(start, QUOTED.index("»")), text="Ми чекали на це п’ять років", spoken_in="fr")
    site.change(QUOTED, Action.QUOTE, quotation=marked)
    assert "spoken in French" in said(section(site, QUOTED, "quotations"))
    assert "cannot be confirmed" in said(section(site, QUOTED, "quotations"))
    assert "quote-origin" in said(section(site, QUOTED, "findings"))
