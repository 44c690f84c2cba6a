import pytest

from transloc.formats.markdown import Markdown
from transloc.model import Kind

MARKDOWN = Markdown()


def units(text):
    return MARKDOWN.parse(text.encode()).units


def sources(text):
    return [unit.source for unit in units(text)]


def labels(text):
    (unit, *_) = units(text)
    return [code.label for code in unit.codes]


ARTICLE = """# Веймарський трикутник створює фонд

![Площа у Веймарі](a.jpg "Веймар")

*Фото: Clara Weiss / EPA*

**Коротко**

- Фонд має зібрати 2,4 млрд євро.
- **28 серпня 1991 року** — перша зустріч.

## Гроші

> «Ми приїхали по графік».
>
> — Олена Гайдук

| Країна | Частка |
|---|---:|
| Франція | 31 |

Слово[^1] і ще.

[^1]: Примітка редакції.

Джерела: Reuters, NV
"""


def test_an_article_and_its_kinds():
    assert [(unit.source, unit.kind) for unit in units(ARTICLE)] == [
        ("Веймарський трикутник створює фонд", Kind.HEADLINE),
        ("Площа у Веймарі", Kind.ATTRIBUTE),
        ("Веймар", Kind.ATTRIBUTE),
        ("Фото: <1/>", Kind.CAPTION),
        ("Коротко", Kind.LABEL),
        ("Фонд має зібрати 2,4 млрд євро.", Kind.ITEM),
        ("<1>28 серпня 1991 року</1> — перша зустріч.", Kind.TIMELINE),
        ("Гроші", Kind.SUBHEAD),
        ("«Ми приїхали по графік».", Kind.QUOTE),
        ("— Олена Гайдук", Kind.QUOTE),
        ("Країна", Kind.CELL),
        ("Частка", Kind.CELL),
        ("Франція", Kind.CELL),
        ("Слово<1/> і ще.", Kind.PARAGRAPH),
        ("Примітка редакції.", Kind.NOTE),
        ("Джерела: Reuters, NV", Kind.SOURCES),
    ]


def test_the_headline_is_the_title_that_front_matter_gives():
    kinds = [unit.kind for unit in units("---\ntitle: Назва\n---\n\n# Розділ\n\n# Назва\n")]
    assert kinds == [Kind.HEADLINE, Kind.SUBHEAD, Kind.HEADLINE]


def test_the_first_heading_is_the_title_in_metadata():
    assert MARKDOWN.parse("# Назва\n".encode()).metadata["title"].value == "Назва"


def test_codes_have_labels_for_reviewers():
    text = "Слово **ж** *к* `код` [тут](https://nv.ua/x) <https://nv.ua> ~~ні~~ $x$[^2] <u>п</u>  \n![а](b)\nкінець\n\n[^2]: Так\n"
    assert labels(text) == [
        "bold",
        "italic",
        "code",
        "link to nv.ua",
        "link to nv.ua",
        "struck",
        "formula",
        "footnote 2",
        "underlined",
        "line break",
        "image",
    ]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Перший\nрядок\n", "Перший рядок"),
        ("> Перший\n> рядок\n", "Перший рядок"),
        ("> Перший\nлінивий\n", "Перший лінивий"),
        ("- Перший\n  рядок\n", "Перший рядок"),
        ("> - Перший\n>   рядок\n", "Перший рядок"),
        ("Заголовок\nдругий\n===\n", "Заголовок другий"),
        ("Кінець  \nрядка\n", "Кінець<1/>рядка"),
        ("Кінець\\\r\nрядка\r\n", "Кінець<1/>рядка"),
        ("Це&nbsp;так &laquo;і&raquo; \\*так\\*\n", "Це\u00a0так «і» *так*"),
        ("\\*Примітка\n", "*Примітка"),
        ("# Назва {#id .клас}\n", "Назва"),
        ("## Назва ##\n", "Назва"),
        ("- [x] Зроблено\n", "Зроблено"),
        ("Термін\n: Значення\n", "Термін"),
        ("[текст][мітка]\n\n[мітка]: /a\n", "<1>текст</1>"),
        ("Пишіть \\<1> так\n", "Пишіть \\<1> так"),
        ("Пишіть <1> так\n", "Пишіть \\<1> так"),
    ],
)
def test_the_text_of_a_unit(text, source):
    assert sources(text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "```\nкод\n```\n", "    код\n", "$$\nформула\n$$\n", "<script>\nслово\n</script>\n", "<!-- слово -->\n", "2 450\n", "***\n", "<https://nv.ua>\n",
        "{{< figure src=\"слово\" >}}\n", "{% include слово.html %}\n",
        "{% raw %}\nслово\n\nслово\n{% endraw %}\n", "[a]: /слово\n", "![](слово.png)\n",
    ],
)  # fmt: skip
def test_what_is_not_for_translators(text):
    assert sources(text) == []
    assert MARKDOWN.rebuild(MARKDOWN.parse(text.encode()), {}) == text.encode()


@pytest.mark.parametrize(
    ("text", "source", "codes"),
    [
        ('Див. {{< ref "a.md" >}} тут\n', "Див. <1/> тут", ['{{< ref "a.md" >}}']),
        ('[тут]({{< ref "a.md" >}}) і там\n', "<1>тут</1> і там", ["["]),
        ("Текст\n{: .lead}\n", "Текст", []),
        ('{{% def id="a" %}} Слово. {{% /def %}}\n', "Слово.", []),
        ("До {{ page.title }} після\n", "До <1/> після", ["{{ page.title }}"]),
    ],
)
def test_shortcodes_are_codes(text, source, codes):
    (unit,) = units(text)
    assert unit.source == source
    assert [code.open for code in unit.codes] == codes


