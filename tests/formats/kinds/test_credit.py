import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.formats.kinds import credit


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Фото: Benoit Tessier / EPA", ["Benoit Tessier / EPA"]),
        ("Еммануель Макрон у Парижі. Фото: Benoit Tessier / EPA / Укрінформ", ["Benoit Tessier / EPA / Укрінформ"]),
        ("Фото: прапори на площі у Веймарі / Clara Weiss / EPA", ["Clara Weiss / EPA"]),
        ("Прапори. (Photo by John Doe/Getty Images)", ["John Doe/Getty Images"]),
        ("© AFP", ["AFP"]),
        ("(c) Reuters", ["Reuters"]),
        ("Фото Reuters", ["Reuters"]),
        ("Фото — УНІАН", ["УНІАН"]),
        ("Ілюстративне фото: Shutterstock", ["Shutterstock"]),
        ("Макрон у Парижі (Reuters)", ["Reuters"]),
        ("Макрон у Парижі / Clara Weiss", ["Clara Weiss"]),
        ("Макрон у Парижі. Reuters", ["Reuters"]),
        ("Джерело фото: facebook.com/ofis.prezydenta", ["facebook.com/ofis.prezydenta"]),
        ("Програма Ukraine Facility. Фото: J. Doe / EPA-EFE.", ["J. Doe / EPA-EFE"]),
        ("Зліва Макрон. Фото: X. Y. Doe / EPA. Справа Туск. Фото: PAP", ["X. Y. Doe / EPA", "PAP"]),
        ("Фото: Getty Images і AFP", ["Getty Images", "AFP"]),
        ("Фото: Олена Коваленко / Укрінформ", ["Укрінформ"]),
        ("Літак Boeing 737 / Reuters", ["Reuters"]),
        ("Macron in Paris. Photo: Benoit Tessier / EPA", ["Benoit Tessier / EPA"]),
        ("A view of Paris / Benoit Tessier / EPA", ["Benoit Tessier / EPA"]),
        ("The president speaks. (AP Photo/Alex Brandon)", ["AP Photo/Alex Brandon"]),
        ("Fot. Jan Kowalski / PAP", ["Jan Kowalski / PAP"]),
        ("Foto: Michael Kappeler/dpa", ["Michael Kappeler/dpa"]),
        ("Площа.\nФото: AFP", ["AFP"]),
    ],
)
def test_credits(words, kept):
    assert [words[start:end] for start, end in credit.found(words)] == kept


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Фото: Офіс Президента",
        "Фото: Олена Коваленко",
        "Фото з саміту НАТО",
        "На фото: Benoit Tessier, депутат",
        "Презентація програми Ukraine Facility у Брюсселі",
        "Відео YouTube показало вибух",
        "Photo: a view of the sea",
        "Photo: Eiffel Tower",
        "Photo courtesy of the artist",
        "Paris at night",
    ],
)
def test_no_credits(words):
    assert credit.found(words) == ()


@pytest.mark.parametrize(
    ("words", "bare"), [("(Reuters)", True), ("© AFP", True), ("Фото: AFP", False), ("Слово / AFP", False), ("", True)]
)
def test_what_is_nothing_but_a_credit(words, bare):
    assert credit.bare(words) is bare


TEXT = st.lists(
    st.sampled_from(["Фото", ": ", "EPA", " / ", "Benoit", ". ", "(", ")", "Площа ", "©", "Photo by ", "\n", "\ufffc", " і ", ", ", " — "])
    | st.text(max_size=5),
    max_size=14,
).map("".join)


@given(TEXT)
def test_credits_stand_in_order_and_hold_letters(words):
    at = 0
    for start, end in credit.found(words):
        assert at <= start < end <= len(words)
        assert any(map(str.isalpha, words[start:end]))
        assert words[start:end].strip(credit.SPACE) == words[start:end]
        assert not set("\n\ufffc()") & set(words[start:end]) or "(c)" in words[start:end].lower() or "(с)" in words[start:end].lower()
        at = end


@given(TEXT)
def test_the_letter_case_of_the_rest_tells_nothing(words):
    spans = credit.found(words)
    kept = {at for start, end in spans for at in range(start, end)}
    other = "".join(c if at in kept or len(o := c.swapcase()) != 1 or o.swapcase() != c else o for at, c in enumerate(words))
    assert credit.found(other) == spans
