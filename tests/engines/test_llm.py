import pytest

from fakes.llm_server import FakeLlm, Fault
from transloc.engines.engine import BadAnswer, EngineBusy, Health, Request
from transloc.engines.llm import Llm
from transloc.engines.llm.connection import loopback
from transloc.engines.llm.engine import MISSING
from transloc.engines.llm.prompt import read
from transloc.engines.protection import LOST
from transloc.errors import EngineError, InputError

TERMS = (("Верховної Ради", "Verkhovna Rada"), ("Києві", "Kyiv"))


def ask(*texts, target="en-GB", **more):
    return Request(texts=texts, source="uk", target=target, **more)


# -- what it is told


def test_only_the_terms_present_are_told_as_they_stand_in_the_text(llm, fake_llm):
    request = ask("депутати Верховної Ради", "у Києві", glossary=(*TERMS, ("Львів", "Lviv")), terms=(TERMS[:1], TERMS[1:]))
    assert llm.translate(request).texts == ("deputaty Verkhovna Rada", "u Kyiv")
    assert fake_llm.told(0)["terms"] == dict(TERMS)
    rules = fake_llm.requests[0]["messages"][0]["content"]
    assert "inflect as the grammar of English (United Kingdom) requires, and never change the rendering" in rules


def test_without_terms_and_context_nothing_is_said_of_them(llm, fake_llm):
    llm.translate(ask("Рада"))
    assert fake_llm.told(0) == {"texts": {"1": "Рада"}}


def test_the_context_goes_along(llm, fake_llm):
    llm.translate(ask("Рада", context="Що було раніше."))
    assert fake_llm.told(0)["context"] == "Що було раніше."


@pytest.mark.parametrize(("formality", "words"), [("more", "formally"), ("prefer_less", "informally")])
def test_formality_is_told(fake_llm, formality, words):
    Llm(fake_llm.url, "tiny", formality=formality).translate(ask("Рада"))
    assert f"address people {words}" in fake_llm.requests[0]["messages"][0]["content"]


def test_an_unknown_formality_is_named_at_once(fake_llm):
    with pytest.raises(InputError, match="“polite” is no formality"):
        Llm(fake_llm.url, "tiny", formality="polite")


def test_edges_are_not_sent_and_codes_are(llm, fake_llm):
    assert llm.translate(ask("<1> Рада <2>тут</2>!</1>")).texts == ("<1> Rada <2>tut</2>!</1>",)
    assert fake_llm.told(0)["texts"] == {"1": "Рада <2>тут</2>!"}


def test_the_shape_of_the_answer_and_no_chance_in_it_are_asked_for(llm, fake_llm):
    llm.translate(ask("Рада", "<1/>", "Уряд"))
    body = fake_llm.requests[0]
    assert body["temperature"] == 0
    assert body["response_format"]["json_schema"]["schema"]["required"] == ["1", "3"]


def test_a_server_that_refuses_the_extras_is_asked_without_from_then_on():
    with FakeLlm(choosy=True) as fake:
        engine = Llm(fake.url, "tiny")
        assert engine.translate(ask("Рада")).texts == ("Rada",)
        assert engine.translate(ask("Уряд")).texts == ("Uriad",)
        assert ["response_format" in body for body in fake.requests] == [True, False, False]
        engine.close()


def test_the_key_goes_along_and_nothing_else_has_it():
    with FakeLlm(key="secret") as fake:
        engine = Llm(fake.url, "tiny", "secret")
        assert engine.translate(ask("Рада")).texts == ("Rada",)
        assert "secret" not in engine.variety
        with pytest.raises(EngineError, match="does not accept the key in TRANSLOC_LLM_KEY"):
            Llm(fake.url, "tiny").translate(ask("Рада"))


# -- what came back


@pytest.mark.parametrize("wrap", ["%s", "```json\n%s\n```", "Here you are:\n%s\nAnything else?", "<think>{maybe}</think>%s"])
def test_words_around_the_answer_do_no_harm(wrap):
    with FakeLlm(wrap=wrap) as fake:
        assert Llm(fake.url, "tiny").translate(ask("Рада")).texts == ("Rada",)


