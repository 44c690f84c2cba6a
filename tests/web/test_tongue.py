"""In which language a page speaks, and that it keeps to it."""

import re

import pytest
from django.conf import settings
from django.utils import translation
from turbohtml import parse

from fakes.desk import ENGLISH
from fakes.site import Site, stranger, text
from fakes.tour import AT
from transloc.jobs.newsroom import now
from transloc.states import Action
from transloc.store.models import Event

PRICE = "Вони коштують 480 млн гривень."
UKRAINIAN = {"accept-language": "uk,en;q=0.8"}


def lang(answer):
    return answer.content.decode().partition('<html lang="')[2].partition('"')[0]


ASKED = {
    "uk": "uk",
    "uk-UA,uk;q=0.9,en;q=0.8": "uk",
    "pl, uk;q=0.5, en;q=0.1": "uk",
    "en-GB": "en",
    "de": "en",
    "": "en",
    "~;;q": "en",
}
COUNTS = {1: "1 речення", 2: "2 речення", 5: "5 речень", 11: "11 речень", 21: "21 речення", 22: "22 речення"}


@pytest.mark.parametrize(("asked", "spoken"), ASKED.items())
def test_a_page_speaks_as_the_browser_asks(site, asked, spoken):
    answer = site.get("/", **{"accept-language": asked})
    assert (lang(answer), answer["Content-Language"]) == (spoken, spoken)
    assert "Accept-Language" in answer["Vary"]
    assert ("Черга" in text(answer)) == (spoken == "uk")


def test_a_person_chooses_and_keeps_it_wherever_they_sign_in(site):
    back = site.post("/language/", {"language": "uk", "next": "/glossary/?text=lviv"})
    assert back["Location"] == "/glossary/?text=lviv"
    assert "Черга" in site.said()
    assert lang(site.get("/", **{"accept-language": "en"})) == "uk"
    assert set(back.cookies) <= {"sessionid"}
    site.post("/language/", {"language": ""})
    assert lang(site.get("/", **{"accept-language": "en"})) == "en"


def test_the_choice_is_in_the_record_once(site):
    for wanted in ("uk", "uk", "en"):
        site.post("/language/", {"language": wanted})
    told = Event.objects.filter(note__startswith="language of").order_by("id")
    assert [(one.actor, one.before, one.after) for one in told] == [
        (site.newsroom.owner().name, "", "uk"),
        (site.newsroom.owner().name, "uk", "en"),
    ]


ROOMS = ("", "read/", "findings/", "quotes/", "compare/", "export/", "conflicts/")
PAGES = ("/", "/board/", "/glossary/", "/glossary/propose/", "/memory/", "/log/", "/notifications/", "/account/", "/add/")


def test_every_page_offers_the_languages_that_there_are_and_no_other(samples):
    for page in (*PAGES, *(f"/{AT}{room}" for room in ROOMS)):
        foot = re.search(r'<footer class="tongues">.*?</footer>', samples.get(page).content.decode(), re.DOTALL)[0]
        assert re.findall(r'<button[^>]* value="([^"]*)"', foot) == [tag for tag, _ in settings.LANGUAGES], page


def test_a_language_that_is_not_there_is_no_choice(site):
    site.post("/language/", {"language": "tlh"}, status=404)


def test_who_is_not_signed_in_is_spoken_to_as_well(site):
    answer = stranger().get("/", headers=UKRAINIAN)
    assert answer.status_code == 403
    assert "Ви не ввійшли" in text(answer)
    assert stranger().get("/", headers=UKRAINIAN | {"accept": "application/json"}).json()["message"] == "Ви не ввійшли"


def test_the_next_one_is_spoken_to_in_their_own(site):
    site.get("/", **UKRAINIAN)
    assert translation.get_language() == "en"
    assert "Queue" in text(site.get("/"))


def test_a_row_that_was_shown_in_one_language_is_shown_in_another(site):
    site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    said = [text(site.get("/a/tram/en/", **{"accept-language": tag})) for tag in ("en", "uk", "en")]
    assert "1 error" in said[0]
    assert "1 помилка" in said[1]
    assert "error" not in said[1]
    assert said[2] == said[0]


def test_a_finding_and_a_refusal_are_told_in_the_language_of_the_page(site):
    segment = site.change(PRICE, Action.EDIT, target="They cost 48 million hryvnias.")
    place = f"/a/tram/en/s/{segment.id}/"
    assert "В оригіналі 480, у перекладі 48" in text(site.get(place, **UKRAINIAN))
    script = UKRAINIAN | {"accept": "application/json"}
    answer = site.post(f"{place}do/confirm/", {"seen": segment.revision}, status=422, **script).json()
    assert "В оригіналі" in answer["message"]
    assert answer["hint"] == "Виправте переклад або пропустіть зауваження, назвавши причину"
    answer = site.post(f"{place}do/reject/", {"seen": segment.revision}, status=422, **script).json()
    assert answer["message"] == "Відхилення: зі стану «чернетка» це неможливо"
    assert "Confirm" not in answer["message"]


