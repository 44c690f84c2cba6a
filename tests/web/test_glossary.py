"""The glossary at the desk: its pages without JavaScript, then what the scripts add in a real browser."""

import html
import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from fakes.browser import until
from fakes.desk import ENGLISH, GLOSSARY
from fakes.samples import HOSTILE, harmless
from fakes.site import text
from transloc.glossary import Status
from transloc.jobs import terminology
from transloc.jobs.newsroom import now
from transloc.model import Role
from transloc.states import Action
from transloc.store import models

HEADLINE = "Львів купує 12 трамваїв"
COUNCIL = "Міська рада Львова схвалила купівлю 12 трамваїв."
GOVERNED = """\
id,kind,uk,en,pl,en.forbidden,status,owner,reason,source,valid-from,replaced-by
tram,term,трамвай,tram,tramwaj,streetcar,approved,Olena,as the city says,https://city.example/style,,
lviv,place,Львів,Lviv,Lwów,Lvov,approved,,,javascript:alert(1),,
mayor,term,мер|міський голова,mayor,,,draft,Olena,shorter,,,
council,org,міська рада,city council,,,draft,,,,,
car,term,вагон,carriage,,,deprecated,,,,,wagon
wagon,term,вагон,car,,,approved,,,,,
soon,term,маршрут,line,,,approved,,,,2099-01-01,
"""


def put(site, rows):
    site.desk.write("glossary.csv", rows)
    return site


def row(site, name):
    return terminology.read(site.current.newsroom()).glossary.concept(name)


def rows(page):
    return re.findall(r'<tr data-standing="(\w+)">\s*<th scope="row"><a href="[^"]*">([^<]*)</a>', page.content.decode())


def listed(site, query=""):
    return [name for _, name in rows(site.get(f"/glossary/{query}"))]


def seen(site, path):
    return re.search(r'name="seen" value="(\w+)"', site.get(path).content.decode())[1]


def form(site, path):
    """Return what the form of a row holds, as a browser would send it."""
    page = site.get(path).content.decode()
    edit = page[page.index('class="stack edit"') :]
    fields = dict(re.findall(r'<input id="f-[^"]*" name="([^"]+)"[^>]*? value="([^"]*)"', edit))
    choices = re.findall(r'<select id="f-[^"]*" name="([^"]+)"[^>]*>(.*?)</select>', edit)
    fields |= {name: (re.findall(r'<option value="([^"]*)" selected>', body) or [""])[0] for name, body in choices}
    return {name: html.unescape(value) for name, value in fields.items()} | {"seen": seen(site, path), "do": "save"}


def demote(site):
    """Make the owner a translator, as somebody at a desk for many people may be."""
    models.User.objects.update(role=Role.TRANSLATOR)


