import pytest

from transloc.errors import InputError
from transloc.glossary import read
from transloc.glossary.exchange import Format, loads, save

GLOSSARY = """id,kind,uk,en,pl,en.forbidden,status,translate,note
kyiv,place,Київ,Kyiv,Kijów,Kiev,,,the capital
russia,place,Росія|РФ,Russia|Russian Federation,Rosja,,,,
photo,label,Фото,Photo,Fot.,,,,
new,term,нове,new,,,draft,,
old,term,старе,old,,,deprecated,,
reuters,org,Reuters,,,,,no,
formula,term,=1+1,one,,,,,
again,term,РФ,RF,,,,,
"""


def saved(form, source="", target="", **more):
    return save(read(GLOSSARY.encode()), form, "names", source, target, **more)


def concepts(text, form, source="", target=""):
    return loads(text.encode() if isinstance(text, str) else text, form, "list.csv", source, target).file.glossary.concepts


def terms(text, form, *pair):
    return [[(term.locale, term.text) for term in concept.terms] for concept in concepts(text, form, *pair)]


def test_deepl_gets_every_source_with_its_preferred_target():
    out = saved(Format.DEEPL, "uk", "en-GB")
    assert out.data.decode() == "Київ,Kyiv\nРосія,Russia\nРФ,Russia\nReuters,Reuters\n"
    assert "variants of the target" in out.notes[0]
    told = "1 (begins like a formula), 1 (deprecated), 1 (draft), 1 (label), 1 (the source is that of an earlier row)"
    assert out.notes[1] == f"left out: {told}"


def test_without_a_target_deepl_gets_all_pairs_in_four_columns():
    lines = saved(Format.DEEPL).data.decode().splitlines()
    assert "Київ,Kyiv,uk,en" in lines
    assert "Київ,Kijów,uk,pl" in lines


def test_a_list_of_four_columns_becomes_one_row_a_word():
    text = "source,target,source_lang,target_lang\nКиїв,Kyiv,UK,EN-GB\nКиїв,Kijów,UK,PL\nРада,Rada,UK,PL\n"
    assert terms(text, Format.DEEPL) == [[("uk", "Київ"), ("en-GB", "Kyiv"), ("pl", "Kijów")], [("uk", "Рада"), ("pl", "Rada")]]


def test_a_list_of_two_columns_needs_its_languages():
    assert terms("Київ;Kyiv\n", Format.DEEPL, "uk", "en") == [[("uk", "Київ"), ("en", "Kyiv")]]
    with pytest.raises(InputError, match="the list does not tell its languages") as caught:
        concepts("Київ,Kyiv\n", Format.DEEPL)
    assert "--source uk --target en" in caught.value.hint


def test_a_fifth_column_is_told():
    loaded = loads("Київ,Kyiv,uk,en,7\n".encode(), Format.DEEPL, "list.csv")
    assert loaded.notes == ("what stands behind the fourth column was left out, in 1 rows",)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("Київ,Kyiv\nОдеса\n", 2, "a row needs a source and a target"),
        ("Київ,\n", 1, "a row needs a source and a target"),
        ("Київ,Kyiv,uk,en\nКиїв,Kyiv,ua,en\n", 2, "Did you mean “uk”"),
        ('"Київ,Kyiv\n', 1, "quoted cell"),
    ],
)
def test_a_broken_list_is_one_sentence_with_its_line(text, line, says):
    with pytest.raises(InputError) as caught:
        concepts(text, Format.DEEPL, "uk", "en")
    assert says in str(caught.value)
    assert caught.value.line == line


def test_omegat_gets_every_variant_with_what_a_person_should_know():
    out = saved(Format.OMEGAT, "uk", "en")
    assert out.data.decode().splitlines() == [
        "Київ\tKyiv\tthe capital; not Kiev",
        "Росія\tRussia\t",
        "Росія\tRussian Federation\t",
        "РФ\tRussia\t",
        "РФ\tRussian Federation\t",
        "Фото\tPhoto\t",
        "нове\tnew\tdraft",
        "Reuters\tReuters\t",
        "РФ\tRF\t",
    ]
    assert out.notes[1] == "left out: 1 (begins like a formula or a remark), 1 (deprecated)"


def test_a_list_of_omegat_is_read_back_with_variants_and_comments():
    text = "# remarks\n\nКиїв\tKyiv\tthe capital\nКиїв\tKyïv\nДніпро\tDnipro\t\n"
    (kyiv, dnipro) = concepts(text, Format.OMEGAT, "uk", "en")
    assert (kyiv.variants("en"), kyiv.note, kyiv.id) == (("Kyiv", "Kyïv"), "the capital", "kyiv")
    assert dnipro.note == ""


def test_a_text_file_of_omegat_begins_with_a_mark_and_is_read_with_it():
    data = saved(Format.OMEGAT, "uk", "en", mark=True).data
    assert data.startswith(b"\xef\xbb\xbf")
    assert concepts(data, Format.OMEGAT, "uk", "en")[0].preferred("uk") == "Київ"


@pytest.mark.parametrize(
    ("data", "says"),
    [("Київ\n".encode(), "a line needs a source"), ("Київ і\tKyiv\n".encode("cp1251"), "not UTF-8"), (b"\0\0", "NUL")],
)
def test_what_is_no_list_of_omegat_is_one_sentence(data, says):
    with pytest.raises(InputError) as caught:
        concepts(data, Format.OMEGAT, "uk", "en")
    assert says in str(caught.value)


def test_no_cell_that_comes_in_runs_as_a_formula():
    for form, text in ((Format.DEEPL, '"=cmd|1","@x"\n'), (Format.OMEGAT, "=cmd\t@x\t+1\n")):
        loaded = loads(text.encode(), form, "list", "uk", "en").file
        assert all(cell[:1] not in "=+-@" for row in loaded.sheet.body for cell in row.values if cell)
        assert loaded.glossary.concepts[0].preferred("en") == "@x"
