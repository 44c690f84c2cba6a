import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.errors import InputError
from transloc.formats.decode import decode, encode, lacks, stretches, text_of

NEWS = "Міністри країн домовилися у Веймарі — про спільний фонд; «він потрібен», — каже Гайдук. Її слова підтвердив уряд.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "koi8-u"])
def test_ukrainian_files_are_told_apart(encoding):
    words = NEWS.replace("—", "-").replace("«", '"').replace("»", '"') if encoding == "koi8-u" else NEWS
    assert decode(words.encode(encoding)) == (words, encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
def test_a_headline_is_enough(encoding):
    assert decode("Рада ухвалила бюджет".encode(encoding)) == ("Рада ухвалила бюджет", encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF32_LE, "utf-32-le")]
)
def test_a_mark_decides_and_comes_back(mark, encoding):
    data = mark + NEWS.encode(encoding)
    text, name = decode(data)
    assert text == NEWS
    assert encode(text, name) == data
    assert text_of(data, name) == NEWS


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [NEWS, "Plain English text 🙂\n", "Рада ухвалила бюджет"])
def test_utf_16_without_a_mark_is_known_by_its_letters(encoding, text):
    data = text.encode(encoding)
    assert decode(data) == (text, encoding)
    assert encode(text, encoding) == data


def test_a_page_of_ascii_stays_in_the_charset_that_it_declares():
    """Its translation has to be: the declaration stays, and nobody else tells a reader what the bytes are."""
    assert decode(b"<p>News</p>", declared="windows-1251") == ("<p>News</p>", "cp1251")
    assert decode(b"<p>News</p>", declared="latin1") == ("<p>News</p>", "cp1252")
    assert decode(b"<p>News</p>", declared="utf-8")[1] == "utf-8"


@pytest.mark.parametrize(
    "declared", ["base64", "rot13", "zip", "idna", "undefined", "utf-16", "unicode_escape", "x" * 3000, "\0", "utf\n8", "  "]
)
def test_a_charset_that_is_none_is_passed_over(declared):
    assert decode(b"News", declared=declared) == ("News", "utf-8")
    assert decode(NEWS.encode("cp1251"), declared=declared) == (NEWS, "cp1251")


@pytest.mark.parametrize("declared", ["KOI8-U", "koi8-ru", "KOI8U"])
def test_a_short_text_is_read_as_declared(declared):
    assert decode("ЄС".encode("koi8-u"), declared=declared) == ("ЄС", "koi8-u")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le+mark", "utf-16-be", "cp1251", "gb18030"])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_stretches_make_up_the_text(encoding, size):
    text = "Гайдук: 新闻" if encoding == "gb18030" else "Її слова" if encoding == "cp1251" else "Її слова 🙂 新闻\r\n"
    assert "".join(stretches(encode(text, encoding), encoding, size)) == text


def test_the_declared_charset_comes_before_a_guess():
    data = "Привіт, ґанок".encode("iso8859-5", "replace")
    assert decode(data, declared="ISO-8859-5")[1] == "iso8859-5"


def test_an_unknown_declared_charset_is_passed_over():
    assert decode(NEWS.encode("cp1251"), declared="x-mac-newsroom")[1] == "cp1251"


def test_a_translation_with_quotation_marks_alone_reads_on():
    text = "He said “yes” – and left…"
    assert decode(text.encode("cp1251"))[0] == text


def test_empty_is_a_text():
    assert decode(b"") == ("", "utf-8")


@pytest.mark.parametrize(("data", "why"), [(b"abc\0def", "NUL"), (b"\x01\x02\x03\x04text", "control"), ("a\0".encode("utf-16"), "NUL")])
def test_what_is_no_text_is_refused(data, why):
    with pytest.raises(InputError, match=why) as told:
        decode(data, "x.md")
    assert told.value.exit_status == 2
    assert "x.md" in str(told.value)


@pytest.mark.parametrize("data", [bytes(range(0x80, 0x100)) * 3, b"\xff\xfe\x00", b"\xef\xbb\xbf\xff"])
def test_what_cannot_be_told_is_refused(data):
    with pytest.raises(InputError, match=r"UTF|certainty"):
        decode(data)


def test_a_charset_tells_what_it_lacks():
    assert lacks("cp1251", "ł")
    assert not lacks("cp1251", "ї")
    assert not lacks("utf-16-le+mark", "ł")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_every_text_comes_back(text, encoding):
    data = text.encode(encoding)
    try:
        found, name = decode(data)
    except InputError:
        return
    assert encode(found, name) == data


@given(st.binary(max_size=40))
def test_every_file_comes_back_or_is_refused(data):
    try:
        text, encoding = decode(data)
    except InputError:
        return
    assert encode(text, encoding) == data


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
@pytest.mark.parametrize("case", [str, str.upper, str.lower, str.swapcase])
def test_a_cyrillic_code_page_is_told_whatever_the_case_of_its_letters(encoding, case):
    text = case(
        "Міністри закордонних справ зустрілися у Варшаві, щоб обговорити мирний план, і домовилися про спільну заяву. "
        "Перемовини тривали цілу ніч, а їхні підсумки оприлюднять згодом, коли всі делегації повернуться додому та погодять слова."
    )
    assert decode(text.encode(encoding)) == (text, encoding)