class TestTheList:
    def test_shows_every_row_with_its_terms_and_what_must_not_be_written(self, site):
        page = site.get("/glossary/")
        assert [name for _, name in rows(page)] == ["tram", "lviv"]
        assert "трамвай tram" in re.sub(r"All its forms ", "", text(page)).replace("not streetcar ", "")
        assert "not streetcar" in text(page)

    def test_is_linked_on_every_page(self, site):
        for path in ("/", "/add/", "/a/tram/en/", "/a/tram/en/read/"):
            assert 'href="/glossary/"' in site.get(path).content.decode(), path

    @pytest.mark.parametrize(
        ("words", "found"),
        [("Львову", ["lviv"]), ("трамваями", ["tram"]), ("Lwów", ["lviv"]), ("streetcar", ["tram"]), ("вагони", ["car", "wagon"])],
    )
    def test_finds_a_row_by_any_word_in_any_form(self, site, words, found):
        put(site, GOVERNED)
        assert listed(site, f"?text={words}") == found

    def test_offers_to_propose_what_it_does_not_find(self, site):
        page = site.get("/glossary/?text=пінгвін")
        assert rows(page) == []
        assert "Propose “пінгвін”" in text(page)

    def test_filters_by_status_and_kind_and_by_whose_decision_it_is(self, site):
        put(site, GOVERNED)
        standing = {name: how for how, name in rows(site.get("/glossary/"))}
        assert standing == {
            "tram": "approved",
            "lviv": "approved",
            "mayor": "proposed",
            "council": "proposed",
            "car": "deprecated",
            "wagon": "approved",
            "soon": "coming",
        }
        assert listed(site, "?status=proposed") == ["mayor", "council"]
        assert listed(site, "?kind=place") == ["lviv"]
        assert listed(site, "?mine=1") == ["council"], "that of nobody is an editor's; that of somebody else is theirs"
        site.desk.write("glossary.csv", GOVERNED.replace("draft,Olena", f"draft,{site.newsroom.owner().name}"))
        assert listed(site, "?mine=1") == ["mayor", "council"]

    def test_tells_why_who_from_when_and_what_replaced_it(self, site):
        page = put(site, GOVERNED).get("/glossary/")
        said = text(page)
        assert "as the city says Olena source tram" in said
        assert "approved from 1 Jan 2099" in said
        assert "deprecated → wagon" in said
        links = re.findall(r'<a href="(http[^"]*)" rel="([^"]*)"', page.content.decode())
        assert links == [("https://city.example/style", "noreferrer noopener")], "what is no address of the web is no link"

    def test_comes_in_pages(self, site):
        more = "".join(f"row{n},term,слово{n},word{n},,\n" for n in range(120))
        put(site, GLOSSARY + more)
        assert len(listed(site)) == 50
        assert len(listed(site, "?page=3")) == 22
        assert "page 2 of 3" in text(site.get("/glossary/?page=2"))

    def test_makes_no_forms_of_rows_that_are_only_listed(self, site, monkeypatch):
        site.get("/glossary/")
        monkeypatch.setattr("transloc.steps.search.forms", lambda *_: pytest.fail("asked for forms"))
        site.get("/glossary/")

    def test_of_a_file_that_cannot_be_read_is_the_last_that_could_be(self, site):
        site.get("/glossary/")
        put(site, "no,glossary\n")
        page = site.get("/glossary/")
        assert [name for _, name in rows(page)] == ["tram", "lviv"]
        assert "at least two language columns" in text(page)
        assert "Change this row" not in text(site.get("/glossary/tram/"))


class TestABeginning:
    def test_is_offered_where_there_is_no_glossary(self, site):
        (site.desk.root / "glossary.csv").unlink()
        assert "No glossary yet" in text(site.get("/glossary/"))
        site.get("/glossary/propose/", status=302)
        assert site.post("/glossary/begin/")["Location"] == "/glossary/"
        assert site.desk.read("glossary.csv").startswith("id,kind,uk,en,status")
        assert "The glossary has no row yet" in text(site.get("/glossary/"))

    def test_overwrites_nothing(self, site):
        site.post("/glossary/begin/")
        assert site.desk.read("glossary.csv") == GLOSSARY
        assert "there is a glossary already" in site.said().lower()


