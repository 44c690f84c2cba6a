"""Whatever people write, a target reads back exactly or is refused, and nothing else moves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import Refused
from transloc.formats import place
from transloc.formats.markdown import Markdown
from transloc.formats.markdown.proof import Proof
from transloc.formats.markdown.write import normal
from transloc.markup import Text

MARKDOWN = Markdown()

DOCUMENT = """---
title: Назва
tags: [перший, 'другий']
---

# Заголовок *тут* {#id}

Абзац **жирний** і [лінк](http://x.com "Титул") ![альт](a.png) [мітка] з `кодом`.
Другий рядок  
після переносу &nbsp; так[^1].

> Цитата
лінива
> - пункт **у цитаті**

1. раз

   - вкладений [x]
2. два

| Так | Ні |
|---|---|
| **г** | ґ |

<div>
<p>Слово <b>далі</b></p>
</div>

Заголовок
---

[^1]: Примітка.

[мітка]: /a "Підказка"
"""  # noqa: W291 - the two spaces are a hard break

BITS = [
    *(
        "слово",
        "Text",
        " ",
        "  ",
        "\n",
        "\t",
        "*",
        "**",
        "_",
        "__",
        "|",
        "#",
        "# ",
        "[",
        "](",
        "[x]",
        "[^1]",
        "[мітка]",
        "<",
        "<b>",
        "</b>",
    ),
    *(
        "<!-- ",
        ">",
        "> ",
        "- ",
        "+ ",
        "1. ",
        "1) ",
        "`",
        "```",
        "~",
        "~~~",
        "!",
        "![",
        "\\",
        "&",
        "&amp;",
        "\u00a0",
        "{{< x >}}",
        "{%",
        "%}",
    ),
    *(
        "{:",
        "{#a}",
        "$",
        "$$",
        "5",
        "---",
        "===",
        "***",
        ":",
        ": ",
        "::: x",
        '"',
        "'",
        "(",
        ")",
        "«",
        "»",
        "—",
        "|---|",
        "    ",
        "no",
        "\ue000",
        "</div>",
    ),
]
words = st.lists(st.sampled_from(BITS), min_size=1, max_size=7).map("".join).map(lambda text: text + "я")


def retold(draw, source):
    tokens = [Text(draw(words)) if isinstance(token, Text) and draw(st.booleans()) else token for token in markup.parse(source)]
    return markup.serialise(tokens)


def plain(unit, text):
    spot, tokens = place.read(unit.syntax), markup.parse(text)
    if spot.context != "yaml":
        tokens = normal(tokens, {code.number: code for code in unit.codes}, spot.context)
    return "".join(token.value for token in tokens if isinstance(token, Text))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_targets_read_back_or_are_refused(data):
    document = MARKDOWN.parse(DOCUMENT.encode())
    some = data.draw(st.lists(st.sampled_from(document.units), min_size=1, max_size=4, unique=True))
    targets = {unit.id: retold(data.draw, unit.source) for unit in some}
    try:
        new = MARKDOWN.rebuild(document, targets)
    except Refused:
        return
    again = MARKDOWN.parse(new)
    assert [markup.strip(unit.source).words for unit in again.units] == [plain(u, targets.get(u.id, u.source)) for u in document.units]
    assert [unit.kind for unit in again.units if unit.kind.value in ("headline", "cell")] == [
        unit.kind for unit in document.units if unit.kind.value in ("headline", "cell")
    ]


@given(words)
def test_a_paragraph_is_never_refused(target):
    document = MARKDOWN.parse("Один\n\nДва\n\nТри\n".encode())
    new = MARKDOWN.rebuild(document, {document.units[1].id: markup.escape(target)})
    again = [markup.strip(unit.source).words for unit in MARKDOWN.parse(new).units]
    assert again == ["Один", plain(document.units[1], markup.escape(target)), "Три"]


@given(st.data())
def test_units_left_out_leave_the_others(data):
    document = MARKDOWN.parse(DOCUMENT.encode())
    gone = set(data.draw(st.lists(st.sampled_from([unit.id for unit in document.units]), max_size=6)))
    gone |= {unit.id for unit in document.units if unit.parent in gone}
    try:
        new = MARKDOWN.rebuild(document, {}, omitted=gone)
    except Refused:
        return
    assert [u.source for u in MARKDOWN.parse(new).units if not u.parent] == [
        u.source for u in document.units if u.id not in gone and not u.parent
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@given(st.lists(st.sampled_from([*BITS, "\n\n", "\n> ", "\n- ", "\n\n    "]), max_size=25).map("".join))
def test_any_document_comes_back(newline, text):
    data = text.replace("\n", newline).encode()
    document = MARKDOWN.parse(data)
    assert MARKDOWN.rebuild(document, {unit.id: unit.source for unit in document.units}) == data
    assert all(0 <= unit.span[0] < unit.span[1] <= len(text.replace("\n", newline)) for unit in document.units)


def test_a_colon_at_the_start_is_escaped_though_it_defines_something_only_behind_another_paragraph():
    document = MARKDOWN.parse("Один\n\nДва\n".encode())
    assert MARKDOWN.rebuild(document, {document.units[1].id: ":Two"}) == "Один\n\n\\:Two\n".encode()


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_proven_by_events_reads_back_too(data):
    document = MARKDOWN.parse(DOCUMENT.encode())
    some = data.draw(st.lists(st.sampled_from(document.units), min_size=1, unique=True))
    targets = {unit.id: retold(data.draw, unit.source) for unit in some}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Proof, "holds", lambda self, text: False)
        read_back = rebuilt(document, targets)
    assert rebuilt(document, targets) == read_back


def rebuilt(document, targets):
    try:
        return MARKDOWN.rebuild(document, targets)
    except Refused:
        return None
