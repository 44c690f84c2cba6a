"""A document read in chapters reads as it does at once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import InputError, Refused
from transloc.formats.markdown import Markdown, chapters

MARKDOWN = Markdown()
BLOCKS = [
    "# Заголовок", "Абзац *так*\nдалі", "[мітка] і [інша][мітка] та [^1] ![є][Мітка]", "- а\n- б", "- в", "* г", "1. раз\n\n   два",
    "> цитата\nлінива", "> ще\n>\n> одна", "```\nкод\n\nкод", "```", "    код", "<div>", "</div>", "<!-- а", "-->", "***", "Слово\n---",
    "<p>слово\n<b>є</b></p>", "| а | б |\n|---|---|\n| в | г |", "Термін\n: значення", ": ще значення", "Другий\n\n: є",
    "[^1]: Примітка\n\n    далі", "[мітка]: /a 'Титул'", "[Інша]: /b", "{% raw %}", "{% endraw %}", "{{< x >}} слово", "::: увага", ":::",
    "$$\nx", "$$", "![опис](a.png)", "слово {{<", " >}} кінець", "-", "   відступ", "<script>", "</script>", "[^2]: друга", "слово[^2]",
    "+ є\n\n  так", "\u2028слово", "&nbsp;", "🙂 слово", "!!! note \"Увага\"\n    слово", "{{< figure caption=\"Підпис\" >}}",
]  # fmt: skip


def read(data, size, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(chapters, "_SIZE", size)
        document = MARKDOWN.parse(data)
    units = [(unit.id, unit.source, unit.kind, unit.span, unit.codes, unit.parent) for unit in document.units]
    return units, document.embeds, document


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@settings(max_examples=150, deadline=None)
@given(parts=st.lists(st.sampled_from(BLOCKS), max_size=14), gaps=st.data())
def test_chapters_read_as_the_whole(newline, parts, gaps):
    text = "".join(part + gaps.draw(st.sampled_from(["\n\n", "\n\n", "\n", "\n \n", "\n\n\n"])) for part in parts)
    data = text.replace("\n", newline).encode()
    with pytest.MonkeyPatch.context() as patch:
        whole = read(data, 1_000_000, patch)
        assert read(data, gaps.draw(st.integers(1, 60)), patch)[:2] == whole[:2]


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.sampled_from(BLOCKS), min_size=2, max_size=14), size=st.integers(1, 60))
def test_chapters_are_rebuilt_as_the_whole(parts, size):
    data = "\n\n".join(parts).encode()

    def rebuilt(size):
        patch.setattr(chapters, "_SIZE", size)
        document = MARKDOWN.parse(data)
        targets = {unit.id: swapped(unit.source) for unit in document.units}
        try:
            return MARKDOWN.rebuild(document, targets)
        except Refused as refused:
            return str(refused)

    with pytest.MonkeyPatch.context() as patch:
        assert rebuilt(size) == rebuilt(1_000_000)


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(st.sampled_from(BLOCKS), min_size=2, max_size=14), size=st.integers(1, 60), data=st.data())
def test_what_needs_care_is_written_in_parts_as_in_the_whole(parts, size, data):
    document = MARKDOWN.parse("\n\n".join(parts).encode())
    spice = st.sampled_from(["", "", "**", "# ", "</1>", "<b>", "`", "[^1]", "[мітка]", "- ", "|", "«"])
    targets = {
        unit.id: f"{markup.escape(data.draw(spice))}я{swapped(unit.source)}{markup.escape(data.draw(spice))}я" for unit in document.units
    }

    def rebuilt(size):
        patch.setattr(chapters, "_SIZE_OF_PART", size)
        try:
            new = MARKDOWN.rebuild(document, targets)
        except Refused:
            return None
        return [(unit.source, unit.kind) for unit in MARKDOWN.parse(new).units]

    with pytest.MonkeyPatch.context() as patch:
        assert rebuilt(size) == rebuilt(1_000_000)


def swapped(source):
    tokens = [markup.Text(token.value.swapcase()) if isinstance(token, markup.Text) else token for token in markup.parse(source)]
    return markup.serialise(tokens)


def test_references_and_footnotes_are_known_across_chapters(monkeypatch):
    data = "Див. [тут] і там[^1].\n\n".encode() + "Абзац.\n\n".encode() * 50 + "[Тут]: /a\n\n[^1]: Примітка\n".encode()
    (first, *_), _, document = read(data, 40, monkeypatch)
    assert first[1] == "Див. <1>тут</1> і там<2/>."
    monkeypatch.setattr(chapters, "_SIZE", 40)
    new = MARKDOWN.rebuild(document, {first[0]: "See <1>here</1> and there<2/>."}).decode()
    assert new.startswith("See [here][тут] and there[^1].\n")


def test_a_line_is_told_in_the_document(monkeypatch):
    monkeypatch.setattr(chapters, "_SIZE", 40)
    with pytest.raises(InputError, match="nested") as told:
        MARKDOWN.parse(b"---\ntitle: a\n---\n" + "Абзац.\n\n".encode() * 50 + b"> " * 200 + b"x\n", "x.md")
    assert str(told.value).startswith("x.md:104:")


@pytest.mark.parametrize(
    "text", ["[" * 400_000, "*a" * 200_000, "`a` " * 100_000, "- слово\n" * 100_000, "<" * 300_000, "|а" * 100_000 + "\n" + "|-" * 100_000]
)
def test_one_block_too_dense_to_be_held_is_refused(text):
    with pytest.raises(InputError, match="too large to be read"):
        MARKDOWN.parse(("Слово\n\n" + text).encode(), "x.md")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-be"])
def test_marks_that_are_words_of_html_do_not_make_it_too_dense_to_be_read_again(encoding, monkeypatch):
    monkeypatch.setattr(chapters, "_SIZE", 1_000)
    monkeypatch.setattr(chapters, "_MOST_MARKS", 600)
    document = MARKDOWN.parse(("<table><tr><td>слово" * 90).encode(encoding))
    new = MARKDOWN.rebuild(document, {unit.id: "[я] *слово* я" for unit in document.units})
    assert [unit.source for unit in MARKDOWN.parse(new).units] == ["[я] *слово* я"] * 90


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("|а|\n|-|\n" + "|слово слово|\n" * 150, "*" * 9 + "я"),
        ("Слово", "слово " * 200_000),
        ("---\ntitle: Слово\n---\n", "слово " * 20_000),
    ],
)
def test_what_grows_too_large_to_be_read_again_is_refused(text, target, monkeypatch):
    monkeypatch.setattr(chapters, "_SIZE", 1_000)
    monkeypatch.setattr(chapters, "_MOST_MARKS", 600)
    document = MARKDOWN.parse(text.encode())
    with pytest.raises(Refused, match=r"\Aunit u\w+ \(line \d.*with the new texts"):
        MARKDOWN.rebuild(document, {unit.id: target for unit in document.units})


def test_a_paragraph_without_an_end_is_refused():
    with pytest.raises(InputError, match="million") as told:
        MARKDOWN.parse(("Слово\n\n" + "слово " * 200_000).encode(), "x.md")
    assert str(told.value).startswith("x.md:3:")


def test_a_picture_within_the_text_may_be_large():
    data = ("Слово\n\n![опис](data:image/png;base64," + "A" * 2_000_000 + ")\n\nТак\n").encode()
    document = MARKDOWN.parse(data)
    assert [unit.source for unit in document.units] == ["Слово", "опис", "Так"]
    assert document.embeds[0].address == "data:image/png;base64"
    assert MARKDOWN.rebuild(document, {document.units[1].id: "alt"}) == data.replace("опис".encode(), b"alt")
