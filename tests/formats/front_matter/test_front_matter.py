import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import InputError
from transloc.formats import FRONT_MATTER, front_matter
from transloc.formats.markdown import Markdown
from transloc.model import Kind

MARKDOWN = Markdown()

YAML = """---
title: Рада ухвалила бюджет   # робоча назва
description: >-
  Перший рядок
  і другий.
author: {name: Ірина Дорошенко}
date: 2026-11-03
slug: budget
category: 'Політика'
tags: [бюджет, "Верховна Рада", 2026]
image:
  src: a.jpg
  alt: |
    Зала засідань
---

Текст.
"""

TOML = """+++
title = "Рада ухвалила бюджет" # назва
date = 2026-11-03
slug = 'budget'
tags = [
  "бюджет",   # перший
  'уряд',
]
[extra]
summary = \"\"\"
Два
рядки\"\"\"
cover = { src = "a.png", alt = "Зала" }
+++

Текст.
"""


def document(text):
    return MARKDOWN.parse(text.encode())


def changed(text, source, target):
    held = document(text)
    unit = next(unit for unit in held.units if unit.source == source)
    return MARKDOWN.rebuild(held, {unit.id: markup.escape(target)}).decode()


def test_yaml_fields_and_their_kinds():
    assert [(unit.source, unit.kind) for unit in document(YAML).units] == [
        ("Рада ухвалила бюджет", Kind.HEADLINE),
        ("Перший рядок і другий.", Kind.LEDE),
        ("Політика", Kind.CATEGORY),
        ("бюджет", Kind.TAG),
        ("Верховна Рада", Kind.TAG),
        ("Зала засідань", Kind.ATTRIBUTE),
        ("Текст.", Kind.PARAGRAPH),
    ]


def test_what_is_not_translated_is_told():
    told = {name: stated.value for name, stated in document(YAML).metadata.items()}
    assert {key: told[key] for key in ("title", "author", "date", "slug", "category", "tags")} == {
        "title": "Рада ухвалила бюджет",
        "author": "Ірина Дорошенко",
        "date": "2026-11-03",
        "slug": "budget",
        "category": "Політика",
        "tags": "бюджет, Верховна Рада, 2026",
    }


def test_toml_fields():
    held = document(TOML)
    assert [unit.source for unit in held.units] == ["Рада ухвалила бюджет", "бюджет", "уряд", "Два\nрядки", "Зала", "Текст."]
    assert held.metadata["date"].value == "2026-11-03"


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("Рада ухвалила бюджет", "Budget passed", "title: Budget passed   # робоча назва\n"),
        ("Рада ухвалила бюджет", "Budget: it's passed", "title: 'Budget: it''s passed'   # робоча назва\n"),
        ("Рада ухвалила бюджет", "No", "title: 'No'   # робоча назва\n"),
        ("Рада ухвалила бюджет", "Two\nlines", 'title: "Two\\nlines"   # робоча назва\n'),
        ("Політика", "It's politics", "category: 'It''s politics'\n"),
        ("Верховна Рада", 'The "Rada"', 'tags: [бюджет, "The \\"Rada\\"", 2026]\n'),
        ("бюджет", "tax, budget", "tags: ['tax, budget', \"Верховна Рада\", 2026]\n"),
        ("Перший рядок і другий.", "One: two # three", "description: >-\n  One: two # three\n"),
        ("Зала засідань", "The 'hall'", "  alt: |\n    The 'hall'\n"),
    ],
)
def test_a_yaml_value_keeps_its_style_where_it_can(source, target, line):
    new = changed(YAML, source, target)
    assert line in new
    assert len(new.splitlines()) - len(YAML.splitlines()) == (-1 if "description" in line else 0)


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("Рада ухвалила бюджет", 'A "budget"', 'title = "A \\"budget\\"" # назва\n'),
        ("уряд", "gov't", '  "gov\'t",\n'),
        ("Два\nрядки", "Three\nlines", 'summary = """Three\nlines"""\n'),
        ("Зала", "Hall", 'alt = "Hall" }\n'),
    ],
)
def test_a_toml_value_is_replaced_in_place(source, target, line):
    assert line in changed(TOML, source, target)


