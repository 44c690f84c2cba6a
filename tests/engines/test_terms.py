import pytest

from transloc.engines import terms
from transloc.glossary import Concept, ConceptKind, Glossary, Status, Term, Usage
from transloc.glossary.pairs import GLOSSARY_BYTES


def glossary(*concepts):
    return Glossary(concepts, ("uk", "en", "pl"))


def concept(row, uk, en="", **more):
    words = [Term(word, "uk", Usage.ADMITTED if at else Usage.PREFERRED) for at, word in enumerate(uk.split("|"))]
    words += [Term(word, "en", Usage.ADMITTED if at else Usage.PREFERRED) for at, word in enumerate(en.split("|")) if word]
    return Concept(id=row, terms=(*words, Term("Kiev", "en", Usage.FORBIDDEN)), **more)


def test_every_source_variant_has_the_preferred_target():
    found = terms.pairs(glossary(concept("russia", "Росія|РФ", "Russia|Russian Federation")), "uk", "en-GB")
    assert found == (("Росія", "Russia"), ("РФ", "Russia"))


@pytest.mark.parametrize("more", [{"status": Status.DRAFT}, {"status": Status.DEPRECATED}, {"kind": ConceptKind.LABEL}])
def test_only_approved_concepts_that_are_no_labels_go_out(more):
    assert terms.pairs(glossary(concept("kyiv", "Київ", "Kyiv", **more)), "uk", "en") == ()


def test_what_is_not_translated_is_its_own_target():
    assert terms.pairs(glossary(concept("reuters", "Reuters", translate=False)), "uk", "en") == (("Reuters", "Reuters"),)


def test_without_a_target_or_a_column_there_is_nothing_to_send():
    assert terms.pairs(glossary(concept("kyiv", "Київ")), "uk", "en") == ()
    assert terms.pairs(glossary(concept("kyiv", "Київ", "Kyiv")), "uk", "de") == ()


def test_the_first_row_wins():
    assert terms.pairs(glossary(concept("a", "Рада", "Council"), concept("b", "Рада", "Advice")), "uk", "en") == (("Рада", "Council"),)


def test_the_name_follows_the_content_alone():
    pairs = {"а": "a", "б": "b"}
    name = terms.name(pairs, "uk", "en")
    assert name == terms.name(dict(reversed(pairs.items())), "uk", "en")
    assert len({name, terms.name({"а": "a"}, "uk", "en"), terms.name(pairs, "uk", "pl")}) == 3
    assert terms.ours(name)


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
