"""Drafting: what is asked of the engine and what is not, what it costs, and what is left when something fails."""

import pytest

from fakes.deepl_server import FakeDeepL, spell
from fakes.long_article import SIZE, drafted, furnish, open_newsroom, prepared, quiet, rows, sentences, translate, use
from transloc.engines import choose
from transloc.engines.firefox import Firefox
from transloc.errors import EngineError, InputError, Refused
from transloc.jobs import translate as job
from transloc.jobs.newsroom import now
from transloc.model import Person, Quotation, Role, State
from transloc.states import Action, Change
from transloc.store import Batch, JobState

TEXTS = sentences(100)

#: Reads the same in every language, so that no engine is asked.
SITE = "https://example.org/a"
NOBODY = Person("p9", "Оля", Role.EDITOR)


@pytest.fixture
def fake(monkeypatch):
    with FakeDeepL() as server:
        use(server.url, monkeypatch)
        yield server


@pytest.fixture
def desk(tables, tmp_path):
    def open_desk(articles=None, **more):
        return open_newsroom(furnish(tmp_path / "desk", tables, {"long": TEXTS} if articles is None else articles, **more))

    return open_desk


def do(newsroom, slug, source, action, **words):
    segment = next(s for s in newsroom.store.catalog(slug, "en") if s.source == source)
    change = Change(action=action, at=now(), actor=NOBODY, **words)
    newsroom.store.change(slug, "en", segment.id, seen=segment.revision, change=change, rules=newsroom.rules("en"))


def targets(newsroom, slug="long", locale="en"):
    return {s.source: s.target for s in newsroom.store.catalog(slug, locale)}


def running(newsroom):
    return [one for one in newsroom.store.latest_jobs() if one.state is JobState.RUNNING]


# -- the order of work


def test_labels_memory_and_repetitions_go_before_the_engine(desk, fake, tmp_path):
    said = ["Читайте також:", TEXTS[0], TEXTS[1], TEXTS[2], TEXTS[1], SITE]
    with desk({"old": [TEXTS[0]], "talks": said}) as newsroom:
        (tmp_path / "desk" / "glossary.csv").write_text("id,kind,uk,en\nalso,label,Читайте також,Read also\n", encoding="utf-8")
        do(newsroom, "old", TEXTS[0], Action.EDIT, target="The minister named a plan.")
        do(newsroom, "old", TEXTS[0], Action.CONFIRM)
    with open_newsroom(tmp_path / "desk") as newsroom:
        report = translate(newsroom)["talks", "en"]
        assert [text for request in fake.requests for text in request["text"]] == [TEXTS[1], TEXTS[2]]
        assert targets(newsroom, "talks")["Читайте також:"] == "Read also:"
        assert targets(newsroom, "talks")[TEXTS[0]] == "The minister named a plan."
        assert report.origins["deepl"] == 3
        assert report.origins["copy"] == 1
        assert report.billed == fake.billed == len(TEXTS[1]) + len(TEXTS[2])
        assert not report.left


def test_requests_are_in_reading_order_for_the_full_locale_with_the_neighbours(desk, fake):
    with desk(settings='[style.en]\nvariant = "en-US"\n') as newsroom:
        translate(newsroom)
    assert [text for request in fake.requests for text in request["text"]] == TEXTS
    assert {request["target_lang"] for request in fake.requests} == {"EN-US"}
    assert TEXTS[SIZE - 1] in fake.requests[1]["context"]


def test_a_marked_foreign_quotation_gets_a_hint_and_is_paid_for_once(desk, fake):
    said = "«Ми йдемо далі», — сказав він."
    with desk({"talks": [said, TEXTS[0]]}) as newsroom:
        unit = next(s.unit for s in newsroom.store.catalog("talks", "en") if s.source == said)
        do(newsroom, "talks", said, Action.QUOTE, quotation=Quotation(unit=unit, span=(1, 14), text="Ми йдемо далі", spoken_in="fr"))
        report = translate(newsroom)["talks", "en"]
        segment = next(s for s in newsroom.store.catalog("talks", "en") if s.source == said)
        assert (segment.state, segment.target, segment.suggestion) == (State.INITIAL, "", spell(said))
        assert report.origins == {"deepl": 1}
        assert report.reasons == {"a quotation from another language: enter its published wording": 1}
        billed = fake.billed
        assert translate(newsroom)["talks", "en"].reasons.total() == 1
        assert fake.billed == billed


