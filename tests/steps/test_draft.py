from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.deepl_server import FakeDeepL
from transloc import markup, memory
from transloc.engines.deepl import DeepL
from transloc.engines.engine import Abilities, Answer, Request
from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.memory import Entry
from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State, Suggestion
from transloc.steps.accept import accept
from transloc.steps.draft import COPY, Plan, estimate, plan, requests


def segment(number, source, **more):
    return Segment(id=f"u0000000{number}.s1", source=source, **more)


def catalog(*segments, target="en-GB"):
    return Catalog(article="talks", source_locale="uk", target_locale=target, segments=segments)


def sentences(*sources, **more):
    return catalog(*(segment(number, source) for number, source in enumerate(sources)), **more)


def nothing(source, previous, following):
    return None


def label(uk, en):
    return Concept(id=uk, kind=ConceptKind.LABEL, terms=(Term(uk, "uk"), Term(en, "en")))


GLOSSARY = Glossary((label("Джерела", "Sources"), label("Фото", "Photo")), ("uk", "en"))


@dataclass
class Limits:
    """An engine's measures alone, to see how work is cut; it counts letters as bytes."""

    abilities: Abilities = field(default_factory=lambda: Abilities(glossary=True, context=True, local=True, max_texts=3, max_bytes=400))
    name: str = "limits"
    variety: str = ""

    def size(self, text: str) -> int:
        return len(text)

    def price(self, text: str) -> int:
        return len(text)

    def translate(self, request: Request) -> Answer:
        raise AssertionError("nothing is to be sent")

    def close(self) -> None:
        raise AssertionError("nothing was opened")


# -- what needs no engine


def test_labels_come_from_the_glossary():
    done = plan(sentences("Джерела:", "Фото"), recall=nothing, glossary=GLOSSARY)
    assert [(d.target, d.origin) for d in done.drafts] == [("Sources:", "glossary"), ("Photo", "glossary")]
    assert done.work == ()


def test_a_label_that_leads_a_caption_is_applied_and_only_the_rest_is_sent():
    planned = plan(sentences("Фото: Рада сьогодні"), recall=nothing, glossary=GLOSSARY)
    assert [w.text for w in planned.work] == ["Рада сьогодні"]
    outcome = accept(planned.work, Answer(("Council today",)), planned, "deepl")
    assert outcome.drafts[0].target == "Photo: Council today"


@pytest.mark.parametrize("kind", [Kind.LABEL, Kind.TAG, Kind.CATEGORY, Kind.GENRE])
def test_a_label_without_a_row_is_left_to_people_never_sent(kind):
    planned = plan(catalog(segment(1, "Світ", kind=kind)), recall=nothing, glossary=GLOSSARY)
    assert planned.work == ()
    assert "glossary" in planned.left[0].reason


def test_memory_is_asked_with_the_neighbours_and_taken():
    asked = []

    def recall(source, previous, following):
        asked.append((source, previous, following))
        return Suggestion("Two.", memory.CONTEXT) if source == "Два." else None

    planned = plan(sentences("Один.", "Два.", "Три."), recall=recall)
    assert asked == [("Один.", "", "Два."), ("Два.", "Один.", "Три."), ("Три.", "Два.", "")]
    assert [(d.segment.id, d.target, d.origin) for d in planned.drafts] == [("u00000001.s1", "Two.", memory.CONTEXT)]
    assert [w.text for w in planned.work] == ["Один.", "Три."]


def test_memory_works_through_its_own_matching():
    entries = [Entry(source="<1>Так</1>.", target="<1>Yes</1>.", source_locale="uk", target_locale="en")]
    planned = plan(sentences("<4>Так</4>."), recall=lambda s, p, n: memory.best(memory.Query(s, p, n), entries))
    assert planned.drafts[0].target == "<4>Yes</4>."


@pytest.mark.parametrize("target", ["", " ", "<9/>Yes."])
def test_a_memory_that_does_not_fit_is_not_taken(target):
    planned = plan(sentences("Так."), recall=lambda *_: Suggestion(target, memory.EXACT))
    assert planned.drafts == ()
    assert len(planned.work) == 1


@pytest.mark.parametrize("source", ["* * *", "—", "<1/>", "2026", "https://example.org/a?b=1", "@rada", "desk@example.org"])
def test_what_has_no_words_is_copied(source):
    (draft,) = plan(sentences(source), recall=nothing).drafts
    assert (draft.target, draft.origin) == (source, COPY)


@pytest.mark.parametrize("source", ["12,5", "45 %", "1 000", "24.02.2022", "А", "https://example.org і ще"])
def test_formatted_numbers_and_words_are_not_copied(source):
    assert plan(sentences(source), recall=nothing).drafts == ()


# -- repetitions