class TestARow:
    def test_shows_its_forms_in_every_language(self, site):
        said = text(site.get("/glossary/tram/"))
        assert "трамваями" in said
        assert "trams" in said
        assert "not streetcar" in said
        assert "line 2 of glossary.csv ; its history is that of the file in git" in said

    def test_forms_of_the_asked_languages_are_a_fragment(self, site):
        page = site.get("/glossary/lviv/forms/?in=uk&in=en-GB")
        assert "Львовом" in text(page)
        assert "English Lviv" in text(page)
        assert "<html" not in page.content.decode()
        site.get("/glossary/lviv/forms/?in=xx", status=404)

    def test_says_where_it_stands_with_links_to_the_sentences(self, site):
        site.change(HEADLINE, Action.EDIT, target="Lvov buys 12 trams")
        page = site.get("/glossary/lviv/impact/")
        assert "It stands in 2 sentences in 1 article, 1 of them with another word now." in text(page)
        assert f'href="/a/tram/en/#s-{site.segment(COUNCIL).id}"' in page.content.decode()
        assert "<mark>Львова</mark>" in page.content.decode()
        assert "forbidden" in text(page)

    @pytest.mark.parametrize("place", ["", "?text=слово", "big/", "big/forms/?in=uk", "big/impact/", "propose/?term=слово", "lviv/impact/"])
    def test_of_a_cell_without_an_end_keeps_nobody_waiting(self, site, place):
        put(site, f"{GLOSSARY}big,org,{'слово Львів велике ' * 9000},{'x' * 100_000},,\n")
        assert site.get(f"/glossary/{place}").status_code == 200

    def test_that_nobody_has(self, site):
        site.get("/glossary/nobody/", status=404)
        site.get("/glossary/~0123456789abcdef/", status=404)

    @pytest.mark.parametrize("name", ["..", "a/b", "propose", "десь там", "x" * 3000, "?", "~", "100%", "a#b", "-1"])
    def test_of_any_id_has_a_page(self, site, name):
        put(site, f"id,uk,en\n{name},слово,word\n")
        (address,) = re.findall(r'<th scope="row"><a href="([^"]*)"', site.get("/glossary/").content.decode())
        assert len(address) < 120
        assert "слово" in text(site.get(html.unescape(address)))


class TestAChange:
    def test_writes_what_was_typed_and_nothing_else(self, site):
        fields = form(site, "/glossary/lviv/") | {"en": "Lviv|City of Lions", "note": "two lines\r\nare one"}
        assert site.post("/glossary/lviv/", fields)["Location"] == "/glossary/lviv/"
        assert site.desk.read("glossary.csv") == GLOSSARY.replace("en.forbidden", "en.forbidden,note").replace(
            "streetcar", "streetcar,"
        ).replace("Lviv,Lwów,Lvov", "Lviv|City of Lions,Lwów,Lvov,two lines are one")
        assert "Saved." in site.said()

    def test_is_in_force_in_the_open_article(self, site):
        site.change(HEADLINE, Action.EDIT, target=ENGLISH[HEADLINE])
        site.post("/glossary/lviv/", form(site, "/glossary/lviv/") | {"en": "Leopolis"})
        assert 'value="Leopolis"' in site.get(f"/a/tram/en/s/{site.segment(HEADLINE).id}/panel/").content.decode()

    def test_tells_beforehand_what_it_would_touch(self, site):
        for source in (HEADLINE, COUNCIL):
            site.change(source, Action.EDIT, target=ENGLISH[source])
        page = site.post("/glossary/tram/", form(site, "/glossary/tram/") | {"en": "light rail vehicle", "do": "look"}, status=200)
        assert "It touches 2 sentences in 1 article: 2 new findings, 0 gone." in text(page)
        assert 'value="light rail vehicle"' in page.content.decode(), "what was typed stands in the form"
        assert site.desk.read("glossary.csv") == GLOSSARY

    @pytest.mark.parametrize(
        ("field", "value", "why"),
        [
            ("kind", "planet", "“planet” is no kind"),
            ("valid-from", "tomorrow", "“tomorrow” is no day"),
            ("speaks", "ua", "Did you mean “uk”?"),
            ("note", "x" * 5000, "At most 4,000 characters"),
            ("en", "Lviv|" + "x" * 400, "At most 300 characters a term"),
            ("uk.forms", "x" * 400, "At most 300 characters a term"),
        ],
    )
    def test_that_cannot_be_meant_is_told_beside_its_field(self, site, field, value, why):
        page = site.post("/glossary/lviv/", form(site, "/glossary/lviv/") | {field: value}, status=422)
        assert why in text(page)
        assert 'aria-invalid="true"' in page.content.decode()
        assert site.desk.read("glossary.csv") == GLOSSARY

    def test_that_lint_refuses_keeps_what_was_typed(self, site):
        page = site.post("/glossary/lviv/", form(site, "/glossary/lviv/") | {"replaced-by": "nowhere", "reason": "because"}, status=422)
        assert "there is no row “nowhere”" in text(page)
        assert 'value="because"' in page.content.decode()
        assert site.desk.read("glossary.csv") == GLOSSARY

    def test_of_a_row_that_was_changed_meanwhile_shows_both(self, site):
        fields = form(site, "/glossary/lviv/") | {"pl": "Mój Lwów"}
        put(site, GLOSSARY.replace("Lwów", "Lemberg"))
        page = site.post("/glossary/lviv/", fields, status=409)
        assert "has been changed since you opened it" in text(page)
        assert "pl Lemberg Mój Lwów" in text(page)
        assert "Lemberg" in site.desk.read("glossary.csv")
        again = fields | {"seen": re.search(r'name="seen" value="(\w+)"', page.content.decode())[1]}
        site.post("/glossary/lviv/", again)
        assert row(site, "lviv").preferred("pl") == "Mój Lwów"

    def test_of_a_row_that_is_gone_is_told(self, site):
        fields = form(site, "/glossary/lviv/")
        put(site, GLOSSARY.replace("lviv", "leopolis"))
        site.post("/glossary/lviv/", fields, status=404)
        assert site.desk.read("glossary.csv") == GLOSSARY.replace("lviv", "leopolis")

    def test_is_the_owners_or_an_editors(self, site):
        put(site, GOVERNED.replace("draft,Olena", f"draft,{site.newsroom.owner().name}"))
        theirs, own = form(site, "/glossary/lviv/"), form(site, "/glossary/mayor/")
        demote(site)
        assert "Change this row" not in text(site.get("/glossary/lviv/"))
        site.post("/glossary/lviv/", theirs | {"en": "Leopolis"}, status=403)
        site.post("/glossary/mayor/", own | {"en": "head of the city"})
        assert row(site, "mayor").preferred("en") == "head of the city"
        assert row(site, "lviv").preferred("en") == "Lviv"


