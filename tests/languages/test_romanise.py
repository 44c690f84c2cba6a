import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.languages import romanise


@pytest.mark.parametrize(
    ("ukrainian", "latin"),
    [  # examples of the resolution
        ("Згорани", "Zghorany"),
        ("Розгон", "Rozghon"),
        ("Борщагівка", "Borshchahivka"),
        ("Ґалаґан", "Galagan"),
        ("Єнакієве", "Yenakiieve"),
        ("Короп’є", "Koropie"),
        ("Їжакевич", "Yizhakevych"),
        ("Кадиївка", "Kadyivka"),
        ("Йосипівка", "Yosypivka"),
        ("Стрий", "Stryi"),
        ("Юрій", "Yurii"),
        ("Крюківка", "Kriukivka"),
        ("Яготин", "Yahotyn"),
        ("Знам'янка", "Znamianka"),
        ("Феодосія", "Feodosiia"),
        ("Мар’їне", "Marine"),
        ("Ганна-Юлія Нечуй-Левицька", "Hanna-Yuliia Nechui-Levytska"),
        ("ЮЛІЯ ЩУР", "YULIIA SHCHUR"),
        ("Щ. Яременко", "Shch. Yaremenko"),
    ],
)
def test_names_as_in_passports(ukrainian, latin):
    assert romanise.name(ukrainian, "uk", "en-GB") == latin


@pytest.mark.parametrize(
    ("ukrainian", "german", "polish"),
    [
        ("Сергій Бондар", "Serhij Bondar", "Serhij Bondar"),
        ("Ганна Лісовська", "Hanna Lissowska", "Hanna Lisowska"),
        ("Наталя Вербицька", "Natalja Werbyzka", "Natala Werbycka"),
        ("Тарас Левчук", "Taras Lewtschuk", "Taras Łewczuk"),
        ("Володимир Зеленський", "Wolodymyr Selenskyj", "Wołodymyr Zełenski"),
        ("Ілля Щербань", "Illja Schtscherban", "Iłla Szczerbań"),
        ("В’ячеслав Їжак", "Wjatscheslaw Jischak", "Wjaczesław Jiżak"),
        ("Льоня Кузьо", "Ljonja Kusjo", "Lonia Kuzio"),
    ],
)
def test_german_and_polish_have_their_own_tables(ukrainian, german, polish):
    assert romanise.name(ukrainian, "uk", "de-AT") == german
    assert romanise.name(ukrainian, "uk", "pl") == polish


@pytest.mark.parametrize(("text", "source", "target"), [("Иванов", "ru", "en"), ("Олена", "uk", "bg"), ("Рыжов", "uk", "en")])
def test_where_no_rule_leads_there_is_no_name(text, source, target):
    assert romanise.name(text, source, target) == ""


@pytest.mark.parametrize(
    ("title", "locale", "slug"),
    [
        ("Three governments, one map: Łódź", "pl", "three-governments-one-map-lodz"),
        ("Über Köln & die Straße", "de", "ueber-koeln-die-strasse"),
        ("Kyiv’s council buys 2.4 trams", "en", "kyivs-council-buys-2-4-trams"),
        ("Львів купує п’ять трамваїв", "uk", "lviv-kupuie-piat-tramvaiv"),
        ("Новости дня", "ru", "новости-дня"),
        ("— ! —", "en", ""),
        ("a" * 90, "en", "a" * 60),
    ],
)
def test_a_slug_is_of_whole_words(title, locale, slug):
    assert romanise.slug(title, locale) == slug


@given(st.text(max_size=300), st.sampled_from(["en", "de", "pl", "uk"]))
def test_a_slug_is_short_ascii_and_stays_one(title, locale):
    slug = romanise.slug(title, locale)
    assert len(slug) <= 60
    assert slug.isascii()
    assert slug == slug.strip("-").lower()
    assert romanise.slug(slug, locale) == slug


def test_no_break_spaces_and_dashes_part_the_words_of_a_slug():
    assert romanise.slug("Peace in\u00a0Kyiv—now", "en") == "peace-in-kyiv-now"
