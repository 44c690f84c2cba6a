import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.html import Html
from transloc.formats.html.furnished import kept

HTML = Html()

BAR = """<div class="share">
  <span>Поділитися:</span>
     <a href="#f"  title='Поділитися'>Face&shy;book</a>&nbsp;&middot;
\t<a href="#t">Telegram</a>
</div>"""
TEXT = "<p>Уряд у вівторок схвалив новий бюджет на наступний рік, у якому видатки на оборону зростуть удвічі, повідомили в уряді.</p>\n" * 3


def rebuilt(bar, page="<!doctype html><html><body><main><article><h1>Уряд схвалив бюджет</h1>\n{}\n{}</article></main></body></html>"):
    text = page.format(bar, TEXT)
    document = HTML.parse(text.encode())
    aside = [unit for unit in document.units if unit.aside]
    targets = {unit.id: unit.source.replace("Поділитися", "Share").replace("Переглядів", "Views") for unit in aside}
    assert any(targets[unit.id] != unit.source for unit in aside)
    return text, HTML.rebuild(document, targets).decode()


@pytest.mark.parametrize(
    "bar",
    [
        BAR,
        BAR.replace("\n", "\r\n"),
        '<div class="views">\n  Переглядів:\n  3&nbsp;417\n</div>',
        '<div class="views"><i class="eye"></i>\n3 417\n\tПереглядів  за  добу</div>',
        '<div class="share">Поділитися:<br>\n<a href=#>X</a></div>',
    ],
)
def test_of_furniture_the_label_alone_is_written_anew(bar):
    text, new = rebuilt(bar)
    assert new == text.replace("Поділитися", "Share").replace("Переглядів", "Views")


def test_a_text_of_the_article_is_written_as_ever():
    document = HTML.parse("<p>Раз\n  <b>два</b></p>".encode())
    assert HTML.rebuild(document, {document.units[0].id: "One <1>two</1>"}).decode() == "<p>One <b>two</b></p>"


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("Раз\n два:\n 3", "One two: 3", "One two:\n 3"),
        ("<a>Раз</a>\n два", "<b>One</b> two", "<b>One</b> two"),
        ("Раз\n", "One", "One"),
        ("<b>Раз</b>", "One", "One"),
        ("Раз раз\n раз", "One раз", "One\n раз"),
    ],
)
def test_words_are_kept_from_both_ends(old, new, written):
    assert kept(old, new) == written


@given(st.lists(st.sampled_from(["а", "b", " ", "\n", "&nbsp;", "<b>", "</b>", "<br>", "<"])), st.lists(st.sampled_from("аб<> \n")))
def test_it_says_what_it_is_to_say(old, new):
    old, new = "".join(old), "".join(new)
    assert kept(old, new).replace(" ", "").replace("\n", "") == new.replace(" ", "").replace("\n", "")
    assert kept(old, old) == old
