import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats import captions
from transloc.formats.markdown import Markdown
from transloc.formats.runs import build
from transloc.model import Kind

MARKDOWN = Markdown()
PICTURE = "![а](b)\n\n"


def caption(text):
    (unit,) = [u for u in MARKDOWN.parse(text.encode()).units if u.kind is Kind.CAPTION]
    return unit


def rebuilt(text, target):
    document = MARKDOWN.parse(text.encode())
    (unit,) = [u for u in document.units if u.kind is Kind.CAPTION]
    return MARKDOWN.rebuild(document, {unit.id: target}).decode()


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        ("Фото: Benoit Tessier / EPA", "Фото: <1/>", ["Benoit Tessier / EPA"]),
        ("*Площа. Фото: Benoit Tessier / EPA*", "Площа. Фото: <1/>", ["Benoit Tessier / EPA"]),
        ("Площа. **Фото:** Benoit Tessier\n/ EPA", "Площа. <1>Фото:</1> <2/>", ["Benoit Tessier / EPA"]),
        ("Площа. Фото: Smith &amp; Co / EPA", "Площа. Фото: <1/>", ["Smith & Co / EPA"]),
        ("Площа. Фото: EPA\\-EFE", "Площа. Фото: <1/>", ["EPA-EFE"]),
        ("Площа. Фото: [Reuters](https://reuters.com)", "Площа. Фото: <1><2/></1>", ["Reuters"]),
        ("Площа. Фото: Benoit *Tessier* / EPA", "Площа. Фото: <1/> <2><3/></2> / <4/>", ["Benoit", "Tessier", "EPA"]),
        ("Площа. Фото: AFP  \nФото: EPA", "Площа. Фото: <1/><2/>Фото: <3/>", ["AFP", "EPA"]),
        ("Площа `Reuters / AFP`. Фото: EPA", "Площа <1/>. Фото: <2/>", ["EPA"]),
        ("Площа. Фото: <span class=credit>Benoit / EPA</span>", "Площа. Фото: <1><2/></1>", ["Benoit / EPA"]),
        ("<figcaption>Площа. <i>Фото:  Benoit\n Tessier</i></figcaption>", "Площа. <1>Фото: <2/></1>", ["Benoit Tessier"]),
        ("> <figcaption>Площа. Фото: Benoit\n> Tessier</figcaption>", "Площа. Фото: <1/>", ["Benoit Tessier"]),
        ("Фото: Офіс Президента", "Фото: Офіс Президента", []),
    ],
)
def test_the_credit_is_a_code(text, source, kept):
    unit = caption(PICTURE + text + "\n")
    assert unit.source == source
    assert [plain for code in unit.codes if (plain := captions.plain(code))] == kept
    assert unit.note.startswith("rights:")


@pytest.mark.parametrize("text", ["© AFP", "(Reuters)", "AFP / Reuters"])
def test_a_caption_that_is_nothing_but_a_credit_is_no_unit(text):
    assert [u.source for u in MARKDOWN.parse(f"{PICTURE}{text}\n".encode()).units] == ["а"]


@pytest.mark.parametrize(
    ("text", "target", "written"),
    [
        ("*Площа. Фото: Elif Kara / EPA*", "The square. Photo: <1/>", "*The square. Photo: Elif Kara / EPA*"),
        ("Фото: Reuters", "<1/>", "Reuters"),
        ("Фото: Reuters", "<1/> shows the “square”", "Reuters shows the “square”"),
        ("Площа. Фото: Elif Kara / EPA", "Piață " * 40 + "Credit foto <1/>", "Piață " * 40 + "Credit foto Elif Kara / EPA"),
        ("Площа. Фото: [Reuters](/a)", "Foto: <1><2/></1>", "Foto: [Reuters](/a)"),
        ("Площа. Фото: Smith &amp; Co / EPA", "Foto de *<1/>*", "Foto de \\*Smith &amp; Co / EPA\\*"),
    ],
)
def test_a_translation_keeps_the_bytes_of_the_credit(text, target, written):
    assert rebuilt(f"{PICTURE}{text}\n", target) == f"{PICTURE}{written}\n"


def test_front_matter_has_captions_too():
    text = "---\ntitle: Назва\nphoto_caption: 'Площа. Фото: Elif Kara / EPA'\n---\n\nАбзац\n"
    assert caption(text).source == "Площа. Фото: <1/>"
    assert "'It''s the square. Photo: Elif Kara / EPA'" in rebuilt(text, "It's the square. Photo: <1/>")


PARTS = st.lists(
    st.sampled_from(
        ["Площа ", "Фото: ", "Elif Kara", " / ", "EPA", "*", "**", "[", "](/a)", "<b>", "</b>", "&amp;", "\\*", ". ", "\n", "(", ")", "`a`"]
    ),
    min_size=1,
    max_size=10,
).map("".join)


@given(PARTS)
def test_any_caption_reads_back_with_other_words(text):
    document = MARKDOWN.parse(f"<figure><figcaption>Площа {text}</figcaption></figure>\n\n{PICTURE}Фото: {text}\n".encode())
    targets = {u.id: u.source.swapcase() for u in document.units}
    again = MARKDOWN.parse(MARKDOWN.rebuild(document, targets))
    assert sorted(u.source for u in again.units) == sorted(targets.values())
    assert MARKDOWN.rebuild(document, {}) == document.data


def test_pieces_without_a_credit_stay():
    from transloc.formats.runs import Piece

    raw = "Площа у Веймарі"
    pieces = [Piece(form="text", start=0, end=15, value=raw)]
    assert captions.protect(pieces, raw) == pieces
    assert captions.protect([], "") == []


def test_folded_white_space_has_its_place_in_the_source():
    from transloc.formats.runs import Piece

    raw = "Площа  у\n Веймарі.  Фото:   Elif\t Kara / EPA ."
    pieces = [Piece(form="text", start=0, end=len(raw), value=" ".join(raw.split()))]
    text = build(captions.protect(pieces, raw), raw)
    assert text
    assert (text.source, [code.open for code in text.codes]) == ("Площа у Веймарі. Фото: <1/> .", ["Elif\t Kara / EPA"])


def test_a_report_names_captions_without_a_credit():
    text = "---\ncaption: Площа у Веймарі\n---\n\nФото: Офіс Президента\n\nФото: AFP / Площа\n"
    document = MARKDOWN.parse(text.encode())
    assert [u.source for u in captions.uncredited(document.units)] == ["Площа у Веймарі"]
