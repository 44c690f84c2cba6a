"""Every text of a paragraph changed: whatever stands at its edges, the rebuilt file gives the new texts with the same codes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import Refused
from transloc.formats.markdown import Markdown
from transloc.markup import Text

MARKDOWN = Markdown()

BREAKS = ["\\\n", "  \n", "<br>", "\n"]
ATOMS = ["слово", "ще слово", "![](a)", "![альт](a)", "`x`", "[^1]", "{: .a}", "<img src=a>", "**жирно**", "*", "<b>", "</b>", " "]
paragraphs = st.tuples(
    st.sampled_from(["", "> ", "- ", "# "]), st.lists(st.sampled_from([*BREAKS, *BREAKS, *ATOMS]), min_size=1, max_size=6)
).map(lambda drawn: drawn[0] + "".join(drawn[1]))


def upper(source):
    tokens = [Text(token.value.upper()) if isinstance(token, Text) else token for token in markup.parse(source)]
    return markup.serialise(tokens)


def changed(text):
    document = MARKDOWN.parse(text.encode())
    targets = {unit.id: upper(unit.source) for unit in document.units}
    return list(targets.values()), MARKDOWN.rebuild(document, targets)


@given(paragraphs)
@example("\\\nслово")
@example("слово  \n![]()")
@example("слово\\\n![](a)")
@example("*\\\nслово*")
def test_every_text_changed_reads_back_with_its_codes(text):
    try:
        targets, new = changed(text)
    except Refused:
        return
    assert [unit.source for unit in MARKDOWN.parse(new).units] == targets


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("\\\nслово\n", "\\\nСЛОВО\n"),
        ("слово  \n![](a)\n", "СЛОВО  \n![](a)\n"),
        ("слово\\\n![альт](a)\n", "СЛОВО\\\n![АЛЬТ](a)\n"),
        ("![](a)  \nслово\n", "![](a)  \nСЛОВО\n"),
        ("> \\\n> слово\n", "> \\\n> СЛОВО\n"),
        ("*\\\nслово*\n", "*\\\nСЛОВО*\n"),
    ],
)
def test_a_hard_break_at_the_edge_stays_as_it_is(text, new):
    assert changed(text)[1].decode() == new


def test_a_hard_break_at_the_edge_is_no_code_and_one_within_is():
    [unit] = MARKDOWN.parse(b"![](a)  \none  \ntwo\n").units
    assert unit.source == "one<1/>two"


@pytest.mark.parametrize("text", ['<img alt="слово">\n', "так <b title='слово'>ні</b>\n", '{{< figure caption="слово" >}}\n'])
def test_a_no_break_space_in_an_attribute_is_kept(text):
    document = MARKDOWN.parse(text.encode())
    unit = next(unit for unit in document.units if unit.source == "слово")
    new = MARKDOWN.rebuild(document, {unit.id: "\u00a0mot\u00a0!\u00a0"})
    assert "\u00a0mot\u00a0!\u00a0" in [unit.source for unit in MARKDOWN.parse(new).units]