class TestADecision:
    def decide(self, site, name, status=302, **fields):
        path = f"/glossary/{name}/"
        typed = {key.replace("_", "-"): value for key, value in fields.items()}
        return site.post(f"{path}decide/", typed | {"seen": seen(site, path)}, status=status)

    def test_accepts_from_a_day(self, site):
        put(site, GOVERNED)
        self.decide(site, "mayor", do="accept", valid_from="2099-05-01")
        assert (row(site, "mayor").status, row(site, "mayor").reason) == (Status.APPROVED, "shorter")
        assert "approved from 1 May 2099" in text(site.get("/glossary/mayor/"))

    def test_declines_with_a_reason_and_keeps_the_row(self, site):
        put(site, GOVERNED)
        assert "say why it is declined" in text(self.decide(site, "mayor", status=422, do="decline", reason=" ")).lower()
        self.decide(site, "mayor", do="decline", reason="the law says міський голова")
        kept = row(site, "mayor")
        assert kept.status is Status.DEPRECATED
        assert "the law says міський голова (proposed: shorter)" in kept.reason
        page = site.get("/glossary/propose/?term=мером")
        assert "The glossary has this already" in text(page)
        assert "the law says" in text(page), "so it is not proposed again"

    def test_deprecates_with_a_replacement(self, site):
        put(site, GOVERNED)
        assert "no other row" in text(self.decide(site, "tram", status=422, do="deprecate", replaced_by="nothing"))
        assert "no other row" in text(self.decide(site, "tram", status=422, do="deprecate", replaced_by="tram"))
        self.decide(site, "tram", do="deprecate", replaced_by="wagon")
        assert row(site, "tram").replaced_by == "wagon"
        assert "Replaces car, tram" in re.sub(r"\s+,", ",", text(site.get("/glossary/wagon/"))).replace("tram, car", "car, tram")

    def test_takes_up_again_what_was_declined(self, site):
        put(site, GOVERNED.replace("draft,Olena", "deprecated,Olena"))
        self.decide(site, "mayor", do="accept", reason="the law has changed")
        assert (row(site, "mayor").status, row(site, "mayor").reason) == (Status.APPROVED, "the law has changed")

    def test_is_refused_where_the_row_is_another_one_by_now(self, site):
        put(site, GOVERNED)
        path = "/glossary/mayor/"
        before = seen(site, path)
        put(site, GOVERNED.replace("mayor,,,draft", "head,,,draft"))
        page = site.post(f"{path}decide/", {"do": "accept", "seen": before}, status=409)
        assert "has been changed since you opened it" in text(page)
        assert row(site, "mayor").status is Status.DRAFT

    def test_is_an_editors(self, site):
        put(site, GOVERNED)
        before = seen(site, "/glossary/mayor/")
        demote(site)
        site.post("/glossary/mayor/decide/", {"do": "accept", "seen": before}, status=403)
        assert row(site, "mayor").status is Status.DRAFT

    def test_shows_before_what_it_touches(self, site):
        site.change(COUNCIL, Action.EDIT, target=ENGLISH[COUNCIL].replace("city council", "town council"))
        put(site, GOVERNED)
        said = text(site.get("/glossary/council/impact/"))
        assert "Accepted, it would touch 1 sentence in 1 article, 1 of them with another word now." in said
        assert "another word" in said


