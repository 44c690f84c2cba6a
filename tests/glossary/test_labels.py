import pytest

from transloc.glossary import apply_label, leading_label, read

GLOSSARY = read(
    """id,kind,uk,en,status,translate
brief,label,Коротко|Стисло,In brief,,
photo,label,Фото,Photo,,
sources,label,Джерела,Sources,,
odd,label,Інше,Other,draft,
tsn,label,ТСН,TSN,,no
empty,label,Реклама,,,
org,org,Рада,Council,,
""".encode()
).glossary


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Коротко", "In brief"),
        ("коротко:", "In brief:"),
        ("Стисло", "In brief"),
        ("ДЖЕРЕЛА", "SOURCES"),
        ("<1>Джерела:</1>", "<1>Sources:</1>"),
        (" Фото ", " Photo "),
        ("ТСН", "ТСН"),
    ],
)
def test_a_label_is_applied_whole(source, target):
    found = apply_label(source, GLOSSARY, "uk", "en-GB")
    assert found is not None
    assert (found.target, found.origin, found.score) == (target, "glossary", 1.0)


@pytest.mark.parametrize("source", ["Коротко про головне", "Рада", "Інше", "Реклама", "", " ", "<1/>", "Ко<1/>ротко"])
def test_all_else_is_no_label(source):
    assert apply_label(source, GLOSSARY, "uk", "en") is None


def test_a_language_without_a_column_has_no_labels():
    assert apply_label("Коротко", GLOSSARY, "uk", "de") is None
    assert leading_label("Фото: Укрінформ", GLOSSARY, "uk", "de") is None


@pytest.mark.parametrize(
    ("source", "target", "rest"),
    [
        ("Фото: Роман Бойко", "Photo: ", "Роман Бойко"),
        ("Фото : Роман", "Photo : ", "Роман"),
        ("<1>Фото:</1> Роман", "<1>Photo:</1> ", "Роман"),
        ("<1>Джерела</1>: <2>a</2>, b", "<1>Sources</1>: ", "<2>a</2>, b"),
    ],
)
def test_a_leading_label_is_cut_off_and_the_rest_left(source, target, rest):
    found = leading_label(source, GLOSSARY, "uk", "en")
    assert found is not None
    assert (found.target, found.rest) == (target, rest)


@pytest.mark.parametrize("source", ["Фото", "Фото:", "Фото: ", "Фотограф: Роман", "На фото: Роман", "Рада: рішення", ": x"])
def test_without_label_colon_and_rest_there_is_none(source):
    assert leading_label(source, GLOSSARY, "uk", "en") is None
