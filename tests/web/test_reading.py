import pytest
from turbohtml import parse

from fakes.desk import ENGLISH
from fakes.samples import HOSTILE, add_note, harmless
from fakes.site import Site, text
from transloc.errors import Refused
from transloc.jobs.newsroom import now
from transloc.model import Role, State
from transloc.states import Action, Change

SAMPLES = ("black-sea-corridor", "enlargement-report", "museum-interview", "paris-guarantees", "weimar-meeting", "winter-grid")
FUND = "Вони коштують 480 млн гривень."
READ = "/a/tram/en/read/"


def page(site, path=READ):
    return parse(site.get(path).content.decode(), positions=False)


def margin(document, segment):
    return " ".join(document.select_one(f'[id="{segment.id}"]').text.split())


@pytest.mark.parametrize("slug", SAMPLES)
def test_every_sentence_of_every_format_is_a_link_to_its_row(samples, slug):
    document = page(samples, f"/a/{slug}/en/read/")
    links = [link.attr("href") for link in document.select("a.sentence")]
    for segment in samples.store.catalog(slug, "en"):
        assert f"/a/{slug}/en/s/{segment.id}/" in links, segment
    assert document.select("a a") == []
    assert [link for link in document.select("a.sentence") if not link.text.strip()] == []


def test_the_words_of_a_link_are_the_whole_sentence(site):
    site.review(ENGLISH)
    document = page(site)
    quote = site.segment("«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>.")
    link = document.select_one(f'a[data-segment="{quote.id}"]')
    assert link.text == "“We have waited five years for this,” said Olena Haiduk."
    assert link.select_one("strong").text == "Olena Haiduk"


def test_what_nobody_has_confirmed_is_tinted_and_counted(site):
    site.review(ENGLISH)
    segment = site.segment(FUND)
    site.change(FUND, Action.EDIT, target="They cost 480 million hryvnias")
    document = page(site)
    assert [link.attr("data-segment") for link in document.select(".unreviewed")] == [segment.id]
    assert "1 of 8 not confirmed" in document.select_one(".tools").text


def test_findings_stand_beside_their_sentence_and_waived_ones_say_so(site):
    site.review(ENGLISH)
    segment = site.change(FUND, Action.EDIT, target="They cost 481 million hryvnias.")
    document = page(site)
    assert "number" in margin(document, segment)
    passage = document.select_one(f'[id="{segment.id}"]').closest(".passage")
    assert "481 million" in passage.select_one(".published").text
    site.change(FUND, Action.WAIVE, rule="number", reason="The council has corrected it")
    assert "let pass number: The council has corrected it" in margin(page(site), segment)


def test_what_was_left_out_or_added_is_told_in_the_margin(site):
    site.review(ENGLISH)
    site.change(FUND, Action.REJECT, reason="Not needed")
    left_out = site.change(FUND, Action.OMIT, reason="Readers elsewhere do not pay")
    added = add_note(site, FUND, "A hryvnia is two pence.")
    document = page(site)
    assert "left out Readers elsewhere do not pay" in margin(document, left_out)
    assert document.select(f'a.sentence[data-segment="{left_out.id}"]') == []
    assert "added for readers" in margin(document, added)
    assert document.select_one(f'a[data-segment="{added.id}"]').text == "A hryvnia is two pence."


def test_the_source_of_a_paragraph_can_be_opened(site):
    document = page(site)
    passage = document.select_one(f'a[data-segment="{site.segment(FUND).id}"]').closest(".passage")
    original = passage.select_one("details.original > p")
    assert original.text == f"Міська рада Львова схвалила купівлю 12 трамваїв. {FUND}"
    assert (original.attr("lang"), original.attr("dir")) == ("uk", "ltr")


def test_a_comment_can_be_left_on_a_sentence(site):
    segment = site.segment(FUND)
    first = site.segment("Міська рада Львова схвалила купівлю 12 трамваїв.")
    form = page(site, f"{READ}?on={first.id}").select_one("form.remark")
    assert [option.attr("value") for option in form.select("option")] == [first.id, segment.id]
    answer = site.post(READ, {"on": segment.id, "text": "Is it <b>million</b>?"})
    assert answer["Location"] == f"{READ}#{segment.id}"
    document = page(site)
    assert f"{site.newsroom.owner().name}: Is it <b>million</b>?" in margin(document, segment)
    site.post(READ, {"on": segment.id, "text": "  "})
    assert len(site.store.comments("tram", "en")) == 1


def test_a_long_comment_is_kept_whole(site):
    site.post(READ, {"on": site.segment(FUND).id, "text": "word " * 2_000})
    (comment,) = site.store.comments("tram", "en")
    assert comment.text.count("word") == 2_000


def test_a_comment_on_nothing_is_refused(site):
    site.post(READ, {"on": "u00000000.s1", "text": "Where?"}, status=422)


def test_the_article_is_signed_off_in_one_step(site):
    site.review(ENGLISH)
    revision = page(site).select_one('form [name="seen"]').attr("value")
    assert site.post("/a/tram/en/sign-off/", {"seen": revision})["Location"] == READ
    assert {segment.state for segment in site.store.catalog("tram", "en")} == {State.FINAL}
    answer = site.get(READ)
    assert "Signed off: 8 sentences." in text(answer)
    assert "All 8 sentences are signed off." in text(answer)
    assert parse(answer.content.decode()).select('form [name="seen"]') == []


