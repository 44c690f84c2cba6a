import json
import os
import subprocess
import sys
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from fakes import deepl_server
from fakes.deepl_server import FakeDeepL
from transloc.engines.deepl import DeepL, Usage, source_language, target_language
from transloc.engines.engine import BadAnswer, EngineBusy, Health, Request
from transloc.engines.protection import LOST
from transloc.errors import EngineError, InputError

TERMS = (("Рада", "Verkhovna Rada"), ("Київ", "Kyiv"))


def ask(*texts, target="en-GB", glossary=(), **more):
    terms = tuple(tuple(pair for pair in glossary if pair[0] in text) for text in texts)
    return Request(texts=texts, source="uk", target=target, glossary=glossary, terms=terms, **more)


def engine_for(fake, **more):
    return DeepL("secret", server=fake.url, **more)


# -- what is sent


def test_codes_travel_as_strict_xml_with_the_languages_and_the_context(deepl, fake):
    deepl.translate(ask("Закон & <1>порядок</1><2/>, а </3>решта", context="Що було раніше."))
    (sent,) = fake.requests
    assert sent["text"] == ['Закон &amp; <g id="1">порядок</g><x id="2"/>, а <ex id="3"/>решта']
    assert (sent["source_lang"], sent["target_lang"]) == ("UK", "EN-GB")
    assert (sent["tag_handling"], sent["tag_handling_version"]) == ("xml", "v2")
    assert sent["context"] == "Що було раніше."
    assert "formality" not in sent
    assert "glossary_id" not in sent


def test_codes_at_the_edges_are_not_sent(deepl, fake):
    assert deepl.translate(ask("<1><2/> Рада </1>")).texts == ("<1><2/> Rada </1>",)
    assert fake.requests[0]["text"] == ["Рада"]


def test_control_characters_do_not_break_the_request(deepl):
    assert deepl.translate(ask("Рада\x0bі\x00уряд")).texts == ("Rada i uriad",)


def test_a_text_without_words_is_not_sent(deepl, fake):
    assert deepl.translate(ask("<1/>", "Рада", " ")).texts == ("<1/>", "Rada", " ")
    assert fake.requests[0]["text"] == ["Рада"]


def test_the_sizes_are_those_of_the_body(deepl, fake):
    texts = [f"<1>Рада</1> і «Уряд» & \\ {number}" for number in range(50)]
    context = "Київ — столиця. " * 200
    measured = sum(map(deepl.size, texts)) + deepl.size(context)
    deepl.translate(ask(*texts, context=context))
    body = len(json.dumps(fake.requests[0]))
    assert measured - 2 * len(texts) <= body <= measured + 1024


def test_the_largest_request_passes_the_server(deepl, fake):
    room = deepl.abilities.max_bytes
    letters = (room - 2 * deepl.size("")) // 6
    assert deepl.translate(ask("я" * letters)).billed == letters
    with pytest.raises(EngineError, match="bytes at once"):
        deepl.translate(ask("я" * (letters + 1)))
    assert fake.stats()["refused"] == 0


@pytest.mark.parametrize(("given", "sent"), [("more", "prefer_more"), ("prefer_less", "prefer_less"), ("less", "prefer_less")])
def test_formality_is_a_preference_never_a_demand(fake, given, sent):
    engine_for(fake, formality=given).translate(ask("Рада"))
    assert fake.requests[0]["formality"] == sent


def test_an_unknown_formality_is_named_at_once():
    with pytest.raises(InputError, match="“polite” is no formality"):
        DeepL("secret", formality="polite")


def test_the_model_type_is_sent_where_it_is_set(fake):
    engine_for(fake).translate(ask("Рада"))
    engine_for(fake, model_type="quality_optimized").translate(ask("Рада"))
    assert [sent.get("model_type") for sent in fake.requests] == [None, "quality_optimized"]


def test_an_unknown_model_type_is_named_at_once():
    with pytest.raises(InputError, match="“best” is no model type") as caught:
        DeepL("secret", model_type="best")
    assert "prefer_quality_optimized" in caught.value.hint


def test_formality_and_model_make_another_request(fake):
    assert len({engine_for(fake, **more).variety for more in ({}, {"formality": "more"}, {"model_type": "quality_optimized"})}) == 3


