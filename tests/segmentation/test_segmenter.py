import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.errors import InputError
from transloc.segmentation import Segmenter, segmenter

LOCALES = ["uk", "en-GB", "pl", "de", "ru", "cs", "ja"]
# Pieces that rules react to, so that random texts reach them.
WORDS = 'Іван сказав ген. р. 2024 рр. Inc. U.S. Що? « » " ( ) — - ... … ! ?! 1. а) № 5 iPhone https://a.b/c?D=1 😀 :) e.g. z. B. w < \\ ст.'
PIECES = st.sampled_from([*WORDS.split(" "), " ", "  ", "\n", "\r\n", "\u00a0", "\t", "\u2028"])
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join), st.lists(PIECES, max_size=40).map(" ".join))


def cut(text, locale="uk"):
    return [text[start:end] for start, end in segmenter(locale).segments(text)]


@settings(max_examples=80, deadline=None)
@given(text=TEXTS, locale=st.sampled_from(LOCALES))
def test_spans_cover_the_text_in_order_and_without_a_gap(text, locale):
    spans = segmenter(locale).segments(text)
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


@settings(max_examples=80, deadline=None)
@given(text=TEXTS, locale=st.sampled_from(LOCALES))
def test_no_segment_is_white_space_alone_nor_starts_with_it(text, locale):
    spans = segmenter(locale).segments(text)
    for start, end in spans[1:]:
        assert not text[start].isspace()
        assert text[start:end].strip()
    if text.strip():
        assert text[slice(*spans[0])].strip()


def test_nothing_has_no_segment():
    assert cut("") == []


def test_white_space_goes_with_what_precedes_and_at_the_start_with_the_first():
    assert cut("  Перше.   Друге. \u00a0Третє.  ") == ["  Перше.   ", "Друге. \u00a0", "Третє.  "]
    assert cut(" \n ") == [" \n "]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b"])
def test_a_line_break_is_hard_whatever_stands_before_it(end):
    assert cut(f"Бригада ім.{end}Чорних Запорожців") == [f"Бригада ім.{end}", "Чорних Запорожців"]


def test_a_list_marker_stays_with_its_item_on_every_line():
    assert cut("План:\n1. Перше.\n2. Друге. Разом.") == ["План:\n", "1. Перше.\n", "2. Друге. ", "Разом."]


@pytest.mark.parametrize(("locale", "like"), [("en-GB", "en"), ("uk-UA", "uk"), ("zh-Hant-TW", "zh"), ("sr-Latn", "sr")])
def test_a_regional_tag_takes_the_rules_of_its_language(locale, like):
    text = "Про це заявив ген. О. Сирський. He met Mr. Smith. 這是。那是。 Он је ту. Dr. Who."
    assert segmenter(locale).segments(text) == segmenter(like).segments(text)


@pytest.mark.parametrize("locale", ["bg", "tr", "est", "ka", "sw", "und", "hy", "gsw"])
def test_a_language_without_rules_is_cut_at_plain_stops(locale):
    assert cut("Ala bala. Tova e. Nova!", locale) == ["Ala bala. ", "Tova e. ", "Nova!"]


def test_what_is_no_language_is_refused():
    with pytest.raises(InputError, match="uk"):
        Segmenter("ua")


def test_the_factory_makes_one_segmenter_for_each_locale():
    assert segmenter("uk") is segmenter("uk")
    assert segmenter("uk") is not segmenter("en")


def test_threads_may_share_a_segmenter():
    texts = [f"Ген. О. Сирський прибув {day} травня 2023 р. Зустріч тривала до 14.30. Що? Де? {'Так. ' * day}" for day in range(1, 25)]
    alone = [Segmenter("uk").segments(text) for text in texts]
    shared = Segmenter("uk")
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(shared.segments, texts * 8)) == alone * 8


@pytest.mark.parametrize("locale", ["uk", "en", "de"])
@pytest.mark.parametrize("piece", ["a", ".", ". ", "А. ", "1. ", "a.Aa", "[a. ", "(a. ", '"a. ', "\n", "<1>", "у 2020 р. Ми ", "Що? «"])
def test_hostile_texts_come_back_whole(locale, piece):
    # Some of these took LanguageTool's bracket rules sixteen seconds for 2,000 characters.
    text = piece * (9000 // len(piece))
    assert "".join(cut(text, locale)) == text


@pytest.mark.parametrize("locale", ["uk", "de"])
def test_a_line_longer_than_the_window_is_cut_as_if_it_were_short(locale):
    sentence = "Zelenskyj traf Scholz am Montag in Berlin und dankte ihm. "
    assert cut(sentence * 1000, locale) == [sentence] * 1000


def test_the_package_is_imported_without_its_engine():
    code = "import sys, transloc.segmentation; sys.exit(bool({'choppa', 'regex', 'xmlschema', 'langcodes'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_schema_library_is_neither_loaded_nor_hidden():
    code = (
        "import sys; from transloc.segmentation import segmenter; segmenter('uk').segments('Так. Ні.')\n"
        "assert 'xmlschema' not in sys.modules\n"
        "import choppa; choppa.SrxDocument(ruleset=choppa.DEFAULT_SRX_RULESET, validate_ruleset=choppa.SRX_2_XSD)\n"
        "assert 'xmlschema' in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