def test_who_signs_is_told_sentence_by_sentence_why_not(desk):
    """A refusal finds its sentence in whatever language it is told."""
    desk.settings(four_eyes="true")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        site.review(ENGLISH)
        revision = site.store.catalog("tram", "en").revision
        said = text(site.post("/a/tram/en/sign-off/", {"seen": revision}, status=422, **UKRAINIAN))
    assert "Lviv buys 12 trams : дві пари очей" in said
    assert "речення u" not in said


@pytest.mark.parametrize(("count", "words"), COUNTS.items())
def test_a_number_takes_the_form_that_ukrainian_has_for_it(count, words):
    with translation.override("uk"):
        assert translation.ngettext("%(number)s sentence", "%(number)s sentences", count) % {"number": count} == words


def test_days_times_and_large_numbers_are_written_as_the_language_does():
    from datetime import datetime

    from django.utils.formats import date_format

    from transloc.web.templatetags.desk import grouped

    at = datetime(2026, 11, 24, 18, 5)  # noqa: DTZ001 -- a clock's face
    told = {}
    for tag in ("en", "uk"):
        with translation.override(tag):
            told[tag] = [date_format(at, f) for f in ("DATE_FORMAT", "MONTH_DAY_FORMAT", "SHORT_DATETIME_FORMAT")] + [grouped(12345)]
    assert told["en"] == ["24 November 2026", "24 November", "24 Nov 2026, 18:05", "12,345"]
    assert told["uk"] == ["24 листопада 2026", "24 листопада", "24.11.2026, 18:05", "12\u00a0345"]


def test_the_words_of_the_scripts_come_by_themselves_and_stay(site):
    page = site.get("/a/tram/en/", **UKRAINIAN).content.decode()
    address = page.partition('src="/words/')[2].partition('"')[0]
    answer = site.get(f"/words/{address}")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "immutable" in answer["Cache-Control"]
    assert r"\u0412\u0456\u0434\u043a\u0440\u0438\u0442\u0438\u0445" in answer.content.decode(), "Відкритих (речень не лишилося)"
    site.get("/words/tlh/0.js", status=404)


def test_settings_that_cannot_be_read_are_told_in_the_language_of_the_page(site):
    site.desk.write("transloc.toml", site.desk.read("transloc.toml").replace("[project]", "[project]\nfour_eyes = 1"))
    said = text(site.get("/", **UKRAINIAN))
    assert "недопустиме значення «four_eyes», потрібно: true або false. Поки це не виправлено" in said
    assert "“four_eyes” must be true or false. Until it is mended" in text(site.get("/"))


def test_what_cannot_be_written_into_a_document_is_told_without_a_word_of_english(desk):
    desk.write("articles/bold.md", "# Міст\n\nПро це **пише газета. Це каже мер.**\n")
    desk.run("add", "articles/bold.md")
    with desk.newsroom() as newsroom:
        site = Site(desk, newsroom)
        half = next(one for one in site.store.catalog("bold", "en") if "<1>" in one.source)
        site.store.keep_draft("bold", "en", half.id, person=newsroom.owner(), text="A paper says so.", seen=1, at=now())
        told = {tag: fault(site.get("/a/bold/en/preview/", **{"accept-language": tag})) for tag in ("en", "uk")}
    why = "його переклад неможливо вписати сюди, не змінивши структури документа. Змініть його переклад"
    assert told["uk"] == f"блок {half.unit} (рядок 3, «Про це пише газета. Це каже мер.»): {why}"
    assert "its target cannot be written here without changing the document's structure" in told["en"]


def fault(answer):
    return parse(answer.content.decode()).select_one(".fault").text.strip()


def test_a_catalog_that_cannot_be_read_is_told_so_too(site):
    site.desk.write("locales/en/tram.po", 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "а"\n')
    said = text(site.get("/a/tram/en/conflicts/", status=422, **UKRAINIAN))
    assert "tram.po:5: у записі немає msgstr" in said
    assert "Відновіть файл або допишіть це місце вручну" in said


def test_a_glossary_that_cannot_be_read_is_told_so_too(site):
    site.desk.write("glossary.csv", 'id,kind,uk,en\ntram,term,"трамвай,tram\n')
    for page in ("/", "/glossary/", "/glossary/propose/"):
        assert "клітинка в лапках закінчується не так, як слід" in text(site.get(page, **UKRAINIAN)), page
