from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.errors import InputError
from transloc.formats import FRONT_MATTER, front_matter
from transloc.formats.front_matter.faults import heed
from transloc.formats.markdown import Markdown

ARTICLE = Path("articles/budget.md")


def told(text, path=ARTICLE):
    with pytest.raises(InputError) as error:
        heed(text.encode(), path)
    return error.value


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        (
            "---\ntitle: Бюджет-2027: що змінив комітет\nauthor: Олена\n---\nТекст.\n",
            2,
            'Put the value in quotes: title: "Бюджет-2027: що змінив комітет"',
        ),
        ("---\r\nlayout: a\r\ntitle: Раз: два\r\n---\r\n", 3, 'Put the value in quotes: title: "Раз: два"'),
        ('---\nlayout: a\ntitle: "Бюджет\nauthor: Олена\n---\n', 3, 'Close the quotation mark: title: "Бюджет"'),
        ("---\nlayout: a\ntitle: 'Бюджет\nauthor: 'Олена'\n---\n", 3, 'Close the quotation mark: title: "Бюджет"'),
        ('---\ntitle: "Слово" і діло\n---\n', 2, "Put the value in quotes: title: '\"Слово\" і діло'"),
        ("---\ntitle: \"Раз\": 'два'\n---\n", 2, "Put the value in quotes: title: '\"Раз\": ''два'''"),
        ("---\ntitle: [Відео] Бюджет\n---\n", 2, 'Put the value in quotes: title: "[Відео] Бюджет"'),
        ("---\ntitle: *Бюджет тут\n---\n", 2, 'Put the value in quotes: title: "*Бюджет тут"'),
        ("---\ntitle: @бюджет\n---\n", 2, 'Put the value in quotes: title: "@бюджет"'),
        ("---\ntags:\n  - раз: два: три\n---\n", 3, 'Put the value in quotes: - раз: "два: три"'),
        ('---\ntitle: ok\nnote: "два\n  рядки"\nlede: Раз: два\n---\n', 5, 'Put the value in quotes: lede: "Раз: два"'),
        ("---\ntitle: Раз: два # три\n---\n", 2, "Correct this line, or put its value in quotes"),
        ("---\ntitle: Раз: два\n  три\n---\n", 2, "Correct this line, or put its value in quotes"),
        ("---\ntitle: a\n\tlede: b\n---\n", 3, "Correct this line, or put its value in quotes"),
        ("+++\ntitle = Бюджет\n+++\n", 2, 'Put the value in quotes: title = "Бюджет"'),
        ('+++\nweight = 1\ntitle = "Бюджет\nlede = "b"\n+++\n', 3, 'Close the quotation mark: title = "Бюджет"'),
        ('+++\ntitle = Раз "два" \\ три\n+++\n', 2, 'Put the value in quotes: title = "Раз \\"два\\" \\\\ три"'),
        ('+++\ntitle = "a"\n[params\n+++\n', 3, "Correct this line, or put its value in quotes"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line_and_the_way_out(text, line, hint):
    error = told(text)
    assert (error.path, error.line, error.hint) == (ARTICLE, line, hint)
    assert (
        error.message
        == f"this is not valid {'TOML' if text[0] == '+' else 'YAML'}, so that no field of the front matter could be translated"
    )


def test_what_is_nested_too_deep_to_be_read_is_told():
    assert "nested more than a hundred levels deep" in told(f"---\ntitle: {'[' * 150}{']' * 150}\n---\n").message


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Бюджет: що: де\n",
        "---\ntitle: Бюджет\n---\n",
        '---\ntitle: "Бюджет: що"\n---\n',
        "---\ntitle: >-\n  Раз: два\n---\n",
        "---\ntitle: Бюджет: без кінця\n",
        "---\nПерше слово: раз: два\n---\nТекст.\n",
        "---\n\n---\n",
        '+++\ntitle = "Бюджет"\n+++\n',
        "---\ntitle: a\ntitle: b\n---\n",
    ],
)
def test_what_can_be_read_or_is_no_front_matter_passes(text):
    heed(text.encode(), ARTICLE)


def test_other_formats_have_no_front_matter():
    text = "---\ntitle: Раз: два\n---\n".encode()
    for name in ("a.txt", "a.html", "a.docx"):
        heed(text, Path(name))
    assert told(text.decode(), Path("A.MARKDOWN")).line == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1251"])
def test_it_is_read_in_the_articles_own_charset(encoding):
    text = "---\ntitle: Бюджет на рік: що змінив комітет\n---\n" + "Текст про бюджет і про те, що змінив комітет. " * 20
    with pytest.raises(InputError, match="not valid YAML"):
        heed(text.encode(encoding), ARTICLE)


def test_it_still_comes_back_byte_for_byte_where_it_is_only_read():
    text = '---\ntitle: Бюджет-2027: що змінив комітет\nauthor: "Олена\n---\n\nТекст.\n'
    document = Markdown().parse(text.encode())
    assert Markdown().rebuild(document, {unit.id: unit.source for unit in document.units}) == text.encode()
    assert Markdown().rebuild(document, {document.units[-1].id: "Text."}).decode() == text.replace("Текст", "Text")


@given(st.text(st.sampled_from("аб: \"'[]{}#,-&*!|>%@`=\\"), min_size=1, max_size=12))
def test_a_title_that_passes_has_been_read_and_the_way_out_of_any_other_is_one(value):
    text = f"---\nslug: a\ntitle: б{value}\n---\n"
    try:
        heed(text.encode(), ARTICLE)
    except InputError as error:
        _, colon, written = error.hint.partition(": ")
        if colon:
            again = f"---\nslug: a\n{written}\n---\n"
            heed(again.encode(), ARTICLE)
            assert [field.key for field in front_matter.read(again, FRONT_MATTER).fields] == ["title"]
        return
    assert front_matter.read(text, FRONT_MATTER).shape
