import pytest
from turbohtml import parse

from fakes.samples import HOSTILE, harmless
from fakes.site import Site, text
from transloc.model import QuotationStatus, State
from transloc.states import Action
from transloc.steps.ledger import ledger

QUOTES = "/a/enlargement-report/en/quotes/"
SLUG = "enlargement-report"
WORDS = "“Ukraine cannot be asked for faultless courts.”"


def page(site, path=QUOTES):
    return parse(site.get(path).content.decode(), positions=False)


def entry(site, slug=SLUG):
    """Return the French quotation of the article."""
    article = site.store.article(slug)
    found = ledger(article.document, site.store.catalog(slug, "en"), site.newsroom.glossary)
    return next(one for one in found if one.quotation.text.startswith("Не можна вимагати"))


def fields(site, do, **more):
    """Return a form's fields about the French quotation, as the page gives them."""
    one = entry(site)
    form = {"quotation": f"{one.quotation.unit}-{one.quotation.span[0]}", "do": do}
    for segment in site.store.catalog(SLUG, "en"):
        if segment.id in one.segments:
            form |= {f"seen-{segment.id}": segment.revision, f"target-{segment.id}": segment.target or segment.suggestion}
    return form | more


def mark(site):
    site.post(QUOTES, fields(site, "mark", spoken_in="fr", published_in="fr"))


def wording(site, text):
    return {f"target-{entry(site).segments[0]}": text}


def test_every_quotation_is_listed_with_its_speaker_and_its_sentence(samples):
    document = page(samples)
    cards = document.select(".quotation")
    assert [card.select_one("h3").text for card in cards] == ["Елен Маршан", "Тарас Левчук", "Тарас Левчук"]
    assert "perhaps said in another language" in cards[0].text
    assert "perhaps spoken in French, published in French" in " ".join(cards[0].text.split())
    assert "no sign of another language" in cards[1].text
    assert cards[0].select_one(f'a[href="/a/{SLUG}/en/s/{entry(samples).segments[0]}/"]') is not None


def test_a_mark_makes_it_wait_for_a_resolution_and_confirming_is_refused(samples):
    mark(samples)
    one = entry(samples)
    assert (one.marked, one.blocked, one.quotation.spoken_in) == (True, True, "fr")
    card = page(samples).select_one(".quotation")
    assert "to resolve" in card.text
    assert card.select_one("form [name='how']") is not None
    from transloc.errors import Refused

    segment = next(each for each in samples.store.catalog(SLUG, "en") if each.id == one.segments[0])
    samples.change(segment.source, Action.EDIT, slug=SLUG, target=WORDS)
    with pytest.raises(Refused, match="quote-origin"):
        samples.change(segment.source, Action.CONFIRM, slug=SLUG)


def test_the_published_wording_is_entered_with_its_address(samples):
    mark(samples)
    told = {"how": "published", "url": "https://news.example/1", "original": "On ne peut pas…", **wording(samples, WORDS)}
    samples.post(QUOTES, fields(samples, "resolve", **told))
    one = entry(samples)
    assert (one.quotation.status, one.quotation.url, one.quotation.original) == (QuotationStatus.VERIFIED, told["url"], told["original"])
    assert (one.target, one.blocked) == (WORDS, False)
    card = page(samples).select_one(".quotation")
    assert "published wording" in card.text
    assert card.select_one('a[href="https://news.example/1"]').attr("rel") == "noreferrer noopener"
    segment = next(each for each in samples.store.catalog(SLUG, "en") if each.id == one.segments[0])
    assert samples.change(segment.source, Action.CONFIRM, slug=SLUG).state is State.REVIEWED


@pytest.mark.parametrize(
    ("how", "more", "status", "said"),
    [
        ("authorised", {"note": "Her office, by mail, 3 November"}, QuotationStatus.VERIFIED, "authorised translation"),
        ("retranslated", {}, QuotationStatus.RETRANSLATED, "translated from Ukrainian"),
        ("paraphrase", {}, QuotationStatus.PARAPHRASE, "indirect speech"),
    ],
)
def test_the_other_ways_out(samples, how, more, status, said):
    mark(samples)
    samples.post(QUOTES, fields(samples, "resolve", how=how, **more, **wording(samples, "Ukraine is asked for much, she says.")))
    assert entry(samples).quotation.status is status
    assert not entry(samples).blocked
    assert said in page(samples).select_one(".quotation").text


