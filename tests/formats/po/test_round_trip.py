import random
import string
from dataclasses import replace

import polib
import pytest
from babel.messages.pofile import read_po
from babel.util import TextWrapper
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fakes.catalogs import PIECES, catalogs, texts
from transloc.errors import InputError
from transloc.formats import po
from transloc.formats.po.comments import Mark, quote, sort
from transloc.formats.po.lex import Entry
from transloc.model import Catalog, Segment, State

few = settings(max_examples=100, deadline=None)


def catalog(*segments):
    return Catalog(article="talks", source_locale="uk", target_locale="en-GB", digest="ab" * 32, segments=segments)


@few
@given(catalogs())
def test_every_catalog_comes_back(given_catalog):
    assert po.read(po.write(given_catalog)).catalog == given_catalog


@few
@given(catalogs())
def test_the_same_catalog_gives_the_same_bytes(given_catalog):
    data = po.write(given_catalog)
    assert po.write(given_catalog, old=po.read(data)) == data


def test_the_revision_stays_in_the_database():
    segment = Segment(id="u1.s1", source="Так", revision=7)
    assert po.read(po.write(catalog(segment))).catalog == catalog(replace(segment, revision=0))


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("piece", PIECES)
def test_every_odd_piece_in_every_state(state, piece):
    odd = catalog(Segment(id="u1.s1", source=f"а{piece}б", target=f"{piece}b{piece}", state=state, suggestion=piece, correction=piece))
    assert po.read(po.write(odd)).catalog == odd


@few
@given(catalogs(max_size=6))
def test_lines_point_at_the_msgids(given_catalog):
    file = po.read(po.write(given_catalog))
    lines = po.write(given_catalog).decode().split("\n")
    assert set(file.lines) == {segment.id for segment in given_catalog}
    assert all(lines[number - 1].startswith('msgid "') for number in file.lines.values())


@few
@given(catalogs())
@example(catalog(Segment(id="u1.s1", source="а\u2028б", target='"b\\')))
def test_polib_and_babel_read_the_same_texts(tmp_path_factory, given_catalog):
    harmless = {ord(c): None for c in "\0\a\b\v\f\r\x1c\x1d\x1e\x85\u2028"}  # what one of the two takes for something else
    plain = [replace(s, source=s.source.translate(harmless), target=s.target.translate(harmless)) for s in given_catalog if s.done]
    plain = [replace(s, id=f"u{n}.s1", suggestion="") for n, s in enumerate(plain) if s.source and s.source[0] != "["]
    path = tmp_path_factory.mktemp("po") / "a.po"
    path.write_bytes(po.write(catalog(*plain)))
    expected = {s.id: (s.source, s.target) for s in plain}
    assert {e.msgctxt: (e.msgid, e.msgstr) for e in polib.pofile(str(path))} == expected
    with path.open("rb") as file:
        read = read_po(file)
    assert {m.context for m in read if m.id} == set(expected)


@few
@given(texts, st.sampled_from(["polib", "babel"]))
def test_our_comments_survive_folding(text, folder):
    mark = Mark("waiver", {"rule": ("term-missing",), "reason": (text,), "by": ("p7",)})
    line = str(mark)
    assert "\n" not in line
    if folder == "polib":
        entry = polib.POEntry(msgid="a", msgstr="b", tcomment=line.removeprefix("# "))
        lines = entry.__unicode__(wrapwidth=40).split("\n")
    else:
        lines = [f"# {piece}" for piece in TextWrapper(40, break_long_words=False).wrap(line.removeprefix("# "))]
    comments = [(number, line) for number, line in enumerate(lines, 1) if line.startswith("#")]
    assert sort(Entry(start=1, comments=comments), None).marks == (mark,)


def test_a_reason_can_be_read_by_people():
    assert quote("Пан-міністр сказав – не для преси.") == '"Пан-міністр сказав – не для преси."'


def words(rng, count):
    return " ".join("".join(rng.choices(string.ascii_letters, k=rng.randint(1, 12))) for _ in range(count))


def test_a_file_cut_anywhere_within_a_line_is_refused():
    rng = random.Random(4)
    given_catalog = catalog(*(Segment(id=f"u{n}.s1", source=words(rng, 3), target=words(rng, 3), state=State.REVIEWED) for n in range(3)))
    data = po.write(given_catalog)
    for end in range(data.index(b"msgctxt"), len(data)):
        try:
            read = po.read(data[:end]).catalog.segments
        except InputError:
            continue
        assert data[:end].rstrip(b"\n").endswith(b'"')  # only where a whole entry ends
        assert read == given_catalog.segments[: len(read)]