class TestAProposal:
    PRICE = "Вони коштують 480 млн гривень."

    def fields(self, site, **more):
        segment = site.segment(self.PRICE)
        return {"article": "tram", "locale": "en", "segment": segment.id, "term": "гривня", "target": "hryvnia", "kind": "term"} | more

    def test_writes_a_draft_of_the_person_with_where_it_was_seen(self, site):
        answer = site.post("/glossary/propose/", self.fields(site, reason="the currency’s own name"))
        assert answer["Location"] == "/glossary/hryvnia/"
        made = row(site, "hryvnia")
        assert (made.status, made.owner, made.reason) == (Status.DRAFT, site.newsroom.owner().name, "the currency’s own name")
        assert made.note == f"seen in tram (en), sentence {site.segment(self.PRICE).id}"
        assert site.desk.read("glossary.csv").startswith("id,kind,uk,en,pl,en.forbidden,status,")
        assert "“гривня” was proposed" in site.said()

    def test_warns_in_the_article_from_then_on(self, site):
        site.change(self.PRICE, Action.EDIT, target="They cost 480 million roubles.")
        put(site, GLOSSARY)
        site.post("/glossary/propose/", self.fields(site))
        page = text(site.get(f"/a/tram/en/s/{site.segment(self.PRICE).id}/panel/"))
        assert "proposed" in page
        assert "hryvnia" in page

    @pytest.mark.parametrize("form", ["Львову", "львів", "Львовом"])
    def test_of_what_is_there_says_so_with_a_link(self, site, form):
        for page in (
            site.get(f"/glossary/propose/?term={form}"),
            site.post("/glossary/propose/", self.fields(site, term=form), status=409),
        ):
            assert "The glossary has this already: Львів · Lviv" in text(page)
            assert 'href="/glossary/lviv/"' in page.content.decode()
        assert site.desk.read("glossary.csv") == GLOSSARY

    @pytest.mark.parametrize(("marked", "cited"), [("гривень", "гривня"), ("Спільним щитом", "Спільний щит"), ("Starlink", "Starlink")])
    def test_is_in_the_form_of_a_dictionary_where_that_can_be_told(self, site, marked, cited):
        page = site.get(f"/glossary/propose/?term={marked}").content.decode()
        assert f'name="term" value="{cited}"' in page

    @pytest.mark.parametrize("marked", ["2026", "—", "«", "<1>", "🙂", "а" * 300, "т. зв.", "О’Ніл", "--", "a|b", "'"])
    def test_of_whatever_was_marked_is_shown(self, site, marked):
        assert "as a dictionary has it" in text(
            site.get("/glossary/propose/", 200) if not marked else site.client.get("/glossary/propose/", {"term": marked})
        )

    def test_of_another_meaning_is_written_all_the_same(self, site):
        site.post("/glossary/propose/", self.fields(site, term="Львів", target="Lviv Polytechnic", kind="org", anyway="1"))
        assert row(site, "lviv-polytechnic").kind == "org"

    @pytest.mark.parametrize(("field", "value"), [("term", " "), ("target", ""), ("kind", "planet"), ("term", "слово " * 60)])
    def test_that_lacks_something_keeps_what_was_typed(self, site, field, value):
        page = site.post("/glossary/propose/", self.fields(site, reason="because", **{field: value}), status=422)
        assert 'value="because"' in page.content.decode()
        assert site.desk.read("glossary.csv") == GLOSSARY

    def test_works_by_hand_without_an_article(self, site):
        page = site.get("/glossary/propose/?term=гривня&article=nothing&segment=x")
        assert 'value="гривня"' in page.content.decode()
        site.post("/glossary/propose/", {"term": "гривня", "target": "hryvnia", "kind": "term"})
        assert row(site, "hryvnia").note == ""

    def test_into_a_language_that_the_glossary_lacks_adds_its_column(self, site):
        put(site, "id,uk,pl\nlviv,Львів,Lwów\n")
        site.post("/glossary/propose/", self.fields(site))
        assert site.desk.read("glossary.csv").splitlines()[0].startswith("id,uk,pl,en,")
        assert row(site, "hryvnia").preferred("en") == "hryvnia"

    def test_is_answered_to_a_script_in_words(self, site):
        answer = site.post("/glossary/propose/", self.fields(site), status=200, accept="application/json")
        assert answer.json() == {"said": "“гривня” was proposed", "row": "/glossary/hryvnia/"}

    def test_anybody_may_make_one(self, site):
        demote(site)
        site.post("/glossary/propose/", self.fields(site))
        assert row(site, "hryvnia").status is Status.DRAFT

    def test_may_be_made_on_the_page_of_a_sentence(self, site):
        segment = site.segment(self.PRICE)
        page = site.get(f"/a/tram/en/s/{segment.id}/").content.decode()
        (address,) = re.findall(r'href="(/glossary/propose/[^"]*)"', page)
        assert self.PRICE in text(site.get(html.unescape(address)))