@pytest.mark.parametrize("text", ["---\ntitle: [а\n---\nТекст\n", "---\nБез полів\n", "+++\ntitle = \n+++\nТекст\n", "---\n- а\n---\nТ\n"])
def test_what_is_no_front_matter_is_left_alone(text):
    held = document(text)
    assert MARKDOWN.rebuild(held, {unit.id: unit.source for unit in held.units}) == text.encode()
    assert front_matter.read(text, FRONT_MATTER).fields == ()


def test_a_field_left_out_takes_its_line_along():
    held = document(YAML)
    gone = {unit.id for unit in held.units if unit.source in ("Політика", "Перший рядок і другий.", "бюджет")}
    new = MARKDOWN.rebuild(held, {}, omitted=gone).decode()
    assert "category" not in new
    assert "description" not in new
    assert "tags: ['', \"Верховна Рада\", 2026]" in new


@pytest.mark.parametrize(
    "style", ["Слово", "'Слово'", '"Слово"', ">\n  Слово\n  і друге\n", "|-\n  Слово\n\n  друге\n", "[Слово, два]", "  &якір Слово"]
)
@given(words=st.text(st.sampled_from("аЯ :#'\"\\-[]{},&*!|>%@`\n\tno1…€<1>/"), min_size=1, max_size=12).map(lambda t: t + "я"))
def test_any_words_read_back_from_any_style(style, words):
    text = f"---\ntitle: {style}\ndate: 2026-11-03\n---\n\nТекст.\n"
    held = document(text)
    unit = held.units[0]
    new = MARKDOWN.rebuild(held, {unit.id: markup.escape(words)}) if unit.kind is Kind.HEADLINE else text.encode()
    again = MARKDOWN.parse(new)
    assert [markup.strip(u.source).words for u in again.units][: len(held.units)][-1] == "Текст."
    if unit.kind is Kind.HEADLINE:
        assert markup.strip(again.units[0].source).words.rstrip() == words.rstrip()
    assert again.metadata["date"].value == "2026-11-03"


@given(words=st.text(st.sampled_from("аЯ='\"\\[]{},#\n\t1…\x07€"), min_size=1, max_size=12).map(lambda t: t + "я"))
def test_any_words_read_back_from_toml(words):
    held = document(TOML)
    new = MARKDOWN.rebuild(held, {unit.id: words for unit in held.units[:-1]})
    assert [unit.source for unit in MARKDOWN.parse(new).units] == [*[words] * 5, "Текст."]


@pytest.mark.parametrize("text", ["---\na: " + "[" * 3000 + "\n---\nтак\n", "+++\na = " + "[" * 3000 + "\n+++\nтак\n"])
def test_lists_in_lists_are_left_alone_in_no_time(text):
    assert [unit.source for unit in document(text).units] == ["так"]


def test_data_in_place_of_front_matter_is_refused():
    text = "---\ntitle: Назва\n" + "".join(f"key{count}: value\n" for count in range(10_000)) + "---\n\nтак\n"
    with pytest.raises(InputError, match="100,000 characters"):
        document(text)


def test_a_rule_at_the_head_of_a_long_article_is_no_front_matter():
    text = "---\n\n" + ("Абзац.\n\n" + "=" * 4000 + "\n\n") * 30 + "---\n"
    assert len(document(text).units) == 30


@pytest.mark.parametrize("size", [1, 2, 5, 1000])
@pytest.mark.parametrize(
    "text",
    ["---\ntitle: а\n---\nб\n", "+++\na=1\n+++", "--", "---\n---x\n", "---\r\na: б\r\n---\r\n\r\nв", "+++\na\n---\n+++\n", "а", ""],
)
def test_front_matter_is_cut_off_a_text_that_comes_in_stretches(size, text):
    assert front_matter.cut(text[at : at + size] for at in range(0, len(text), size)) == text[: front_matter.read(text, ()).end]


def test_an_anchor_that_comes_twice_is_no_business_of_a_readers(recwarn):
    held = document("---\ntitle: &a Назва\nslug: &a x\n---\nТекст.\n")
    assert "Текст." in [unit.source for unit in held.units]
    assert not recwarn.list


def test_a_comment_that_its_reader_cannot_place_does_no_harm():
    assert [unit.source for unit in document("---\n# c\n\n|2 # d\n---\nтак\n").units] == ["так"]


def test_tabs_after_a_blank_line_are_read():
    assert [unit.source for unit in document("---\nimage:\n\n\t alt: Назва\n---\n").units] == ["Назва"]
