import pytest

from transloc import formats
from transloc.errors import InputError
from transloc.formats.text import PlainText


@pytest.mark.parametrize(
    ("name", "expected"), [("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("dir.x/b.txt", "text"), ("b.text", "text")]
)
def test_the_suffix_tells_the_format(name, expected):
    assert formats.for_name(name).name == expected


@pytest.mark.parametrize("name", ["a.odt", "README", ".md"])
def test_an_unknown_suffix_names_the_known_ones(name):
    with pytest.raises(InputError, match=r"\.md.*\.txt") as told:
        formats.for_name(name)
    assert told.value.exit_status == 2
    assert name in str(told.value)


def test_a_document_finds_its_format_again():
    assert isinstance(formats.named("text"), PlainText)
    with pytest.raises(InputError, match="newer"):
        formats.named("quark")
