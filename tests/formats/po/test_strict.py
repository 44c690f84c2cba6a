"""Half a file is an error with its line, never a shorter file."""

import pytest

from transloc.errors import InputError
from transloc.formats import po

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
WHOLE = 'msgctxt "u1.s1"\nmsgid "а"\nmsgstr "a"\n'

FAULTS = {
    "an unclosed text": ('msgid "а"\nmsgstr "a\n', 2, "not closed"),
    "an unclosed text before the next entry": (f'msgid "а"\nmsgstr "a\n\n{WHOLE}', 2, "not closed"),
    "an unclosed folded text": ('msgid ""\n"а "\n"б\nmsgstr "a"\n', 3, "not closed"),
    "a quotation mark that is escaped away": ('msgid "а"\nmsgstr "a\\"\n', 2, "not closed"),
    "a file cut after a backslash": ('msgid "а"\nmsgstr "a\\', 2, "not closed"),
    "no msgstr at the end": (f'{WHOLE}\n# hm\nmsgid "б"\n', 6, "has no msgstr"),
    "no msgstr before the next entry": (f'msgid "б"\n\n{WHOLE}', 1, "has no msgstr"),
    "no msgstr before a comment": (f'msgid "б"\n# hm\n{WHOLE}', 1, "has no msgstr"),
    "a context alone": (f'{WHOLE}\nmsgctxt "u2.s1"\n', 5, "has no msgid"),
    "a keyword cut short": (f"{WHOLE}\nmsgi", 5, "cut short"),
    "a keyword alone": (f"{WHOLE}\nmsgid", 5, "cut short"),
    "comments of tools without an entry": (f"{WHOLE}\n#. paragraph\n", 5, "ends within an entry"),
    "a comment of ours without an entry": (f"{WHOLE}\n# transloc: reviewed by=p7\n", 5, "ends within an entry"),
    "a last line cut within a comment": (f"{WHOLE}\n# trans", 5, "ends within an entry"),
    "junk": (f"{WHOLE}\nhello\n", 5, "neither a comment"),
    "a comment in another language's way": (f"// hello\n{WHOLE}", 1, "neither a comment"),
    "conflict marks, ours": (f"<<<<<<< HEAD\n{WHOLE}", 1, "merge conflict"),
    "conflict marks, middle": (f"{WHOLE}=======\n{WHOLE}", 4, "merge conflict"),
    "conflict marks, theirs": (f"{WHOLE}>>>>>>> theirs\n", 4, "merge conflict"),
    "conflict marks, base": (f"{WHOLE}||||||| 1a2b3c\n", 4, "merge conflict"),
    "a text without an entry": (f'# hm\n"hello"\n{WHOLE}', 2, "belongs to no entry"),
    "an entry that stands twice": (f"{WHOLE}\n{WHOLE}", 6, "stands twice (first in line 5)"),
    "an entry without context that stands twice": ('msgid "а"\nmsgstr "a"\n\nmsgid "а"\nmsgstr "b"\n', 4, "stands twice (first in line 4)"),
    "two headers": (HEAD, 1, "the header stands twice"),
    "a segment that stands twice": (
        'msgctxt "u0a1b2c3d.s1"\nmsgid "а"\nmsgstr ""\n\nmsgctxt "u0a1b2c3d.s1"\nmsgid "б"\nmsgstr ""\n',
        6,
        "twice",
    ),
    "an unknown escape": ('msgid "а"\nmsgstr "a\\q"\n', 2, "escapes nothing"),
    "an escape without digits": ('msgid "а"\nmsgstr "a\\xg"\n', 2, "escapes nothing"),
    "numbered bytes that are no text": ('msgid "а"\nmsgstr "a\\377"\n', 2, "no text"),
    "a bare quotation mark": ('msgid "а"\nmsgstr "a "b" c"\n', 2, "not escaped"),
    "words after the text": ('msgid "а"\nmsgstr "a" b\n', 2, "not escaped"),
    "msgstr first": ('msgstr "a"\n', 1, "does not belong here"),
    "msgstr twice": ('msgid "а"\nmsgstr "a"\nmsgstr "b"\n', 3, "does not belong here"),
    "plural forms with a hole": ('msgid "а"\nmsgid_plural "б"\nmsgstr[0] "a"\nmsgstr[2] "c"\n', 4, "msgstr[1] is expected"),
    "plural forms without plural": ('msgid "а"\nmsgstr[0] "a"\n', 2, "msgstr is expected"),
    "a plural without forms": ('msgid "а"\nmsgid_plural "б"\nmsgstr "a"\n', 3, "msgstr[0] is expected"),
    "half an obsolete entry": ('#~ msgid "а"\nmsgstr "a"\n', 2, "only in part"),
    "an obsolete entry cut short": (f'{WHOLE}\n#~ msgid "б"\n#~ msgstr "b\n', 6, "not closed"),
    "a previous text that is not closed": (f'#| msgid "а\n{WHOLE}', 1, "not closed"),
    "zeros": (f"{WHOLE}\0\0\0\0", 4, "neither a comment"),
    "zeros in a text": ('msgid "а"\nmsgstr "a\0"\n', 2, "NUL"),
    "a comment of ours that is broken": (f'# transloc: waiver rule=number reason="not\n{WHOLE}', 1, "cannot be read"),
    "a comment of ours with words": (f"# transloc: reviewed it twice\n{WHOLE}", 1, "cannot be read"),
    "a comment of ours with a broken escape": (f'# transloc: omitted reason="\\q"\n{WHOLE}', 1, "cannot be read"),
}


