"""What a page that was read before is told of later: the rows as they stand now, and an answer again where it was lost."""

from fakes.desk import ENGLISH
from transloc.states import Action

PRICE = "Вони коштують 480 млн гривень."


def now(site):
    return site.store.catalog("tram", "en").revision


def test_a_page_that_is_up_to_date_is_told_nothing(site):
    assert site.get(f"/a/tram/en/changes/?seen={now(site)}", status=204).content == b""


def test_one_that_is_not_gets_the_rows_the_order_and_how_far_it_is(site):
    seen = now(site)
    site.change(PRICE, Action.EDIT, target=ENGLISH[PRICE])
    told = site.get(f"/a/tram/en/changes/?seen={seen}").json()
    assert told["revision"] == [seen, now(site)]
    assert told["order"] == [one.id for one in site.store.catalog("tram", "en")]
    assert ENGLISH[PRICE] in told["rows"][site.segment(PRICE).id]
    assert told["progress"]["done"] == 0


def test_an_article_that_is_not_there_has_none(site):
    site.get("/a/tram/xx/changes/?seen=1", status=404)


def test_a_request_with_a_key_is_carried_out_once(site):
    unit = site.segment(PRICE).unit
    script = {"Accept": "application/json", "Idempotency-Key": "tab-1-"}
    first, again = (site.post(f"/a/tram/en/add/{unit}/", {"target": "A note."}, status=200, **script).json() for _ in range(2))
    assert first == again
    assert [one.target for one in site.store.catalog("tram", "en") if one.added] == ["A note."]
