"""What every engine promises, whichever it is."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from transloc import markup
from transloc.engines.engine import Answer, Request, identity
from transloc.errors import EngineError

TEXTS = (
    "Рада ухвалила закон.",
    "<1>Рада</1> ухвалила <2>закон</2>.",
    "<3>Увесь рядок виділено.</3>",
    "Примітка<4/> тут і <5/>там.",
    "</1>кінець чужого виділення, і <6>початок нового",
    r"Ціна \<1> & < 5 гривень > 4",
    "  Відступи лишаються.\u00a0",
    "Рядок із \\ косою рискою<7/>",
)


STANDS = ("deepl", "firefox", "opus", "nllb", "argos", "llm", "paid_llm", "example")


@pytest.fixture(params=STANDS)
def stand(request):
    return request.getfixturevalue(f"{request.param}_stand")


@pytest.fixture
def engine(stand):
    return stand.engine


def ask(*texts, **more):
    return Request(texts=texts, source="uk", target="en-GB", **more)


def test_one_text_comes_back_for_each_in_order(engine):
    answer = engine.translate(ask("Один", "Два", "Три"))
    assert answer.texts == ("Odyn", "Dva", "Try")


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_translated_and_codes_and_edges_stay(engine, text):
    (target,) = engine.translate(ask(text)).texts
    assert markup.compare(text, target) == ()
    assert not any("а" <= letter <= "я" for letter in target)
    assert (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) == (
        target[: len(target) - len(target.lstrip())],
        target[len(target.rstrip()) :],
    )


def test_literals_that_look_like_markup_stay_literal(engine):
    (target,) = engine.translate(ask(r"\<1> & < 5 > і &amp;")).texts
    assert markup.strip(target).words == "<1> & < 5 > i &amp;"


@pytest.mark.parametrize("text", ["", " ", "<1/>", "<1> </1>", "<1/>\u00a0<2/>"])
def test_a_text_without_words_comes_back_as_it_is_and_costs_nothing(engine, text):
    assert engine.translate(ask(text)) == Answer((text,))
    assert engine.price(text) == 0


def test_no_text_no_answer(engine):
    assert engine.translate(ask()).texts == ()


def test_more_texts_than_it_takes_are_refused_before_anything_is_sent(engine, stand):
    many = ask(*["Рада"] * (engine.abilities.max_texts + 1))
    with pytest.raises(EngineError, match="texts at once"):
        engine.translate(many)
    assert stand.sent() == 0


def test_as_many_texts_as_it_takes_are_accepted(engine):
    texts = [f"Рада {number}" for number in range(engine.abilities.max_texts)]
    assert engine.translate(ask(*texts)).texts[-1] == f"Rada {len(texts) - 1}"


def test_more_bytes_than_it_takes_are_refused_before_anything_is_sent(engine, stand):
    with pytest.raises(EngineError, match="bytes at once"):
        engine.translate(ask("Рада " * (engine.abilities.max_bytes // 5)))
    assert stand.sent() == 0


def test_a_request_is_billed_as_it_was_priced(engine):
    assert engine.translate(ask(*TEXTS)).billed == sum(map(engine.price, TEXTS))


def test_size_grows_with_the_text(engine):
    assert 0 < engine.size("Рада") < engine.size("Рада <1>ухвалила</1>")


def test_it_answers_several_threads(engine):
    barrier = threading.Barrier(4)

    def one(number):
        barrier.wait()
        return engine.translate(ask(f"Рада {number}")).texts[0]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, range(4))) == [f"Rada {number}" for number in range(4)]


def test_it_works_again_after_close_and_may_be_closed_twice(engine):
    engine.translate(ask("Рада"))
    engine.close()
    engine.close()
    assert engine.translate(ask("Рада")).texts == ("Rada",)


def test_closed_before_it_was_asked_anything(stand):
    stand.other.close()


def test_the_same_request_is_known_whatever_its_context(engine):
    first = identity(engine, ask("Рада", context="а"), 0)
    assert first == identity(engine, ask("Уряд", "Рада", context="б"), 1)
    assert first != identity(engine, ask("Уряд"), 0)
    assert first != identity(engine, Request(texts=("Рада",), source="uk", target="pl"), 0)


def test_other_settings_make_another_request(stand):
    assert stand.engine.variety != stand.other.variety
    assert identity(stand.engine, ask("Рада"), 0) != identity(stand.other, ask("Рада"), 0)


def test_a_term_makes_another_request_of_its_text_alone_where_the_engine_uses_it(engine):
    plain = ask("Рада", "Уряд")
    with_terms = ask("Рада", "Уряд", terms=((("Рада", "Council"),), ()))
    assert (identity(engine, plain, 0) != identity(engine, with_terms, 0)) is engine.abilities.glossary
    assert identity(engine, plain, 1) == identity(engine, with_terms, 1)


def test_a_fault_is_an_engine_error_with_a_way_out_and_the_engine_lives_on(engine, stand):
    stand.fail()
    with pytest.raises(EngineError) as caught:
        engine.translate(ask("Рада"))
    assert caught.value.hint
    assert engine.translate(ask("Рада")).texts == ("Rada",)
