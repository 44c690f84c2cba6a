import pytest

from transloc.glossary import read
from transloc.model import Catalog, Segment, State
from transloc.steps.check import Opened
from transloc.steps.impact import Fate, impact

HEADER = "id,kind,uk,en,pl,en.forbidden,status,note"
ROWS = {
    "zsu": "zsu,org,Збройні сили,Armed Forces,Siły Zbrojne,,,",
    "ukraine": "ukraine,place,Україна,Ukraine,Ukraina,,,",
    "photo": "photo,label,Фото,Photo,Fot.,,,",
}


def glossary(rows, **changed):
    lines = [HEADER, *(changed.get(key, row) for key, row in rows.items()), *(row for key, row in changed.items() if key not in rows)]
    return read("\n".join(line for line in lines if line).encode()).glossary


def segment(number, source, target="", state=State.REVIEWED):
    return Segment(id=f"u{number}.s1", source=source, target=target, state=state if target else State.INITIAL)


def opened(*segments, article="talks", locale="en"):
    catalog = Catalog(article=article, source_locale="uk", target_locale=locale, segments=segments)
    return Opened(path=f"locales/{locale}/{article}.po", catalog=catalog, lines={one.id: n * 10 for n, one in enumerate(segments, 1)})


ARMY = segment(1, "Збройні сили кажуть", "The Armed Forces say")
UNSAID = segment(2, "Збройні сили мовчать")
OTHER = segment(3, "Погода добра", "The weather is fine")


def whole(*opened_files, before=ROWS, **changed):
    return impact(glossary(before), glossary(before, **changed), opened_files)


def test_nothing_changed_touches_nothing():
    assert whole(opened(ARMY)).changes == ()


def test_a_changed_target_touches_every_sentence_that_names_the_row_translated_or_not():
    found = whole(opened(ARMY, UNSAID, OTHER), opened(ARMY, article="front"), zsu="zsu,org,Збройні сили,Defence Forces,Siły Zbrojne,,,")
    (change,) = found.changes
    assert (change.fate, change.columns) == (Fate.CHANGED, ("en",))
    assert [(one.article, one.segment.id, one.line) for one in change.touched] == [
        ("talks", "u1.s1", 10),
        ("talks", "u2.s1", 20),
        ("front", "u1.s1", 10),
    ]
    assert (change.sentences, change.articles) == (3, ("talks", "front"))


def test_findings_that_come_and_go_are_those_of_the_row():
    wrong = segment(4, "Збройні сили йдуть", "The Defence Forces go")
    (change,) = whole(opened(ARMY, wrong), zsu="zsu,org,Збройні сили,Defence Forces,Siły Zbrojne,,,").changes
    assert [(located.finding.segment, located.finding.rule) for located in change.new] == [("u1.s1", "term-missing")]
    assert [(located.finding.segment, located.finding.rule) for located in change.gone] == [("u4.s1", "term-missing")]


def test_rows_that_only_move_change_nothing():
    silent = segment(5, "Україна відповіла", "It answered")
    turned = impact(glossary(ROWS), glossary(dict(reversed(ROWS.items()))), [opened(ARMY, silent)])
    assert turned.changes == ()
    moved = whole(opened(ARMY, silent), before={"new": "", **ROWS}, new="x,term,нове,new,nowe,,,")
    assert [change.concept.id for change in moved.changes] == ["x"]
    assert (moved.new, moved.gone) == ((), ())


def test_one_sentence_in_two_languages_counts_once():
    polish = segment(1, "Збройні сили кажуть", "Siły Zbrojne mówią")
    (change,) = whole(opened(ARMY), opened(polish, locale="pl"), zsu="zsu,org,Збройні сили України,Armed Forces,Siły Zbrojne,,,").changes
    assert (len(change.touched), change.sentences) == (2, 1)


def test_a_language_that_did_not_change_is_not_touched():
    polish = segment(1, "Збройні сили кажуть", "Siły Zbrojne mówią")
    (change,) = whole(opened(ARMY), opened(polish, locale="pl"), zsu="zsu,org,Збройні сили,Defence Forces,Siły Zbrojne,,,").changes
    assert [one.locale for one in change.touched] == ["en"]


def test_a_forbidden_word_that_stands_in_a_target_is_found_without_the_source():
    lone = segment(6, "Військо йде", "The Army Corps goes")
    (change,) = whole(opened(lone), zsu="zsu,org,Збройні сили,Armed Forces,Siły Zbrojne,Army Corps,,").changes
    assert [located.finding.rule for located in change.new] == ["term-forbidden"]
    assert change.touched == ()


def test_a_word_inside_a_longer_term_is_not_touched():
    long = segment(7, "Збройні сили України кажуть", "The Armed Forces of Ukraine say")
    rows = {**ROWS, "zsu": "zsu,org,Збройні сили України,Armed Forces of Ukraine,,,,"}
    (change,) = whole(opened(long), before=rows, ukraine="ukraine,place,Україна|України,the Ukraine,Ukraina,,,").changes
    assert change.touched == ()


@pytest.mark.parametrize(("source", "touched"), [("Фото: Reuters", 1), ("Фото", 1), ("Це Фото", 0)])
def test_a_label_is_touched_where_it_stands_as_one(source, touched):
    (change,) = whole(opened(segment(8, source)), photo="photo,label,Фото,Picture,Fot.,,,").changes
    assert change.sentences == touched


def test_a_note_for_people_touches_nothing():
    (change,) = whole(opened(ARMY), zsu="zsu,org,Збройні сили,Armed Forces,Siły Zbrojne,,,the army").changes
    assert (change.columns, change.touched) == (("note",), ())


def test_rows_come_and_go():
    found = whole(opened(ARMY, OTHER), zsu="", weather="weather,term,Погода,Weather,,,,")
    assert [(change.concept.id, change.fate, change.sentences) for change in found.changes] == [
        ("weather", Fate.ADDED, 1),
        ("zsu", Fate.REMOVED, 1),
    ]
    assert found.whole.sentences == 2


def test_a_row_that_is_deprecated_takes_its_findings_with_it():
    wrong = segment(9, "Збройні сили йдуть", "They go")
    (change,) = whole(opened(wrong), zsu="zsu,org,Збройні сили,Armed Forces,Siły Zbrojne,,deprecated,").changes
    assert [located.finding.segment for located in change.gone] == ["u9.s1"]


def test_the_glossary_may_be_all_new():
    found = impact(glossary({}, photo=ROWS["photo"]), glossary(ROWS), [opened(ARMY)])
    assert {change.concept.id for change in found.changes} == {"zsu", "ukraine"}


@pytest.mark.parametrize("blank", ["", ",,,,,,,\n", ",,,,,,,\n" * 2])
def test_rows_that_stood_elsewhere_a_moment_ago_are_still_told_apart(blank):
    wrong = segment(10, "Збройні сили їдуть", "They ride")
    before, after = (read(f"{HEADER}\n{blank}{row}\n".encode()).glossary for row in (ROWS["zsu"], ROWS["zsu"].replace("Armed", "Defence")))
    for _ in range(2):
        (change,) = impact(before, after, [opened(wrong)]).changes
        assert (len(change.new), len(change.gone)) == (1, 1)
