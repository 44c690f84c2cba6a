"""Compare: the source since it was translated, and drafts beside what became of them."""

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH, TRAM
from fakes.samples import HOSTILE, harmless
from transloc.jobs import intake
from transloc.jobs.newsroom import now
from transloc.model import State
from transloc.states import Action, Change

AT = "/a/tram/en/compare/"
DRAFTS = f"{AT}?tab=draft"
PRICE = "Вони коштують 480 млн гривень."
REST = "Решта — до кінця року."
ARRIVE = "Перші вагони прибудуть у травні."
QUOTED = "«Ми чекали на це п’ять років», — сказала <1>Олена Гайдук</1>."


def page(site, path=AT):
    return parse(site.get(path).content.decode(), positions=False)


def row(document, segment):
    return document.select_one(f'.compared [id="{segment.id}"]')


def said(element):
    return " ".join(element.text.split())


def brought(site, *changes):
    """Bring a new version of the article in."""
    text = TRAM
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = site.desk.root / site.desk.write("articles/tram.md", text)
    intake.add(site.newsroom, path, ("en",))


def drafted(site, source, target, origin="deepl"):
    segment = site.segment(source)
    change = Change(action=Action.DRAFT, at=now(), target=target, origin=origin)
    site.store.draft("tram", "en", [(segment.id, segment.revision, change)], rules=site.newsroom.rules("en"))


def test_a_source_that_nobody_has_changed_says_so(site):
    assert "The source is as it was when it was translated." in page(site).select_one("main").text


def test_what_changed_is_a_word_diff_with_the_old_translation_who_and_when(site):
    site.review(ENGLISH)
    brought(site, ("480 млн", "520 млн"))
    document = page(site)
    segment = site.segment("Вони коштують 520 млн гривень.")
    one = row(document, segment)
    assert one.select_one("del").text.removeprefix("deleted: ") == "480"
    assert one.select_one("ins").text.removeprefix("inserted: ") == "520"
    assert one.select_one(".diff").attr("lang") == "uk"
    assert f"Kept as a suggestion: {ENGLISH[PRICE]}" in said(one)
    assert "untranslated" in said(one)
    assert site.newsroom.owner().name in said(one)
    assert one.select_one("a.number").attr("href") == f"/a/tram/en/s/{segment.id}/"
    assert [item.attr("id") for item in document.select(".compared > li")] == [segment.id], "only what changed is listed at first"
    assert "7 kept with their translation (7 of them confirmed); 1 changed, 0 new, 0 gone, 0 moved." in said(document.select_one("main"))
    assert f"brought by {site.newsroom.owner().name}: articles/tram.md" in said(document.select_one("main"))


def test_what_stayed_is_listed_when_it_is_asked_for(site):
    site.review(ENGLISH)
    brought(site, ("480 млн", "520 млн"))
    document = page(site, f"{AT}?only=all")
    assert len(document.select(".compared > li")) == 8
    assert "as it was confirmed" in said(row(document, site.segment(REST)))


def test_new_and_gone_sentences_are_told(site):
    site.review(ENGLISH)
    brought(site, (f" {REST}", " Місто чекає на дощ і сніг."))
    document = page(site)
    (new,) = document.select(".compared > li.new")
    assert "Місто чекає на дощ і сніг." in said(new)
    (gone,) = document.select(".compared > li.gone")
    assert REST in said(gone)
    assert ENGLISH[REST] in said(gone)


def test_a_sentence_that_moved_keeps_its_translation_and_is_told(site):
    site.review(ENGLISH)
    brought(site, (f"- {ARRIVE}\n- {REST}", f"- {REST}\n- {ARRIVE}"))
    document = page(site)
    (moved,) = document.select(".compared > li.moved")
    assert "moved confirmed" in said(moved)
    assert "1 moved." in said(document.select_one("main"))
    assert "moved in the article" in said(
        parse(site.get(f"/a/tram/en/s/{moved.attr('id')}/").content.decode(), positions=False).select_one(".history")
    )