@pytest.mark.parametrize(
    "content",
    [
        *("", "no", "[]", '["Rada"]', '{"1": 7}', '{"one": "Rada"}', '{"1": "Rada"', '{"1": null}'),
        '{"' + "1" * 5000 + '": "Rada"}',
        '{"1": ' + "[" * 100_000 + "}",
    ],
)
def test_what_is_no_answer(content):
    assert read(content) is None


def test_one_that_is_left_out_is_asked_for_once_more_alone(llm, fake_llm):
    fake_llm.fail("count")
    assert llm.translate(ask("Рада", "Уряд")).texts == ("Rada", "Uriad")
    assert fake_llm.told(1)["texts"] == {"2": "Уряд"}
    assert "text 2 is missing" in fake_llm.requests[1]["messages"][1]["content"]


def test_broken_codes_are_asked_for_once_more_with_what_was_wrong(llm, fake_llm):
    fake_llm.fail("tags")
    assert llm.translate(ask("Рада", "і <1>уряд</1> тут")).texts == ("Rada", "i <1>uriad</1> tut")
    assert "text 2 has the tag <1> missing" in fake_llm.requests[1]["messages"][1]["content"]
    assert len(fake_llm.requests) == 2


def test_a_text_that_came_back_as_it_was_is_asked_for_once_more_but_names_are_not(llm, fake_llm):
    said = "Рада ухвалила новий закон."
    fake_llm.fail("source")
    assert llm.translate(ask(said, "Рада")).texts == ("Rada ukhvalyla novyi zakon.", "Рада")
    assert "text 1 is not translated" in fake_llm.requests[1]["messages"][1]["content"]
    fake_llm.fail("source", "source")
    answer = llm.translate(ask(said))
    assert (answer.texts, answer.notes) == ((said,), ())


@pytest.mark.parametrize("fault", [401, "html", "cut"])
def test_where_the_second_try_fails_what_came_back_sound_is_kept(fake_llm, fault):
    engine = Llm(fake_llm.url, "tiny", tries=1)
    fake_llm.fail("count", fault)
    answer = engine.translate(ask("Рада", "Уряд"))
    assert answer.texts == ("Rada", "")
    assert [(note.message, note.index) for note in answer.notes] == [(MISSING, 1)]


def test_codes_broken_twice_leave_the_words_and_a_note(llm, fake_llm):
    fake_llm.fail("tags", "tags")
    answer = llm.translate(ask("Рада", "і <1>уряд</1> тут"))
    assert answer.texts == ("Rada", "i uriad tut")
    assert [(note.message, note.index) for note in answer.notes] == [(LOST, 1)]


def test_what_is_left_out_twice_is_left_to_people_and_the_rest_is_kept(llm, fake_llm):
    fake_llm.fail("count", "empty")
    answer = llm.translate(ask("Рада", "Уряд"))
    assert answer.texts == ("Rada", "")
    assert [(note.message, note.index) for note in answer.notes] == [(MISSING, 1)]


def test_prose_is_asked_for_once_more_and_then_no_answer(llm, fake_llm):
    fake_llm.fail("prose")
    assert llm.translate(ask("Рада")).texts == ("Rada",)
    fake_llm.fail("prose", "prose")
    with pytest.raises(BadAnswer, match="tiny did not answer in the form that was asked for"):
        llm.translate(ask("Рада"))


@pytest.mark.parametrize("kind", ["garbage", "html", "deep", "digits"])
def test_garbage_is_no_answer(llm, fake_llm, kind):
    fake_llm.fail(kind)
    with pytest.raises(BadAnswer, match="Check the address and the model"):
        llm.translate(ask("Рада"))


def test_an_answer_without_end_is_read_no_further(llm, fake_llm):
    fake_llm.fail("huge")
    with pytest.raises(BadAnswer, match=r"127\.0\.0\.1:\d+/v1 answered with more than 16 MB, which is no translation"):
        llm.translate(ask("Рада"))
    assert llm.translate(ask("Рада")).texts == ("Rada",)


# -- what can go wrong


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "does not accept the key"),
        (403, "does not accept the key"),
        (404, "does not know this address or model"),
        (413, "too large"),
        (456, "used up"),
        (302, "refused the request (302: scripted)"),
    ],
)
def test_what_no_second_try_mends_is_told_at_once(llm, fake_llm, status, words):
    fake_llm.fail(status)
    with pytest.raises(EngineError, match=r"127\.0\.0\.1") as caught:
        llm.translate(ask("Рада"))
    assert words in str(caught.value)
    assert not isinstance(caught.value, EngineBusy)
    assert len(fake_llm.requests) == 1


