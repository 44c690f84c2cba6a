"""PO files that other people and tools wrote."""

from hashlib import sha256

import pytest

from transloc.errors import InputError
from transloc.formats import po
from transloc.formats.po.read import ADDED
from transloc.model import Kind, Segment, State

HEADER = """# Ukrainian news.
# Olena, 2026.
msgid ""
msgstr ""
"Project-Id-Version: news 1\\n"
"Language: en_GB\\n"
"X-Source-Language: uk\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def read(body, encoding="utf-8"):
    return po.read((HEADER.replace("UTF-8", encoding) + body).encode(encoding))


def only(body):
    (segment,) = read(body).catalog.segments
    return segment


def made(msgid):
    return f"u{sha256(msgid.encode()).hexdigest()[:8]}.s1"


def test_a_plain_file_gives_ids_of_its_msgids():
    assert only('msgid "Київ"\nmsgstr "Kyiv"\n') == Segment(
        id=made("Київ"), source="Київ", target="Kyiv", state=State.REVIEWED, origin="po"
    )


def test_ids_do_not_depend_on_the_neighbours():
    one = 'msgid "Київ"\nmsgstr ""\n'
    more = read(f'msgid "Львів"\nmsgstr ""\n\n{one}').catalog.segments
    assert [segment.id for segment in more] == [made("Львів"), made("Київ")]


@pytest.mark.parametrize(
    ("flag", "text", "state"),
    [("", "", State.INITIAL), ("", "Kyiv", State.REVIEWED), ("#, fuzzy\n", "Kyiv", State.TRANSLATED), ("#, fuzzy\n", "", State.INITIAL)],
)
def test_the_flag_tells_the_state_of_a_plain_entry(flag, text, state):
    assert only(f'{flag}msgid "Київ"\nmsgstr "{text}"\n').state is state


def test_a_fuzzy_match_of_msgmerge_is_a_suggestion():
    segment = only('#, fuzzy\n#| msgid "Київ "\n#| "стоїть"\nmsgid "Київ стоятиме"\nmsgstr "Kyiv stands"\n')
    assert (segment.state, segment.target, segment.suggestion) == (State.INITIAL, "", "Kyiv stands")
    assert segment.previous_source == "Київ стоїть"


def test_headers_and_locales():
    file = read('msgid "а"\nmsgstr ""\n')
    assert (file.catalog.source_locale, file.catalog.target_locale) == ("uk", "en-GB")
    assert file.headers["Project-Id-Version"] == "news 1"


@pytest.mark.parametrize(
    ("written", "meant"), [("sr@latin", "sr-Latn"), ("uk_UA.UTF-8", "uk-UA"), ("pt-BR", "pt-BR"), ("sr_RS@cyrillic", "sr-Cyrl-RS")]
)
def test_gettext_locales_become_bcp_47(written, meant):
    assert po.read(f'msgid ""\nmsgstr "Language: {written}\\n"\n'.encode()).catalog.target_locale == meant


def test_a_file_without_header_is_utf_8():
    (segment,) = po.read('msgid "Київ"\nmsgstr "Kyiv"'.encode()).catalog
    assert segment.source == "Київ"


def test_a_template_says_charset():
    assert po.read('msgid ""\nmsgstr "Content-Type: text/plain; charset=CHARSET\\n"\n\nmsgid "Київ"\nmsgstr ""\n'.encode()).catalog.segments


@pytest.mark.parametrize("encoding", ["KOI8-U", "windows-1251", "ISO-8859-5", "UTF-8"])
def test_the_header_names_the_encoding(encoding):
    assert (
        only('msgid "Київ і Львів"\nmsgstr "Kyiv"\n').source
        == read('msgid "Київ і Львів"\nmsgstr "Kyiv"\n', encoding).catalog.segments[0].source
    )


def test_the_encoding_is_looked_for_in_the_header_only():
    file = read('msgid "а"\nmsgstr "Content-Type: text/html; charset=KOI8-U\\n"\n')
    assert file.catalog.segments[0].source == "а"


@pytest.mark.parametrize("change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data])
def test_windows_line_ends_and_byte_order_marks(change):
    data = (HEADER + '# мітка\nmsgid "а"\nmsgstr "a\\r\\nb"\n').encode()
    assert po.read(change(data)) == po.read(data)


def test_folded_texts_are_joined_and_lines_found():
    file = read('# a\n# b\nmsgctxt "u1.s1"\nmsgid ""\n"Київ "\n"стоїть"\nmsgstr ""\n"Kyiv\\n"\n"stands"\n')
    assert [(s.source, s.target) for s in file.catalog] == [("Київ стоїть", "Kyiv\nstands")]
    assert file.lines == {"u1.s1": 14}


@pytest.mark.parametrize(
    ("escaped", "text"),
    [(r"\a\b\f\v\t\r", "\a\b\f\v\t\r"), (r"\303\251\xC3\xA9", "éé"), (r"\\n", r"\n"), (r"\\\"", '\\"'), (r"\\303", r"\303"), (r"\0", "\0")],
)
def test_escapes_as_gnu_gettext_reads_them(escaped, text):
    assert only(f'msgid "а"\nmsgstr "{escaped}"\n').target == text


def test_obsolete_entries_are_no_segments():
    file = read('msgid "а"\nmsgstr "a"\n\n#, fuzzy\n#~| msgid "в"\n#~ msgctxt "x"\n#~ msgid "б"\n#~ msgstr ""\n#~ "b"\n')
    assert [segment.source for segment in file.catalog] == ["а"]
    assert [entry.key for entry in file.obsolete] == [("x", "б")]


def test_each_form_of_a_plural_is_seen():
    file = read('#, python-format\nmsgid "%d місто"\nmsgid_plural "%d міст"\nmsgstr[0] "%d city"\nmsgstr[1] "%d cities"\n')
    assert [(s.source, s.target, s.state) for s in file.catalog] == [
        ("%d місто", "%d city", State.REVIEWED),
        ("%d міст", "%d cities", State.REVIEWED),
    ]
    assert set(file.lines.values()) == {12}


def test_one_context_for_several_texts_is_not_their_id():
    file = read('msgctxt "menu"\nmsgid "а"\nmsgstr ""\n\nmsgctxt "menu"\nmsgid "б"\nmsgstr ""\n\nmsgctxt "title"\nmsgid "а"\nmsgstr ""\n')
    first, second, third = (segment.id for segment in file.catalog)
    assert third == "title"
    assert len({first, second, "menu"}) == 3


def test_the_kind_of_a_unit():
    assert only('#. headline\nmsgid "а"\nmsgstr ""\n').kind is Kind.HEADLINE
    assert only('#. Title of the page\nmsgid "а"\nmsgstr ""\n').kind is Kind.PARAGRAPH


def test_a_comment_by_hand_after_the_example_in_the_documentation():
    segment = only('# transloc: reviewed by=p7,p9 at=2026-11-23T10:00:00Z origin=deepl\nmsgctxt "u1.s1"\nmsgid "а"\nmsgstr "a"\n')
    assert (segment.state, segment.people, segment.origin) == (State.REVIEWED, (), "deepl"), "names without a seal are nobody's word"
    assert segment.at is not None
    assert segment.at.isoformat() == "2026-11-23T10:00:00+00:00"


@pytest.mark.parametrize(("reason", "read_as"), [(' reason="not for abroad"', "not for abroad"), ("", "no reason given")])
def test_an_omission_by_hand(reason, read_as):
    segment = only(f'# transloc: omitted{reason}\nmsgctxt "u1.s1"\nmsgid "а"\nmsgstr ""\n')
    assert (segment.state, segment.omitted) == (State.REVIEWED, read_as)


def test_an_added_unit_that_lost_its_comment_stands_after_its_neighbour():
    body = 'msgctxt "u1.s2"\nmsgid "а"\nmsgstr "a"\n\nmsgctxt "a1"\nmsgid "[added in translation]"\nmsgstr "Kyiv is the capital."\n'
    added = read(body).catalog.segments[1]
    assert (added.source, added.after, added.added) == ("", "u1", True)


def test_a_comment_for_another_version_is_kept_as_a_comment():
    file = read('# transloc: locked by=p7\n# transloc\nmsgctxt "u1.s1"\nmsgid "а"\nmsgstr ""\n')
    assert file.notes["u1.s1"].comments == ("# transloc: locked by=p7", "# transloc")


def test_added_units_whose_comments_were_lost_all_stand_after_the_unit_before_them():
    entries = [f'msgctxt "{name}"\nmsgid "{msgid}"\nmsgstr "x"\n' for name, msgid in (("u1.s1", "Так"), ("a1.s1", ADDED), ("a2.s1", ADDED))]
    assert [s.after for s in po.read("\n".join(entries).encode()).catalog] == ["", "u1", "u1"]


def test_a_file_that_ends_within_a_letter_is_cut_off():
    with pytest.raises(InputError, match=r"a\.po:2: the file is cut off in the middle of a letter"):
        po.read('msgid "a"\nmsgstr "Київ"'.encode()[:-2], "a.po")


@pytest.mark.parametrize(
    "texts",
    [
        ("s1", "Так", "Yes"),
        ("s1", r"Він сказав: \"Так\"", r"“Yes”,\n he said\t\\o/"),
        ("s1", r"\303\251t\xC3\xA9", "summer"),
        ("s1", "Так", ""),
        ("u01234567.s1", "[added in translation]", "A note"),
        ("s1", "[added in translation]'", "A note"),
        ("s1", "[Сміється]", "[Laughs]"),
    ],
)
def test_an_entry_is_read_alike_in_one_go_and_line_by_line(texts):
    def file(margin):
        names = ("msgctxt", "msgid", "msgstr")
        return "".join(f'{margin}{name} "{text}"\n' for name, text in zip(names, texts, strict=True))

    assert read(file("")) == read(file(" "))


def test_an_escape_that_is_no_text_is_told_with_its_line():
    with pytest.raises(InputError, match="the numbered escapes are no text") as raised:
        read('msgctxt "s1"\nmsgid "\\377"\nmsgstr "x"\n')
    assert raised.value.line == HEADER.count("\n") + 2