def test_the_same_sentence_in_another_article_is_free(desk, fake):
    with desk({"one": TEXTS[:30], "two": TEXTS[10:40]}) as newsroom:
        told = {run.slug: estimate for run, estimate in job.estimates(newsroom, prepared(newsroom))}
        reports = translate(newsroom)
    assert fake.stats()["paid_twice"] == 0
    assert (told["one"].texts, told["two"].texts, told["two"].known) == (30, 10, 20)
    assert [told["one"].characters, told["two"].characters] == [reports["one", "en"].billed, reports["two", "en"].billed]
    assert reports["two", "en"].origins["deepl"] == 30


def test_the_estimate_is_what_will_be_billed(desk, fake):
    odd = ["**Рада** & <уряд>", "Голос «за»[^1].\n\n[^1]: примітка", "Разом: `код`", "42", "Разом: `код`", *TEXTS[:45]]
    with desk({"odd": odd}) as newsroom:
        (told,) = (estimate for _, estimate in job.estimates(newsroom, prepared(newsroom)))
        assert fake.calls == []
        translate(newsroom)
        assert told.characters == fake.billed > 0
        assert [e.characters for _, e in job.estimates(newsroom, prepared(newsroom))] == [0]


def test_one_article_and_one_locale(desk, fake):
    with desk({"one": TEXTS[:2], "two": TEXTS[:2]}, targets=("en", "pl")) as newsroom:
        assert set(translate(newsroom, "two", "two", locale="pl")) == {("two", "pl")}
        assert not any(targets(newsroom, "one", locale)[TEXTS[0]] for locale in ("en", "pl"))
        assert {request["target_lang"] for request in fake.requests} == {"PL"}


# -- each batch is one transaction


def test_a_batch_is_committed_with_all_it_brings_before_the_next_is_sent(desk, fake, tmp_path):
    seen = []

    def advance(done, _):
        tables = ("segment WHERE state = 'translated'", "event WHERE action = 'draft'", "answer", "batch")
        counts = [rows(tmp_path / "desk", f"SELECT count(*) FROM store_{table}")[0][0] for table in tables]
        seen.append((len(fake.requests), *counts, rows(tmp_path / "desk", "SELECT coalesce(sum(billed), 0) FROM store_batch")[0][0]))

    with desk() as newsroom:
        translate(newsroom, advance=advance)
    price = [0, *(sum(map(len, TEXTS[: n * SIZE])) for n in range(1, 6))]
    assert seen == [(n, n * SIZE, n * SIZE, n * SIZE, n, price[n]) for n in range(6)]


def test_a_segment_that_a_person_edits_meanwhile_is_left_alone(desk, fake):
    with desk() as newsroom:

        def advance(done, _):
            if len(fake.requests) == 1:
                do(newsroom, "long", TEXTS[-1], Action.EDIT, target="By hand.")

        report = translate(newsroom, advance=advance)["long", "en"]
        assert targets(newsroom)[TEXTS[-1]] == "By hand."
        assert report.origins["deepl"] == len(TEXTS) - 1
        assert translate(newsroom)["long", "en"].billed == 0


# -- stopped, and taken up again


def test_a_run_that_is_stopped_keeps_its_batches_frees_its_job_and_goes_on(desk, fake, tmp_path):
    def stop(done, _):
        if len(fake.requests) == 2:
            raise KeyboardInterrupt

    with desk({"long": TEXTS, "other": TEXTS}) as newsroom:
        runs = prepared(newsroom)
        told = job.draft(newsroom, runs, stop)
        run, report = next(told)
        assert (run.slug, report.origins["deepl"]) == ("long", 2 * SIZE)
        assert report.reasons == {"the engine was not reached": len(TEXTS) - 2 * SIZE}
        with pytest.raises(KeyboardInterrupt):
            next(told)
        assert running(newsroom) == []
        assert set(drafted(tmp_path / "desk")) == set(TEXTS[: 2 * SIZE])
        translate(newsroom)
        assert (fake.stats()["paid_twice"], len(fake.answered)) == (0, len(TEXTS))
        assert all(targets(newsroom, "other").values())


def test_a_catalog_that_another_run_works_on_is_refused_and_the_others_are_done(desk, fake):
    with desk({"one": TEXTS[:30], "two": TEXTS[30:60]}) as newsroom:
        theirs = newsroom.store.start_job("one", "en", "deepl", total=30, at=now())
        left = {}
        with pytest.raises(Refused, match=r"one \(en\) is being translated already"):
            left.update((run.slug, report.reasons) for run, report in job.draft(newsroom, prepared(newsroom), quiet))
        assert left["one"] == {"another process is at it": 30}
        assert set(fake.answered) == set(TEXTS[30:60])
        assert running(newsroom) == [theirs]
        newsroom.store.finish_job(theirs.id, at=now())
        translate(newsroom)
        assert fake.stats()["paid_twice"] == 0


