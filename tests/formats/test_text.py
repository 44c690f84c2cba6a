import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc import markup
from transloc.errors import InputError, Refused
from transloc.formats import text
from transloc.formats.decode import stretches
from transloc.formats.text import PlainText
from transloc.formats.units import MAX_CHARACTERS

TEXT = PlainText()


def rebuilt(source, change=None, **rest):
    document = TEXT.parse(source.encode())
    ids = {unit.source: unit.id for unit in document.units}
    targets = {ids[key]: value for key, value in (change or {}).items()}
    omitted = {ids[key] for key in rest.get("omitted", ())}
    added = {ids[key]: value for key, value in rest.get("added", {}).items()}
    return TEXT.rebuild(document, targets, omitted=omitted, added=added).decode()


def sources(source):
    return [unit.source for unit in TEXT.parse(source.encode()).units]


def test_blank_lines_separate_paragraphs():
    assert sources("Заголовок\n\n \t\nПерший рядок\nдругий\n\n\n  Третій  \n") == ["Заголовок", "Перший рядок\nдругий", "Третій"]


BODY = "Пором ходитиме тричі на тиждень.\n\nКвитки дорожчі."


def kinds(*paragraphs):
    return [unit.kind.value for unit in TEXT.parse("\n\n".join([*paragraphs, BODY]).encode()).units][: len(paragraphs)]


@pytest.mark.parametrize("line", ["Пором повернеться", "Чи повернеться пором?", "«Пором повернеться до літа» — мер", "Пором – 2026"])
def test_a_first_line_that_stands_alone_is_the_headline(line):
    assert kinds(line) == ["headline"]
    assert TEXT.parse(f"{line}\n\n{BODY}".encode()).metadata["title"].value == line


@pytest.mark.parametrize(
    "line",
    [
        "Пором повернеться.",
        "Пором повернеться…",
        "Коли буде пором:",
        "Пором\nповернеться",
        "- Пором повернеться",
        "1. Пором повернеться",
        "— Пором повернеться",
        "Пором повернеться, і це добре для міста " * 4,
    ],
)
def test_a_sentence_an_item_or_several_lines_are_no_headline(line):
    assert kinds(line) == ["paragraph"]
    assert "title" not in TEXT.parse(f"{line}\n\n{BODY}".encode()).metadata


def test_a_line_without_a_text_is_no_headline():
    assert [unit.kind.value for unit in TEXT.parse("Пором повернеться\n".encode()).units] == ["paragraph"]


def test_byline_and_date_stand_beside_the_headline():
    assert kinds("Пором повернеться", "Автор: Соломія Гнатюк", "26 листопада 2026 року") == ["headline", "byline", "date"]
    assert kinds("Пором повернеться", "Соломія Гнатюк, Калуш") == ["headline", "byline"]
    assert kinds("Світ", "26 листопада 2026, 10:15", "Пором повернеться") == ["label", "date", "headline"]
    assert kinds("Пором повернеться", "Він знову ходить річкою.", "26 листопада 2026") == ["headline", "lede", "date"]


def test_lines_of_dates_in_one_paragraph_are_no_date_and_a_caption_is_a_paragraph():
    assert kinds("Пором повернеться", "3 грудня 2026\n15 грудня 2026", "Фото: Clara Weiss / EPA") == ["headline", "paragraph", "paragraph"]


def test_a_line_of_figures_is_no_unit():
    assert sources("Слово\n\n12 345\n\n* * *\n") == ["Слово"]


def test_an_empty_file_has_no_units():
    assert sources("") == []
    assert rebuilt("") == ""


def test_only_the_changed_paragraph_changes():
    assert rebuilt("  Один \r\n\r\n\tДва\r\nтри\r\n", {"Два\nтри": "Two\nthree"}) == "  Один \r\n\r\n\tTwo\r\nthree\r\n"


def test_a_blank_line_in_a_target_makes_no_paragraph():
    assert rebuilt("Один\n\nДва\n", {"Один": "One\n\nmore"}) == "One\nmore\n\nДва\n"


def test_an_omitted_paragraph_goes_with_its_blank_lines():
    assert rebuilt("Один\n\nДва\n\nТри\n", omitted=["Два"]) == "Один\n\nТри\n"


