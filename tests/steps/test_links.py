import pytest

from transloc import formats
from transloc.steps.links import Atlas, Known, in_article, written

HOME = "https://example.org/news/home"
KNOWN = (
    Known(slug="talks", path="articles/talks.md", addresses=("https://www.example.org/news/talks/",)),
    Known(slug="trams", path="articles/2026/trams.md", addresses=("http://example.org/news?id=7",)),
    Known(slug="nowhere", path="articles/nowhere.md"),
)
ATLAS = Atlas(KNOWN, "articles/home.md", HOME)


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        ("talks.md", "talks"),
        ("./talks.md#part", "talks"),
        ("../articles/talks.md", "talks"),
        ("talks", "talks"),
        ("talks.html", "talks"),
        ("2026/trams.md", "trams"),
        ("2026/../talks.md", "talks"),
        ("https://example.org/news/talks", "talks"),
        ("http://EXAMPLE.org/news/talks/?utm_source=x#y", "talks"),
        ("//example.org/news/talks", "talks"),
        ("/news/talks", "talks"),
        ("https://example.org/news?id=7", "trams"),
        ("/news?id=7&amp;x", ""),
        ("/news", ""),
        ("talks.jpg", ""),
        ("/articles/talks.md", ""),
        ("../talks.md", ""),
        ("https://elsewhere.example/news/talks", ""),
        ("mailto:talks.md", ""),
        ("#talks", ""),
        ("", ""),
        ("http://[", ""),
        ("javascript:talks.md", ""),
    ],
)
def test_an_article_is_found_by_its_file_or_its_address(address, slug):
    link = ATLAS.find(address)
    assert (link.slug if link else "") == slug


def test_how_it_is_written_is_kept():
    link = ATLAS.find("./talks.html?x=1#part")
    assert (link.written, link.file, link.suffix, link.rest) == ("./talks.html?x=1#part", True, ".html", "?x=1#part")
    assert ATLAS.find("/news/talks").rooted
    assert not ATLAS.find("https://example.org/news/talks").rooted


def test_without_an_address_of_its_own_a_page_has_links_by_file_and_whole_ones():
    atlas = Atlas(KNOWN, "articles/home.md")
    assert atlas.find("/news/talks") is None
    assert atlas.find("https://example.org/news/talks").slug == "talks"


TEXT = """---
title: T
link: front.md
---

[a](one.md), [b](<two.md> "t"), [c][label] і [d](three.md#x); <https://example.org/a>

![i](picture.md) `[code](code.md)`

[![i](i.png)](image.md)

<p><a href='raw.html?x=1&amp;y'>слово</a></p>

[LABEL]: four.md "t"
"""


def test_the_addresses_of_a_document_are_told_as_written():
    document = formats.named("markdown").parse(TEXT.encode())
    found = written(document)
    assert {"one.md", "two.md", "three.md#x", "four.md", "image.md", "raw.html?x=1&amp;y", "https://example.org/a"} <= set(found)
    assert len(found) == len(set(found))


def test_those_whose_words_are_translated_are_known_apart():
    document = formats.named("markdown").parse(TEXT.encode())
    read = in_article(document)
    assert {"one.md", "two.md", "three.md#x", "four.md", "raw.html?x=1&amp;y"} <= read
    assert not {"image.md", "front.md"} & read
