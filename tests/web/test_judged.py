from dataclasses import replace

from transloc.model import Segment
from transloc.states import Action
from transloc.web import judged

HEADLINE = "Львів купує 12 трамваїв"
PRICE = "Вони коштують 480 млн гривень."


def catalog(site):
    return site.store.catalog("tram", "en")


def test_only_the_unit_that_was_written_is_judged_again(site, monkeypatch):
    judged.findings(site.newsroom, catalog(site))
    seen = []
    real = judged.judge_segment
    monkeypatch.setattr(judged, "judge_segment", lambda segment, *rest: seen.append(segment.source) or real(segment, *rest))
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    found = judged.findings(site.newsroom, catalog(site))
    assert [finding.rule for finding in found[site.segment(PRICE).id]] == ["number"]
    assert seen == ["Міська рада Львова схвалила купівлю 12 трамваїв.", PRICE]


def test_other_rules_judge_everything_anew(site):
    site.change(HEADLINE, Action.EDIT, target="Lvov buys 12 trams")
    name = site.segment(HEADLINE).id
    assert "term-forbidden" in {finding.rule for finding in judged.findings(site.newsroom, catalog(site))[name]}
    assert judged.findings(replace(site.newsroom, glossary=None), catalog(site))[name] == ()


def test_segments_are_gathered_by_unit_in_order(site):
    units = judged.units(catalog(site))
    assert [segment.source for unit in units.values() for segment in unit] == [segment.source for segment in catalog(site)]
    assert all({segment.unit for segment in unit} == {name} for name, unit in units.items())


def test_no_more_catalogs_are_kept_than_a_day_needs(site):
    for number in range(40):
        judged.findings(site.newsroom, replace(catalog(site), article=f"a{number}", segments=(Segment(id="u1.s1", source="x"),)))
    assert len(judged._kept) == judged._MOST
