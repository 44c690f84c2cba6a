from dataclasses import replace

import pytest

from transloc import formats
from transloc.glossary import read
from transloc.model import Catalog, Segment
from transloc.steps.choose import EXCLUDED
from transloc.steps.draft import plan
from transloc.steps.labels import Standing, furniture, line_of_labels

GLOSSARY = read(
    """id,kind,uk,en,pl
share,label,Поділитися,Share,Udostępnij
views,label,Переглядів,Views,Wyświetlenia
""".encode()
).glossary

PAGE = """<!doctype html>
<html lang="uk"><head><title>Уряд схвалив новий бюджет на наступний рік</title></head>
<body>
<nav><a href="/">Головна</a> <a href="/x">Твіти</a></nav>
<article>
<h1>Уряд схвалив новий бюджет на наступний рік</h1>
<div class="views">Переглядів: 3 417</div>
<div class="share">Поділитися: <a href="#f">Facebook</a> <a href="#t">Твітер</a></div>
<div class="share">Надрукувати: <a href="#p">PDF</a></div>
<div class="share">Переслати</div>
<p>Уряд у вівторок схвалив новий бюджет на наступний рік, у якому видатки на оборону зростуть удвічі, повідомила пресслужба.</p>
<p>Видатки на освіту не зміняться, а на медицину зростуть на десять відсотків, сказав міністр журналістам після засідання.</p>
</article>
<footer>Facebook</footer>
</body></html>
"""
CATALOG = Catalog(article="budget", source_locale="uk", target_locale="en")


def document(page=PAGE):
    return formats.named("html").parse(page.encode())


def targets(done, one):
    return {unit.source: done.targets[unit.id] for unit in one.units if unit.id in done.targets}


def test_labels_of_furniture_are_translated_wherever_they_lead():
    one = document()
    assert targets(furniture(one, CATALOG, GLOSSARY), one) == {
        "Переглядів: 3 417": "Views: 3 417",
        "Поділитися: <1>Facebook</1> <2>Твітер</2>": "Share: <1>Facebook</1> <2>Твітер</2>",
    }


def test_what_stays_in_the_sources_language_is_told_by_its_line_that_of_the_article_first():
    assert furniture(document(), CATALOG, GLOSSARY).left == (
        Standing("Твітер", 8),
        Standing("Надрукувати: PDF", 9),
        Standing("Переслати", 10),
        Standing("Головна Твіти", 4),
    )


def test_labels_without_a_row_are_told_once():
    page = PAGE.replace("<footer>Facebook", "<footer>Надрукувати: 12")
    assert furniture(document(page), CATALOG, GLOSSARY).unknown == (Standing("Надрукувати", 9), Standing("Переслати", 10))


def test_where_both_languages_share_a_script_every_other_word_may_be_the_sources():
    shared = replace(CATALOG, source_locale="pl", target_locale="en")
    page = PAGE.replace("Переглядів", "Wyświetlenia").replace("Твітер", "Twitter")
    done = furniture(document(page), shared, GLOSSARY)
    assert Standing("Facebook … Twitter", 8) not in done.left
    assert Standing("Facebook", 14) in done.left
    assert all("Wyświetlenia" not in one.words for one in done.left)


def test_without_a_glossary_nothing_is_translated_and_all_is_told():
    done = furniture(document(), CATALOG, None)
    assert done.targets == {}
    assert [one.words for one in done.unknown] == ["Переглядів", "Поділитися", "Надрукувати", "Переслати"]
    assert Standing("Поділитися: Facebook Твітер", 8) in done.left


def test_what_an_editor_has_excluded_stays_whole_and_is_told():
    one = formats.named("markdown").parse("# Бюджет\n\nПоділитися: [Facebook](https://f.example)\n\nТекст.\n".encode())
    units = tuple(replace(unit, aside=EXCLUDED) if "Facebook" in unit.source else unit for unit in one.units)
    done = furniture(replace(one, units=units), CATALOG, GLOSSARY)
    assert (done.targets, done.unknown) == ({}, ())
    assert done.left == (Standing("Поділитися: Facebook", 3),)


def test_an_article_without_furniture_has_none():
    one = formats.named("markdown").parse("# Бюджет\n".encode())
    assert furniture(one, CATALOG, GLOSSARY) == furniture(replace(one, units=()), CATALOG, None)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_counts_them(newline):
    found = furniture(document(PAGE.replace("\n", newline)), CATALOG, GLOSSARY)
    assert Standing("Переслати", 10) in found.left


def test_a_word_document_has_no_lines():
    one = replace(formats.named("markdown").parse("Текст.\n".encode()), format="docx", encoding="")
    one = replace(one, units=(replace(one.units[0], aside=EXCLUDED),))
    assert furniture(one, CATALOG, GLOSSARY).left == (Standing("Текст.", 0),)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Поділитися: <1>Facebook</1> <2>Telegram</2>", "Share: <1>Facebook</1> <2>Telegram</2>"),
        ("<1>Поділитися:</1> <2>Facebook</2>", "<1>Share:</1> <2>Facebook</2>"),
        ("<1>Поділитися</1> <2>Facebook</2>", "<1>Share</1> <2>Facebook</2>"),
        ("Переглядів: 3417", "Views: 3417"),
    ],
)
def test_a_line_of_labels_in_an_article_is_drafted_without_an_engine(source, target):
    assert line_of_labels(source, GLOSSARY, "uk", "en").target == target
    one = replace(CATALOG, segments=(Segment(id="u1.s1", source=source),))
    drafted = plan(one, recall=lambda *_: None, glossary=GLOSSARY)
    assert [(draft.target, draft.origin) for draft in drafted.drafts] == [(target, "glossary")]
    assert drafted.work == ()


@pytest.mark.parametrize("source", ["Поділитися: <1>Твітер</1>", "Поділитися з друзями: <1>Facebook</1>", "Facebook: 12", "Уряд: 12"])
def test_other_words_of_the_source_are_left_to_the_engine(source):
    assert line_of_labels(source, GLOSSARY, "uk", "en") is None


def test_a_number_that_readers_write_otherwise_is_left_to_the_engine():
    one = replace(CATALOG, segments=(Segment(id="u1.s1", source="Переглядів: 3 417"),))
    drafted = plan(one, recall=lambda *_: None, glossary=GLOSSARY)
    assert [(work.lead, work.text) for work in drafted.work] == [("Views: ", "3 417")]
    assert drafted.drafts == ()


def test_names_in_a_script_that_both_languages_write_may_be_words():
    assert line_of_labels("Udostępnij: <1>Facebook</1>", GLOSSARY, "pl", "en") is None
    assert line_of_labels("Udostępnij: 12", GLOSSARY, "pl", "en").target == "Share: 12"
