"""What we write passes through the real programs and back; what they made of it, we read."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime

import polib
import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po, write_po

from fakes.catalogs import PIECES
from transloc.formats import po
from transloc.model import Catalog, Kind, Quotation, QuotationStatus, Segment, State, Waiver

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
LONG = "Дуже довга причина — не для преси, бо «так» сказав прес-секретар Ірпінської міської ради - і ще  раз\tі\nще. " * 3

SEGMENTS = (
    Segment(id="u1.s1", source="Київ", kind=Kind.HEADLINE),
    Segment(
        id="u2.s1", source='Він <1>каже</1>: "Так\\ні"', target='He <1>says</1>: "Yes\\no"', state=State.TRANSLATED, origin="deepl", at=AT
    ),
    Segment(
        id="u2.s2", source="Рядок\nдругий\tтретій", target="Line\ntwo\tthree", state=State.REVIEWED, people=("p7",), at=AT, origin="deepl"
    ),
    Segment(id="u3.s1", source="100 %", target="100% 😀", state=State.FINAL, people=("p7", "p9"), at=AT, correction="2026-11-24: " + LONG),
    Segment(id="u4.s1", source="Нове речення", previous_source="Старе речення", suggestion="Old sentence"),
    Segment(id="u5.s1", source="Опустити", state=State.REVIEWED, omitted=LONG, people=("p9",), suggestion="To leave out"),
    Segment(id="u6.s1", source="", target="Kyiv is the capital.", after="u1", state=State.REVIEWED, kind=Kind.NOTE, people=("p7",)),
    Segment(id="u7.s1", source="#, fuzzy", target='msgid "x"', state=State.REVIEWED, waivers=(Waiver("term-missing", LONG, "p7"),)),
    Segment(
        id="u9.s1",
        source="«Так», — сказав він. «Ні-ні».",
        suggestion="“Yes,” he said.",
        quotations=(
            Quotation(unit="u9", span=(1, 4), text="Так", speaker="Емманюель Макрон", spoken_in="fr", published_in="und"),
            Quotation(
                unit="u9",
                span=(22, 27),
                text="Ні-ні",
                url="https://zeit.de/a-b/?c=d&e=f",
                original="Non - non",
                note=LONG,
                status=QuotationStatus.VERIFIED,
            ),
        ),
    ),
    Segment(
        id="u10.s1", source="Заголовок", kind=Kind.HEADLINE, target="Headline", state=State.REVIEWED, alternatives=(LONG, 'So "it" is')
    ),
    Segment(id="u8.s1", source="Довге " * 30 + "кінець", target="Long " * 30 + "end", state=State.FINAL, people=("p1", "p2"), at=AT),
)
CATALOG = Catalog(article="talks", source_locale="uk", target_locale="en-GB", digest="ab" * 32, segments=SEGMENTS)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "talks.po"
    file.write_bytes(po.write(CATALOG))
    return file


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, check=False, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"})
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def states(catalog):
    return {segment.id: segment.state for segment in catalog}


@pytest.mark.needs("msgfmt")
def test_msgfmt_checks_it_without_complaint(path):
    run("msgfmt", "--check", "-o", "checked.mo", path, cwd=path.parent)


@pytest.mark.needs("msgfmt")
def test_msgfmt_compiles_what_is_confirmed_and_no_more(path):
    run("msgfmt", "-o", "talks.mo", path, cwd=path.parent)
    compiled = {entry.msgctxt: entry.msgstr for entry in polib.mofile(str(path.with_suffix(".mo"))) if entry.msgid}
    assert compiled == {segment.id: segment.target for segment in SEGMENTS if segment.done and segment.target}


@pytest.mark.needs("msgfmt")
@pytest.mark.parametrize("piece", PIECES)
def test_msgfmt_takes_every_odd_piece(tmp_path, piece):
    odd = Segment(
        id="u1.s1", source=f"а{piece}б", target=f"a{piece}b", state=State.REVIEWED, people=(piece,), origin=piece, suggestion=piece
    )
    (tmp_path / "odd.po").write_bytes(po.write(replace(CATALOG, segments=(odd,))))
    run("msgfmt", "--check", "-o", "odd.mo", "odd.po", cwd=tmp_path)


@pytest.mark.needs("msgcat")
@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--width=60",),
        ("--no-wrap",),
        ("--sort-output",),
        ("--escape",),
        ("--indent",),
        ("--to-code=UTF-8", "--strict"),
        ("--width=20",),
    ],
)
def test_msgcat_changes_nothing_that_we_read(path, options):
    assert po.read(run("msgcat", *options, path, cwd=path.parent)).catalog in (
        CATALOG,
        replace(CATALOG, segments=tuple(sorted(SEGMENTS, key=lambda s: (s.source or "[added", s.id)))),
    )


@pytest.mark.needs("msgconv")
@pytest.mark.parametrize("charset", ["KOI8-U", "CP1251"])
def test_other_charsets(path, charset):
    plain = replace(CATALOG, segments=tuple(segment for segment in SEGMENTS if segment.id in ("u1.s1", "u2.s1", "u2.s2", "u8.s1")))
    path.write_bytes(po.write(plain))
    data = run("msgconv", f"--to-code={charset}", path, cwd=path.parent)
    assert charset.encode() in data.upper()
    assert po.read(data).catalog == plain


@pytest.mark.needs("msgattrib")
def test_msgattrib_clears_flags_in_nobodys_name(path):
    read = po.read(run("msgattrib", "--clear-fuzzy", path, cwd=path.parent)).catalog
    changed = {segment.id: segment for segment in read}
    assert (changed["u2.s1"].state, changed["u2.s1"].people, changed["u2.s1"].origin) == (State.REVIEWED, (), "po")
    assert (changed["u4.s1"].state, changed["u4.s1"].target) == (State.REVIEWED, "Old sentence")
    assert changed["u3.s1"] == SEGMENTS[3]


@pytest.mark.needs("msgattrib")
def test_msgattrib_sets_flags(path):
    read = states(po.read(run("msgattrib", "--set-fuzzy", path, cwd=path.parent)).catalog)
    assert read["u3.s1"] is State.TRANSLATED
    assert read["u1.s1"] is State.INITIAL


@pytest.mark.needs("msgattrib")
def test_msgattrib_makes_all_obsolete(path):
    file = po.read(run("msgattrib", "--set-obsolete", path, cwd=path.parent))
    assert file.catalog.segments == ()
    assert {entry.context for entry in file.obsolete} == {s.id for s in SEGMENTS if s.target or (s.suggestion and not s.omitted)}


@pytest.mark.needs("msgmerge")
@pytest.mark.parametrize("options", [(), ("--previous",), ("--no-wrap", "--previous")])
def test_msgmerge_with_a_changed_article(path, options):
    fresh = [Segment(id=s.id, source=s.source, kind=s.kind, after=s.after) for s in SEGMENTS[:-1]]
    fresh[2] = replace(fresh[2], source="Рядок\nдругий\tчетвертий")
    path.with_name("new.pot").write_bytes(po.write(replace(CATALOG, segments=tuple(fresh))))
    file = po.read(run("msgmerge", "--quiet", *options, path, "new.pot", cwd=path.parent))
    read = {segment.id: segment for segment in file.catalog}
    before = {segment.id: segment for segment in SEGMENTS}
    assert [entry.context for entry in file.obsolete] == ["u8.s1"]
    for same in ("u1.s1", "u2.s1", "u3.s1", "u5.s1", "u6.s1", "u7.s1"):
        assert read[same] == before[same]
    if options:
        assert read["u2.s2"] == replace(fresh[2], suggestion=SEGMENTS[2].target, previous_source=SEGMENTS[2].source)
        assert read["u4.s1"] == before["u4.s1"]
    else:  # then msgmerge drops the previous source
        assert (read["u2.s2"].state, read["u2.s2"].target, read["u2.s2"].people) == (State.TRANSLATED, SEGMENTS[2].target, ())
        assert read["u4.s1"] == replace(before["u4.s1"], previous_source="")


def test_babel_reads_and_writes_it(path):
    with path.open("rb") as file:
        catalog = read_po(file)
    assert {m.context: m.fuzzy for m in catalog if m.id} == {s.id: s.id in ("u2.s1", "u4.s1", "u9.s1") for s in SEGMENTS}
    with path.open("wb") as out:
        write_po(out, catalog, include_previous=True)
    assert po.read(path.read_bytes()).catalog.segments == SEGMENTS


def test_pybabel_update(path):
    fresh = tuple(Segment(id=s.id, source=s.source, kind=s.kind, after=s.after) for s in SEGMENTS)
    path.with_name("new.pot").write_bytes(po.write(replace(CATALOG, segments=fresh)))
    CommandLineInterface().run(["pybabel", "-q", "update", "-i", str(path.with_name("new.pot")), "-o", str(path), "-l", "en_GB"])
    assert b"X-Transloc" not in path.read_bytes()  # Babel drops the headers that it does not know
    read = po.read(path.read_bytes()).catalog
    assert (read.target_locale, read.article) == ("en-GB", "")
    assert read.segments == SEGMENTS


@pytest.mark.parametrize("width", [0, 40, 78])
def test_polib_saves_it_folded(path, width):
    file = polib.pofile(str(path), wrapwidth=width)
    file.save(str(path))
    assert po.read(path.read_bytes()).catalog == CATALOG


def test_an_editor_that_drops_flags_reorders_headers_and_folds(path):
    file = polib.pofile(str(path), wrapwidth=60)
    file.metadata = dict(sorted(file.metadata.items(), reverse=True)) | {"X-Generator": "Poedit 3.4", "Last-Translator": "Olena"}
    file[2].msgstr = "Line\ntwo\tfour"
    file[1].flags = []
    file.save(str(path), newline="\r\n")
    read = po.read(b"\xef\xbb\xbf" + path.read_bytes())
    assert read.headers["Last-Translator"] == "Olena"
    assert [s for s in read.catalog if s.id not in ("u2.s1", "u2.s2")] == [s for s in SEGMENTS if s.id not in ("u2.s1", "u2.s2")]
    changed = {s.id: s for s in read.catalog}
    assert (changed["u2.s1"].state, changed["u2.s1"].origin) == (State.REVIEWED, "po")
    assert (changed["u2.s2"].target, changed["u2.s2"].people) == ("Line\ntwo\tfour", ())
