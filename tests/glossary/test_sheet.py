import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transloc.errors import InputError
from transloc.glossary.sheet import neutralise, plain, read_sheet

CELL = st.text(st.sampled_from('аbЇ ,;\t"|=-\n\r'), max_size=6)


@settings(max_examples=100)
@given(
    rows=st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=4),
    mark=st.sampled_from(",;\t"),
    ending=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    last=st.booleans(),
)
def test_what_is_read_is_written_byte_for_byte(rows, mark, ending, encoding, last):
    quoted = [mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    head = mark.join(["id", "uk", "en"])
    data = (ending.join([head, *quoted]) + (ending if last else "")).encode(encoding)
    sheet = read_sheet(data, "g.csv")
    assert sheet.write() == data
    assert sheet.delimiter == mark
    assert [list(row.values) for row in sheet.body] == rows


@settings(max_examples=100)
@given(value=CELL, ending=st.sampled_from(["\n", "\r\n"]))
def test_a_cell_that_is_set_is_read_back_and_its_neighbours_keep_their_bytes(value, ending):
    data = ending.join(["id,uk,en", 'a,"x",y', "b,  z ,", ""]).encode()
    sheet = read_sheet(data, "g.csv")
    changed = sheet.set(sheet.body[0], {2: value})
    again = read_sheet(changed.write(), "g.csv")
    assert plain(again.body[0].values[2]) == value
    assert changed.write().startswith(f'id,uk,en{ending}a,"x",'.encode())
    assert changed.write().endswith(f"{ending}b,  z ,{ending}".encode())


def test_a_row_is_appended_as_the_header_ends_even_after_a_last_line_without_an_ending():
    sheet = read_sheet("id;uk\r\na;б".encode(), "g.csv")
    assert sheet.append(("c", "г;ґ")).write().decode() == 'id;uk\r\na;б\r\nc;"г;ґ"\r\n'


def test_a_column_is_added_to_every_row_and_a_row_removed():
    sheet = read_sheet(b"id,uk\na,b\n\nc,d\n", "g.csv")
    wider = sheet.add_column("en")
    assert wider.write() == b"id,uk,en\na,b,\n\nc,d,\n"
    assert wider.remove(wider.body[0]).write() == b"id,uk,en\n\nc,d,\n"


def test_rows_and_cells_know_where_they_stand():
    sheet = read_sheet(b'id,uk\n"a\nb","c"\nd,e\n', "g.csv")
    assert [row.line for row in sheet.rows] == [1, 2, 4]
    assert sheet.body[0].place(1) == (3, 4)
    assert sheet.body[1].place(1) == (4, 3)


@pytest.mark.parametrize(
    ("header", "mark"),
    [("id,uk,en", ","), ("id;uk;en", ";"), ("id\tuk\ten", "\t"), ('id;"a,b,c,d";en', ";"), ("id", ",")],
)
def test_the_delimiter_is_told_from_the_header(header, mark):
    assert read_sheet(f"{header}\n1,2,3;4\n".encode(), "g.csv").delimiter == mark


def test_an_old_encoding_is_named_with_the_way_to_convert_it():
    text = "id,uk,en\n" + "".join(f"r{n},Збройні сили України і Верховна Рада,Armed forces\n" for n in range(5))
    with pytest.raises(InputError) as caught:
        read_sheet(text.encode("cp1251"), "старий/glossary.csv")
    assert "CP1251" in str(caught.value)
    assert "iconv -f CP1251 -t UTF-8 'старий/glossary.csv' > 'старий/glossary.utf8.csv'" in str(caught.value)


@pytest.mark.parametrize(("encoding", "name"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
def test_utf_16_without_a_mark_is_named(encoding, name):
    with pytest.raises(InputError, match=f"looks like {name}"):
        read_sheet("id,uk,en\nkyiv,Kyiv,Kyiv\n".encode(encoding), "g.csv")


@pytest.mark.parametrize(("text", "line"), [('id,uk\na,"b\nc\n', 2), ('id,uk\na,b\n"x\ny","b"c\n', 4)])
def test_a_quote_that_does_not_end_is_refused_on_its_line(text, line):
    with pytest.raises(InputError, match="quoted cell") as caught:
        read_sheet(text.encode(), "g.csv")
    assert caught.value.line == line


@pytest.mark.parametrize("value", ["=1+1", "+380", "-ом", "@cmd", "\tx", "\rx", "\nx"])
def test_formulas_are_disarmed_and_mean_the_same(value):
    assert neutralise(value) == "'" + value
    assert plain(neutralise(value)) == value


@pytest.mark.parametrize("value", ["'в'язниця'", "О'Коннор", "a=b", ""])
def test_all_else_is_left_alone(value):
    assert neutralise(value) == plain(value) == value