def test_a_source_that_was_translated_again_still_tells_what_changed(site):
    site.review(ENGLISH)
    brought(site, ("480 млн", "520 млн"))
    site.change("Вони коштують 520 млн гривень.", Action.EDIT, target="They cost 520 million hryvnias.")
    one = row(page(site), site.segment("Вони коштують 520 млн гривень."))
    assert "They cost 520 million hryvnias." in said(one)
    assert "Kept as a suggestion" not in said(one)


def test_a_draft_stands_beside_its_text_with_what_was_changed(site):
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    site.change(PRICE, Action.CONFIRM)
    document = page(site, DRAFTS)
    one = row(document, site.segment(PRICE))
    assert [one.select_one(tag).text for tag in ("del", "ins")] == ["deleted: hryvnia", "inserted: hryvnias"]
    assert (one.select_one(".diff").attr("lang"), one.select_one(".diff").attr("dir")) == ("en", "ltr")
    assert "changed confirmed deepl" in said(one)
    assert len(document.select(".compared > li")) == 1


@pytest.mark.parametrize(("only", "listed"), [("", 1), ("all", 8), ("untouched", 1), ("nonsense", 1)])
def test_the_filters_stand_in_the_address(site, only, listed):
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    drafted(site, REST, ENGLISH[REST])
    site.change(REST, Action.CONFIRM)
    document = page(site, f"{DRAFTS}&only={only}")
    assert len(document.select(".compared > li")) == listed
    current = document.select_one(".filters [aria-current]")
    assert said(current).endswith(str(listed))
    if only == "untouched":
        assert "confirmed as drafted confirmed deepl" in said(row(document, site.segment(REST)))


def test_the_head_sums_up_the_work_by_engine_and_names_nobody(site):
    drafted(site, PRICE, "They cost 480 million hryvnia.")
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    site.change(PRICE, Action.CONFIRM)
    drafted(site, REST, ENGLISH[REST])
    site.change(REST, Action.CONFIRM)
    table = page(site, DRAFTS).select_one("table")
    cells = [said(cell) for cell in table.select("tbody tr > *")]
    assert cells[:3] == ["deepl", "2", "1 (50 %)"]
    assert 0 < float(cells[3]) < 5
    assert 90 < float(cells[4]) < 100
    assert site.newsroom.owner().name not in said(table)


def test_a_text_without_a_draft_says_so_and_an_omission_gives_its_reason(site):
    site.change(REST, Action.OMIT, reason="Said above")
    document = page(site, f"{DRAFTS}&only=all")
    assert "Said above" in said(row(document, site.segment(REST)))
    assert "no draft left out" in said(row(document, site.segment(REST)))


def test_codes_are_chips_in_a_diff(site):
    drafted(site, QUOTED, "“We waited,” said <1>Olena Haiduk</1>.")
    site.change(QUOTED, Action.EDIT, target=ENGLISH[QUOTED])
    assert [code.text for code in row(page(site, DRAFTS), site.segment(QUOTED)).select(".diff .code")] == ["1", "1"]


def test_the_page_is_reached_from_the_article_and_the_panel(site):
    assert f'href="{AT}"' in site.get("/a/tram/en/").content.decode()
    site.review(ENGLISH)
    brought(site, ("480 млн", "520 млн"))
    segment = site.segment("Вони коштують 520 млн гривень.")
    panel = site.get(f"/a/tram/en/s/{segment.id}/panel/").content.decode()
    assert f'href="{AT}#{segment.id}"' in panel


def test_nothing_of_hostile_words_runs(site):
    for segment, words in zip(site.store.catalog("tram", "en"), HOSTILE * 3, strict=False):
        drafted(site, segment.source, words + (" <1>x</1>" if "<1>" in segment.source else ""))
    harmless(site.get(f"{DRAFTS}&only=all").content.decode())


def test_nothing_is_written_by_looking(site):
    before = site.store.catalog("tram", "en")
    site.post(AT, {}, status=405)
    page(site)
    assert site.store.catalog("tram", "en") == before
    assert site.segment(REST).state is State.INITIAL
