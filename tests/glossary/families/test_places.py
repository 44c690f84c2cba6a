import csv
from importlib.resources import files

import pytest
from babel import Locale

from transloc.glossary import read
from transloc.glossary.families import known, related

TONGUES = ("uk", "en", "pl", "de", "ru")
ROWS = list(csv.DictReader(files("transloc.glossary.families").joinpath("places.csv").read_text(encoding="utf-8").splitlines()))
#: What CLDR names in a way that no newsroom does: with an ampersand, both names in brackets, “SAR China”.
OTHERWISE = {"AG", "BA", "BN", "CD", "CF", "CG", "FM", "HK", "KN", "LC", "MH", "MM", "PS", "SB", "SC", "ST", "TT", "VC"}


def place(**terms):
    header = ",".join(("id", "kind", *terms))
    return read(f"{header}\nx,place,{','.join(terms.values())}\n".encode()).glossary.concepts[0]


def plain(name):
    return name.replace("’", "'").replace("ʼ", "'").replace("ё", "е")


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_country_is_known_by_its_name_in_cldr(tongue):
    names = Locale(tongue).territories
    missing = {
        names[row["place"]]
        for row in ROWS
        if len(row["place"]) == 2 and row["place"] not in OTHERWISE
        if plain(names[row["place"]]) not in map(plain, row[tongue].split("|"))
    }
    assert not missing


def test_all_states_of_the_united_nations_have_an_adjective_in_every_language():
    countries = [row for row in ROWS if len(row["place"]) == 2]
    assert len(countries) >= 193
    assert all(row[f"{tongue}.adjective"] for row in countries for tongue in TONGUES)


def test_a_place_stands_once():
    keys = [row["place"] for row in ROWS]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("names", "column", "wanted"),
    [
        ({"uk": "Франція", "en": "France"}, "en", "French|Frenchman|Frenchmen|Frenchwoman"),
        ({"uk": "Україна", "en": "Ukraine"}, "en-GB", "Ukrainian|Ukrainians"),
        ({"uk": "Україна", "en": "Ukraine"}, "uk", "українського|українців|українка|українок"),
        ({"uk": "Росія", "en": "Russia"}, "uk", "російські|росіяни|росіян"),
        ({"uk": "Австрія", "en": "Austria"}, "uk", "австрійці|австрійок"),
        ({"uk": "Туреччина", "en": "Turkey"}, "uk", "турки|турка|туркеня"),
        ({"uk": "Польща", "pl": "Polska"}, "pl", "polskiego|Polacy|Polaków|Polka"),
        ({"uk": "США", "pl": "USA"}, "pl", "amerykańskiej|Amerykanie|Amerykanów"),
        ({"uk": "Німеччина", "de": "Deutschland"}, "de", "deutschen|Deutschen"),
        ({"uk": "Франція", "de": "Frankreich"}, "de", "französische|Franzosen|Französinnen"),
        ({"uk": "Москва", "de": "Moskau"}, "de", "Moskauer"),
        ({"uk": "Україна", "ru": "Украина"}, "ru", "украинского|украинцы|украинок"),
        ({"uk": "Північна Корея", "en": "North Korea"}, "en", "North Korean|North Koreans|the North"),
        ({"uk": "Луїзіана", "en": "Louisiana"}, "en", "La.|Louisianans"),
    ],
)
def test_a_place_has_its_adjectives_and_people_in_every_form(names, column, wanted):
    assert set(wanted.split("|")) <= set(related(place(**names), column))


def test_the_other_columns_tell_namesakes_apart():
    assert "georgische" in set(related(place(uk="Грузія", en="Georgia"), "de"))
    assert "georgische" not in set(related(place(uk="Джорджія", en="Georgia"), "de"))


def test_what_the_table_lacks_has_no_relatives():
    assert not known(place(uk="Крутогори", en="Krutohory"), "en")
    assert not known(place(uk="Франція", fr="France"), "fr")
    assert not list(related(read(b"id,kind,uk,en\nx,org,\xd0\xa4,France\n").glossary.concepts[0], "en")), "only places have them"
