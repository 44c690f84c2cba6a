"""The findings of an article on one page, and what each rule catches."""

import pytest
from turbohtml import parse

from fakes.desk import ENGLISH
from transloc.checks.rules import ALL
from transloc.memory import Entry
from transloc.states import Action

FINDINGS = "/a/tram/en/findings/"
FUND = "Вони коштують 480 млн гривень."


def page(site, path=FINDINGS):
    return parse(site.get(path).content.decode(), positions=False)


def words(element):
    return " ".join(element.text.split())


@pytest.fixture
def wrong(site):
    site.review(ENGLISH)
    return site.change(FUND, Action.EDIT, target="They cost 481 million hryvnias.")


def test_every_finding_stands_under_its_rule_with_the_way_to_its_sentence(site, wrong):
    (group,) = page(site).select("section#number")
    assert "The source has 480, the target 481" in words(group)
    assert group.select_one(".finding.error") is not None
    assert words(group.select_one(f'a[href="/a/tram/en/s/{wrong.id}/"]')) == "They cost 481 million hryvnias."
    assert group.select_one('a[href="/checks/number/"]') is not None
    assert "1 error" in words(page(site).select_one(".tools"))


def test_what_somebody_let_pass_is_told_with_the_reason(site, wrong):
    site.change(FUND, Action.WAIVE, rule="number", reason="the source was wrong")
    group = page(site).select_one("section#number")
    assert words(group.select_one(".count")) == "0"
    assert "the source was wrong" in words(group.select_one(".waived"))
    assert page(site).select_one(".chip.error") is None


def test_an_article_without_findings_says_so(site):
    assert "Nothing was found" in words(page(site).select_one("main"))


@pytest.mark.parametrize("rule", ALL)
def test_every_rule_is_explained_with_examples(site, rule):
    document = page(site, f"/checks/{rule}/")
    assert [words(heading) for heading in document.select("main h2")] == ["What it catches", "Fires", "Stays silent", "How to silence it"]
    assert document.select("main pre")
    local = [link.attr("href") for link in document.select("main a") if "//" not in link.attr("href")]
    assert all(link[3:-1] in ALL for link in local if link.startswith("../"))
    assert not [link for link in local if link.endswith(".md")]


def test_a_rule_that_does_not_exist_is_not_found(site):
    site.get("/checks/nubmer/", status=404)


def test_a_finding_leads_to_the_page_of_its_rule(site, wrong):
    panel = page(site, f"/a/tram/en/s/{wrong.id}/panel/")
    assert panel.select_one('.finding a[href="/checks/number/"]') is not None
    margin = page(site, "/a/tram/en/read/")
    assert margin.select_one('.margin a[href="/checks/number/"]') is not None


def test_what_contradicts_other_articles_is_told_here_and_beside_the_read_through(site):
    site.review(ENGLISH)
    other = Entry(source=FUND, target="It will take 480 million hryvnias.", source_locale="uk", target_locale="en", article="library")
    site.store.add_entries([other])
    group = page(site).select_one("section#inconsistent")
    assert "The same text is translated otherwise: library" in words(group)
    assert "translated otherwise: library" in words(page(site, "/a/tram/en/read/").select_one("main"))
    site.change(FUND, Action.EDIT, target=other.target)
    assert page(site).select_one("section#inconsistent") is None
