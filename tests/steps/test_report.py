from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from transloc import formats
from transloc.formats.localisation import Localisation
from transloc.model import Article, Catalog, Embed, Kind, State, Stated
from transloc.steps.export import Exported
from transloc.steps.extract import extract
from transloc.steps.labels import Standing
from transloc.steps.localise import Decided
from transloc.steps.localise_settings import Settings
from transloc.steps.report import given_date, report

TEXT = "---\ntitle: Дім\nauthor: О. К.\ndate: 2026-11-24\n---\n\nТекст 12.\n"
WISHES = Localisation(source="uk", target="en-GB")
DONE = Exported(data=b"", untranslated=0, marked=False)


def article(text=TEXT, **more):
    document = formats.named("markdown").parse(text.encode())
    return Article(slug="home", path="articles/home.md", locale="uk", document=replace(document, **more))


def reported(one=None, decided=None, settings=None, exported=DONE, *, credit="", placed=True, own=True, targets=None, today=None):
    one = one or article()
    segments = (
        replace(segment, target=(targets or {}).get(segment.source, "x"), state=State.REVIEWED) for segment in extract(one.document)
    )
    catalog = Catalog(article="home", source_locale="uk", target_locale="en", segments=tuple(segments))
    wishes = decided or Decided(wishes=WISHES)
    return report(one, catalog, exported, wishes, settings or Settings(), leftover=(3,), credit=credit, placed=placed, own=own, today=today)


def missing(*args, **how):
    return [(one.what, one.message) for one in reported(*args, **how).missing]


def test_an_article_that_states_all_of_it_misses_nothing():
    told = reported()
    assert (told.article, told.locale, told.draft, told.leftover, told.missing) == ("home", "en", False, (3,), ())


@pytest.mark.parametrize(("line", "what"), [("author: О. К.\n", "byline"), ("date: 2026-11-24\n", "date")])
def test_a_byline_or_a_date_that_is_not_stated_is_asked_for(line, what):
    (one,) = reported(article(TEXT.replace(line, ""))).missing
    assert (one.what, one.message, one.hint) == (what, f"the article states no {what}", f"Give one with --{what}")


def test_a_unit_that_is_a_date_states_it():
    one = article(TEXT.replace("date: 2026-11-24\n", ""))
    units = (*one.document.units[:-1], replace(one.document.units[-1], kind=Kind.DATE))
    assert missing(replace(one, document=replace(one.document, units=units))) == []


def test_what_is_given_is_not_asked_for_but_told_where_it_found_no_place():
    bare = article("# Дім\n\nТекст\n", metadata={"author": Stated("О")})
    given = Decided(wishes=replace(WISHES, date="2026-11-24"))
    assert missing(bare, given) == []
    assert missing(bare, given, placed=False) == [("date", "the article's own format has no place for a date")]


def test_another_form_has_a_place_for_what_is_given():
    bare = article("# Дім\n\nТекст\n", metadata={"author": Stated("О")})
    given = Decided(wishes=replace(WISHES, date="2026-11-24"))
    assert missing(bare, given, placed=False, own=False) == []


@pytest.mark.parametrize(
    ("own", "hint"),
    [(True, "State it in the text, or give one with --date to another form, such as --as html"), (False, "Give one with --date")],
)
def test_what_a_format_has_no_place_for_is_asked_for_in_the_text(own, hint):
    text = formats.named("text").parse("Пором повернеться\n\nАвтор: Олена Коваль\n\nПором ходитиме.\n".encode())
    (one,) = reported(Article(slug="ferry", path="ferry.txt", locale="uk", document=text), own=own).missing
    assert (one.what, one.hint) == ("date", hint)


def test_a_line_of_a_name_and_a_date_states_both():
    assert missing(article("# Дім\n\nСоломія Гнатюк, 26 листопада 2026 року\n\nТекст\n")) == []


@pytest.mark.parametrize(("text", "told"), [("Пором ходитиме.", True), ("# Пором\n\nПором ходитиме.", False)])
def test_an_article_without_a_headline_is_told(text, told):
    one = article(text, metadata={"author": Stated("О"), "date": Stated("2026-11-24")})
    assert missing(one) == ([("headline", "the article has no headline")] if told else [])


def test_hreflang_wants_addresses():
    assert [what for what, _ in missing(settings=Settings(hreflang=True))] == ["address", "address"]
    whole = Decided(wishes=replace(WISHES, origin="https://a.example/uk", canonical="https://a.example/en"))
    assert missing(decided=whole, settings=Settings(hreflang=True)) == []


def test_links_that_lead_nowhere_new_are_told():
    told = missing(decided=Decided(wishes=WISHES, untranslated=("talks",), unaddressed=("trams",)))
    assert told == [
        ("link", "a link leads to “talks”, which is not ready in en"),
        ("link", "a link leads to “trams”, whose address in en is not known"),
    ]


