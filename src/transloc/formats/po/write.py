"""A catalog → the bytes of its PO file: UTF-8, unfolded, and the same for the same catalog."""

from collections.abc import Iterator, Mapping

from transloc.errors import InputError
from transloc.formats.po import header
from transloc.formats.po.file import Notes, Obsolete, PoFile
from transloc.formats.po.meaning import signs
from transloc.formats.po.read import msgid_of
from transloc.formats.po.text import quoted
from transloc.model import Catalog, Segment
from transloc.wording import say

_NOTHING = Notes()


def write(catalog: Catalog, *, old: PoFile | None = None) -> bytes:
    """Return ``catalog`` as a PO file; from ``old`` come other people's comments, flags, references and headers.

    What ``old`` translates and the catalog no longer has becomes obsolete (``#~``), as with msgmerge. A text stands on one line,
    so that a file cut short is noticed. Raises InputError for a catalog that no PO file can hold.
    """
    by_id = {segment.id: segment for segment in catalog.segments}
    if len(by_id) != len(catalog.segments):
        what = say("a segment stands twice in the catalog of {article}", article=catalog.article)
        raise InputError(what, hint=say("Give each segment an id of its own"))
    head = [*(old.preface if old else ()), *header.lines(catalog, old.headers if old else {})]
    blocks = [head, *_entries(by_id, old.notes if old else {})]
    if old:
        blocks += [list(entry.lines) for entry in _obsolete(by_id, old)]
        blocks += [list(old.tail)] if old.tail else []
    text = "\n\n".join("\n".join(block) for block in blocks) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        half = f"U+{ord(text[error.start]):04X}"
        message = say("half a character ({half}) stands in the catalog of {article}", half=half, article=catalog.article)
        raise InputError(message, hint=say("Type that text anew; it would stand in line {line} of the PO file", line=line)) from None


def _entries(by_id: Mapping[str, Segment], notes: Mapping[str, Notes]) -> Iterator[list[str]]:
    written: set[str] = set()
    for segment in by_id.values():
        if segment.id in written:
            continue
        other = notes.get(segment.id, _NOTHING)
        forms = [by_id[form] for form in other.forms if form in by_id]
        if forms and len(forms) == len(other.forms):
            written.update(other.forms)
            yield _plural(forms, other)
        else:
            yield _entry(segment, other)


def _entry(segment: Segment, other: Notes) -> list[str]:
    shown = signs(segment)
    marks = [str(mark) for mark in shown.marks]
    before = [f"#| msgid {quoted(shown.previous)}"] if shown.previous else []
    return [
        *_above(segment, other, marks, fuzzy=shown.fuzzy),
        *before,
        f"msgctxt {quoted(segment.id)}",
        f"msgid {quoted(msgid_of(segment.source))}",
        f"msgstr {quoted(shown.text)}",
    ]


def _plural(forms: list[Segment], other: Notes) -> list[str]:
    """Return a plural entry; it has one flag for all forms and no comments of ours."""
    shown = [signs(form) for form in forms]
    return [
        *_above(forms[0], other, [], fuzzy=any(sign.fuzzy for sign in shown)),
        f"msgctxt {quoted(forms[0].id)}",
        f"msgid {quoted(msgid_of(forms[0].source))}",
        f"msgid_plural {quoted(other.plural)}",
        *(f"msgstr[{number}] {quoted(sign.text)}" for number, sign in enumerate(shown)),
    ]


def _above(segment: Segment, other: Notes, marks: list[str], *, fuzzy: bool) -> Iterator[str]:
    from transloc.formats import kinds  # reading needs none of its patterns

    yield from other.comments
    yield from marks
    yield f"#. {segment.kind.value}"
    yield from (f"#. {line}" for line in (kinds.note(segment.kind), *other.extracted) if line)
    yield from other.references
    flags = [*(["fuzzy"] if fuzzy else []), *other.flags]
    if flags:
        yield f"#, {', '.join(flags)}"


def _obsolete(by_id: Mapping[str, Segment], old: PoFile) -> list[Obsolete]:
    standing = {(segment.id, msgid_of(segment.source)) for segment in by_id.values()}
    gone = (_gone(segment, old.notes.get(segment.id, _NOTHING)) for segment in old.catalog.segments if segment.id not in by_id)
    kept = {entry.key: entry for entry in (*old.obsolete, *gone) if entry.lines and entry.key not in standing}
    return list(kept.values())


def _gone(segment: Segment, other: Notes) -> Obsolete:
    shown, msgid = signs(segment), msgid_of(segment.source)
    lines = [
        *other.comments,
        *(str(mark) for mark in shown.marks),
        *(["#, fuzzy"] if shown.fuzzy else []),
        f"#~ msgctxt {quoted(segment.id)}",
        f"#~ msgid {quoted(msgid)}",
        f"#~ msgstr {quoted(shown.text)}",
    ]
    return Obsolete(segment.id, msgid, tuple(lines) if shown.text else ())