def test_what_stands_in_the_way_is_listed_with_its_row(site):
    document = page(site)
    waiting = document.select("#sign-off .waiting a")
    assert waiting[0].attr("href") == f"/a/tram/en/s/{site.segment('Львів купує 12 трамваїв').id}/"
    assert "not translated" in document.select_one("#sign-off .waiting li").text
    assert document.select('form [name="seen"]') == []


def test_only_what_is_confirmed_is_signed(site):
    site.review(ENGLISH)
    site.change(FUND, Action.EDIT, target="They cost 480 million hryvnias")
    site.post("/a/tram/en/sign-off/", {"seen": site.store.catalog("tram", "en").revision})
    states = {segment.source: segment.state for segment in site.store.catalog("tram", "en")}
    assert states.pop(FUND) is State.TRANSLATED
    assert set(states.values()) == {State.FINAL}


def test_what_was_written_while_i_read_is_not_signed_unseen(site):
    site.review(ENGLISH)
    seen = site.store.catalog("tram", "en").revision
    site.change(FUND, Action.EDIT, target="They cost 480 million hryvnias!")
    site.change(FUND, Action.CONFIRM)
    answer = site.post("/a/tram/en/sign-off/", {"seen": seen}, status=409)
    assert "has changed since you began to read" in text(answer)
    assert State.FINAL not in {segment.state for segment in site.store.catalog("tram", "en")}


def test_what_is_typed_and_not_saved_is_neither_read_nor_signed_and_is_told(site):
    site.review(ENGLISH)
    segment = site.segment(FUND)
    site.store.keep_draft(
        "tram", "en", segment.id, person=site.newsroom.owner(), text="They cost nothing.", seen=segment.revision, at=now()
    )
    document = page(site)
    assert "They cost nothing." not in document.select_one(".reading").text
    signature = document.select_one("#sign-off")
    assert "You have typed another text for 1 sentence and not saved it" in signature.text
    assert signature.select_one("ul a").text == ENGLISH[FUND]


def test_four_eyes_are_told_for_each_sentence_that_one_person_alone_has_seen(desk):
    desk.settings(four_eyes="true")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        site.review(ENGLISH)
        segment = site.segment(FUND)
        site.change(FUND, Action.REJECT, reason="Look again")
        other = site.store.person("Олена")
        change = Change(action=Action.CONFIRM, at=now(), actor=other)
        site.store.change("tram", "en", segment.id, seen=segment.revision + 1, change=change, rules=newsroom.rules("en"))
        answer = site.post("/a/tram/en/sign-off/", {"seen": site.store.catalog("tram", "en").revision}, status=422)
        listed = parse(answer.content.decode(), positions=False).select("[role=alert] li")
        assert len(listed) == 7
        assert all("four eyes: nobody else has looked at it" in item.text for item in listed)
        headline = site.segment("Львів купує 12 трамваїв")
        assert listed[0].select_one("a").attr("href") == f"/a/tram/en/s/{headline.id}/"
        assert listed[0].select_one("a").text == "Lviv buys 12 trams"
        assert "Signed off: 1 sentence." in text(answer)
        assert site.segment(FUND).state is State.FINAL


def test_a_translator_reads_and_does_not_sign(site):
    site.review(ENGLISH)
    site.client = site.of("Олена", Role.TRANSLATOR)
    document = page(site)
    assert "can be signed off by an editor" in document.select_one("#sign-off").text
    answer = site.post("/a/tram/en/sign-off/", {"seen": site.store.catalog("tram", "en").revision}, status=422)
    assert "sign-off is an editor's step" in text(answer)


@pytest.mark.parametrize("slug", ["evil", "evil-page"])
def test_nothing_of_a_hostile_source_runs(evil, slug):
    harmless(evil.get(f"/a/{slug}/en/read/").content.decode())


def test_nothing_of_hostile_words_of_people_runs(site):
    for segment, words in zip(site.store.catalog("tram", "en"), HOSTILE * 3, strict=False):
        codes = " <1>x</1>" if "<1>" in segment.source else ""
        site.change(segment.source, Action.EDIT, target=words + codes)
        site.change(segment.source, Action.WAIVE, rule="number", reason=words)
        site.post(READ, {"on": segment.id, "text": words})
    site.change(FUND, Action.OMIT, reason=HOSTILE[0])
    add_note(site, FUND, HOSTILE[1])
    body = site.get(READ).content.decode()
    harmless(body)
    assert "{{ 7|add:7 }}" in body


def test_an_article_that_cannot_be_rebuilt_is_told_and_can_be_read_all_the_same(site, monkeypatch):
    def refuse(*_):
        raise Refused("unit u1: it cannot be written")

    monkeypatch.setattr("transloc.web.views.reading.preview", refuse)
    document = page(site)
    assert "unit u1: it cannot be written" in document.select_one(".notice.error").text
    assert len(document.select("a.sentence")) == 8


def test_an_article_that_is_not_there(site):
    site.get("/a/nothing/en/read/", status=404)
    site.post("/a/nothing/en/sign-off/", {"seen": "1"}, status=404)