def test_a_request_that_is_refused_without_the_extras_too_is_told_with_the_servers_words(llm, fake_llm):
    fake_llm.fail(400, 400)
    with pytest.raises(EngineError, match=r"refused the request \(400: scripted\)"):
        llm.translate(ask("Рада"))


@pytest.mark.parametrize("fault", [408, 429, 500, 503, "cut"])
def test_what_may_pass_is_tried_six_times_and_then_told(llm, fake_llm, fault):
    fake_llm.fail(*[fault] * 6)
    with pytest.raises(EngineBusy):
        llm.translate(ask("Рада"))
    assert len(fake_llm.requests) == 6


def test_the_pause_that_the_server_asks_for_is_kept_to(llm, fake_llm, pauses):
    fake_llm.faults.append(Fault(status=429, retry_after="9"))
    assert llm.translate(ask("Рада")).texts == ("Rada",)
    assert pauses == [9.0]


def test_a_server_that_does_not_answer_is_told(fake_llm):
    fake_llm.fail("slow")
    with pytest.raises(EngineBusy, match="did not answer in time"):
        Llm(fake_llm.url, "tiny", timeout=0.05, tries=1).translate(ask("Рада"))


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(EngineBusy, match="Check that the server runs"):
        Llm("http://127.0.0.1:1/v1", "tiny", tries=1).translate(ask("Рада"))


# -- what it costs, and where it is


def test_on_this_machine_it_costs_nothing(llm):
    assert llm.abilities.local
    assert llm.price("Рада <1>тут</1>") == 0


def test_elsewhere_its_characters_count_with_the_second_try(fake_llm):
    engine = Llm(fake_llm.url, "tiny", local=False)
    fake_llm.fail("count")
    assert engine.translate(ask("<1>Рада</1>", "Уряд")).billed == len("Рада") + 2 * len("Уряд")


@pytest.mark.parametrize("second", ["prose", "garbage"])
def test_what_was_asked_for_twice_in_vain_says_so(llm, fake_llm, second):
    fake_llm.fail("prose", second)
    with pytest.raises(BadAnswer) as caught:
        llm.translate(ask("Рада"))
    assert caught.value.asked == 2


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://127.0.0.1:11434/v1", True),
        ("http://127.9.9.9/v1", True),
        ("http://localhost:8000/v1", True),
        ("http://[::1]:8000/v1", True),
        ("http://localhost.example.org/v1", False),
        ("http://127.0.0.1.example.org/v1", False),
        ("http://127.0.0.1@example.org/v1", False),
        ("http://10.0.0.1/v1", False),
        ("https://example.org/v1", False),
    ],
)
def test_what_is_this_machine(address, here):
    assert loopback(address) is here
    assert Llm(address, "tiny").abilities.local is here


def test_a_server_here_that_passes_texts_on_is_not_local(fake_llm):
    assert not Llm(fake_llm.url, "tiny", local=False).abilities.local


def test_a_server_elsewhere_cannot_be_called_local():
    with pytest.raises(InputError, match="is not on this machine"):
        Llm("https://example.org/v1", "tiny", local=True)


@pytest.mark.parametrize("address", ["", "127.0.0.1:11434", "ftp://127.0.0.1", "http://", "http://[::1/v1", "http://127.0.0.1:99999"])
def test_what_is_no_address_is_told_at_once(address):
    with pytest.raises(InputError, match="is not the address of a server"):
        Llm(address, "tiny")


def test_no_proxy_gets_to_see_what_stays_on_this_machine(llm, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert llm.translate(ask("Рада")).texts == ("Rada",)


# -- what doctor shows


def test_doctor_sees_the_model(llm, fake_llm):
    assert llm.examine() == Health(f"tiny at {fake_llm.url}")


def test_a_server_without_a_list_of_models_is_no_trouble(fake_llm):
    elsewhere = fake_llm.url.removesuffix("/v1") + "/v2"
    assert Llm(elsewhere, "tiny").examine() == Health(f"tiny at {elsewhere}")


def test_doctor_sees_that_the_server_lacks_the_model(fake_llm):
    found = Llm(fake_llm.url, "huge").examine()
    assert not found.fine
    assert "has no model “huge”, but tiny" in found.message
