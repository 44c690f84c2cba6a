from datetime import UTC, datetime
from io import BytesIO

import pytest

from transloc.errors import InputError
from transloc.formats.tmx import Variant, read

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="OmegaT" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" creationtoolversion="6.0.1"
   segtype="sentence" srclang="UK-UA"/>
  <body>
<!-- Default translations -->
    <tu>
      <tuv xml:lang="UK-UA">
        <seg>Рада &amp; уряд</seg>
      </tuv>
      <tuv xml:lang="EN-GB" changeid="olena" changedate="20240301T101500Z" creationid="marko" creationdate="20240201T080000Z">
        <seg>Council &amp; government</seg>
      </tuv>
    </tu>
<!-- Alternative translations -->
    <tu>
      <prop type="file">news.txt</prop>
      <prop type="prev">Так.</prop>
      <prop type="next">Ні.</prop>
      <tuv xml:lang="UK-UA"><seg>Може.</seg></tuv>
      <tuv xml:lang="EN-GB"><seg>Maybe.</seg></tuv>
    </tu>
  </body>
</tmx>
"""
TOOLKIT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Translate Toolkit" creationtoolversion="3.20.4" segtype="sentence" o-tmf="UTF-8" adminlang="en"
   srclang="en" datatype="PlainText"/>
  <body>
    <tu srclang="uk">
      <note>a remark</note>
      <tuv xml:lang="uk">
        <seg>Два  пробіли &lt;1&gt;
рядок</seg>
      </tuv>
      <tuv xml:lang="en">
        <seg>Two  spaces</seg>
      </tuv>
    </tu>
  </body>
</tmx>
"""


def units(text, encoding="utf-8"):
    return list(read(BytesIO(text.encode(encoding)), "m.tmx"))


def body(*segs, root='<tmx version="1.4"><header/><body>', end="</body></tmx>"):
    tuvs = "".join(f'<tuv xml:lang="{tag}"><seg>{seg}</seg></tuv>' for tag, seg in zip(("uk", "en", "pl"), segs, strict=False))
    return f"{root}<tu>{tuvs}</tu>{end}"


def texts(*segs):
    (unit,) = units(body(*segs))
    return [variant.text for variant in unit.variants]


def test_what_omegat_writes():
    first, second = units(OMEGAT)
    assert first.variants == (
        Variant("UK-UA", "Рада & уряд"),
        Variant("EN-GB", "Council & government", datetime(2024, 3, 1, 10, 15, tzinfo=UTC), "olena"),
    )
    assert first.line == 8
    assert (second.properties["prev"], second.properties["next"]) == ("Так.", "Ні.")
    assert [variant.text for variant in second.variants] == ["Може.", "Maybe."]


def test_the_tags_that_omegat_writes_as_text_are_codes_and_in_other_files_words():
    tagged = '&lt;g0&gt;Рада&lt;/g0&gt;&lt;br1/&gt; 5 &lt; 6 <ph x="3">x</ph>'
    (unit,) = units(body(tagged, root='<tmx><header creationtool="OmegaT"/><body>'))
    assert unit.variants[0].text == "<1>Рада</1><2/> 5 < 6 <3/>"
    (unit,) = units(body(tagged))
    assert unit.variants[0].text == "<g0>Рада</g0><br1/> 5 < 6 <3/>"


def test_what_translate_toolkit_writes_with_white_space_and_literal_signs_as_they_are():
    (unit,) = units(TOOLKIT)
    assert [(v.tag, v.text) for v in unit.variants] == [("uk", "Два  пробіли \\<1>\nрядок"), ("en", "Two  spaces")]


class TestCodes:
    def test_pairs_and_single_ones_are_matched_by_x(self):
        assert texts(
            '<bpt i="1" x="1">&lt;b&gt;</bpt>Рада<ept i="1">&lt;/b&gt;</ept><ph x="2">&lt;br/&gt;</ph>',
            '<ph x="2"/>The <bpt i="7" x="1"/>council<ept i="7"/>',
        ) == ["<1>Рада</1><2/>", "<2/>The <1>council</1>"]

    def test_without_x_by_their_own_numbers_and_their_markup(self):
        assert texts(
            '<ph>{0}</ph> і <ph>{1}</ph> <bpt i="4">*</bpt>x<ept i="4">*</ept>',
            '<bpt i="4">*</bpt>x<ept i="4">*</ept> <ph>{1}</ph> and <ph>{0}</ph>',
        ) == ["<1/> і <2/> <3>x</3>", "<3>x</3> <2/> and <1/>"]

    def test_equal_ones_are_told_apart_by_their_order(self):
        assert texts("<ph>%s</ph>-<ph>%s</ph>", "<ph>%s</ph>+<ph>%s</ph>") == ["<1/>-<2/>", "<1/>+<2/>"]

    def test_highlights_hold_text_and_nest(self):
        assert texts("<hi>Рада <hi>сама</hi></hi>!", "<hi>The council <hi>itself</hi></hi>!") == [
            "<1>Рада <2>сама</2></1>!",
            "<1>The council <2>itself</2></1>!",
        ]

    def test_half_a_pair(self):
        assert texts('кінець<it pos="end" x="1">&lt;/b&gt;</it> і <it pos="begin" x="2">&lt;i&gt;</it>') == ["кінець</1> і <2>"]

    def test_numbers_that_ours_cannot_have_are_given_anew(self):
        assert texts('<ph x="0"/><ph x="9999999"/>', '<ph x="9999999"/><ph x="0"/>') == ["<1/><2/>", "<2/><1/>"]
        assert texts(f'<ph x="{"9" * 5000}"/>') == ["<1/>"]
        assert texts('<ph x="1"/><ph x="01"/>') == ["<1/><2/>"]

    def test_what_stands_in_native_markup_is_no_text(self):
        assert texts('До<ph x="1">&lt;a title="<sub>Назва <hi>тут</hi></sub>"&gt;</ph>після') == ["До<1/>після"]


