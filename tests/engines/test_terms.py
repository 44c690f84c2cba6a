import pytest

from transloc.engines import terms
from transloc.glossary import Concept, Glossary, Term, Usage
from transloc.glossary.pairs import GLOSSARY_BYTES


def glossary(*concepts):
    return Glossary(concepts, ("uk", "en", "pl"))


def concept(row, uk, en="", **more):
    words = [Term(word, "uk", Usage.ADMITTED if at else Usage.PREFERRED) for at, word in enumerate(uk.split("|"))]
    words += [Term(word, "en", Usage.ADMITTED if at else Usage.PREFERRED) for at, word in enumerate(en.split("|")) if word]
    return Concept(id=row, terms=(*words, Term("Kiev", "en", Usage.FORBIDDEN)), **more)


def test_what_stands_in_a_text_is_told_as_it_stands_there_with_the_preferred_target():
    found = glossary(
        concept("rada", "Верховна Рада|ВР", "Verkhovna Rada"), concept("kyiv", "Київ", "Kyiv"), concept("lviv", "Львів", "Lviv")
    )
    text = "У Києві депутати Верховної <1>Ради</1> зібралися; ВР працює."
    assert terms.present(text, found, "uk", "en-GB") == (
        ("Києві", "Kyiv"),
        ("Верховної Ради", "Verkhovna Rada"),
        ("ВР", "Verkhovna Rada"),
    )


def test_a_form_that_stands_there_twice_is_told_once():
    assert terms.present("Київ і Київ", glossary(concept("kyiv", "Київ", "Kyiv")), "uk", "en") == (("Київ", "Kyiv"),)


def test_what_is_not_translated_is_its_own_target():
    assert terms.present("Каже Reuters.", glossary(concept("reuters", "Reuters", translate=False)), "uk", "en") == (("Reuters", "Reuters"),)


def test_the_name_follows_the_content_alone():
    pairs = {"а": "a", "б": "b"}
    name = terms.name(pairs, "uk", "en")
    assert name == terms.name(dict(reversed(pairs.items())), "uk", "en")
    assert len({name, terms.name({"а": "a"}, "uk", "en"), terms.name(pairs, "uk", "pl")}) == 3
    assert terms.ours(name)
    assert not terms.of_a_run(name)


def test_the_glossary_of_a_run_is_ours_and_known_from_those_that_stay():
    name = terms.name({"а": "a"}, "uk", "en", run=True)
    assert terms.ours(name)
    assert terms.of_a_run(name)
    assert name != terms.name({"а": "a"}, "uk", "en")


@pytest.mark.parametrize("name", ["transloc", "transloc-house-style", "transloc-0123456789abcdef-2", "My transloc-0123456789abcdef", ""])
def test_a_glossary_that_people_named_is_not_ours(name):
    assert not terms.ours(name)


def test_a_glossary_beyond_ten_mebibytes_is_cut_and_noted():
    many = tuple((f"{number:05}{'я' * 500}", "x" * 1000) for number in range(6000))
    kept, notes = terms.entries(many)
    assert 0 < sum(len(s.encode()) + len(t.encode()) + 2 for s, t in kept.items()) <= GLOSSARY_BYTES
    assert notes[0].message.startswith(f"{6000 - len(kept)} ")


def test_edges_are_trimmed_before_duplicates_are_sought():
    assert terms.entries(((" Рада", "Council "), ("Рада", "Advice")))[0] == {"Рада": "Council"}