def test_prices_are_no_formulas():
    assert sources("Ціна зросла з $5-$6 до $10 млн\n") == ["Ціна зросла з $5-$6 до $10 млн"]
    assert sources("Формула $a_b$ проста\n") == ["Формула <1/> проста"]


def test_a_wrap_around_the_whole_is_no_code():
    assert sources("***Коротко***\n") == ["Коротко"]
    assert sources("**Коротко** *так*\n") == ["<1>Коротко</1> <2>так</2>"]


def test_html_blocks_give_their_words():
    text = '<div class="a">\n<p>Перше <b>слово</b>\n  далі &laquo;так&raquo;</p>\n<img alt="Опис">\n'
    text += "<ul><li>Раз<li>Два</ul>\n<pre>код</pre>\n</div>\n"
    assert [(unit.source, unit.kind) for unit in units(text)] == [
        ("Перше <1>слово</1> далі «так»", Kind.PARAGRAPH),
        ("Опис", Kind.ATTRIBUTE),
        ("Раз", Kind.ITEM),
        ("Два", Kind.ITEM),
    ]


def test_html_in_a_quotation_is_without_its_marks():
    assert sources("> <div>\n> Перший\n> рядок\n> </div>\n") == ["Перший рядок"]


def test_inline_html_pairs_and_what_stays_alone():
    text = 'Так <span title="Підказка">і</span> <code>x</code> <b translate="no">NV</b> <br> </i> ні\n'
    unit, child = units(text)
    assert unit.source == "Так <1>і</1> <2/> <3/> <4/> <5/> ні"
    assert (child.source, child.parent) == ("Підказка", unit.id)
    assert [code.open for code in unit.codes] == ['<span title="Підказка">', "<code>x</code>", '<b translate="no">NV</b>', "<br>", "</i>"]


def test_texts_inside_of_markup_name_their_unit():
    text = 'Див. [тут](a "Титул") і ![опис *знака*](b.png) там.\n'
    unit, title, alt = units(text)
    assert (title.source, title.parent) == ("Титул", unit.id)
    assert (alt.source, alt.parent) == ("опис <1>знака</1>", unit.id)
    assert text[slice(*title.span)] == "Титул"


def test_titles_of_definitions():
    assert sources('Див. [тут].\n\n[тут]: /a "Титул"\n') == ["Див. <1>тут</1>.", "Титул"]


def test_spans_lie_in_the_text():
    text = "---\ntitle: Назва\n---\n\n\\*Слово* і **ще**\n"
    assert [text[slice(*unit.span)] for unit in units(text)] == ["Назва", "\\*Слово* і **ще**"]


def test_ids_follow_the_text_and_count_repeats():
    one, two, other = units("Так.\n\nТак.\n\nНі.\n")
    assert two.id == f"{one.id}-2"
    assert len(other.id) == 9
    assert units("Ні.\n\nТак.\n")[1].id == one.id


def test_texts_of_pictures_beside_the_words_are_found():
    text = '![опис](a.png) Слово <img alt="знак" src="b.png">\n\n<p><img alt="ще"> так</p>\n'
    assert [(unit.source, unit.parent) for unit in units(text)] == [("опис", ""), ("Слово", ""), ("знак", ""), ("ще", ""), ("так", "")]


def test_prices_may_stand_in_two_lines():
    assert sources("> Ціна зросла з $5\n> до-$6 млн\n") == ["Ціна зросла з $5 до-$6 млн"]


def test_a_definition_within_a_paragraph_is_none():
    assert sources("[^1]: Примітка\n\n    далі\n[мітка]: /a 'Титул'\n") == ["Примітка", "далі [мітка]: /a 'Титул'"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_end_in_every_way(newline):
    text = "# Назва\n\nАбзац\nдалі\n\n```\nкод\n```\n\n- а\n- б\n\n<p>так\nі</p>\n".replace("\n", newline)
    assert sources(text) == ["Назва", "Абзац далі", "а", "б", "так і"]


@pytest.mark.parametrize("deep", [2, 50, 3000])
def test_pictures_in_the_words_for_pictures(deep):
    text = "![" * deep + "опис" + "](a)" * deep + "\n"
    assert sources(text)[-1] == "опис"
    assert MARKDOWN.rebuild(MARKDOWN.parse(text.encode()), {units(text)[-1].id: "alt"}).decode() == text.replace("опис", "alt")


@pytest.mark.parametrize(
    "text",
    [
        "<b>" * 5000 + "слово" + "</b>" * 5000,
        "<div>" * 5000 + "слово",
        "<a>" * 2000 + "</b>" * 2000 + " слово",
        "**" * 10_000 + "слово" + "**" * 10_000,
        "[а](<б" + " 'в" * 20_000 + '> "слово")',
        '[а](б "' + '\\"' * 20_000 + 'слово")',
        "слово" + " " * 100_000 + "є\n",
        "{{< chart {{% " * 2000 + "слово",
        "{% raw %}{% comment %}" * 2000 + "слово",
        "<ul>" + "<li>слово" * 1000 + "</ul>",
        "> <p>слово\n\n" * 500,
        "&nbsp;слово" * 2000,
    ],
    ids=range(12),
)
def test_what_no_person_writes_is_read_in_linear_time_and_comes_back(text):
    document = MARKDOWN.parse(text.encode())
    assert MARKDOWN.rebuild(document, {unit.id: unit.source for unit in document.units}) == text.encode()
    new = MARKDOWN.rebuild(document, {unit.id: unit.source.replace("слово", "word") for unit in document.units})
    assert new.count(b"word") == text.count("слово")
