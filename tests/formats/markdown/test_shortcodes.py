"""Words in the arguments of shortcodes are units; the boxes of site generators keep their lines."""

import pytest

from transloc.formats.markdown import Markdown
from transloc.model import Kind

MARKDOWN = Markdown()


def units(text):
    return [(unit.source, unit.kind) for unit in MARKDOWN.parse(text.encode()).units]


def rebuilt(text, change, omitted=()):
    document = MARKDOWN.parse(text.encode())
    ids = {unit.source: unit.id for unit in document.units}
    new = MARKDOWN.rebuild(document, {ids[key]: value for key, value in change.items()}, omitted={ids[key] for key in omitted}).decode()
    expected = [change.get(unit.source, unit.source) for unit in document.units if unit.source not in omitted]
    assert [unit.source for unit in MARKDOWN.parse(new.encode()).units] == expected
    return new


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{{< figure src="a.jpg" caption="Підпис" alt=`Опис` >}}\n', [("Підпис", Kind.CAPTION), ("Опис", Kind.ATTRIBUTE)]),
        ("{% include figure.html caption='Підпис' url=\"слово\" %}\n", [("Підпис", Kind.CAPTION)]),
        ('{{% notice title="Увага" %}}\nСлово\n{{% /notice %}}\n', [("Увага", Kind.ATTRIBUTE), ("Слово", Kind.PARAGRAPH)]),
        ('{{< youtube id="слово" title="Відео \\"дня\\"" >}}\n', [('Відео "дня"', Kind.ATTRIBUTE)]),
        ('{{< highlight title="Код" >}}\ncaption="слово"\n{{< /highlight >}}\n', [("Код", Kind.ATTRIBUTE)]),
        ('<div>\n{{< figure caption="Підпис" >}}\n</div>\n', [("Підпис", Kind.CAPTION)]),
        ("[слово]({{< ref title='так' >}})\n", [("<1>слово</1>", Kind.PARAGRAPH)]),
        ("{{< x >}} 2 {{< param caption >}}\n", []),
    ],
)
def test_captions_and_titles_are_units(text, found):
    assert units(text) == found


@pytest.mark.parametrize(
    ("argument", "target", "new"),
    [
        ('{{< figure caption="Підпис" >}}', 'The "sign"', '{{< figure caption=`The "sign"` >}}'),
        ("{{< figure caption=`Підпис` >}}", "It's \\ so", "{{< figure caption=`It's \\ so` >}}"),
        ('{% include f.html caption="Підпис" %}', 'The "sign"', "{% include f.html caption='The \"sign\"' %}"),
        ("{% include f.html caption='Підпис' %}", "It's so", '{% include f.html caption="It\'s so" %}'),
    ],
)
def test_an_argument_is_written_so_that_it_reads_back(argument, target, new):
    assert rebuilt(argument + "\n", {"Підпис": target}) == new + "\n"


def test_quotes_of_both_kinds_become_typographic_where_nothing_escapes_them():
    document = MARKDOWN.parse('{% include f.html caption="Підпис" %}\n'.encode())
    new = MARKDOWN.rebuild(document, {document.units[0].id: 'It\'s "big"'}).decode()
    assert new == '{% include f.html caption="It\'s “big”" %}\n'


def test_an_argument_within_a_sentence_changes_with_it_and_goes_alone():
    text = 'Див. {{< badge title="Титул" id="1" >}} тут.\n'
    assert rebuilt(text, {"Див. <1/> тут.": "Here, <1/>.", "Титул": "Title"}) == 'Here, {{< badge title="Title" id="1" >}}.\n'
    assert rebuilt(text, {}, omitted=["Титул"]) == 'Див. {{< badge id="1" >}} тут.\n'


@pytest.mark.parametrize(
    ("text", "source", "target", "new"),
    [
        ("::: tip Порада\nТекст\nдва\n:::\n", "Порада<1/>Текст два", "Hint<1/>Text", "::: tip Hint\nText\n:::\n"),
        ("::: tip\nТекст\n:::\n", "Текст", "Text", "::: tip\nText\n:::\n"),
        ('!!! note "Увага"\n    Текст\n    два\n', '"Увага"<1/>Текст два', '"Note"<1/>Text', '!!! note "Note"\n    Text\n'),
        ("??? tip\n    Текст\n", "Текст", "Text", "??? tip\n    Text\n"),
        ("> [!info]- Назва\n> Текст\n", "Назва<1/>Текст", "Title<1/>Text", "> [!info]- Title\n> Text\n"),
        ("> [!NOTE]\n> Текст\n", "Текст", "Text", "> [!NOTE]\n> Text\n"),
    ],
)
def test_the_head_of_a_box_stays_a_line_of_its_own(text, source, target, new):
    assert rebuilt(text, {source: target}) == new