def test_a_plan_made_before_another_run_ended_pays_for_nothing(desk, fake):
    with desk() as newsroom:
        late = prepared(newsroom)
        translate(newsroom)
        billed = fake.billed
        ((_, report),) = job.draft(newsroom, late, quiet)
        assert (fake.billed, report.billed, sum(report.origins.values())) == (billed, 0, 0)
        assert {s.revision for s in newsroom.store.catalog("long", "en")} == {1}


# -- the budget


def test_a_run_stops_before_it_overspends_and_goes_on_with_more(desk, fake, tmp_path):
    budget = sum(map(len, TEXTS[: 3 * SIZE])) - 1
    with desk(settings=f"[engine]\nmonthly_characters = {budget}\n") as newsroom, pytest.raises(EngineError) as caught:
        translate(newsroom)
    spent = sum(map(len, TEXTS[: 2 * SIZE]))
    assert f"budget of {budget} characters would be exceeded: {spent} are spent" in str(caught.value)
    assert fake.billed == spent
    with open_newsroom(tmp_path / "desk") as newsroom:
        assert [one.error for one in newsroom.store.latest_jobs()] == [str(caught.value)]
        assert len(drafted(tmp_path / "desk")) == 2 * SIZE
    config = tmp_path / "desk" / "transloc.toml"
    config.write_text(config.read_text(encoding="utf-8").replace(str(budget), "0"), encoding="utf-8")
    with open_newsroom(tmp_path / "desk") as newsroom:
        translate(newsroom)
    assert fake.stats()["paid_twice"] == 0


def test_what_another_article_spent_this_month_counts(desk, fake):
    with desk(settings="[engine]\nmonthly_characters = 5000\n") as newsroom:
        earlier = newsroom.store.start_job("gone", "en", "deepl", total=1, at=now())
        newsroom.store.record_batch(Batch(job=earlier.id, texts=1, billed=4999, at=now()))
        with pytest.raises(EngineError, match="4999 are spent"):
            translate(newsroom)
    assert fake.requests == []


# -- an engine that fails


def test_a_failing_engine_keeps_what_was_done_and_the_other_articles_get_their_memory(desk, fake):
    with desk({"a": TEXTS[:60], "b": [SITE, *TEXTS[60:70]]}) as newsroom:
        fake.fail("", 403)
        told = []
        with pytest.raises(EngineError, match="does not accept the key") as caught:
            told.extend(job.draft(newsroom, prepared(newsroom), quiet))
        (_, first), (_, second) = told
        assert (first.origins["deepl"], first.reasons) == (SIZE, {"the engine was not reached": 60 - SIZE})
        assert (second.origins, second.reasons) == ({"copy": 1}, {"no engine at hand": 10})
        assert len(fake.requests) == 2
        (one,) = newsroom.store.latest_jobs()
        assert (one.state, one.error, one.done, one.total) == (JobState.FAILED, str(caught.value), SIZE, 60)


@pytest.mark.parametrize("fault", ["count", "garbage"])
def test_an_unusable_answer_leaves_its_batch_to_people_and_is_counted_as_paid(desk, fake, fault):
    with desk() as newsroom:
        fake.fail("", fault)
        report = translate(newsroom)["long", "en"]
        assert report.billed == fake.billed == sum(map(len, TEXTS))
        assert sum(report.reasons.values()) == SIZE
        assert newsroom.store.billed("deepl", now()) == fake.billed
        translate(newsroom)
        assert all(targets(newsroom).values())


def test_a_server_that_answers_nothing_usable_is_not_asked_for_ever(desk, fake):
    with desk() as newsroom:
        fake.fail(*["garbage"] * 5)
        told = []
        with pytest.raises(EngineError, match="3 answers of deepl one after the other were unusable"):
            told.extend(job.draft(newsroom, prepared(newsroom), quiet))
        ((_, report),) = told
        assert sorted(report.reasons.values()) == [len(TEXTS) - 3 * SIZE, 3 * SIZE]
        assert len(fake.requests) == 3
        assert running(newsroom) == []


def test_an_empty_answer_is_asked_for_again(desk, fake):
    with desk({"short": TEXTS[:5]}) as newsroom:
        fake.fail("empty")
        assert translate(newsroom)["short", "en"].reasons == {"deepl gave an empty answer": 5}
        translate(newsroom)
        assert all(targets(newsroom, "short").values())


