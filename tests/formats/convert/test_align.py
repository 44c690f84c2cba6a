from dataclasses import replace

from transloc import formats
from transloc.formats.convert.align import align
from transloc.model import Document, Kind, Unit


def document(*words, aside=()):
    units = tuple(
        Unit(id=f"u{at}", kind=Kind.PARAGRAPH, source=word, span=(0, 0), aside="share bar" if word in aside else "")
        for at, word in enumerate(words)
    )
    return Document(format="text", data=b"", encoding="utf-8", units=units)


def pairs(source, exported, targets=None, omitted=()):
    return [
        (one.unit.source, one.source.source if one.source else None, one.aside) for one in align(source, exported, targets or {}, omitted)
    ]


def test_by_their_targets():
    source = document("один", "два", "три", aside=["два"])
    assert pairs(source, document("one", "zwei", "three"), {"u0": "one", "u1": "zwei", "u2": "three"}) == [
        ("one", "один", ""),
        ("zwei", "два", "share bar"),
        ("three", "три", ""),
    ]


def test_added_omitted_and_changed_texts():
    source = document("a", "b", "3 листопада", "d", "e")
    exported = document("a", "note", "3 November", "d", "credit", "e")
    assert [pair[1] for pair in pairs(source, exported, omitted={"u1"})] == ["a", None, None, "d", None, "e"]
    changed = document("a", "b", "3 November", "d", "e")
    assert [pair[1] for pair in pairs(source, changed)] == ["a", "b", "3 листопада", "d", "e"]


def test_what_was_added_belongs_to_what_it_follows():
    source = document("a", "b", "c", aside=["b"])
    assert [pair[2] for pair in pairs(source, document("a", "x", "b", "y", "c"))] == ["", "", "share bar", "share bar", ""]


def test_a_text_that_comes_a_hundred_times_keeps_its_order():
    source = document(*["same"] * 100, "last")
    exported = replace(document(*["same"] * 100, "last"))
    assert [one.source.id for one in align(source, exported, {}, frozenset())] == [unit.id for unit in source.units]


def test_codes_and_white_space_are_no_words():
    text = "Один *два*  три.\n"
    source = formats.named("markdown").parse(text.encode())
    exported = formats.named("markdown").parse(b"One **two** three.\n")
    said = align(source, exported, {source.units[0].id: "One <1>two</1>  three."}, frozenset())
    assert said[0].source == source.units[0]


def test_nothing_at_all():
    assert align(document(), document(), {}, frozenset()) == ()
    assert pairs(document("a"), document()) == []
    assert pairs(document(), document("a")) == [("a", None, "")]
