import pytest

from transloc.model import Document, Stated
from transloc.steps.spoken import other_language


@pytest.mark.parametrize(
    ("form", "stated", "other"),
    [
        ("html", "de", "de"),
        ("html", "de_at", "de-AT"),
        ("html", "uk-UA", ""),
        ("html", "UK", ""),
        ("html", "ua", ""),  # a slip that many pages make
        ("html", "українська", ""),
        ("docx", "en-US", ""),
    ],
)
def test_what_a_document_says_against_what_it_is_taken_for(form, stated, other):
    document = Document(format=form, data=b"", encoding="utf-8", units=(), metadata={"language": Stated(stated)})
    assert other_language(document, "uk") == other


def test_a_document_that_says_nothing():
    assert other_language(Document(format="text", data=b"", encoding="utf-8", units=()), "uk") == ""
