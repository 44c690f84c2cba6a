import pytest

from transloc.languages.quotation_marks import quotation_marks


@pytest.mark.parametrize(
    ("tag", "first"),
    [
        ("uk", "«»"),
        ("en-GB", "“”"),
        ("pl", "„”"),
        ("de-AT", "„“"),
        ("de-CH", "«»"),
        ("fr-CA", "«»"),
        ("pt-BR", "“”"),
        ("pt-PT", "«»"),
        ("ja", "「」"),
        ("sw", "“”"),
    ],
)
def test_the_first_pair_is_the_one_of_cldr(tag, first):
    assert quotation_marks(tag)[0] == first


@pytest.mark.parametrize("tag", ["uk", "en", "pl", "de", "fr", "hy", "ja", "sv", "zh-Hant-TW"])
def test_every_pair_is_two_marks_and_there_is_one_for_the_inside(tag):
    assert len(quotation_marks(tag)) >= 2
    assert all(len(pair) == 2 for pair in quotation_marks(tag))