@pytest.mark.parametrize(
    ("locale", "code", "noted"),
    [
        ("en", "en-GB", True),
        ("en-US", "en-US", False),
        ("en-AU", "en-GB", True),
        ("pt", "pt-PT", True),
        ("pt-BR", "pt-BR", False),
        ("pl", "pl", False),
        ("de-AT", "de", False),
        ("zh-Hant", "zh-Hant", False),
        ("no", "nb", False),
    ],
)
def test_targets_without_a_variant_get_one_and_say_so(locale, code, noted):
    chosen, notes = target_language(locale)
    assert chosen == code
    assert bool(notes) is noted


def test_the_source_is_the_language_alone():
    assert [source_language(tag) for tag in ("uk", "en-GB", "pt-BR")] == ["uk", "en", "pt"]


def test_the_chosen_variant_is_noted_in_the_answer(deepl, fake):
    answer = deepl.translate(ask("Рада", target="en"))
    assert fake.requests[0]["target_lang"] == "EN-GB"
    assert "en-GB" in answer.notes[0].message


# -- what it costs


def test_only_words_are_billed_and_the_price_is_known_before(deepl, fake):
    text = "<1>Рада</1> і <2>уряд</2><3/>"
    answer = deepl.translate(ask(text, context="х" * 500))
    assert answer.billed == deepl.price(text) == len("Рада і уряд") == fake.billed


def test_usage_tells_the_account(deepl):
    deepl.translate(ask("Рада"))
    assert deepl.usage() == Usage(4, 500_000)


@pytest.mark.parametrize(("limit", "fine"), [(500_000, True), (4, False)])
def test_what_doctor_shows(limit, fine):
    with FakeDeepL(limit=limit) as fake:
        engine = engine_for(fake)
        engine.translate(ask("Рада"))
        assert engine.examine() == Health(f"4 of {limit:,} characters used", fine=fine)


# -- the glossary


def test_a_request_without_a_term_asserts_none(deepl, fake):
    assert deepl.translate(ask("Уряд", glossary=TERMS)).texts == ("Uriad",)
    assert "glossary_id" not in fake.requests[0]
    assert fake.glossaries == {}


def test_the_glossary_of_a_run_goes_when_it_ends_and_no_other(fake):
    fake.create({"name": "sports desk", "dictionaries": [{"source_lang": "uk", "target_lang": "en", "entries": "Рада\tAdvice"}]})
    engine = engine_for(fake)
    kept = engine.keep(TERMS, "uk", "en-GB")
    engine.translate(ask("Рада", glossary=TERMS))
    assert len(fake.glossaries) == 3
    engine.close()
    assert fake.stats()["glossaries"] == ["sports desk", kept.name]
    engine.close()


def test_a_glossary_that_was_removed_by_hand_meanwhile_is_no_trouble_at_the_end(deepl, fake):
    deepl.translate(ask("Рада", glossary=TERMS))
    fake.glossaries.clear()
    deepl.close()


def test_where_room_is_needed_the_glossaries_of_runs_go_first():
    with FakeDeepL(max_glossaries=2) as fake:
        pushed = engine_for(fake).keep((("Уряд", "Government"),), "uk", "en").name
        engine_for(fake).translate(ask("Рада", glossary=TERMS))
        engine_for(fake).translate(ask("Київ", glossary=TERMS[1:]))
        assert pushed in fake.stats()["glossaries"]


def test_several_threads_make_it_once(deepl, fake):
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: deepl.translate(ask(f"Рада {number}", glossary=TERMS)), range(8)))
    assert fake.calls.count("POST /v3/glossaries") == 1


def test_the_glossary_is_applied_and_made_once(deepl, fake):
    first = deepl.translate(ask("Рада у місті Київ", glossary=TERMS))
    deepl.translate(ask("Київ", glossary=tuple(reversed(TERMS))))
    assert first.texts == ("Verkhovna Rada u misti Kyiv",)
    assert fake.calls.count("POST /v3/glossaries") == 1
    assert fake.calls.count("GET /v3/glossaries") == 1


def test_another_process_finds_the_glossary_by_its_content(fake):
    engine_for(fake).translate(ask("Рада", glossary=TERMS))
    engine_for(fake).translate(ask("Рада", glossary=TERMS))
    assert fake.calls.count("POST /v3/glossaries") == 1
    (name,) = fake.stats()["glossaries"]
    assert name.startswith("transloc-")


def test_a_changed_glossary_is_another_one(deepl, fake):
    deepl.translate(ask("Рада", glossary=TERMS))
    answer = deepl.translate(ask("Рада", glossary=(("Рада", "Council"),)))
    assert answer.texts == ("Council",)
    assert len(fake.glossaries) == 2


