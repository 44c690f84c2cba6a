import re

import pytest

from fakes.desk import ENGLISH
from fakes.site import text
from transloc.jobs import mirror
from transloc.states import Action

PRICE, REST, MAY = "Вони коштують 480 млн гривень.", "Решта — до кінця року.", "Перші вагони прибудуть у травні."
PAGE = "/a/tram/en/conflicts/"
HERE, FILE = "480 million hryvnias is the price.", "They are 480 million hryvnias."


@pytest.fixture
def quarrel(site):
    """One segment changed on both sides, another only in the file."""
    site.change(PRICE, Action.EDIT, target=HERE)
    site.desk.edit({PRICE: FILE, REST: ENGLISH[REST]})
    return site


def stamp(site):
    return re.search(r'name="stamp" value="([^"]+)"', site.get(PAGE).content.decode())[1]


def test_nothing_to_decide(site):
    mirror.mirror(site.newsroom, "tram", "en")
    assert "nothing to decide" in text(site.get(PAGE))
    site.get("/a/tram/xx/conflicts/", status=404)


def test_both_texts_are_shown_and_nothing_is_written(quarrel):
    before = quarrel.desk.po().read_bytes()
    said = text(quarrel.get(PAGE))
    assert HERE in said
    assert FILE in said
    assert PRICE in said
    assert "1 segment changed only there" in said
    assert quarrel.desk.po().read_bytes() == before


@pytest.mark.parametrize(("side", "stands"), [("here", HERE), ("file", FILE)])
def test_what_was_decided_stands_on_both_sides(quarrel, side, stands):
    quarrel.post(PAGE, {"stamp": stamp(quarrel), f"side-{quarrel.segment(PRICE).id}": side})
    assert quarrel.segment(PRICE).target == stands
    assert quarrel.segment(REST).target == ENGLISH[REST]
    assert {source: quarrel.desk.entries()[source].msgstr for source in (PRICE, REST)} == {PRICE: stands, REST: ENGLISH[REST]}
    assert mirror.news(quarrel.newsroom, "tram", "en") is None


def test_each_segment_is_decided_by_itself(quarrel):
    quarrel.change(MAY, Action.EDIT, target="In May come the first cars.")
    quarrel.desk.edit({MAY: ENGLISH[MAY]})
    sides = {f"side-{quarrel.segment(PRICE).id}": "here", f"side-{quarrel.segment(MAY).id}": "file"}
    quarrel.post(PAGE, {"stamp": stamp(quarrel)} | sides)
    assert (quarrel.segment(PRICE).target, quarrel.segment(MAY).target) == (HERE, ENGLISH[MAY])


@pytest.mark.parametrize("side", [None, "", "nobody"])
def test_as_long_as_one_is_open_nothing_is_taken(quarrel, side):
    before = quarrel.desk.po().read_bytes()
    fields = {} if side is None else {f"side-{quarrel.segment(PRICE).id}": side}
    answer = quarrel.post(PAGE, {"stamp": stamp(quarrel)} | fields, status=422)
    assert "decide on every segment" in text(answer)
    assert quarrel.segment(REST).target == ""
    assert quarrel.desk.po().read_bytes() == before


def test_who_decided_on_older_texts_is_asked_again(quarrel):
    seen = stamp(quarrel)
    quarrel.desk.edit({PRICE: "A third wording of 480 million hryvnias."})
    quarrel.post(PAGE, {"stamp": seen, f"side-{quarrel.segment(PRICE).id}": "file"})
    assert quarrel.segment(PRICE).target == HERE
    assert "has changed since you looked" in text(quarrel.get(PAGE))


def test_a_text_that_cannot_be_taken_is_named(site):
    quoted = next(source for source in ENGLISH if "<1>" in source)
    site.desk.edit({quoted: "“We waited,” said Olena Haiduk."})
    said = text(site.get(PAGE))
    assert "inline codes differ" in said
    answer = site.post(PAGE, {"stamp": stamp(site)}, status=422)
    assert "Nothing was taken yet" in text(answer)
    assert site.segment(quoted).target == ""


def test_the_queue_leads_there(quarrel):
    quarrel.current.outside = lambda: frozenset({("tram", "en")})
    assert f'href="{PAGE}"' in quarrel.get("/").content.decode()
    quarrel.post(PAGE, {"stamp": stamp(quarrel), f"side-{quarrel.segment(PRICE).id}": "here"})
    assert f'href="{PAGE}"' not in quarrel.get("/").content.decode()
