import pytest

from transloc.glossary.charset import Undecodable, decode, mended

TABLE = "id,uk,en\nkyiv,Київ,Kyiv\n"


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        (TABLE.encode(), "utf-8", b""),
        (TABLE.encode("utf-8-sig"), "utf-8", b"\xef\xbb\xbf"),
        (b"\xff\xfe" + TABLE.encode("utf-16-le"), "utf-16-le", b"\xff\xfe"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "utf-16-be", b"\xfe\xff"),
    ],
)
def test_encodings_of_unicode_are_read_and_their_mark_kept(data, encoding, mark):
    assert decode(data, "g.csv") == (TABLE, encoding, mark)


def test_a_damaged_letter_is_told_by_line_and_column():
    with pytest.raises(Undecodable) as caught:
        decode("id,uk\r\nа,б\rв,".encode() + b"\xd0,x\n", "g.csv")
    assert (caught.value.line, caught.value.column) == (3, 3)


def test_the_command_quotes_a_name_that_a_shell_would_split():
    with pytest.raises(Undecodable) as caught:
        decode(TABLE.encode("cp1251"), "my names.csv")
    assert "iconv -f CP1251 -t UTF-8 'my names.csv' > 'my names.utf8.csv'" in caught.value.hint


@pytest.mark.parametrize(
    ("header", "text", "encoding", "likely"),
    [
        ("uk,en", "Їжакевич, Збройні сили України", "koi8_u", "KOI8-U"),
        ("pl,en", "Łódź żółć, Kijów się świeci", "cp1250", "CP1250"),
        ("fr,en", "élève naïf à la fête", "latin-1", "CP1252"),
        ("ja,en", "ウクライナ軍と日本の新聞", "euc_jp", "EUC-JP"),
    ],
)
def test_the_likely_charset_is_one_of_the_languages_of_the_header(header, text, encoding, likely):
    with pytest.raises(Undecodable, match=f"looks like {likely}"):
        decode(f"{header}\n{text}\n{text}\n".encode(encoding), "g.csv")


def test_a_few_damaged_letters_are_mended_and_another_charset_is_not():
    damaged = TABLE.encode() * 20 + b"\xd0\n\0\n"
    assert mended(damaged).decode() == TABLE * 20 + "\ufffd\n\ufffd\n"
    assert mended(TABLE.encode("cp1251")) is None
