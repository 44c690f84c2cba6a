from dataclasses import replace

import pytest

from transloc.errors import InputError
from transloc.formats import po
from transloc.model import Catalog, Segment, State
from transloc.steps.merge_po import merge_po

BASE = Catalog(
    article="talks",
    source_locale="uk",
    target_locale="en",
    segments=tuple(Segment(id=f"u{n}.s1", source=f"Речення {n}", target=f"Sentence {n}", state=State.TRANSLATED) for n in range(3)),
)


def edited(number, target, catalog=BASE):
    segments = list(catalog.segments)
    segments[number] = replace(segments[number], target=target, state=State.REVIEWED)
    return replace(catalog, segments=tuple(segments))


def commented(data, comment, before='msgctxt "u1.s1"'):
    return data.decode().replace(before, f"{comment}\n{before}").encode()


def test_edits_of_different_segments_go_together():
    merged = merge_po(po.write(BASE), po.write(edited(0, "Ours")), po.write(edited(2, "Theirs")))
    assert merged.data == po.write(edited(2, "Theirs", edited(0, "Ours")))
    assert merged.conflicts == ()


def test_a_conflict_keeps_both_texts_and_is_flagged():
    merged = merge_po(po.write(BASE), po.write(edited(1, "Ours")), po.write(edited(1, "Theirs")))
    assert [conflict.id for conflict in merged.conflicts] == ["u1.s1"]
    text = merged.data.decode()
    assert '# transloc: suggestion text=Theirs\n#. paragraph\n#, fuzzy\nmsgctxt "u1.s1"\nmsgid "Речення 1"\nmsgstr "Ours"\n' in text
    segment = po.read(merged.data).catalog.segments[1]
    assert (segment.target, segment.suggestion, segment.state) == ("Ours", "Theirs", State.TRANSLATED)


def test_comments_of_both_sides_stay_and_removed_ones_go():
    base = commented(po.write(BASE), "# old")
    ours, theirs = commented(po.write(BASE), "# from us"), commented(base, "# from them")
    text = merge_po(base, ours, theirs).data.decode()
    assert "# from us\n# from them\n" in text
    assert "# old" not in text


def with_header(line):
    return po.write(BASE).replace(b'"X-Transloc-Digest', f'"{line}\\n"\n"X-Transloc-Digest'.encode())


OLD, NEW, NAME = (with_header(line) for line in ("X-Generator: Poedit 3.4", "X-Generator: Poedit 3.5", "Last-Translator: Olena"))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        (OLD, OLD, NEW, {"X-Generator": "Poedit 3.5"}),
        (OLD, NEW, OLD, {"X-Generator": "Poedit 3.5"}),
        (po.write(BASE), OLD, NAME, {"X-Generator": "Poedit 3.4", "Last-Translator": "Olena"}),
        (OLD, OLD, NAME, {"Last-Translator": "Olena"}),
    ],
)
def test_headers_of_both_sides(base, ours, theirs, expected):
    headers = po.read(merge_po(base, ours, theirs).data).headers
    assert {name: headers[name] for name in headers if name in ("X-Generator", "Last-Translator")} == expected


def test_a_segment_that_one_side_removed_is_kept_as_obsolete():
    removed = replace(BASE, segments=BASE.segments[:2])
    merged = merge_po(po.write(BASE), po.write(BASE), po.write(removed))
    assert po.read(merged.data).catalog == removed
    assert '#~ msgstr "Sentence 2"' in merged.data.decode()


@pytest.mark.parametrize("base", [b"", po.write(replace(BASE, segments=()))])
def test_both_sides_added_the_file(base):
    ours, theirs = replace(BASE, segments=BASE.segments[:1]), replace(BASE, segments=BASE.segments[1:])
    merged = merge_po(base, po.write(ours), po.write(theirs))
    assert {s.id for s in po.read(merged.data).catalog} == {"u0.s1", "u1.s1", "u2.s1"}


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_broken_side_is_an_error_with_the_name_that_people_know(broken):
    sides = [po.write(BASE)] * 3
    sides[broken] = b"<<<<<<< HEAD\n" + sides[broken]
    with pytest.raises(InputError, match=r"locales/en/talks\.po:1: git left a merge conflict"):
        merge_po(*sides, path="locales/en/talks.po")
