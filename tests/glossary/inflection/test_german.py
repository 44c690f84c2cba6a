import pytest

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.german import inflect


def forms(term, kind="term"):
    return set(inflect(term, Concept(id="x", kind=ConceptKind(kind))))


@pytest.mark.parametrize(
    ("term", "kind", "wanted"),
    [
        ("Kanzler", "title", "Kanzlers|Kanzlern"),
        ("Haus", "term", "Hauses|Häuser|Häusern"),
        ("Präsident", "title", "Präsidenten"),
        ("Zentrum", "term", "Zentren|Zentrums"),
        ("Lehrerin", "term", "Lehrerinnen"),
        ("Russland", "place", "Russlands"),
        ("NATO", "org", "NATOs"),
        ("Oberster Gerichtshof", "org", "Obersten Gerichtshofs|Oberste Gerichtshof|Obersten Gerichtshof"),
        ("Weißes Haus", "org", "Weißen Haus|Weiße Haus|Weißen Hauses"),
        ("Vereinigte Staaten", "place", "Vereinigten Staaten"),
        ("Streitkräfte der Ukraine", "org", "Streitkräften der Ukraine"),
        ("Angela Merkel", "person", "Angela Merkels"),
        ("Olaf Scholz", "person", "Olaf Scholz'"),
        ("ukrainisch", "term", "ukrainische|ukrainischen|ukrainischer|ukrainisches|ukrainischem"),
    ],
)
def test_the_forms_that_news_writes_are_found(term, kind, wanted):
    assert set(wanted.split("|")) <= forms(term, kind)


def test_an_adjective_is_no_noun():
    assert len(forms("ukrainisch")) == 5


def test_what_ends_in_no_letter_stays():
    assert forms("Leopard 2") == set()
