import pytest

from transloc.glossary import csv_file, known_name

CSV = """id,kind,uk,en,uk.forms,translate,status
voss,person,Катрін Фосс,Katrin Voss,,,
zel,person,В’ячеслав Їжак|Слава Їжак,Viacheslav Yizhak,Славко Їжак,,
nv,org,НВ,NV,,,
reuters,org,Reuters,,,no,
draft,person,Петро Щур,Petro Shchur,,,draft
word,term,рада,council,,,
bare,person,Іван Без,,,,
"""
GLOSSARY = csv_file.read(CSV.encode()).glossary


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Катрін Фосс", "Katrin Voss"),
        (" Катрін  Фосс", "Katrin Voss"),
        ("КАТРІН ФОСС", "KATRIN VOSS"),
        ("В'ячеслав Їжак", "Viacheslav Yizhak"),
        ("Слава Їжак", "Viacheslav Yizhak"),
        ("Славко Їжак", "Viacheslav Yizhak"),
        ("НВ", "NV"),
        ("Reuters", "Reuters"),
        ("Петро Щур", ""),
        ("рада", ""),
        ("Іван Без", ""),
        ("Катрін", ""),
    ],
)
def test_the_rows_name_whom_they_name(text, name):
    assert known_name(text, GLOSSARY, "uk", "en-GB") == name


def test_without_a_column_nobody_is_known():
    assert known_name("Катрін Фосс", GLOSSARY, "uk", "pl") == ""