def test_who_authorised_a_translation_says_nothing_of_the_one_that_follows(samples):
    mark(samples)
    samples.post(QUOTES, fields(samples, "resolve", how="authorised", note="Her office"))
    samples.post(QUOTES, fields(samples, "resolve", how="retranslated", note="Her office"))
    assert entry(samples).quotation.note == ""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"how": "published"}, "needs the address where it stands"),
        ({"how": "published", "url": "javascript:alert(1)"}, "begins with https://"),
        ({"how": "published", "url": "https://x.example/ y"}, "needs the address"),
        ({"how": "authorised", "note": " "}, "Nobody is named who authorised"),
        ({}, "It is not said how the wording was come by"),
    ],
)
def test_half_a_resolution_is_refused_and_nothing_typed_is_lost(samples, more, why):
    mark(samples)
    answer = samples.post(QUOTES, fields(samples, "resolve", **more, **wording(samples, WORDS)), status=422)
    card = parse(answer.content.decode(), positions=False).select_one(".quotation")
    assert why in card.select_one(".notice.error").text
    assert card.select_one("textarea[name^='target-']").text == WORDS
    assert entry(samples).blocked
    assert entry(samples).target == ""


def test_a_sentence_written_meanwhile_is_not_written_over(samples):
    mark(samples)
    form = fields(samples, "resolve", how="retranslated", **wording(samples, WORDS))
    source = next(each.source for each in samples.store.catalog(SLUG, "en") if each.id == entry(samples).segments[0])
    samples.change(source, Action.EDIT, slug=SLUG, target="Written in the other tab.")
    answer = samples.post(QUOTES, form, status=422)
    card = parse(answer.content.decode(), positions=False).select_one(".quotation")
    assert "has changed since you read it" in card.text
    assert "Written in the other tab." in card.text
    assert card.select_one("textarea[name^='target-']").text == WORDS
    assert entry(samples).target == "Written in the other tab."


def test_words_said_in_the_language_of_the_source_are_no_suspicion_any_more(samples):
    samples.post(QUOTES, fields(samples, "mark", spoken_in="uk"))
    one = entry(samples)
    assert (one.quotation.status, one.blocked, one.suspected) == (QuotationStatus.DIRECT, False, False)
    assert "said in Ukrainian" in page(samples).select_one(".quotation").text


def test_a_mark_can_be_taken_away(samples):
    mark(samples)
    samples.post(QUOTES, fields(samples, "withdraw"))
    assert not entry(samples).marked


@pytest.mark.parametrize(
    ("more", "why"), [({}, "No language is named"), ({"spoken_in": "klingon!"}, "is not a language tag")], ids=["none", "unknown"]
)
def test_a_mark_without_a_language_is_refused(samples, more, why):
    answer = samples.post(QUOTES, fields(samples, "mark", **more), status=422)
    assert why in text(answer)
    assert not entry(samples).marked


def test_a_quotation_that_is_gone_is_told(samples):
    answer = samples.post(QUOTES, {"quotation": "u00000000-3", "do": "mark", "spoken_in": "fr"}, status=422)
    assert "is not in the article any more" in text(answer)


def test_every_name_stands_with_its_spelling_role_and_first_mention(samples):
    rows = {row.select_one("th").text: row for row in page(samples).select("#names tbody tr")}
    marchand = rows["Елен Маршан"]
    assert "Hélène Marchand" in marchand.text
    assert "депутатка Європейського парламенту" in marchand.text
    first = marchand.select_one("a").attr("href").split("/")[-2]
    segment = next(one for one in samples.store.catalog(SLUG, "en") if one.id == first)
    assert "Маршан" in segment.source
    assert "place" in rows["Молдова"].text


def test_a_name_that_sentences_spell_differently_is_told(samples):
    catalog = samples.store.catalog("weimar-meeting", "en")
    held = [one for one in catalog if "Гайдук" in one.source]
    assert page(samples, "/a/weimar-meeting/en/quotes/").select("#names .differs") == []
    samples.change(held[-1].source, Action.EDIT, slug="weimar-meeting", target=held[-1].target.replace("Haiduk", "Hayduk"))
    row = page(samples, "/a/weimar-meeting/en/quotes/").select_one("#names .differs")
    assert row.select_one("th").text == "Олена Гайдук"
    spellings = {one.select_one("q").text: [link.attr("href") for link in one.select("a")] for one in row.select(".spelling")}
    assert spellings["Hayduk"] == [f"/a/weimar-meeting/en/s/{held[-1].id}/"]
    assert len(spellings["Haiduk"]) == len(held) - 1


def test_nothing_of_hostile_words_runs(samples):
    for words in HOSTILE:
        samples.post(QUOTES, fields(samples, "mark", spoken_in="fr", speaker=words))
        samples.post(QUOTES, fields(samples, "resolve", how="authorised", note=words, original=words, **wording(samples, words)))
        harmless(samples.get(QUOTES).content.decode())


@pytest.mark.parametrize("slug", ["evil", "evil-page"])
def test_nothing_of_a_hostile_source_runs(evil, slug):
    harmless(evil.get(f"/a/{slug}/en/quotes/").content.decode())


def test_an_article_that_quotes_nobody(desk):
    with desk.newsroom() as newsroom:
        assert "The article quotes nobody." in text(Site(desk, newsroom).get("/a/library/en/quotes/"))
