"""What a hostile file can do to each format: it is refused with one sentence, or read in a time and a memory that its size bounds."""

import pytest
from benchmarks.fuzz import hostile, packages
from benchmarks.fuzz.cases import known
from benchmarks.fuzz.checks import Outcome, examine
from benchmarks.watched import Lost, run

from transloc import formats
from transloc.errors import InputError

MEGABYTE = 1_000_000
#: Enough for what grows with the square of its size to be seen, and for two hundred cases in two minutes.
QUARTER = 250_000
KINDS = sorted({*known()})
needs_docx = pytest.mark.parametrize("kind", [kind for kind in KINDS if kind == "docx"])

#: Seconds that a megabyte may take, twice rebuilt and twice read again, on a machine with much else to do.
MOST = 60

TEXTS = {
    "less-than signs": "<" * QUARTER,
    "ampersands": "&" * QUARTER,
    "square brackets": "[" * QUARTER,
    "an attribute": f'<p title="{"слово " * (2 * QUARTER // 11)}">слово</p>\n',
    "open tags": "<div>" * 10_000 + "слово",
    "open and closed tags": "<div>" * 10_000 + "слово" + "</div>" * 10_000,
    "inline tags": "<b>" * 10_000 + "слово" + "</b>" * 10_000,
    "lists": "- " * 10_000 + "слово",
    "quotations": "> " * 10_000 + "слово",
    "numbered lists": "".join(f"{'   ' * min(at, 300)}1. слово\n" for at in range(10_000)),
    "spaces": "слово" + " " * QUARTER + "слово",
    "line breaks": "слово" + "\n" * QUARTER + "слово",
    "carriage returns": "слово\r" * 90_000,
    "nested front matter": f"---\ntitle: {'[' * 10_000}слово\n---\nслово\n",
}


def read(kind: str, data: bytes) -> Outcome:
    """Read, rebuild and change ``data`` under a clock."""
    ((_, outcome),) = run(_examine, [(kind, data)], seconds=lambda _: MOST)
    assert not isinstance(outcome, Lost), outcome.why
    return outcome


def _examine(case: tuple[str, bytes]) -> Outcome:
    return examine(*case)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "docx"])
@pytest.mark.parametrize("name", TEXTS)
def test_a_hostile_text_is_refused_or_read_in_bounds(kind, name):
    assert read(kind, TEXTS[name].encode()).fault == ""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("docx", "po")])
def test_a_unit_of_two_million_letters_is_refused(kind):
    text = "я" * 2_000_000
    with pytest.raises(InputError, match="million") as told:
        formats.for_name(f"x.{kind}").parse((f"<p>{text}</p>" if kind == "html" else text).encode(), f"x.{kind}")
    assert told.value.line == 1


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind == "md"])
@pytest.mark.parametrize("name", ["lists", "quotations"])
def test_ten_thousand_levels_are_refused(kind, name):
    outcome = read(kind, TEXTS[name].encode())
    assert not outcome.loaded
    assert outcome.refused


# --- DOCX

REFUSED = {
    "zip bomb": 600 * MEGABYTE,
    "small size that lies": 50 * MEGABYTE,
    "entity bomb": 9,
    "long entity": MEGABYTE,
    **dict.fromkeys(("external entity", "parameter entity", "external subset"), 0),
    **dict.fromkeys(("path up", "path absolute", "path backslashes", "path drive", "path within", "path of main"), 0),
    **dict.fromkeys(("doubled main", "doubled in other case", "overlapping"), 0),
    **dict.fromkeys(("encrypted", "unknown compression", "wrong checksum", "size that lies"), 0),
    **dict.fromkeys(("without main", "empty main", "no document"), 0),
    "truncated": 50,
}
BOUNDED = {
    "picture bomb": 600 * MEGABYTE,
    "many members": 10_000,
    **dict.fromkeys(("nested elements", "nested tables", "nested boxes"), 10_000),
    **dict.fromkeys(("many runs", "references", "long attribute"), QUARTER),
    **dict.fromkeys(("utf 16", "without types"), 0),
}


@needs_docx
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_package_is_refused(kind, name):
    outcome = read(kind, packages.PACKAGES[name](REFUSED[name]))
    assert outcome.fault == ""
    assert not outcome.loaded
    assert outcome.refused


@needs_docx
@pytest.mark.parametrize("name", BOUNDED)
def test_a_large_package_is_refused_or_read_in_bounds(kind, name):
    assert read(kind, packages.PACKAGES[name](BOUNDED[name])).fault == ""


@needs_docx
def test_a_paragraph_of_two_million_letters_is_refused(kind):
    outcome = read(kind, packages.one_long_text(4 * MEGABYTE))
    assert "million" in outcome.refused


@needs_docx
@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"PK\5\6" + bytes(18), "слово".encode()])
def test_what_is_no_package_is_refused(kind, data):
    with pytest.raises(InputError):
        formats.for_name(f"x.{kind}").parse(data, f"x.{kind}")


@needs_docx
def test_the_files_of_an_external_entity_are_never_read(kind, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("таємниця", encoding="utf-8")
    data = packages.with_main(packages.paragraph("&e;"), f'<!DOCTYPE w [<!ENTITY e SYSTEM "{secret.as_uri()}">]>')
    with pytest.raises(InputError) as told:
        formats.for_name(f"x.{kind}").parse(data, f"x.{kind}")
    assert "таємниця" not in str(told.value)


def test_hostile_makers_make_what_they_say():
    """The cases above test nothing where the bytes are not what the name tells."""
    assert hostile.MARKDOWN["nested quotes"](10_000).count(">") == 10_000
    assert len(packages.zip_bomb(50 * MEGABYTE)) < MEGABYTE
    assert b"<!ENTITY e9" in packages.parts_of(packages.entity_bomb(9))[packages.MAIN]
    assert "../../../tmp/evil.xml" in packages.parts_of(packages.path_up(0))
