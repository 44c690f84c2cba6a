import pytest

from transloc.model import Catalog, Segment
from transloc.steps.names import Name
from transloc.steps.spellings import spellings

HAIDUK = Name("Олена Гайдук", "Olena Haiduk", "", "u1.s1", 2, "person")


def catalog(*pairs, locale="en"):
    segments = tuple(Segment(id=f"u{at}.s1", source=source, target=target) for at, (source, target) in enumerate(pairs, 1))
    return Catalog(article="a", source_locale="uk", target_locale=locale, segments=segments)


def test_one_spelling_in_every_sentence():
    found = spellings(
        [HAIDUK], catalog(("Олена Гайдук прибула.", "Olena Haiduk has come."), ("Про це сказала Гайдук.", "Haiduk’s word stands."))
    )
    assert found == {HAIDUK: {"Haiduk": ("u1.s1", "u2.s1")}}


def test_another_spelling_is_told_with_its_sentences():
    found = spellings([HAIDUK], catalog(("Гайдук прибула.", "Haiduk has come."), ("З Гайдук говорили.", "They spoke to <1>Hayduk</1>.")))
    assert found[HAIDUK] == {"Haiduk": ("u1.s1",), "Hayduk": ("u2.s1",)}


def test_what_tells_a_son_from_his_father_is_no_surname():
    son = Name("Дональд Трамп мол.", "Donald Trump Jr.", "", "u1.s1", 2, "person")
    found = spellings([son], catalog(("З Трампом говорили.", "They spoke to Trump.")))
    assert found[son] == {"Trump": ("u1.s1",)}


def test_endings_are_no_other_spelling():
    levchuk = Name("Тарас Левчук", "Taras Łewczuk", "", "u1.s1", 2, "person")
    found = spellings([levchuk], catalog(("Левчука слухали.", "Słuchano Łewczuka."), ("З Левчуком.", "Z Łewczukiem."), locale="pl"))
    assert found[levchuk] == {"Łewczuk": ("u1.s1", "u2.s1")}


@pytest.mark.parametrize("target", ["She has come.", "", "The Minister has come."])
def test_a_sentence_without_the_name_says_nothing(target):
    assert spellings([HAIDUK], catalog(("Гайдук прибула.", target)))[HAIDUK] == {}


def test_only_people_are_looked_for():
    kyiv = Name("Київ", "Kyiv", "", "u1.s1", 1, "place")
    assert spellings([kyiv], catalog(("Київ чекає.", "Kiev waits."))) == {}
