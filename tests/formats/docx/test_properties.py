"""Any paragraphs: unchanged they keep their bytes, changed they read as they were written."""

from hypothesis import given, settings
from hypothesis import strategies as st

from fakes.word import docx, field, p, picture, r, text_box
from transloc import markup
from transloc.formats.docx import Docx

DOCX = Docx()
WORDS = st.text(st.sampled_from("аб яzQ <&>\\1/\u00a0\u2011é😀"), min_size=1, max_size=8)
FORMATS = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:b/><w:lang w:val="uk-UA"/>', '<w:color w:val="FF0000"/>', "<w:vanish/>"])


def escaped(words):
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\u2011", "</w:t><w:noBreakHyphen/><w:t>")


RUNS = st.builds(lambda words, properties: r(escaped(words), properties), WORDS, FORMATS)
THINGS = st.sampled_from(
    [
        *(r("", more=f"<w:{name}/>") for name in ("tab", "br", "footnoteRef")),
        r("", more='<w:footnoteReference w:id="1"/>'),
        '<w:bookmarkStart w:id="1" w:name="m"/>',
        '<w:bookmarkEnd w:id="1"/>',
        '<w:del w:id="1"><w:r><w:delText>геть</w:delText></w:r></w:del>',
        r("", more=picture("Опис")),
        r("", more=text_box(p(r("У рамці")))),
        "<m:oMath/>",
    ]
)
INLINE = st.recursive(
    st.one_of(RUNS, RUNS, THINGS),
    lambda inner: (
        st.lists(inner, max_size=3)
        .map("".join)
        .flatmap(
            lambda held: st.sampled_from(
                [
                    f'<w:hyperlink w:anchor="a">{held}</w:hyperlink>',
                    f'<w:ins w:id="1">{held}</w:ins>',
                    f"<w:sdt><w:sdtContent>{held}</w:sdtContent></w:sdt>",
                    f'<w:fldSimple w:instr=" AUTHOR ">{held}</w:fldSimple>',
                    field(" QUOTE ", held),
                ]
            )
        )
    ),
    max_leaves=4,
)
PARAGRAPHS = st.lists(INLINE, max_size=5).map(lambda held: p(*held))
BODIES = st.lists(PARAGRAPHS, min_size=1, max_size=3).map("".join)


def swapped(text):
    tokens = markup.parse(text)
    return markup.serialise(markup.Text(token.value.swapcase()) if isinstance(token, markup.Text) else token for token in tokens)


@settings(max_examples=200)
@given(BODIES)
def test_unchanged_text_keeps_its_bytes(body):
    data = docx(body)
    document = DOCX.parse(data)
    assert DOCX.rebuild(document, {unit.id: unit.source for unit in document.units}) == data
    spans = [unit.span for unit in document.units]
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    assert all(unit.source.strip() == unit.source for unit in document.units)


@settings(max_examples=200)
@given(BODIES)
def test_changed_text_reads_back_with_the_same_codes(body):
    document = DOCX.parse(docx(body))
    targets = {unit.id: swapped(unit.source) for unit in document.units}
    again = DOCX.parse(DOCX.rebuild(document, targets))
    assert sorted(unit.source for unit in again.units) == sorted(targets.values())
    back = DOCX.rebuild(again, {unit.id: swapped(unit.source) for unit in again.units})
    assert sorted(unit.source for unit in DOCX.parse(back).units) == sorted(unit.source for unit in document.units)


@settings(max_examples=100)
@given(BODIES, st.data())
def test_leaving_out_and_adding_keep_the_rest(body, data):
    document = DOCX.parse(docx(body + p(r("Кінець"))))
    own = [unit for unit in document.units if not unit.parent]
    gone = data.draw(st.sets(st.sampled_from([unit.id for unit in own])))
    out = DOCX.rebuild(document, {}, omitted=gone, added={own[-1].id: ["Додано"]})
    left = [unit.source for unit in document.units if unit.id not in gone and unit.parent not in gone]
    found = [unit.source for unit in DOCX.parse(out).units]
    assert sorted([*left, "Додано"]) == sorted(found)