def test_a_repeated_sentence_is_sent_once_and_drafted_everywhere():
    planned = plan(sentences("<1>Рада</1>.", "Уряд.", "<5>Рада</5>."), recall=nothing)
    assert [w.text for w in planned.work] == ["<1>Рада</1>.", "Уряд."]
    outcome = accept(planned.work, Answer(("<1>Council</1>.", "Cabinet.")), planned, "deepl")
    assert {d.segment.id: d.target for d in outcome.drafts} == {
        "u00000000.s1": "<1>Council</1>.",
        "u00000001.s1": "Cabinet.",
        "u00000002.s1": "<5>Council</5>.",
    }
    assert {d.origin for d in outcome.drafts} == {"deepl"}


def test_what_the_article_already_says_is_not_paid_again():
    done = segment(1, "Так.", target="Right.", state=State.TRANSLATED, origin="deepl")
    vouched = segment(2, "Так.", target="Yes.", state=State.REVIEWED, origin="person")
    planned = plan(catalog(done, vouched, segment(3, "Так.")), recall=nothing)
    assert [(d.target, d.origin) for d in planned.drafts] == [("Yes.", "person")]


# -- what is left alone


@pytest.mark.parametrize(
    "untouched",
    [
        segment(1, "Рада", target="Council", state=State.TRANSLATED),
        segment(1, "Рада", target="Council", state=State.FINAL),
        segment(1, "Рада", omitted="повтор"),
        segment(1, "", after="u1", target="Note", state=State.REVIEWED),
        segment(1, "Рада", target="Половина роботи"),
    ],
)
def test_only_segments_without_a_target_are_drafted(untouched):
    assert plan(catalog(untouched), recall=nothing) == Plan(catalog(untouched))


def test_a_changed_source_is_drafted_anew():
    changed = segment(1, "Рада ухвалила.", previous_source="Рада.", suggestion="Council.")
    assert len(plan(catalog(changed), recall=nothing).work) == 1


def quoting(**more):
    """A catalog whose first segment holds a marked quotation from French; ``more`` are fields of the mark."""
    quoted = sentences("«Так», — сказав він.", "Далі.")
    first, *rest = quoted.segments
    mark = Quotation(**{"unit": first.unit, "span": (1, 4), "text": "Так", "spoken_in": "fr"} | more)
    return replace(quoted, segments=(replace(first, quotations=(mark,)), *rest))


def test_a_marked_foreign_quotation_is_left_to_people_with_what_the_engine_says_as_a_hint():
    planned = plan(quoting(), recall=nothing)
    assert "quotation" in planned.left[0].reason
    assert [w.text for w in planned.work] == ["«Так», — сказав він.", "Далі."]
    done = accept(planned.work, Answer(("“Yes,” he said.", "More.")), planned, "fake")
    assert [(draft.target, draft.hint) for draft in done.drafts] == [("“Yes,” he said.", True), ("More.", False)]


def test_what_the_memory_knows_of_it_is_a_hint_as_well():
    known = plan(quoting(), recall=lambda s, *_: Suggestion("“Yes,” he said.", memory.EXACT))
    assert [(draft.segment.id, draft.hint) for draft in known.drafts] == [("u00000000.s1", True), ("u00000001.s1", False)]


def test_a_hint_that_stands_there_is_not_paid_for_again():
    marked = quoting()
    first, *rest = marked.segments
    planned = plan(replace(marked, segments=(replace(first, suggestion="“Yes.”"), *rest)), recall=nothing)
    assert ([w.text for w in planned.work], len(planned.left)) == (["Далі."], 1)


@pytest.mark.parametrize("more", [{"status": QuotationStatus.RETRANSLATED}, {"spoken_in": "uk"}])
def test_a_resolved_quotation_is_drafted_like_any_other(more):
    planned = plan(quoting(**more), recall=nothing)
    assert (len(planned.work), planned.left) == (2, ())
    done = accept(planned.work, Answer(("“Yes,” he said.", "More.")), planned, "fake")
    assert not any(draft.hint for draft in done.drafts)


def test_crossing_codes_are_left_to_people_before_they_cost_anything():
    planned = plan(sentences("<1>а <2>б</1> в</2>"), recall=nothing)
    assert planned.work == ()
    assert "cross" in planned.left[0].reason


# -- requests


def test_work_is_cut_by_number_in_reading_order_with_its_neighbours_as_context():
    planned = plan(sentences("Заголовок", *(f"Речення {n}." for n in "абвгґ")), recall=nothing)
    batches, left = requests(planned.work, planned.catalog, Limits())
    assert [b.request.texts for b in batches] == [("Заголовок", "Речення а.", "Речення б."), ("Речення в.", "Речення г.", "Речення ґ.")]
    assert batches[1].request.context.splitlines() == ["Заголовок", *(f"Речення {n}." for n in "абвгґ")]
    assert [w.text for w in batches[1].work] == list(batches[1].request.texts)
    assert (batches[0].request.source, batches[0].request.target, left) == ("uk", "en-GB", ())


def test_context_is_plain_words_near_the_text():
    sources = ["Заголовок", *(f"Абзац {n}." for n in "абвгґде"), "<1>Жирне</1> слово.", "Рада.", "Кінець."]
    known = plan(sentences(*sources), recall=lambda s, *_: None if s == "Рада." else Suggestion(s, memory.EXACT))
    ((batch,), _) = requests(known.work, known.catalog, Limits())
    assert batch.request.context.splitlines() == ["Заголовок", "Абзац е.", "Жирне слово.", "Рада.", "Кінець."]


