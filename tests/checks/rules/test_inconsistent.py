import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from transloc.checks.names.spellings import Spellings
from transloc.checks.rules.inconsistent import Consistency, digests, languages, respelt
from transloc.model import Catalog, Kind, Segment


def told(*pairs, kind=Kind.PARAGRAPH, locales="uk en", articles=None):
    """Feed pairs, each a segment of its own article or of the one that ``articles`` names; return the messages of each."""
    consistency, spellings = Consistency(), {}
    source, target = locales.split()
    found = []
    for at, pair in enumerate(pairs):
        catalog = Catalog(article=articles[at] if articles else "a", source_locale=source, target_locale=target)
        segment = Segment(id=f"u{at}.s1", source=pair[0], target=pair[1], kind=kind)
        named = respelt(segment, spellings.setdefault(catalog.article, Spellings(catalog)))
        found.append([finding.message for finding in consistency.read(segment, catalog, "a.po", at + 1) + named])
    return found


OPEN = "Музей відкрито щодня."


def test_one_source_with_two_targets_is_told_at_the_second_with_the_place_of_the_first():
    assert told((OPEN, "The museum is open every day."), (OPEN, "It never closes.")) == [
        [],
        ["The same text is translated otherwise: a.po:1"],
    ]


def test_two_sources_with_one_target():
    assert told((OPEN, "It is always open."), ("Двері не зачиняють ніколи.", "It is always open."))[1] == [
        "Another text has the same translation: a.po:1"
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((OPEN, "It is always open."), ("Музей відкрито щодня!", "It is always open!")),
        ((OPEN, "It Is Always Open"), (OPEN, "It is always open.")),
        (("Загинуло щонайменше 384 особи", "At least 384 died."), ("Загинуло щонайменше 384 особи", "At least 384\u00a0died.")),
        (("Ціна зросла на 1,5 відсотка", "It rose by 1.5%"), ("Ціна зросла на 15 відсотка", "The price rose by 15%")),
        ((OPEN, "It is always open."), ("«Музей» — відкрито… щодня", "“It is” – always · open¡")),
        (("Фото", "Photo"), ("Фото", "Picture")),
        (("Читати далі", "Read more"), ("Читати далі", "More")),
        ((OPEN, "It is always open."), (OPEN, "")),
    ],
)
def test_marks_case_labels_and_what_is_not_translated_do_not_count(first, second):
    assert told(first, second) == [[], []]


def test_headlines_may_say_it_otherwise():
    assert told((OPEN, "The museum is open."), (OPEN, "Come in every day."), kind=Kind.HEADLINE) == [[], []]


def test_languages_are_kept_apart():
    consistency = Consistency()
    for target, text in (("en", "It is always open."), ("de", "Es ist immer offen.")):
        catalog = Catalog(article="a", source_locale="uk", target_locale=target)
        assert consistency.read(Segment(id="u1.s1", source=OPEN, target=text), catalog, "a.po", 1) == []


NAMED = [
    ("Учора Олена Гайдук приїхала.", "Yesterday Olena Haiduk arrived."),
    ("Картини Олени Гайдук продали.", "Olena Gayduk's pictures were sold."),
]


def test_a_name_in_two_spellings_within_an_article():
    assert told(*NAMED) == [[], ["“Гайдук” is “Gayduk” here, “Haiduk” before"]]
    assert told(*NAMED, articles=["a", "b"]) == [[], []]


def test_a_second_spelling_is_told_once():
    assert told(*NAMED, NAMED[1], NAMED[0])[2:] == [[], []]


def test_a_headline_spells_names_as_the_body_does():
    assert told(*NAMED, kind=Kind.HEADLINE)[1] != []


def test_cases_of_a_name_are_one_spelling():
    pairs = [
        ("Yesterday Olena Petrenko came.", "Учора приїхала Олена Петренко."),
        ("The song is by Ivan Petrenko.", "Це пісня Івана Петренка."),
    ]
    assert told(*pairs, locales="en uk") == [[], []]


def plainly(text):
    """Return what a text is compared by, found by the plain rule."""
    words = re.findall(r"[^\W_]+", text.casefold())
    letters = "".join(words)
    return letters if letters.isalpha() else words


TEXTS = st.text(st.sampled_from("аАґҐї'’«—_ \u00a01½ßéÉŁłµªžДž\u0301\ufffdyY."), max_size=6)


@settings(max_examples=500)
@given(TEXTS, TEXTS, st.sampled_from(["uk", "pl", "de", "ka"]))
@example("Straße", "STRASSE", "de")
@example("µm", "ΜM", "de")
@example("Łódź!", "łódź", "uk")
def test_texts_are_one_where_their_letters_or_the_words_with_figures_are(one, other, tongue):
    said = [
        digests(
            Segment(id="s", source="а б в г д е", target=text + "x"),
            languages(Catalog(article="", source_locale="uk", target_locale=tongue)),
        )
        for text in (one, other)
    ]
    assert (said[0] == said[1]) is (plainly(one + "x") == plainly(other + "x"))