class TestWhatWantsToRun:
    def test_is_shown_and_not_obeyed(self, site):
        quoted = ['"' + words.replace('"', '""') + '"' for words in HOSTILE]
        header = "id,kind,uk,en,en.forbidden,owner,reason,note,source,status\n"
        link = '"javascript:alert(1)"'
        put(site, header + "".join(f"x{n},term,{one},{one},{one},{one},{one},{one},{link},draft\n" for n, one in enumerate(quoted)))
        for path in ("", "x0/", "x1/", "x1/forms/?in=uk", "x1/impact/", "?text=<script>"):
            harmless(site.get(f"/glossary/{path}").content.decode())
        page = site.post("/glossary/propose/", {"term": HOSTILE[1], "target": HOSTILE[0], "reason": HOSTILE[2]}, status=409)
        harmless(page.content.decode())
        assert HOSTILE[1] in text(page)

    def test_is_written_so_that_no_spreadsheet_runs_it(self, site):
        site.post("/glossary/propose/", {"term": "=1+1", "target": "@SUM(A1)", "reason": "-2+3", "kind": "term"})
        assert ",'=1+1,'@SUM(A1)," in site.desk.read("glossary.csv")
        assert row(site, terminology.read(site.newsroom).glossary.concepts[-1].id).reason == "-2+3"


