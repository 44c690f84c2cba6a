import pytest

from transloc import formats
from transloc.formats.convert import Beside
from transloc.model import Article
from transloc.steps.links import Known
from transloc.steps.localise import Given, Going, Neighbour, decide, known, linked, titled
from transloc.steps.localise_settings import Settings

SITE = Settings(
    hreflang=True, site="https://example.org", addresses={"uk": "https://example.org/{slug}", "en": "https://example.org/en/{slug}"}
)


def article(text, slug="home"):
    document = formats.named("markdown").parse(text.encode())
    return Article(slug=slug, path=f"articles/{slug}.md", locale="uk", document=document)


def going(text, **more):
    return Going(article=article(text), target="en", variant="en-GB", **{"name": "home", **more})


def decided(text, settings=SITE, ready=("talks",), **more):
    one = going(text, **more)
    others = [known(slug, f"articles/{slug}.md", "", "uk", settings) for slug in ("home", "talks", "trams")]
    links = linked(one.article, others, settings)
    neighbours = {
        slug: Neighbour(name=f"{slug}-en", ready=slug in ready, path=f"articles/{slug}.md") for slug in {link.slug for link in links}
    }
    return decide(one, links, neighbours, settings)


def test_links_lead_to_what_is_ready():
    done = decided("[а](talks.md#x) [б](https://example.org/talks) [в](/talks)\n")
    assert done.wishes.links == {
        "talks.md#x": "talks-en.md#x",
        "https://example.org/talks": "https://example.org/en/talks-en",
        "/talks": "/en/talks-en",
    }
    assert (done.wishes.untranslated, done.untranslated, done.unaddressed) == (frozenset(), (), ())


def test_files_beside_the_article_are_those_that_are_ready_and_linked_by_name():
    done = decided("[а](talks.md#x) [б](https://example.org/talks) [в](trams.md)\n")
    assert done.beside == {"talks-en.md#x": Beside("talks-en", "articles/talks.md", "#x", "https://example.org/en/talks-en")}
    assert decided("[а](talks.md)\n", Settings(links=False)).beside == {}


def test_what_is_not_ready_is_marked_and_told():
    done = decided("[а](trams.md) ![і](i.png) ![ї](https://example.org/picture)\n")
    assert done.wishes.links == {}
    assert done.wishes.untranslated == {"trams.md"}
    assert done.wishes.mark == " (in Ukrainian)"
    assert done.untranslated == ("trams",)


def test_a_translation_without_a_known_address_is_marked_and_told_apart():
    done = decided("[а](https://example.org/talks)\n", Settings(addresses={"uk": "https://example.org/{slug}"}))
    assert done.wishes.untranslated == {"https://example.org/talks"}
    assert (done.untranslated, done.unaddressed) == ((), ("talks",))


def test_pages_of_the_site_that_are_not_here_are_in_the_source_language():
    text = "[а](https://example.org/old) [д](https://example.org/doc.pdf)\n[б](https://example.org/en/old) [в](https://example.org/a/b) [г](https://other.example/old)\n[ґ](/new#x)\n"
    done = decided(text)
    assert done.wishes.untranslated == {"https://example.org/old", "/new#x"}
    assert done.untranslated == ("/new#x", "https://example.org/old")


def test_a_link_to_the_article_itself_is_no_link_to_another():
    assert decided("[а](home.md) [б](https://example.org/home)\n").untranslated == ()


@pytest.mark.parametrize(
    ("off", "links", "marked"), [({"links": False}, {}, {"trams.md"}), ({"untranslated_mark": False}, {"talks.md": "talks-en.md"}, set())]
)
def test_each_is_switched_by_itself(off, links, marked):
    done = decided("[а](talks.md) [б](trams.md)\n", Settings(**off))
    assert (done.wishes.links, done.wishes.untranslated) == (links, marked)


def test_both_switched_off_nothing_is_looked_for():
    settings = Settings(links=False, untranslated_mark=False)
    assert linked(article("[а](talks.md)\n"), [Known(slug="talks", path="articles/talks.md")], settings) == ()


def test_the_page_knows_its_languages():
    wishes = decided("# Дім\n\nТекст\n", name="house", others={"pl": "dom"}).wishes
    assert wishes.alternates == (("uk", "https://example.org/home"), ("en", "https://example.org/en/house"))
    assert (wishes.canonical, wishes.origin) == ("https://example.org/en/house", "https://example.org/home")
    assert (wishes.source, wishes.target, wishes.direction, wishes.title) == ("uk", "en-GB", "ltr", "Дім")


def test_one_page_alone_has_no_other_languages():
    assert decided("Текст\n", Settings(hreflang=True, addresses={"uk": "https://example.org/{slug}"})).wishes.alternates == ()
    assert decided("Текст\n", Settings(addresses=SITE.addresses)).wishes.alternates == ()


def test_what_is_given_and_a_name_by_the_headline_go_along():
    wishes = decided("Текст\n", titled=True, name="house", given=Given(byline="O. K.", date="2026-11-24")).wishes
    assert (wishes.slug, wishes.byline, wishes.date) == ("house", "O. K.", "2026-11-24")
    assert decided("Текст\n").wishes.slug == ""


# -- names


TITLES = {"a": "Three <1>governments</1>", "b": "Same", "c": "Same", "d": "— —", "e": "a", "f": "Łódź"}


def test_headlines_name_exports_and_no_two_the_same():
    assert titled(TITLES, [*TITLES, "g"], "en-GB", Settings(slug="title")) == {"a": "three-governments", "f": "lodz"}


def test_by_default_articles_keep_their_names():
    assert titled(TITLES, TITLES, "en", Settings()) == {}