def test_one_dictionary_serves_every_variant_of_the_target(deepl, fake):
    deepl.translate(ask("Рада", glossary=TERMS))
    assert deepl.translate(ask("Рада", target="en-US", glossary=TERMS)).texts == ("Verkhovna Rada",)
    assert len(fake.glossaries) == 1


def test_duplicates_and_terms_that_void_a_glossary_are_not_sent(deepl):
    pairs = (("Рада", "Council"), ("Рада", "Advice"), ("", "x"), ("довгий", "y" * 1025), ("таб\tуляція", "tab"))
    answer = deepl.translate(ask("Рада", glossary=pairs))
    assert answer.texts == ("Council",)
    assert [note.message for note in answer.notes] == [
        "3 glossary terms are empty, too long or hold control characters: they were not sent"
    ]


def test_on_a_free_account_only_our_own_glossary_is_replaced():
    with FakeDeepL(free=True) as fake:
        engine_for(fake).translate(ask("Рада", glossary=TERMS))
        answer = engine_for(fake).translate(ask("Рада", glossary=(("Рада", "Council"),)))
        assert answer.texts == ("Council",)
        assert len(fake.glossaries) == 1


def test_a_glossary_that_is_not_ours_is_never_deleted_and_the_work_goes_on():
    with FakeDeepL(free=True) as fake:
        theirs = {"source_lang": "uk", "target_lang": "en", "entries": "Рада\tAdvice"}
        fake.create({"name": "transloc of the sports desk", "dictionaries": [theirs]})
        answer = engine_for(fake).translate(ask("Рада", glossary=TERMS))
        assert answer.texts == ("Rada",)
        assert "without the glossary" in answer.notes[0].message
        assert fake.stats()["glossaries"] == ["transloc of the sports desk"]
        assert not any(call.startswith("DELETE") for call in fake.calls)


def test_a_glossary_replaced_by_another_run_is_made_again_and_nothing_is_paid_twice():
    with FakeDeepL(free=True) as fake:
        english, polish = engine_for(fake), engine_for(fake)
        english.translate(ask("Рада", glossary=TERMS))
        polish.translate(ask("Рада", target="pl", glossary=(("Рада", "Rada Najwyższa"),)))
        assert english.translate(ask("Рада знову", glossary=TERMS)).texts == ("Verkhovna Rada znovu",)
        assert fake.billed == sum(map(len, ("Рада", "Рада", "Рада знову")))


def test_a_pair_without_glossaries_is_translated_without_and_noted(deepl):
    answer = deepl.translate(ask("Рада", target="xx", glossary=TERMS))
    assert answer.texts == ("Rada",)
    assert "Unsupported glossary language pair" in answer.notes[0].message


# -- what can go wrong


def failure(engine, fake, *faults):
    fake.fail(*faults)
    with pytest.raises(EngineError) as caught:
        engine.translate(ask("Рада", "Уряд"))
    return caught


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (403, "does not accept the key in DEEPL_AUTH_KEY"),
        (413, "too large"),
        (456, "used up for this period"),
        (404, "does not know this address"),
        (400, "refused the request: scripted"),
    ],
)
def test_what_no_second_try_mends_is_told_at_once(deepl, fake, status, words):
    caught = failure(deepl, fake, status)
    assert words in str(caught.value)
    assert caught.value.hint
    assert caught.type is not EngineBusy
    assert len(fake.requests) == 1


def test_the_pause_that_the_server_asks_for_is_kept_to(deepl, fake, pauses):
    fake.faults.extend(deepl_server.Fault(status=status, retry_after="7") for status in (429, 503))
    assert deepl.translate(ask("Рада")).texts == ("Rada",)
    assert pauses == [7.0, 7.0]


def test_without_such_a_pause_each_is_longer_than_the_one_before(deepl, fake, pauses):
    fake.fail(429, 500, "cut", 503)
    assert deepl.translate(ask("Рада")).texts == ("Rada",)
    assert pauses == sorted(pauses)
    assert len(pauses) == 4


def test_a_pause_that_is_too_long_to_wait_for_is_told(deepl, fake, pauses):
    fake.faults.append(deepl_server.Fault(status=429, retry_after="3600"))
    with pytest.raises(EngineBusy) as caught:
        deepl.translate(ask("Рада"))
    assert "Try again in 60 minutes" in str(caught.value)
    assert pauses == []


