import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.checks.pair import Pair, Side, side
from transloc.checks.rules import term_missing, term_untranslatable
from transloc.checks.terms.presence import mentions
from transloc.glossary import read

CSV = """\
id,kind,uk,en,status,replaced-by,translate
haiduk,person,Олена Гайдук,Olena Haiduk,,,
lviv,place,Львів,Lviv,,,
rada,org,Верховна Рада,Verkhovna Rada,,,
old,org,міліція,militia,deprecated,police,
police,org,поліція,police,,,
starlink,org,,Starlink,,,no
"""
GLOSSARY = read(CSV.encode(), "g.csv").glossary
SOURCES = ["Олена", "Гайдук", "Гайдук,", "«Гайдук»", "Верховна", "Рада", "у Львові.", "Львів-Київ", "міліції", "Starlink", "й", "@Гайдук"]
SOURCES += ["<1>Львів</1>", "див. lviv.ua/Рада"]


def told(source):
    pair = Pair(source=source, target=side("Nothing of that", "en"), glossary=GLOSSARY)
    return [finding for rule in (term_missing, term_untranslatable) if pair.traits & rule.LOOKS_FOR for finding in rule.check(pair)]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SOURCES), max_size=6))
def test_a_source_that_is_read_by_the_glossary_is_judged_as_any_other(words):
    text = " ".join(words)
    read_by, plain = Side(text, "uk", GLOSSARY), Side(text, "uk")
    assert mentions(read_by, GLOSSARY) == mentions(plain, GLOSSARY)
    assert told(read_by) == told(plain)


def test_a_source_without_any_term_need_not_be_asked():
    assert not Side("У неділю дощило.", "uk", GLOSSARY).traits & (term_missing.LOOKS_FOR | term_untranslatable.LOOKS_FOR)


@pytest.mark.parametrize("text", ["у Львові", "міліції немає", "сказала Гайдук"])
def test_one_with_a_term_a_surname_or_what_was_replaced_is_asked(text):
    assert Side(text, "uk", GLOSSARY).traits & term_missing.LOOKS_FOR


def test_a_source_that_another_glossary_was_read_by_is_asked():
    other = read("id,uk,en\nx,річ,thing\n".encode()).glossary
    assert [match.text for match in mentions(Side("у Львові", "uk", other), GLOSSARY)] == ["Львові"]
    assert told(Side("у Львові", "uk", other))


@pytest.mark.parametrize("text", ["прибув аль-Асад", "Асадівка", "асад прибув"])
def test_who_has_no_capital_is_not_called_by_the_surname(text):
    people = read("id,kind,uk,en\nassad,person,Башар аль-Асад,Bashar al-Assad\n".encode()).glossary
    assert mentions(Side(text, "uk", people), people) == mentions(Side(text, "uk"), people) == ()