@pytest.mark.parametrize(
    ("caption", "credited"),
    [
        ("Фото: зала засідань", True),
        ("Зала засідань / EPA", True),
        ("Зала засідань. © Reuters", True),
        ("Зала засідань (фото: О. Коваль)", True),
        ("Зала засідань. Getty Images", True),
        ("Зала засідань у Києві", False),
        ("Зала на 30 місць та/або більше", False),
    ],
)
def test_captions_name_who_made_the_picture(caption, credited):
    one = article(TEXT + f"\n![](a.jpg)\n\n*{caption}*\n")
    assert any(unit.kind is Kind.CAPTION for unit in one.document.article)
    assert missing(one) == ([] if credited else [("caption", f"a caption names no source of its picture: “{caption}”")])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("«Ми йдемо далі», — сказав Шмигаль.", True), ("«Це був важкий рік для всіх нас».", False), ("Так звані «червоні лінії».", True)],
)
def test_quotations_name_who_said_them(text, speaker):
    told = [] if speaker else [("quotation", "nobody is named who said “Це був важкий рік для всіх нас”")]
    assert missing(article(f"{TEXT}\n{text}\n")) == told


def test_a_credit_line_without_a_place_is_told():
    assert missing(credit="By us") == [("credit", "there is no place for the credit line in this document")]
    assert missing(credit="By us", exported=replace(DONE, credited=True)) == []


def test_what_was_not_translated_is_listed_and_furniture_counted():
    embeds = (Embed("embed", "https://example.org/e", 4),)
    one = article(embeds=embeds)
    units = (replace(one.document.units[0], aside="share bar"), *one.document.units[1:])
    one = replace(one, document=replace(one.document, units=units))
    told = reported(one, exported=replace(DONE, untranslated=2, marked=True), targets={"Текст 12.": "Текст 12."})
    assert (told.embeds, told.aside, told.untranslated, told.draft, told.kept) == (embeds, 1, 2, True, ("Текст 12.",))


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2026-11-24", "2026-11-24"),
        ("24 листопада 2026, 10:15", "2026-11-24T10:15:00+02:00"),
        ("24 November 2026", "2026-11-24"),
        ("24 July 2026, 5:15 pm", "2026-07-24T17:15:00+03:00"),
        ("2026-11-24T10:15Z", "2026-11-24T10:15:00+00:00"),
        ("24 листопада", ""),
        ("x", ""),
    ],
)
def test_a_date_may_be_typed_as_people_do(typed, iso):
    assert given_date(typed, ("en-GB", "uk"), ZoneInfo("Europe/Kyiv")) == iso


@pytest.mark.parametrize(
    ("target", "today", "told"),
    [
        ("The talks ended yesterday.", date(2026, 11, 24), []),
        ("The talks ended yesterday.", date(2026, 11, 25), ["yesterday"]),
        ("The talks ended on Monday.", date(2026, 11, 25), []),
        ("The talks ended last week.", date(2026, 11, 29), []),
        ("The talks ended last week.", date(2026, 11, 30), ["last week"]),
        ("The talks ended this month.", date(2026, 11, 30), []),
        ("The talks ended this month, not last year.", date(2026, 12, 1), ["this month"]),
        ("The talks ended last year.", date(2027, 1, 1), ["last year"]),
        ("“We met yesterday,” he said.", date(2026, 11, 25), []),
        ("The talks end <1>tomorrow</1>.", date(2026, 11, 25), ["tomorrow"]),
    ],
)
def test_words_that_count_from_the_day_of_the_source_are_told_on_another_day(target, today, told):
    found = [one for one in reported(targets={"Текст 12.": target}, today=today).missing if one.what == "relative-date"]
    assert [one.message.split("”")[0].strip("“") for one in found] == told
    assert all("2026-11-24" in one.message for one in found)


def test_without_a_date_of_the_source_nothing_is_said_of_its_day():
    one = article(TEXT.replace("date: 2026-11-24\n", ""))
    told = reported(one, targets={"Текст 12.": "It ended yesterday."}, today=date(2026, 11, 25)).missing
    assert [one.what for one in told] == ["date"]


def test_words_of_the_source_around_the_article_are_told_by_line_and_labels_asked_for():
    exported = replace(DONE, left=(Standing("Надрукувати: PDF", 9), Standing("б" * 80)), unlabelled=(Standing("Надрукувати", 9),))
    told = reported(exported=exported)
    assert told.furniture == ("line 9, “Надрукувати: PDF”", f"“{'б' * 59}…”")
    (one,) = told.missing
    assert (one.what, one.message) == ("label", "no row of the glossary translates a label of the page: line 9, “Надрукувати”")
    assert one.hint == "Add a row of kind label for it"