@pytest.mark.parametrize(
    ("status", "words"), [(429, "too many requests"), (500, "fault of its own (500)"), (503, "fault of its own (503)")]
)
def test_what_may_pass_is_tried_six_times_and_then_told(deepl, fake, status, words):
    caught = failure(deepl, fake, *[status] * 6)
    assert caught.type is EngineBusy
    assert words in str(caught.value)
    assert len(fake.requests) == 6
    assert fake.billed == 0


def test_a_passing_fault_is_not_noticed(deepl, fake):
    fake.fail(429, 503, "cut")
    assert deepl.translate(ask("Рада")).texts == ("Rada",)
    assert fake.billed == 4


def test_a_cut_connection_is_told(fake):
    caught = failure(engine_for(fake, tries=1), fake, "cut")
    assert caught.type is EngineBusy
    assert "connection to DeepL failed" in str(caught.value)


def test_a_server_that_does_not_answer_is_told(fake):
    caught = failure(engine_for(fake, tries=1, timeout=0.05), fake, "slow")
    assert caught.type is EngineBusy
    assert "did not answer in time" in str(caught.value)


def test_a_server_that_is_not_there_is_told():
    with FakeDeepL() as gone:
        address = gone.url
    with pytest.raises(EngineBusy, match="connection to DeepL failed"):
        DeepL("secret", server=address, tries=1).translate(ask("Рада"))


def test_no_answer_leads_the_texts_elsewhere(fake):
    class Elsewhere(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(307)
            self.send_header("Location", fake.url + self.path)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        with pytest.raises(EngineError, match="connection to DeepL failed"):
            DeepL("secret", server=f"http://127.0.0.1:{server.server_port}", tries=1).translate(ask("Рада"))
        server.shutdown()
    assert fake.requests == []


def test_a_wrong_number_of_answers_is_no_answer(deepl, fake):
    caught = failure(deepl, fake, "count")
    assert caught.type is BadAnswer
    assert "1 translations for 2 texts" in str(caught.value)


def test_garbage_is_no_answer(deepl, fake):
    assert failure(deepl, fake, "garbage").type is BadAnswer


def test_an_answer_without_end_is_read_no_further(deepl, fake):
    told = failure(deepl, fake, "huge")
    assert told.type is BadAnswer
    assert str(told.value).startswith("DeepL answered with more than 16 MB, which is no translation")
    assert deepl.translate(ask("Рада")).texts == ("Rada",)


def test_an_empty_answer_stays_empty_for_people_to_fill(deepl, fake):
    fake.fail("empty")
    assert deepl.translate(ask("<1>Рада</1> і <2/>уряд")).texts == ("",)


def test_a_lost_element_leaves_the_words_and_a_note_and_costs_no_second_time(deepl, fake):
    fake.fail("tags")
    answer = deepl.translate(ask("Рада і <1>уряд</1> тут", "Без кодів"))
    assert answer.texts == ("Rada i uriad tut", "Bez kodiv")
    assert [(note.message, note.index) for note in answer.notes] == [(LOST, 0)]
    assert len(fake.requests) == 1


def test_a_wrong_key_is_told_by_the_server():
    with FakeDeepL(key="right") as fake, pytest.raises(EngineError, match="DEEPL_AUTH_KEY"):
        engine_for(fake).usage()


def test_the_quota_is_told_before_anything_is_billed():
    with FakeDeepL(limit=3) as fake:
        with pytest.raises(EngineError, match="used up"):
            engine_for(fake).translate(ask("Рада"))
        assert fake.billed == 0


# -- the fake itself, as a program


def test_the_fake_serves_from_outside_and_tells_its_counters():
    program = [sys.executable, str(Path(deepl_server.__file__)), "--port", "0", "--fail", "503"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as fake:
        watchdog = threading.Timer(30, fake.kill)
        watchdog.start()
        assert fake.stdout is not None
        url = fake.stdout.readline().strip()
        engine = DeepL("secret", server=url)
        engine.translate(ask("Рада"))
        engine.translate(ask("Рада"))
        engine.close()
        with urllib.request.urlopen(f"{url}/stats") as answer:
            assert json.load(answer)["paid_twice"] == 1
        fake.terminate()
        told = json.loads(fake.stdout.readline())
        watchdog.cancel()
    assert told["billed_characters"] == 8
    assert told["texts"] == {"Рада": 2}
    assert fake.returncode == 0