def test_a_smaller_batch_may_be_asked_for():
    planned = plan(sentences("Один.", "Два.", "Три."), recall=nothing)
    assert len(requests(planned.work, planned.catalog, Limits(), at_most=1)[0]) == 3
    assert len(requests(planned.work, planned.catalog, Limits(), at_most=99)[0]) == 1


def test_a_text_that_no_request_can_hold_is_left_to_people():
    planned = plan(sentences("Рада.", "д" * 301, "Уряд."), recall=nothing)
    batches, left = requests(planned.work, planned.catalog, Limits())
    assert [b.request.texts for b in batches] == [("Рада.", "Уряд.")]
    assert [(one.segment, one.reason) for one in left] == [("u00000001.s1", "too long for limits: split it")]


@settings(max_examples=50)
@given(st.lists(st.text("аб ", min_size=1, max_size=350), max_size=12))
def test_no_request_exceeds_the_engine_with_its_context(sources):
    planned = plan(sentences(*sources), recall=nothing)
    engine = Limits()
    batches, left = requests(planned.work, planned.catalog, engine)
    for batch in batches:
        assert len(batch.request.texts) <= 3
        assert sum(map(len, batch.request.texts)) + len(batch.request.context) <= 400
    assert sum(len(b.work) for b in batches) + len(left) == len(planned.work)


def place(uk, en):
    return Concept(id=en, kind=ConceptKind.PLACE, terms=(Term(uk, "uk"), Term(en, "en")))


PLACES = Glossary((place("Київ", "Kyiv"), place("Львів", "Lviv"), place("Одеса", "Odesa"), label("Фото", "Photo")), ("uk", "en"))


def test_each_text_goes_with_the_terms_that_stand_in_it_as_they_stand_there():
    planned = plan(sentences("У Києві дощ.", "Дощ.", "З Києва до Львова."), recall=nothing)
    ((batch,), _) = requests(planned.work, planned.catalog, Limits(), glossary=PLACES)
    assert batch.request.terms == ((("Києві", "Kyiv"),), (), (("Києва", "Kyiv"), ("Львова", "Lviv")))


def test_the_glossary_of_an_article_has_what_stands_in_it_whatever_is_done_already():
    done = replace(segment(0, "В Одесі."), target="In Odesa.", state=State.TRANSLATED)
    planned = plan(catalog(done, segment(1, "Київ сьогодні.")), recall=nothing)
    ((batch,), _) = requests(planned.work, planned.catalog, Limits(), glossary=PLACES)
    assert batch.request.glossary == (("Одесі", "Odesa"), ("Київ", "Kyiv"))
    assert batch.request.terms == ((("Київ", "Kyiv"),),)


def test_an_engine_without_glossaries_gets_the_terms_alone():
    planned = plan(sentences("У Києві дощ."), recall=nothing)
    engine = Limits(abilities=replace(Limits().abilities, glossary=False))
    ((batch,), _) = requests(planned.work, planned.catalog, engine, glossary=PLACES)
    assert (batch.request.glossary, batch.request.terms) == ((), ((("Києві", "Kyiv"),),))


# -- the price, and the whole way


def test_the_estimate_counts_what_will_be_sent():
    planned = plan(
        catalog(
            segment(1, "2026"), segment(2, "<1>Рада</1>."), segment(3, "Рада."), segment(4, "Рада."), segment(5, "Світ", kind=Kind.TAG)
        ),
        recall=nothing,
    )
    told = estimate(planned, DeepL("secret"), cost_per_million=20)
    assert (told.known, told.segments, told.texts, told.left) == (1, 3, 2, 1)
    assert told.characters == len("Рада.") * 2
    assert told.cost == pytest.approx(10 * 20 / 1_000_000)


def test_without_an_engine_there_is_nothing_to_pay():
    told = estimate(plan(sentences("Рада."), recall=nothing), None, cost_per_million=20)
    assert (told.texts, told.characters, told.cost) == (1, 0, 0)


def test_an_article_through_deepl_costs_what_was_estimated_and_every_text_is_paid_once():
    sources = [f"Речення <1>номер</1> {n % 70} про Раду." for n in range(120)]
    planned = plan(sentences(*sources), recall=nothing)
    with FakeDeepL() as fake:
        engine = DeepL("secret", server=fake.url)
        batches, left = requests(planned.work, planned.catalog, engine)
        outcomes = [accept(b.work, engine.translate(b.request), planned, engine.name) for b in batches]
        engine.close()
        stats = fake.stats()
    drafts = {d.segment.id: d.target for outcome in outcomes for d in outcome.drafts}
    assert left == ()
    assert len(drafts) == 120
    assert all(markup.valid(s.source, drafts[s.id]) for s in planned.catalog)
    assert stats["billed_characters"] == estimate(planned, engine).characters
    assert (stats["paid_twice"], stats["requests"], stats["refused"]) == (0, 2, 0)
