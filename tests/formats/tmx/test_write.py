import importlib.util
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transloc import markup
from transloc.formats.tmx import TranslationUnit, Variant, Writer, read
from transloc.markup import CodeToken, Form, Text

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\t\r <>&\"'\\1"), max_size=12)
TOKENS = st.one_of(WORDS.map(Text), st.builds(CodeToken, st.sampled_from(list(Form)), st.integers(1, 30)))
TEXTS = st.lists(TOKENS, max_size=6).map(markup.serialise)


def written(*units, source="uk"):
    return b"".join(Writer().pieces(units, source))


def unit(source, target, **properties):
    return TranslationUnit((Variant("uk", source), Variant("en-GB", target, NOON, "p7")), properties)


def again(data):
    return [replace(one, line=0) for one in read(BytesIO(data), "m.tmx")]


@given(TEXTS, TEXTS, WORDS)
@example(r"\<1> <1/>", "<2>a</2> &amp; ]]>", "\r\n")
@example("</1>кінець", "<1>", " ")
def test_what_is_written_comes_back(source, target, neighbour):
    one = unit(source, target, prev=neighbour, next="")
    assert again(written(one)) == [one]


def test_people_are_opaque_ids_and_dates_whole_seconds():
    text = written(unit("Так", "Yes")).decode()
    assert 'xml:lang="en-GB" creationdate="20261123T120000Z" creationid="p7"' in text
    assert again(written(unit("Так", "Yes"))) == [unit("Так", "Yes")]


def test_what_xml_forbids_is_left_out_and_counted():
    writer = Writer()
    data = b"".join(writer.pieces([unit("Та\x0bк", "Y\x00es")], "uk"))
    assert writer.illegal == 2
    assert [v.text for v in again(data)[0].variants] == ["Так", "Yes"]


def test_a_unit_says_its_source_language_where_it_is_another():
    text = written(unit("Так", "Yes"), TranslationUnit((Variant("pl", "Tak"), Variant("en", "Yes")))).decode()
    assert '<header creationtool="transloc"' in text
    assert 'srclang="uk" datatype="plaintext"' in text
    assert text.count("<tu>") == 1
    assert text.count('<tu srclang="pl">') == 1


def test_an_empty_memory_is_a_whole_file():
    assert again(written()) == []


@pytest.mark.skipif(importlib.util.find_spec("translate") is None, reason="translate-toolkit is not installed (group bench)")
class TestTranslateToolkit:
    def test_loads_what_is_written(self):
        from translate.storage import tmx

        file = tmx.tmxfile.parsestring(
            written(unit("Рада & <1>уряд</1>", "Council & <1>government</1>", prev="", next="Ні."), unit("Так", "Yes"))
        )
        file.targetlanguage = "en-GB"
        assert [(one.source, one.target) for one in file.units] == [("Рада & уряд", "Council & government"), ("Так", "Yes")]

    def test_writes_what_is_read(self):
        from translate.storage import tmx

        file = tmx.tmxfile()
        file.addtranslation("Рада <1> & уряд", "uk", "Council", "en", comment="remark")
        (one,) = again(bytes(file))
        assert [(v.tag, v.text) for v in one.variants] == [("uk", r"Рада \<1> & уряд"), ("en", "Council")]
