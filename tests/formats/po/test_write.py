"""A rewrite loses nothing that somebody else wrote."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from fakes.catalogs import catalogs
from transloc.errors import InputError
from transloc.formats import po
from transloc.model import Catalog, Kind, Segment, State

BY_HAND = """# Ukrainian news.
#
msgid ""
msgstr ""
"Project-Id-Version: news 1\\n"
"PO-Revision-Date: 2026-11-20 10:00+0200\\n"
"Language: en\\n"
"Content-Type: text/plain; charset=KOI8-U\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Poedit 3.4\\n"

# Is this the city or the cake?
#   indented
#. headline
#. Title of the page
#: page.html:12 page.html:14
#: other.html
#, fuzzy, python-format, no-wrap
msgctxt "u1.s1"
msgid "Київ"
msgstr "Kyiv"

#, c-format
msgid "%d місто"
msgid_plural "%d міст"
msgstr[0] "%d city"
msgstr[1] "%d cities"

#~ msgid "Львів"
#~ msgstr "Lviv"

# The end.
"""


@pytest.fixture
def old():
    return po.read(BY_HAND.encode("koi8-u"))


def test_comments_flags_references_and_headers_stay(old):
    text = po.write(old.catalog, old=old).decode()
    for kept in (
        "# Ukrainian news.\n#\nmsgid",
        '"X-Generator: Poedit 3.4\\n"\n',
        '"PO-Revision-Date: 2026-11-20 10:00+0200\\n"\n',
        "# Is this the city or the cake?\n#   indented\n",
        "#. headline\n#. Title of the page\n#: page.html:12 page.html:14\n#: other.html\n#, fuzzy, python-format, no-wrap\n",
        'msgid "%d місто"\nmsgid_plural "%d міст"\nmsgstr[0] "%d city"\nmsgstr[1] "%d cities"\n',
        '#~ msgid "Львів"\n#~ msgstr "Lviv"\n',
        "\n# The end.\n",
    ):
        assert kept in text
    assert "charset=UTF-8" in text
    assert "KOI8-U" not in text


def test_rewriting_settles_at_once(old):
    data = po.write(old.catalog, old=old)
    again = po.read(data)
    assert again.catalog == old.catalog
    assert again.notes == old.notes
    assert po.write(again.catalog, old=again) == data


def test_a_plural_form_changes_in_its_place(old):
    changed = [replace(s, target="%d towns") if s.target == "%d cities" else s for s in old.catalog]
    text = po.write(replace(old.catalog, segments=tuple(changed)), old=old).decode()
    assert 'msgstr[0] "%d city"\nmsgstr[1] "%d towns"\n' in text


def test_one_unconfirmed_plural_form_flags_the_entry(old):
    changed = [replace(s, state=State.TRANSLATED) if s.target == "%d cities" else s for s in old.catalog]
    assert "#, fuzzy, c-format\n" in po.write(replace(old.catalog, segments=tuple(changed)), old=old).decode()


def test_what_left_the_article_becomes_obsolete_and_is_no_segment(old):
    left = replace(old.catalog, segments=old.catalog.segments[1:])
    data = po.write(left, old=old)
    assert '#~ msgctxt "u1.s1"\n#~ msgid "Київ"\n#~ msgstr "Kyiv"\n' in data.decode()
    assert "# Is this the city or the cake?" in data.decode()
    assert po.read(data).catalog == left


def test_what_comes_back_is_not_obsolete_any_more(old):
    left = po.read(po.write(replace(old.catalog, segments=()), old=old))
    data = po.write(old.catalog, old=left)
    assert "#~ msgctxt" not in data.decode()
    assert po.read(data).catalog == old.catalog


def test_an_entry_without_text_leaves_without_trace():
    one = Catalog(article="a", source_locale="uk", target_locale="en", segments=(Segment(id="u1.s1", source="Київ"),))
    assert b"#~" not in po.write(replace(one, segments=()), old=po.read(po.write(one)))


@settings(max_examples=60, deadline=None)
@given(catalogs(), catalogs())
def test_the_catalog_decides_whatever_stood_in_the_file(before, now):
    assert po.read(po.write(now, old=po.read(po.write(before)))).catalog == now


def test_a_segment_that_stands_twice_is_refused():
    twice = Catalog(article="talks", source_locale="uk", target_locale="en", segments=(Segment(id="u1.s1", source="а"),) * 2)
    with pytest.raises(InputError, match="stands twice"):
        po.write(twice)


def test_half_a_character_is_refused_in_words():
    broken = Catalog(article="talks", source_locale="uk", target_locale="en", segments=(Segment(id="u1.s1", source="\ud83d"),))
    with pytest.raises(InputError, match=r"U\+D83D"):
        po.write(broken)


def test_texts_stand_on_one_line_without_folding():
    long = Segment(id="u1.s1", source="слово " * 100 + "\n" + "кінець", target="word", state=State.REVIEWED)
    data = po.write(Catalog(article="talks", source_locale="uk", target_locale="en", segments=(long,)))
    assert sum(line.startswith(b'"') for line in data.split(b"\n")) == 7  # the header's fields


def test_a_caption_bears_a_note_of_rights_that_is_nobodys_own():
    catalog = Catalog(
        article="a", source_locale="uk", target_locale="en", segments=(Segment(id="u1.s1", source="Площа", kind=Kind.CAPTION),)
    )
    written = po.write(catalog)
    assert b"#. caption\n#. rights: " in written
    again = po.read(written)
    assert again.notes["u1.s1"].extracted == ()
    assert po.write(again.catalog, old=again) == written


class TestTheGlossaryOfASignedArticle:
    FINAL = Segment(id="u1.s1", source="Київ", target="Kyiv", state=State.FINAL)
    SIGNED = Catalog(article="talks", source_locale="uk", target_locale="en", segments=(FINAL,), glossary="ab12")

    def test_stands_in_the_header(self):
        assert b'"X-Transloc-Glossary: ab12\\n"' in po.write(self.SIGNED)
        assert po.read(po.write(self.SIGNED)).catalog == self.SIGNED

    def test_leaves_it_when_the_article_is_reopened(self):
        signed = po.read(po.write(self.SIGNED))
        assert b"X-Transloc-Glossary" not in po.write(replace(self.SIGNED, glossary=""), old=signed)

    def test_counts_for_nothing_where_somebody_has_reopened_a_segment_in_the_file(self):
        data = po.write(self.SIGNED).replace(b'msgctxt "u1.s1"', b'#, fuzzy\nmsgctxt "u1.s1"')
        assert po.read(data).catalog.glossary == ""
