import re
from dataclasses import replace

import pytest

from transloc import formats
from transloc.errors import Refused
from transloc.model import Catalog, Kind, State
from transloc.steps.export import export
from transloc.steps.extract import extract
from transloc.steps.progress import progress

TEXT = "# Міст\n\nПерший абзац.\n\nДругий *абзац*.\n\n- Пункт\n"
ENGLISH = {"Міст": "Bridge", "Перший абзац.": "First paragraph.", "Другий <1>абзац</1>.": "Second <1>paragraph</1>.", "Пункт": "Item"}


def article(text=TEXT, name="a.md"):
    return formats.for_name(name).parse(text.encode(), name)


def catalog(document, targets=ENGLISH, state=State.REVIEWED, locale="en"):
    given = ((segment, targets.get(segment.source, "")) for segment in extract(document))
    segments = tuple(replace(segment, target=target, state=state if target else State.INITIAL) for segment, target in given)
    return Catalog(article="bridge", source_locale="uk", target_locale=locale, segments=segments)


def exported(document, one, *, draft=False, four_eyes=False):
    return export(document, progress(one, {}, four_eyes=four_eyes), draft=draft)


def test_targets_stand_in_the_place_of_their_sources():
    document = article()
    done = exported(document, catalog(document))
    assert done.data.decode() == "# Bridge\n\nFirst paragraph.\n\nSecond *paragraph*.\n\n- Item\n"
    assert (done.untranslated, done.marked) == (0, False)


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.rstrip("\n"), "---\ntitle: 'Міст'\n---\n" + TEXT])
def test_targets_equal_to_their_sources_give_the_same_bytes(text):
    document = article(text)
    same = catalog(document, {segment.source: segment.source for segment in extract(document)})
    assert exported(document, same).data == text.encode()


def test_a_refusal_names_the_first_five_and_counts_the_rest():
    document = article("\n\n".join(f"Абзац {n}." for n in range(8)) + "\n")
    with pytest.raises(Refused, match="8 segments block it") as told:
        exported(document, catalog(document, {}))
    assert len(re.findall("not translated", str(told.value))) == 5
    assert "; and 3 more" in str(told.value)
    assert "bridge (en) is not ready" in str(told.value)


def test_a_refusal_for_one_segment_counts_one():
    document = article()
    with pytest.raises(Refused, match="1 segment blocks it"):
        exported(document, catalog(document, {key: value for key, value in ENGLISH.items() if key != "Пункт"}))


def test_a_draft_goes_out_with_a_notice_and_its_sources():
    document = article()
    done = exported(document, catalog(document, {"Міст": "Bridge"}), draft=True)
    assert done.data.decode() == (
        "# Bridge\n\nMachine translation, not yet reviewed by an editor.\n\nПерший абзац.\n\nДругий *абзац*.\n\n- Пункт\n"
    )
    assert (done.untranslated, done.marked) == (3, True)


@pytest.mark.parametrize(
    ("locale", "words"),
    [("pl", "Tłumaczenie"), ("de-AT", "Maschinelle Übersetzung"), ("en-GB", "Machine translation"), ("fr", "Machine translation")],
)
def test_the_notice_is_in_the_readers_language(locale, words):
    document = article()
    assert words in exported(document, catalog(document, locale=locale, state=State.TRANSLATED), draft=True).data.decode()


def test_the_notice_of_a_plain_text_stands_in_it_too():
    document = article("Перший абзац.\n\nДругий абзац.\n", "a.txt")
    data = exported(document, catalog(document, {"Перший абзац.": "First paragraph."}), draft=True).data.decode()
    assert data == "First paragraph.\n\nMachine translation, not yet reviewed by an editor.\n\nДругий абзац.\n"


def test_what_is_reviewed_gets_no_notice_even_as_a_draft():
    document = article()
    assert exported(document, catalog(document), draft=True) == exported(document, catalog(document))


def test_with_four_eyes_reviewed_is_not_enough():
    document = article()
    with pytest.raises(Refused, match="waits for a second person"):
        exported(document, catalog(document), four_eyes=True)
    assert not exported(document, catalog(document, state=State.FINAL), four_eyes=True).marked


def test_broken_codes_are_refused_with_the_segments_name():
    document = article()
    broken = catalog(document, ENGLISH | {"Другий <1>абзац</1>.": "Second paragraph."})
    with pytest.raises(Refused, match="its inline codes differ"):
        exported(document, broken)


CREDIT = "Translated from Ukrainian"
LAST = {"Дім": "House", "Олена Коваленко": "Olena Kovalenko", "Абзац.": "Paragraph.", "Пункт": "Item", "Текст.": "Text."}


def credited(text, name="a.md", **units):
    document = article(text, name)
    document = replace(document, units=tuple(replace(unit, kind=units.get(unit.source, unit.kind)) for unit in document.units))
    done = export(document, progress(catalog(document, LAST), {}), credit=CREDIT)
    return done.data.decode(), done.credited


def test_a_credit_line_ends_the_article():
    assert credited("# Дім\n\nАбзац.\n") == (f"# House\n\nParagraph.\n\n{CREDIT}\n", True)
    assert credited("Дім\n\nАбзац.\n", "a.txt") == (f"House\n\nParagraph.\n\n{CREDIT}\n", True)


def test_it_follows_the_byline_that_stands_in_the_text():
    text = "# Дім\n\nОлена Коваленко\n\nАбзац.\n"
    assert credited(text, **{"Олена Коваленко": Kind.BYLINE})[0] == f"# House\n\nOlena Kovalenko\n\n{CREDIT}\n\nParagraph.\n"


def test_a_byline_in_front_matter_is_no_place_for_it():
    text = "---\nauthor: Олена Коваленко\n---\n\nАбзац.\n"
    assert credited(text)[0] == f"---\nauthor: Olena Kovalenko\n---\n\nParagraph.\n\n{CREDIT}\n"


def test_it_is_no_item_of_a_list():
    assert credited("Текст.\n\n- Пункт\n")[0] == f"Text.\n\n{CREDIT}\n\n- Item\n"


def test_where_it_has_no_place_the_article_goes_out_without():
    assert credited("---\ntitle: Дім\n---\n") == ("---\ntitle: House\n---\n", False)


BAR = '<div class="share-bar">Поділитися: <a href="https://t.me/share" title="Поділитися в Телеграмі">Телеграм</a></div>'


def test_labels_of_a_pages_furniture_are_put_into_the_targets_language():
    from formats.html.pages import PAGE
    from transloc.formats.html import Html
    from transloc.glossary import csv_file

    document = Html().parse(PAGE.replace('<a href="/world">Світ</a>', '<a href="/world">Коментарі</a>').encode())
    table = "id,kind,uk,en\ncomments,label,Коментарі,Comments\nhome,label,Головна,Home\n".encode()
    glossary = csv_file.read(table, "glossary.csv").glossary
    segments = [replace(s, target="Text", state=State.REVIEWED) for s in extract(document) if not s.source.count("<")]
    one = Catalog(article="fund", source_locale="uk", target_locale="en", segments=tuple(segments))
    done = export(document, progress(one, {}), draft=True, glossary=glossary)
    page = done.data.decode()
    assert '<a href="/">Home</a>' in page
    assert '<a href="/world">Comments</a>' in page
    assert "<h3>Comments</h3>" in page
    assert done.labelled == 3
    assert "Поділитися" in page
    assert [one.words for one in done.unlabelled] == ["Поділитися"]
    assert [one.line for one in done.left if one.words == "Поділитися: Телеграм"] == [page.splitlines().index(BAR) + 1]
