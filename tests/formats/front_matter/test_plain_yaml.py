import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.front_matter import plain_yaml, yaml_fields

KEYS = frozenset({"title", "tags", "description"})
WORDS = [
    "слово",
    "a.b",
    "true",
    "Null",
    "~",
    "12",
    "-1",
    "2026-11-03",
    "a:b",
    "x:",
    "#x",
    "&x",
    "*x",
    "[x]",
    "'",
    '"',
    "\\",
    "—",
    "\u00a0",
    ",",
]


def read(body):
    text = f"---\n{body}---\n"
    return yaml_fields.read(text, (4, 4 + len(body)), len(text), KEYS)


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("title: Рада ухвалила бюджет\n", ["Рада ухвалила бюджет"]),
        ("title: \"Рада: бюджет\"  \r\ndate: '2026-11-03'\r\n", ["Рада: бюджет", "2026-11-03"]),
        ("tags:\n- один\n\n- два слова\nimage:\n", ["один", "два слова", ""]),
        ('author: [anna, "Ігор К."]\n', ["anna", "Ігор К."]),
    ],
)
def test_a_text_a_line_is_read(body, values):
    assert [one.value for one in plain_yaml.read(body)] == values


@pytest.mark.parametrize(
    "body",
    [
        "title: Рада # чернетка\n",
        "title: Рада\n  ухвалила\n",
        "title: >\n  Рада\n",
        "title: &a Рада\n",
        "title: Рада: бюджет\n",
        'title: "Рада \\"Київ\\""\n',
        "title: Рада\ntitle: Бюджет\n",
        "tags:\n- один\n - два\n",
        "menu:\n  main: так\n",
        "title: null\n",
        "title:\tРада\n",
        "",
    ],
)
def test_what_needs_a_parser_is_left_to_one(body):
    assert plain_yaml.read(body) is None


@st.composite
def bodies(draw):
    words = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
    listed = st.lists(words, max_size=2).map(", ".join).map("[{}]".format)
    value = st.one_of(words, words.map("'{}'".format), words.map('"{}"'.format), listed)
    lines = []
    for key in draw(st.lists(st.sampled_from(["title", "tags", "Date", "x-y", "true"]), min_size=1, max_size=3)):
        if draw(st.booleans()):
            lines.append(f"{key}: {draw(value)}")
        else:
            lines += [f"{key}:", *(draw(st.sampled_from(["- ", "  - ", ""])) + one for one in draw(st.lists(value, max_size=3)))]
    return draw(st.sampled_from(["\n", "\r\n"])).join([*lines, ""])


@given(body=bodies())
def test_it_reads_as_the_parser_does(body):
    quick = read(body)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain_yaml, "read", lambda body: None)
        assert quick == read(body)