def test_the_old_attribute_and_other_encodings():
    assert units(body("Так").replace("xml:lang", "lang"))[0].variants[0].tag == "uk"
    for encoding in ("utf-16", "windows-1251"):
        named = f'<?xml version="1.0" encoding="{encoding}"?>' + body("Їжак")
        assert units(named, encoding)[0].variants[0].text == "Їжак"


def test_dates_that_are_none_are_passed_over():
    assert units(body("Так").replace("<tuv", '<tuv changedate="yesterday" creationdate="20240201T080000Z"'))[0].variants[0].at.day == 1
    for never in ("00010101T000000+1200", "99991231T235959-1200"):
        assert units(body("Так").replace("<tuv", f'<tuv creationdate="{never}"'))[0].variants[0].at is None


BOMB = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n'
FILE = '<!DOCTYPE tmx [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (BOMB + body("&b;"), 1, "it declares the entity “a”"),
        (FILE + body("&a;"), 2, "it declares the entity “a”"),
        ('<!DOCTYPE tmx SYSTEM "http://example.org/tmx.dtd">\n' + body("&nbsp;"), 2, "it uses &nbsp;, which it does not explain"),
        (body("&nbsp;"), 1, "the XML is broken (undefined entity)"),
        (body("Так\n", end="</body>"), 2, "the XML is broken (no element found)"),
        (body("Так\n<b>"), 2, "the XML is broken (mismatched tag)"),
        ("", 1, "the XML is broken (no element found)"),
        ("msgid", 1, "the XML is broken (syntax error)"),
        ("<xliff/>", 1, "this is XML, but no TMX: it begins with <xliff>"),
        ('<?xml version="1.0" encoding="klingon"?><tmx/>', 1, "unknown encoding"),
        (body("x" * 1_000_001), 1, "a unit has more than 1,000,000 characters"),
        (body("<hi>" * 100 + "</hi>" * 100), 1, "nested too deep"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(text, line, words):
    with pytest.raises(InputError) as told:
        units(text)
    assert str(told.value).startswith(f"m.tmx:{line}: ")
    assert words in str(told.value)


def test_what_stands_before_a_fault_is_whole():
    coming = read(BytesIO((body("Так", end="") + "<tu><tuv>").encode()), "m.tmx")
    assert next(coming).variants[0].text == "Так"
    with pytest.raises(InputError):
        next(coming)


@pytest.mark.parametrize(
    ("head", "again", "words"),
    [
        ("<tmx><!--", "a ", "a tag or a comment has more than 1,000,000 bytes"),
        ('<tmx><body><tu><tuv lang="', "a", "a tag or a comment has more than 1,000,000 bytes"),
        ("<tmx><body><tu>", "<tuv/>", "a unit has more than 1,000,000 characters"),
        ("<tmx><body><tu><tuv><seg>", "<ph/>", "a unit has more than 1,000,000 characters"),
        ("<tmx><body><tu><tuv><seg>", "<tu>a</tu>", "a unit has more than 1,000,000 characters"),
    ],
)
def test_what_never_ends_is_given_up(head, again, words):
    class Going:
        given = 0

        def read(self, size):
            self.given += 1
            return (head if self.given == 1 else again * (size // len(again))).encode()

    stream = Going()
    with pytest.raises(InputError, match=words):
        list(read(stream, "m.tmx"))
    assert stream.given < 40


class Endless:
    """A file of units without end; a reader that gathers it would never give one."""

    def __init__(self):
        self.given = 0

    def read(self, size):
        self.given += 1
        return (b"<tmx><body>" if self.given == 1 else b"") + body("x", root="", end="").encode() * 100


def test_units_come_while_the_file_is_read():
    stream = Endless()
    units_ = read(stream, "m.tmx")
    assert [next(units_).line for _ in range(250)]
    assert stream.given < 5
