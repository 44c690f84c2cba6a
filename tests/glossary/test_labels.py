import pytest

from transloc.glossary import apply_label, apply_labels, leading_label, read

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


FURNITURE = read(
    """id,kind,uk,en
share,label,Поділитися,Share
views,label,Переглядів,Views
comments,label,Коментарі,Comments
home,label,Головна,Home
world,label,Світ,World
read,label,Читайте також,Read also
net,label,Твітер,Twitter
""".encode()
).glossary


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Поділитися: <1>Facebook</1> <2>Telegram</2>", "Share: <1>Facebook</1> <2>Telegram</2>"),
        ("<3>Поділитися:</3> <1>Facebook</1>", "<3>Share:</3> <1>Facebook</1>"),
        ("<3>Поділитися</3> <1>Facebook</1>", "<3>Share</3> <1>Facebook</1>"),
        ("Поділитися: <1>Твітер</1>", "Share: <1>Twitter</1>"),
        ("Поділитися: у своїй стрічці", "Share: у своїй стрічці"),
        ("Переглядів: 3 417", "Views: 3 417"),
        ("Переглядів 3417 за добу", "Views 3417 за добу"),
        ("<3/> 3 417 <4>переглядів</4>", "<3/> 3 417 <4>Views</4>"),
        ("<3>Переглядів</3><4>3417</4>", "<3>Views</3><4>3417</4>"),
        ("ПЕРЕГЛЯДІВ: 12", "VIEWS: 12"),
        ("Коментарі (12) | Переглядів: 5", "Comments (12) | Views: 5"),
        ("<1>Головна</1> <2>Світ</2>", "<1>Home</1> <2>World</2>"),
        ("Головна › Світ", "Головна › Світ"),
        ("24 листопада 2026 | Світ", "24 листопада 2026 | World"),
        ("Читайте також: <1>Світ: що далі</1>", "Read also: <1>Світ: що далі</1>"),
        (r"Переглядів: \<1> 7", r"Views: \<1> 7"),
    ],
)
def test_labels_of_a_line_of_furniture_are_put_in_their_places(source, target):
    assert apply_labels(source, FURNITURE, "uk", "en", {1, 2}).target == target


@pytest.mark.parametrize(
    "source",
    [
        "Світ змінився",
        "Читайте <1>Коментарі</1> і <2>Світ</2> зранку",
        "<1>Світ</1> змінився",
        "Він сказав: Світ",
        "У 2024 Світ",
        "Поді<3>литися</3>: 5",
        "Поділитися новиною: <1>Facebook</1>",
        "",
        "<1/>",
        "3417",
    ],
)
def test_a_word_of_a_sentence_is_no_label(source):
    done = apply_labels(source, FURNITURE, "uk", "en", {1, 2})
    assert (done.target, done.count) == (source, 0)


@pytest.mark.parametrize(
    ("source", "unknown", "rest"),
    [
        ("Надрукувати: <1>PDF</1>", ("Надрукувати",), ("Надрукувати", "PDF")),
        ("3 417 читань", (), ("читань",)),
        ("Тарас із Полтави 19.11.2026", (), ("Тарас із Полтави",)),
        ("Чому море вигідне (Світ)", (), ("Чому море вигідне (Світ",)),
        ("Поділитися: <1>Фейсбук</1>", (), ("Фейсбук",)),
        ("Усі права захищено", (), ("Усі права захищено",)),
        ("Прочитали за добу понад: 12", (), ("Прочитали за добу понад",)),
        ("Переглядів: 12 | Лайків: 3", ("Лайків",), ("Лайків",)),
    ],
)
def test_what_stands_where_a_label_does_and_has_no_row_is_told(source, unknown, rest):
    done = apply_labels(source, FURNITURE, "uk", "en", {1, 2})
    assert (done.unknown, done.rest) == (unknown, rest)
