import pytest

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.polish import inflect


def forms(term, kind="term"):
    return set(inflect(term, Concept(id="x", kind=ConceptKind(kind))))


@pytest.mark.parametrize(
    ("term", "kind", "wanted"),
    [
        ("dron", "term", "drona drony dronów dronem dronach"),
        ("Kijów", "place", "Kijowa Kijowowi Kijowem Kijowie"),
        ("Polska", "place", "Polski Polsce Polskę Polską"),
        ("Praga", "place", "Pradze Pragę"),
        ("Rosja", "place", "Rosji Rosję Rosją"),
        ("Anglia", "place", "Anglii Anglię"),
        ("Niemcy", "place", "Niemiec Niemczech Niemcom"),
        ("wojna", "term", "wojny wojnie wojnę wojen"),
        ("siła", "term", "sił sile"),
        ("głowa", "term", "głów głowie"),
        ("ręka", "term", "rąk ręce"),
        ("urząd", "org", "urzędu urzędzie urzędów"),
        ("człowiek", "term", "człowieka ludzi"),
        ("senator", "title", "senatorzy senatorów"),
        ("dzień", "term", "dnia dniu dni"),
        ("Ukrainiec", "term", "Ukraińca Ukraińcy Ukraińców"),
        ("Rosjanin", "term", "Rosjanie Rosjan"),
        ("państwo", "term", "państwa państwie państw"),
        ("muzeum", "term", "muzea muzeów"),
        ("sieć", "term", "sieci siecią"),
        ("francuski", "term", "francuskiego francuska francuską francuscy francuskie"),
        ("zagraniczny", "term", "zagranicznej zagranicznych zagranicznym"),
        ("Sąd Najwyższy", "org", "Sądu Najwyższego|Sądowi Najwyższemu|Sądem Najwyższym|Sądzie Najwyższym"),
        ("Unia Europejska", "org", "Unii Europejskiej|Unię Europejską"),
        ("Siły Zbrojne Ukrainy", "org", "Sił Zbrojnych Ukrainy|Siłami Zbrojnymi Ukrainy"),
        ("Nowy Jork", "place", "Nowego Jorku|Nowym Jorkiem|Nowym Jorku"),
        ("Wirginia Zachodnia", "place", "Wirginii Zachodniej"),
        ("Rada Bezpieczeństwa ONZ", "org", "Rady Bezpieczeństwa ONZ|Radzie Bezpieczeństwa ONZ"),
        ("minister do spraw zagranicznych", "title", "ministra do spraw zagranicznych"),
        ("Emmanuel Macron", "person", "Emmanuela Macrona|Emmanuelem Macronem|Emmanuelu Macronie"),
        ("Angela Merkel", "person", "Angeli Merkel|Angelą Merkel"),
        ("Wołodymyr Zełenski", "person", "Wołodymyra Zełenskiego|Wołodymyrem Zełenskim"),
        ("Ursula von der Leyen", "person", "Ursuli von der Leyen"),
        ("Petro Poroszenko", "person", "Petra Poroszenki|Petrze Poroszence"),
        ("John Kennedy", "person", "Johna Kennedy'ego|Johnem Kennedym"),
        ("Jeff Flake", "person", "Jeffa Flake'a"),
        ("Paul Casey", "person", "Paulowi Caseyowi|Paula Caseya"),
        ("Hillary Clinton", "person", "Hillary Clintonów"),
        ("PiS", "org", "PiS-u PiS-em"),
    ],
)
def test_the_forms_that_news_writes_are_found(term, kind, wanted):
    assert set(wanted.split("|") if "|" in wanted or " " in term else wanted.split()) <= forms(term, kind)


def test_a_genitive_tail_stands_still():
    assert not any("Ukrainie" in form for form in forms("Siły Zbrojne Ukrainy", "org"))


def test_what_has_other_forms_is_not_confused_with_another_word():
    assert not forms("rząd", "org") & {"rzędu", "rzędzie"}
    assert not any(form.endswith("Rosa") for form in forms("Justin Rose", "person"))


def test_words_of_a_phrase_agree():
    assert not forms("Sąd Najwyższy", "org") & {"Sądami Najwyższego", "Sądem Najwyższego", "Sąd Najwyższa"}


def test_a_phrase_has_no_more_forms_than_a_matcher_can_bear():
    assert len(forms("Europejski Trybunał Praw Człowieka", "org")) < 150