class TestThePanel:
    def panel(self, site, source):
        return site.get(f"/a/tram/en/s/{site.segment(source).id}/panel/").content.decode()

    def test_leads_to_the_row_and_to_its_forms(self, site):
        page = self.panel(site, HEADLINE)
        assert 'data-forms="/glossary/lviv/forms/?in=uk&amp;in=en' in page
        assert 'href="/glossary/lviv/"' in page

    def test_says_what_replaced_a_deprecated_row(self, site):
        put(site, GOVERNED.replace("wagon,term,вагон", "wagon,term,трамвайний вагон"))
        said = re.sub(r"<[^>]+>", "", self.panel(site, "Перші вагони прибудуть у травні."))
        assert "The row car is deprecated: wagon replaces it. No longer written: carriage." in re.sub(r"\s+", " ", said)

    def test_says_what_is_no_longer_written_where_the_new_row_stands_beside(self, site):
        put(site, GOVERNED)
        said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", self.panel(site, "Перші вагони прибудуть у травні.")))
        assert "car" in said
        assert "instead of carriage" in said

    def test_marks_what_is_only_proposed_and_what_is_yet_to_come(self, site):
        put(site, GOVERNED)
        assert '<span class="chip warning">proposed</span>' in self.panel(site, COUNCIL)
        assert "from 1 Jan 2099" in self.panel(site, "Нові вагони вийдуть на маршрути до 1 вересня.")


def test_a_row_begins_to_hold_while_the_desk_is_open(site, monkeypatch):
    tomorrow = site.newsroom.today() + timedelta(days=1)
    put(site, GOVERNED.replace("2099-01-01", tomorrow.isoformat()))
    assert dict(map(reversed, rows(site.get("/glossary/"))))["soon"] == "coming"
    later = now() + timedelta(days=1)
    monkeypatch.setattr("transloc.jobs.newsroom.now", lambda: later)
    assert dict(map(reversed, rows(site.get("/glossary/"))))["soon"] == "approved"


@pytest.mark.needs("chromium")
class TestTheFormsOfATerm:
    @pytest.fixture
    def page(self, context, served):
        page = context.new_page()
        page.goto(f"{served.at}glossary/")
        return page

    def shown(self, page):
        page.locator(".bubble", has_text="Львовом").wait_for()

    def test_show_where_it_is_pointed_at_and_go_again(self, page):
        page.get_by_text("Львів", exact=True).hover()
        self.shown(page)
        page.locator(".bubble", has_text="Львовом").hover()
        page.wait_for_timeout(400)
        self.shown(page)
        page.mouse.move(600, 600)
        page.locator(".bubble", has_text="Львовом").wait_for(state="hidden")

    def test_show_where_the_focus_comes_and_escape_hides_them(self, page):
        page.locator("th", has_text="lviv").locator("a").focus()
        page.keyboard.press("Tab")
        self.shown(page)
        page.keyboard.press("Escape")
        expect(page.locator("details.forms[open]")).to_have_count(0)
        assert page.evaluate("document.activeElement.textContent") == "Львів"
        page.keyboard.press("Enter")
        self.shown(page)

    def test_stay_where_they_are_clicked(self, page):
        page.get_by_text("Львів", exact=True).click()
        self.shown(page)
        page.mouse.move(600, 600)
        page.wait_for_timeout(400)
        self.shown(page)

    def test_show_where_it_is_tapped(self, chromium, context, served):
        phone = chromium.new_context(
            has_touch=True, is_mobile=True, viewport={"width": 360, "height": 740}, storage_state=context.storage_state()
        )
        page = phone.new_page()
        page.goto(f"{served.at}glossary/")
        page.get_by_text("Львів", exact=True).tap()
        self.shown(page)
        page.get_by_text("Львів", exact=True).tap()
        page.locator(".bubble", has_text="Львовом").wait_for(state="hidden")
        phone.close()

    def test_are_a_link_without_scripts(self, chromium, context, served):
        plain = chromium.new_context(java_script_enabled=False, storage_state=context.storage_state())
        page = plain.new_page()
        page.goto(f"{served.at}glossary/")
        page.locator("th", has_text="lviv").locator("a").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.locator("details.forms[open]").get_by_role("link").click()
        expect(page).to_have_url(f"{served.at}glossary/lviv/#forms")
        expect(page.locator("#forms")).to_contain_text("Львовом")
        plain.close()

    def test_show_in_the_panel_of_a_sentence(self, site, article):
        article.write(site.segment(HEADLINE))
        article.page.locator("#panel details.forms summary").first.hover()
        article.page.locator("#panel .bubble", has_text="Львовом").wait_for()


