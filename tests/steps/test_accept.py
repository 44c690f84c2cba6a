import pytest

from transloc.engines.engine import Answer
from transloc.model import Catalog, Segment
from transloc.steps.accept import accept
from transloc.steps.draft import Plan, plan


def planned_for(*sources: str, target: str = "en-GB", **more: str) -> Plan:
    segments = tuple(Segment(id=f"u0000000{number}.s1", source=source, **more) for number, source in enumerate(sources))
    catalog = Catalog(article="talks", source_locale="uk", target_locale=target, segments=segments)
    return plan(catalog, recall=lambda source, previous, following: None)


@pytest.mark.parametrize(
    ("source", "text", "reason"),
    [
        ("Рада.", "", "deepl gave an empty answer"),
        ("Рада.", "  ", "deepl gave an empty answer"),
        ("<1>Рада</1>.", "Council.", "deepl broke the inline codes: missing <1>"),
        ("Рада.", "Council<3/>.", "deepl broke the inline codes: added <3/>"),
        ("Рада.", "Рада.", "deepl left it untranslated"),
        ("Рада  тут.", "Рада тут.", "deepl left it untranslated"),
        ("Рада тут.", "Парламент засідає here.", "deepl answered in the source's script"),
    ],
)
def test_what_is_no_draft_is_left_to_people_with_the_reason(source, text, reason):
    planned = planned_for(source)
    outcome = accept(planned.work, Answer((text,)), planned, "deepl")
    assert not any(draft for draft in outcome.drafts if not draft.hint)
    assert [one.reason for one in outcome.left] == [reason]


@pytest.mark.parametrize(
    ("text", "hints"),
    [("Council here.", ["Council here."]), ("Council<3/> here.", ["Council here."]), ("", []), ("Рада тут", []), ("<1>Рада</1> тут", [])],
)
def test_the_words_of_an_answer_without_its_codes_are_a_hint_once(text, hints):
    planned = planned_for("<1>Рада</1> тут")
    outcome = accept(planned.work, Answer((text,)), planned, "deepl")
    assert [draft.target for draft in outcome.drafts] == hints
    known = planned_for("<1>Рада</1> тут", suggestion="Council here.")
    assert accept(known.work, Answer((text,)), known, "deepl").drafts == ()


def test_a_text_without_its_codes_is_handed_on_as_a_hint():
    planned = planned_for("<1>Рада</1> тут.")
    assert accept(planned.work, Answer(("Council here.",)), planned, "deepl").left[0].hint == "Council here."


@pytest.mark.parametrize(
    ("source", "target", "taken"),
    [
        ("Reuters", "en-GB", True),
        ("Рада", "ru", True),
        ("Рада", "pl", False),
        ("Один два три чотири п'ять", "ru", False),
    ],
)
def test_names_may_stay_in_a_script_that_the_reader_knows(source, target, taken):
    planned = planned_for(source, target=target)
    assert bool(accept(planned.work, Answer((source,)), planned, "deepl").drafts) is taken


@pytest.mark.parametrize("target", ["uk", "sr", "rue", "ba", "cv"])
def test_a_draft_in_cyrillic_is_right_for_all_who_write_it(target):
    planned = planned_for("Council here.", target=target)
    assert [draft.target for draft in accept(planned.work, Answer(("Рада тут.",)), planned, "deepl").drafts] == ["Рада тут."]


def test_a_fault_is_told_for_every_segment_that_says_the_sentence():
    planned = planned_for("Рада.", "Рада.")
    assert len(accept(planned.work, Answer(("",)), planned, "deepl").left) == 2
