from dataclasses import replace

from transloc.glossary import Term, inflection, read

CSV = """\
id,kind,uk,en,crh,uk.forms,translate
kyiv,place,Київ,Kyiv,Kyiv,Київськ,
photo,label,Фото дня,Photo,,,
macron,person,Емманюель Макрон|Макрон,Emmanuel Macron,,,
starlink,org,,Starlink,,,no
"""
GLOSSARY = read(CSV.encode()).glossary


def forms(row, column="uk"):
    return list(inflection.forms(GLOSSARY.concept(row), column))


def test_forms_that_a_row_lists_come_beside_those_that_are_made():
    assert forms("kyiv")[0] == "Київ"
    assert {"Києва", "Київськ"} <= set(forms("kyiv"))


def test_every_variant_inflects():
    assert {"Емманюеля Макрона", "Макрона"} <= set(forms("macron"))


def test_a_label_stands_as_it_is():
    assert forms("photo") == ["Фото дня"]


def test_what_is_not_translated_inflects_in_every_language():
    assert "Starlinkом" in forms("starlink")


def test_a_language_without_rules_has_its_terms_alone():
    assert forms("kyiv", "crh") == ["Kyiv"]
    assert not inflection.inflects("crh")
    assert inflection.inflects("uk")
    assert inflection.inflects("en-GB")


def test_what_is_longer_than_any_term_has_no_forms_but_itself():
    rambling = " ".join(["велика"] * 60)
    row = replace(GLOSSARY.concept("kyiv"), terms=(Term(rambling, "uk"),))
    assert list(inflection.forms(row, "uk")) == [rambling]