@pytest.mark.needs("chromium")
class TestProposingInTheArticle:
    PRICE = TestAProposal.PRICE

    def dialog(self, article):
        article.page.locator("#propose[open] #proposal").wait_for()
        return article.page.locator("#propose")

    def test_takes_what_is_marked_in_both_texts(self, site, article):
        segment = site.segment(self.PRICE)
        article.write(segment).fill("They cost 480 million hryvnias.")
        article.mark(segment, "гривень")
        article.field.evaluate("field => { field.focus(); field.setSelectionRange(22, 30); }")
        article.page.keyboard.press("Control+k")
        article.page.keyboard.type("glossary")
        article.page.keyboard.press("Enter")
        dialog = self.dialog(article)
        expect(dialog.locator("[name=target]")).to_have_value("hryvnias")
        assert "гривень" in dialog.inner_text() or dialog.locator("[name=term]").input_value() == "гривень"
        dialog.locator("[name=term]").fill("гривня")
        dialog.locator("[name=target]").fill("hryvnia")
        dialog.get_by_role("button", name="Propose").click()
        article.said("“гривня” was proposed")
        assert (row(site, "hryvnia").owner, row(site, "hryvnia").status) == (site.newsroom.owner().name, Status.DRAFT)
        article.page.locator("#panel .term", has_text="proposed").wait_for()
        expect(article.field, "what is being typed stays").to_have_value("They cost 480 million hryvnias.")

    def test_by_its_key_in_a_ukrainian_layout(self, site, article):
        article.stand(site.segment(self.PRICE))
        assert article.key("KeyW", "ц")
        dialog = self.dialog(article)
        expect(dialog.locator("[name=term]")).to_be_focused()
        article.page.keyboard.press("Escape")
        article.page.locator("#propose[open]").wait_for(state="hidden")
        assert article.opened == site.segment(self.PRICE).id

    def test_letters_in_the_field_are_typed(self, site, article):
        article.write(site.segment(self.PRICE))
        article.page.keyboard.type("wW")
        expect(article.field).to_have_value("wW")
        assert not article.key("KeyW", "w", ctrlKey=True), "the browser's own: it closes the tab"

    def test_what_is_there_already_is_told_in_the_dialog(self, site, article):
        segment = site.segment(HEADLINE)
        article.stand(segment)
        article.mark(segment, "Львів")
        article.key("KeyW", "w")
        dialog = self.dialog(article)
        expect(dialog.get_by_role("link", name="Львів")).to_have_attribute("href", "/glossary/lviv/")
        dialog.locator("[name=target]").fill("Leopolis")
        dialog.get_by_role("button", name="Propose").click()
        until(lambda: dialog.locator(".notice.warning").count() == 1)
        assert site.desk.read("glossary.csv") == GLOSSARY

    def test_without_a_line_keeps_what_was_typed(self, site, article):
        article.stand(site.segment(self.PRICE))
        article.key("KeyW", "w")
        dialog = self.dialog(article)
        dialog.locator("[name=term]").fill("гривня")
        dialog.locator("[name=target]").fill("hryvnia")
        article.page.context.set_offline(True)
        dialog.get_by_role("button", name="Propose").click()
        dialog.locator(".notice.error", has_text="The line is lost").wait_for()
        article.page.context.set_offline(False)
        dialog.get_by_role("button", name="Propose").click()
        article.said("was proposed")


@pytest.mark.needs("chromium")
def test_a_search_is_answered_while_it_is_typed(context, served):
    page = context.new_page()
    page.goto(f"{served.at}glossary/")
    page.get_by_label("Word, in any language and form").press_sequentially("Львову")
    until(lambda: page.locator("tbody tr").count() == 1)
    assert "text=" in page.url
    page.get_by_role("link", name="lviv").click()
    page.locator("#impact", has_text="It stands in 2 sentences in 1 article").wait_for()
    page.locator("#impact .places a").first.click()
    page.locator(".row.is-open", has_text="Львів").wait_for()
