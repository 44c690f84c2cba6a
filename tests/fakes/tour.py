"""The sample newsroom after a day's work, with one of everything that a page may show, served to a browser. Nothing in it is changed."""

import re
import shutil
from datetime import timedelta

import polib
import pytest

from fakes.browser import Served
from fakes.desk import Desk, _alone
from fakes.samples import add_note
from fakes.site import Site
from transloc.jobs.newsroom import now
from transloc.model import Quotation, Role, State
from transloc.states import Action
from transloc.steps.ledger import ledger

#: The article that is half done.
SLUG = "enlargement-report"
AT = f"a/{SLUG}/en/"


class Tour:
    """The pages of a newsroom in which much has happened; ``at`` is their address, ``segments`` are ids by what is special about them."""

    def __init__(self, site, served, segments):
        self.site, self.served, self.segments = site, served, segments
        self.at = served.at


def work(site):
    """Do a day's work on the articles; return segments by what was done to them."""
    site.client.get("/")
    open_ones = [one for one in site.store.catalog(SLUG, "en") if one.state is State.INITIAL and re.search(r"\d", one.source)]
    wrong, left, *_ = open_ones
    site.change(wrong.source, Action.EDIT, slug=SLUG, target="It fell to 987 in 2019.")
    site.change(left.source, Action.OMIT, slug=SLUG, reason="Readers elsewhere do not need it")
    note = add_note(site, wrong.source, "A hryvnia is about two euro cents.", SLUG)
    owner, at = site.newsroom.owner(), now()
    said = [site.store.comment(SLUG, "en", wrong.id, author=owner, text=words, at=at) for words in ("Is this so?", "It was said.")]
    site.store.settle(said[0].id, actor=owner, at=at)
    site.store.keep_draft(SLUG, "en", wrong.id, person=owner, text="It fell to 988", seen=wrong.revision + 1, at=at)
    for slug, hours in ((SLUG, -2), ("black-sea-corridor", 5), ("museum-interview", 200)):
        site.store.set_deadline(slug, "en", at + timedelta(hours=hours), actor=owner, at=at)
    _share_out(site, at)
    _mention(site, wrong, at)
    quoted = _mark(site)
    reviewed = next(one for one in site.store.catalog(SLUG, "en") if one.state is State.REVIEWED)
    site.post("/a/weimar-meeting/en/export/", {"kind": ["own", "html", "json"]})
    site.post("/a/weimar-meeting/en/sign-off/", {"seen": site.store.catalog("weimar-meeting", "en").revision})
    _outside(site)
    return {"wrong": wrong.id, "left": left.id, "note": note.id, "quoted": quoted, "reviewed": reviewed.id}


def _share_out(site, at):
    """Two colleagues, one with an article that she has claimed, one who has handed his to the owner."""
    owner, olha, petro = site.newsroom.owner(), site.store.person("Olha Melnyk"), site.store.person("Petro Koval")
    site.store.assign("museum-interview", "en", olha, actor=owner, at=at)
    site.store.claim("museum-interview", "en", actor=olha, at=at)
    site.store.claim(SLUG, "en", actor=petro, at=at)
    site.store.assign("winter-grid", "en", petro, actor=owner, at=at)
    site.store.assign("winter-grid", "en", owner, actor=petro, at=at, note="The numbers of the second table want a look.")


def _mention(site, segment, at):
    """The owner is an admin, who may read the log, and is told of a comment with a word that no line holds."""
    owner = site.newsroom.owner()
    site.store.person(owner.name, role=Role.ADMIN)
    olha = site.store.person("Olha Melnyk")
    site.store.comment(SLUG, "en", segment.id, author=olha, text=f"@{owner.name} {'a' * 300}", at=at)


def _mark(site):
    article, catalog = site.store.article(SLUG), site.store.catalog(SLUG, "en")
    one = ledger(article.document, catalog, site.newsroom.glossary)[0]
    segment = next(each for each in catalog if each.id == one.segments[0])
    held = one.quotation
    mark = Quotation(unit=held.unit, span=held.span, text=held.text, speaker=held.speaker, spoken_in="fr", published_in="fr")
    site.change(segment.source, Action.QUOTE, slug=SLUG, quotation=mark)
    return segment.id


def _outside(site):
    """A PO file and an article that somebody has changed in another program."""
    here = next(one for one in site.store.catalog("museum-interview", "en") if one.state is State.INITIAL)
    path = site.desk.po("museum-interview")
    file = polib.pofile(str(path), wrapwidth=0)
    for entry in file:
        if entry.msgid == here.source:
            entry.msgstr = "Written in Poedit."
    file.save()
    site.change(here.source, Action.EDIT, slug="museum-interview", target="Written at the desk.")
    article = site.desk.root / "articles/black-sea-corridor.md"
    article.write_text(article.read_text(encoding="utf-8") + "\nІ ще одне.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def tour(sampled, tmp_path_factory):
    root = tmp_path_factory.mktemp("tour") / "desk"
    shutil.copytree(sampled, root)
    with pytest.MonkeyPatch.context() as patch:
        _alone(patch, root)
        with Desk(root).newsroom() as newsroom:
            site = Site(Desk(root), newsroom)
            segments = work(site)
            served = Served(newsroom)
            yield Tour(site, served, segments)
            served.stop()