def test_broken_codes_are_left_to_people_and_not_paid_for_again(desk, fake):
    with desk({"codes": ["Рада **ухвалила** закон.", TEXTS[0]]}) as newsroom:
        fake.fail("tags")
        (reason,) = translate(newsroom)["codes", "en"].reasons
        assert "broke the inline codes" in reason
        assert translate(newsroom)["codes", "en"].reasons == {reason: 1}
        assert len(fake.requests) == 1
        assert targets(newsroom, "codes")[TEXTS[0]] == spell(TEXTS[0])
        left = next(s for s in newsroom.store.catalog("codes", "en") if "ухвалила" in s.source)
        assert (left.target, left.suggestion) == ("", "Rada ukhvalyla zakon.")


# -- the free engine


@pytest.fixture
def no_key(monkeypatch):
    monkeypatch.delenv("DEEPL_AUTH_KEY", raising=False)
    monkeypatch.setenv("FXTRANSLATE_RECORDS_URL", "http://127.0.0.1:1/records")


OWN_MODELS = '[models]\nfolder = "models"\n'


def test_a_free_engine_that_nobody_named_is_done_without(desk, no_key):
    with desk({"a": [SITE, *TEXTS[:3]], "b": TEXTS[3:5]}, settings=OWN_MODELS) as newsroom:
        reports = translate(newsroom)
        assert (reports["a", "en"].origins, reports["a", "en"].reasons) == ({"copy": 1}, {"the engine was not reached": 3})
        assert "Until then memory and people do the work" in reports["a", "en"].notes[0]
        assert reports["b", "en"].reasons == {"no engine at hand": 2}
        assert {one.state for one in newsroom.store.latest_jobs()} == {JobState.FAILED}


def test_a_free_engine_that_was_named_must_work(desk, no_key):
    with desk({"a": [SITE, *TEXTS[:3]]}, settings=OWN_MODELS) as newsroom:
        with pytest.raises(EngineError, match="cannot be reached"):
            translate(newsroom, engine="firefox")
        assert targets(newsroom, "a")[SITE] == SITE


@pytest.mark.parametrize(("project", "offline"), [("external = false\n", False), ("", True)])
def test_what_may_not_leave_the_machine_never_does(desk, fake, tmp_path, project, offline):
    with desk({"a": [SITE, *TEXTS[:3]]}, settings=project + OWN_MODELS) as newsroom:
        assert translate(newsroom, offline=offline)["a", "en"].reasons == {"no engine at hand": 3}
        with pytest.raises(InputError, match="DeepL would send the text away"):
            prepared(newsroom, engine="deepl", offline=offline)
        with pytest.raises(EngineError, match="not on this machine"):
            translate(newsroom, engine="firefox", offline=offline)
    assert fake.calls == []


@pytest.mark.parametrize("name", ["auto", "deepl"])
def test_one_article_stays_on_this_machine_while_another_goes_out(desk, fake, name):
    settings = OWN_MODELS + f'[articles.secret]\nexternal = false\n[engine]\nname = "{name}"\n'
    with desk({"open": TEXTS[:2], "secret": TEXTS[2:4]}, settings=settings) as newsroom:
        reports = translate(newsroom)
        assert reports["open", "en"].origins == {"deepl": 2}
        assert reports["secret", "en"].reasons == {"no engine at hand": 2}
        assert not newsroom.store.article("secret").external
        with pytest.raises(InputError, match="DeepL would send the text away"):
            prepared(newsroom, "secret", engine="deepl")
    assert {text for request in fake.requests for text in request["text"]} == set(TEXTS[:2])
    assert not any(text in request["context"] for request in fake.requests for text in TEXTS[2:4])


def test_a_model_on_this_machine_works_offline(desk, tmp_path, monkeypatch):
    class Model:
        def translate(self, text):
            return spell(text)

    monkeypatch.setattr(choose, "Firefox", lambda folder, **more: Firefox(folder, loader=lambda _: Model(), **more))
    with desk({"a": TEXTS[:50]}, settings=OWN_MODELS) as newsroom:
        (tmp_path / "desk" / "models" / "uk-en").mkdir(parents=True)
        (tmp_path / "desk" / "models" / "uk-en" / "model.uken.intgemm.alphas.bin").write_bytes(b"weights")
        report = translate(newsroom, offline=True)["a", "en"]
        assert (report.origins, report.billed, report.left) == ({"firefox": 50}, 0, [])
        assert {s.state for s in newsroom.store.catalog("a", "en")} == {State.TRANSLATED}