@pytest.mark.parametrize(("text", "line", "says"), FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_fault_is_told_with_its_line(text, line, says, ends):
    with pytest.raises(InputError) as told:
        po.read((HEAD + text).replace("\n", ends).encode(), "locales/en/talks.po")
    assert (told.value.path, told.value.line) == ("locales/en/talks.po", line + 3)
    assert says in str(told.value)
    assert told.value.hint


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"[:0] + b" "])
def test_an_empty_file_is_no_catalog(data):
    with pytest.raises(InputError, match="empty"):
        po.read(data)


@pytest.mark.parametrize(
    ("charset", "body", "line", "says"),
    [
        ("UTF-8", "Київ".encode("koi8-u"), 5, "not UTF-8"),
        ("UTF-8", "Київ".encode()[:-1], 5, "not UTF-8"),
        ("ASCII", "Київ".encode(), 5, "not ASCII"),
        ("X-KLINGON", b"a", 2, "X-KLINGON is not known"),
        ("rot13", b"a", 2, "rot13 is not known"),
        ("undefined", b"a", 2, "undefined"),
    ],
)
def test_bytes_must_be_what_the_header_says(charset, body, line, says):
    head = f'msgid ""\nmsgstr "Content-Type: text/plain; charset={charset}\\n"\n\nmsgid "a"\n'
    with pytest.raises(InputError, match=says) as told:
        po.read(head.encode() + b'msgstr "' + body + b'"\n', "a.po")
    assert told.value.line in (line, None)


def test_utf_16_is_refused_in_words():
    with pytest.raises(InputError, match="UTF-16"):
        po.read(WHOLE.encode("utf-16"), "a.po")


OURS = 'msgid ""\nmsgstr "X-Transloc-Article: talks\\n"\n\n'


@pytest.mark.parametrize(
    "text",
    [
        f'msgid "{"а" * 9000}"\nmsgstr ""\n\n' * 2,
        f'msgctxt "{"а" * 9000}"\nmsgid "б"\nmsgstr ""\n\n' * 2,
        f'{OURS}msgctxt "{"а" * 9000}"\nmsgid "б"\nmsgstr ""\n\nmsgctxt "{"а" * 9000}"\nmsgid "в"\nmsgstr ""\n',
        f'msgid ""\nmsgstr "Content-Type: text/plain; charset={"a" * 9000}\\n"\n',
    ],
)
def test_a_sentence_quotes_no_more_than_it_must(text):
    with pytest.raises(InputError) as told:
        po.read(text.encode())
    assert len(str(told.value)) < 250
