from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from transloc.model import Catalog, Document, Kind, Quotation, Segment, State, Unit
from transloc.steps.update import align, keep_ids, update

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def document(*sources):
    units = tuple(Unit(id=f"u{source[:6]}", kind=Kind.PARAGRAPH, source=source, span=(0, 0)) for source in sources)
    return Document(format="text", data="\n\n".join(sources).encode(), encoding="utf-8", units=units)


def cut(document):
    for unit in document.units:
        for number, sentence in enumerate(unit.source.replace(". ", ".|").split("|"), 1):
            yield Segment(id=f"{unit.id}.s{number}", source=sentence)


def translated(document):
    segments = tuple(replace(s, target=s.source.upper(), state=State.REVIEWED, people=("p1",)) for s in cut(document))
    return Catalog(article="a", source_locale="uk", target_locale="en", segments=segments)


def renewed(catalog, old, new):
    new = keep_ids(old, new)
    return update(catalog, new.units, cut(new), digest="d", at=NOON)


ONE = "Перше речення. Друге речення."
TWO = "Третє речення про мир."
THREE = "Четверте речення про вибори."


def test_an_unchanged_article_keeps_everything():
    old = document(ONE, TWO)
    done = renewed(translated(old), old, document(ONE, TWO))
    assert done.catalog.segments == translated(old).segments
    assert (done.kept, done.changed, done.new, done.gone) == (3, 0, 0, ())
    assert done.catalog.digest == "d"


def test_moved_paragraphs_keep_their_work_and_their_ids():
    old = document(ONE, TWO, THREE)
    done = renewed(translated(old), old, document(THREE, ONE, TWO))
    assert {s.id for s in done.catalog.segments} == {s.id for s in translated(old).segments}
    assert all(s.state is State.REVIEWED for s in done.catalog.segments)


def test_a_changed_sentence_alone_goes_back_and_its_unit_keeps_its_id():
    old = document(ONE, TWO)
    done = renewed(translated(old), old, document("Перше речення. Друге довге речення.", TWO))
    first, second, _ = done.catalog.segments
    assert first.state is State.REVIEWED
    assert (second.id, second.state) == (translated(old).segments[1].id, State.INITIAL)
    assert (second.previous_source, second.suggestion) == ("Друге речення.", "ДРУГЕ РЕЧЕННЯ.")
    assert (done.kept, done.changed, done.new) == (2, 1, 0)


def test_a_new_paragraph_is_new_and_a_removed_one_is_told():
    old = document(ONE, TWO)
    done = renewed(translated(old), old, document(ONE, "Зовсім інше: ціни на хліб зросли вдвічі за рік"))
    assert done.new == 1
    assert [s.source for s in done.gone] == [TWO]


def test_a_merged_segment_stays_merged_while_its_unit_is_the_same():
    old = document(ONE)
    catalog = translated(old)
    merged = replace(catalog.segments[0], source=ONE, target="FIRST. SECOND.")
    done = renewed(replace(catalog, segments=(merged,)), old, document(TWO, ONE))
    assert merged in done.catalog.segments


def test_an_added_unit_follows_its_unit():
    old = document(ONE, TWO)
    catalog = translated(old)
    note = Segment(id="n1.s1", source="", target="Context.", after=old.units[0].id, state=State.REVIEWED)
    done = renewed(replace(catalog, segments=(*catalog.segments, note)), old, document(TWO, ONE))
    assert [s.id for s in done.catalog.segments][-1] == "n1.s1"


def test_repeated_paragraphs_get_ids_of_their_own():
    old = document(TWO)
    new = document(TWO, TWO)
    kept = keep_ids(old, replace(new, units=(new.units[0], replace(new.units[1], id=new.units[0].id + "-2"))))
    assert len({unit.id for unit in kept.units}) == 2


@given(st.lists(st.sampled_from("абвгде"), max_size=8), st.lists(st.sampled_from("абвгде"), max_size=8))
def test_every_partner_is_used_once_and_equal_texts_find_each_other(old, new):
    pairs = align(old, new)
    assert len(set(pairs.values())) == len(pairs)
    common = sum(min(old.count(letter), new.count(letter)) for letter in set(old))
    assert sum(old[i] == new[j] for j, i in pairs.items()) == common


def test_a_long_rewritten_article_finds_its_paragraphs_again():
    words = [f"слово{number}" for number in range(400)]
    old = [" ".join(words[at:] + words[:at]) for at in range(0, 400, 4)]
    new = [text.replace("слово7 ", "інше ").replace("слово99 ", "") + " Кінець." for text in old]
    assert align(old, new) == {at: at for at in range(100)}


def test_texts_that_share_but_letters_are_no_versions_of_each_other():
    assert align(["Уряд схвалив бюджет."], ["Дощ ішов три дні поспіль."]) == {}


def test_marked_quotations_stay_with_words_that_still_stand_in_the_source():
    old = document("Він прийшов. «Так», — сказав він. «Ні», — сказала вона.")
    yes, no = (Quotation(unit=old.units[0].id, span=(at, at + len(text)), text=text) for text, at in (("Так", 14), ("Ні", 35)))
    before = translated(old)
    marked = replace(before, segments=tuple(replace(s, quotations=tuple(q for q in (yes, no) if q.text in s.source)) for s in before))
    done = renewed(marked, old, document("Учора він прийшов. «Так», — сказав він. «Ніколи», — сказала вона. Усе."))
    kept = {s.source: [(q.text, q.span) for q in s.quotations] for s in done.catalog if s.quotations}
    assert kept == {"«Так», — сказав він.": [("Так", (20, 23))]}
    gone = renewed(marked, old, document("Він прийшов. «Гаразд», — сказав він. «Ні», — сказала вона."))
    assert [q.text for s in gone.catalog for q in s.quotations] == ["Ні"]