def test_an_added_paragraph_stands_after_its_unit():
    assert rebuilt("Один\n\nДва\n", added={"Один": ["Note.", "More."]}) == "Один\n\nNote.\n\nMore.\n\nДва\n"


def test_a_charset_that_lacks_a_letter_gives_way_to_utf_8():
    document = TEXT.parse("Вчора міністри зустрілися у Варшаві".encode("cp1251"))
    assert TEXT.rebuild(document, {document.units[0].id: "W Łodzi"}) == "W Łodzi".encode()
    assert TEXT.rebuild(document, {document.units[0].id: "У Варшаві"}) == "У Варшаві".encode("cp1251")


def test_codes_are_refused_with_the_unit():
    with pytest.raises(Refused, match=r"u[0-9a-f]{8}"):
        rebuilt("Один", {"Один": "<1>One</1>"})


def test_literal_codes_stay_words():
    assert sources("Пишіть <1> тут") == ["Пишіть \\<1> тут"]
    assert rebuilt("Пишіть <1> тут", {"Пишіть \\<1> тут": "Write \\<1> here"}) == "Write <1> here"


def test_an_endless_paragraph_is_refused_with_its_line():
    with pytest.raises(InputError, match="million") as told:
        TEXT.parse(("Слово\n\n" + "а" * (MAX_CHARACTERS + 1)).encode(), "long.txt")
    assert str(told.value).startswith("long.txt:3:")


def test_repeated_paragraphs_have_ids_of_their_own():
    one, two, three = TEXT.parse("Так\n\nТак\n\nТак".encode()).units
    assert (two.id, three.id) == (f"{one.id}-2", f"{one.id}-3")


@given(st.text(st.sampled_from("аб \n\t\r.<1>/")))
def test_unchanged_text_keeps_its_bytes(text):
    document = TEXT.parse(text.encode())
    assert TEXT.rebuild(document, {unit.id: unit.source for unit in document.units}) == text.encode()
    assert all(text[slice(*unit.span)].strip() == text[slice(*unit.span)] for unit in document.units)


@given(st.lists(st.text(st.sampled_from("аб \n\t<1>/\\"), min_size=1).map(lambda t: "я" + t), min_size=1, max_size=4))
def test_changed_text_reads_back(words):
    document = TEXT.parse("\n\n".join(f"Абзац {n}" for n in range(len(words))).encode())
    targets = {unit.id: markup.escape(value) for unit, value in zip(document.units, words, strict=True)}
    found = [markup.strip(unit.source).words for unit in TEXT.parse(TEXT.rebuild(document, targets)).units]
    assert ["".join(f.split()) for f in found] == ["".join(w.split()) for w in words]


@given(st.text(st.sampled_from("аб \n\t\r"), max_size=80), st.integers(1, 12))
def test_sections_read_and_are_rebuilt_as_the_whole(source, size):
    data = source.encode()

    def rebuilt(size):
        patch.setattr(text, "_SIZE", size)
        patch.setattr(text, "stretches", lambda data, encoding: stretches(data, encoding, max(1, size // 2)))
        document = TEXT.parse(data)
        targets = {unit.id: unit.source.swapcase() for unit in document.units[::2]}
        omitted = {unit.id for unit in document.units[1::4]}
        added = {unit.id: ["Note"] for unit in document.units[3::4]}
        return document, TEXT.rebuild(document, targets, omitted=omitted, added=added)

    with pytest.MonkeyPatch.context() as patch:
        assert rebuilt(size) == rebuilt(1000)


def test_white_space_without_end_is_read_in_linear_time():
    source = "Слово" + "\n" * 3_000_000 + "Далі"
    assert sources(source) == ["Слово", "Далі"]
    assert rebuilt(source, {"Далі": "On"}) == source.replace("Далі", "On")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "cp1251", "koi8-u", "utf-8-sig"])
def test_every_charset_of_an_archive_stays(encoding):
    source = "Вчора міністри зустрілися у Варшаві.\r\n\r\nВони домовилися про фонд."
    document = TEXT.parse(source.encode(encoding))
    new = TEXT.rebuild(document, {document.units[1].id: "Вони поїхали."})
    assert new == source.replace("Вони домовилися про фонд", "Вони поїхали").encode(encoding)
