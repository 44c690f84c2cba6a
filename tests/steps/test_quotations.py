import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transloc.checks.quotations.quoted import foreign, marked
from transloc.formats.markdown import Markdown
from transloc.glossary import Glossary
from transloc.glossary.entry import Concept, ConceptKind, Term
from transloc.model import QuotationStatus
from transloc.steps.quotations import find


def row(kind, uk, gender="", speaks=""):
    return Concept(id=uk, kind=kind, terms=(Term(uk, "uk"),), gender=gender, speaks=speaks)


GLOSSARY = Glossary(
    (
        row(ConceptKind.PERSON, "Емманюель Макрон", "m", "fr"),
        row(ConceptKind.PERSON, "Тарас Левчук", "m", "uk"),
        row(ConceptKind.PERSON, "Марта Віллемс", "f", "en"),
        row(ConceptKind.PLACE, "Франція"),
        row(ConceptKind.ORG, "Новий обрій", speaks="hu"),
    ),
    ("uk",),
)


def found(text, glossary=GLOSSARY, locale="uk"):
    return find(Markdown().parse(text.encode()), glossary, locale=locale)


def one(text, glossary=GLOSSARY, locale="uk"):
    (quotation,) = found(text, glossary, locale)
    return quotation


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("«Ми йдемо далі», — сказав Денис Шмигаль журналістам.", "Ми йдемо далі", "Денис Шмигаль"),
        ("«Ми йдемо далі», — заявив Шмигаль на мітингу в Умані, Черкаська область.", "Ми йдемо далі", "Шмигаль"),
        ("Шмигаль заявив: «Ми йдемо далі».", "Ми йдемо далі", "Шмигаль"),
        ("За словами Дефне Каплан, «ринок пам’ятає».", "ринок пам’ятає", "Дефне Каплан"),
        ("Каплан сказала, що ринок «пам’ятає це краще, ніж дипломати».", "пам’ятає це краще, ніж дипломати", "Каплан"),
        ("«Так?» — запитала речниця МЗС Марта Віллемс.", "Так?", "Марта Віллемс"),
        ("Про це написав Макрон: «Ми йдемо».", "Ми йдемо", "Емманюель Макрон"),
        ("Слова Левчука: «Ми йдемо далі разом з усіма».", "Ми йдемо далі разом з усіма", ""),
        ("Левчук тут. «Ми йдемо», — каже він.", "Ми йдемо", "Тарас Левчук"),
        ("Левчук тут.\n\n«Ми йдемо», — каже він.", "Ми йдемо", "Тарас Левчук"),
        ("Левчук і Віллемс тут. «Ми йдемо», — каже вона.", "Ми йдемо", "Марта Віллемс"),
        ("«Ми йдемо», — каже він.", "Ми йдемо", ""),
        ("«Це був важкий рік для всіх нас».", "Це був важкий рік для всіх нас", ""),
        ("Стаття. *«Ми йдемо далі»*, — сказав **Денис** Шмигаль.", "Ми йдемо далі", "Денис Шмигаль"),
    ],
)
def test_ukrainian(text, words, speaker):
    quotation = one(text)
    assert (quotation.text, quotation.speaker, quotation.status) == (words, speaker, QuotationStatus.UNRESOLVED)


@pytest.mark.parametrize(
    ("text", "locale", "words", "speaker"),
    [
        ("“We go on,” said Emmanuel Macron. He left.", "en", "We go on,", "Emmanuel Macron"),
        ("“We go on,” Macron said.", "en", "We go on,", "Macron"),
        ("„Idziemy dalej” – powiedział Donald Tusk.", "pl", "Idziemy dalej", "Donald Tusk"),
        ("„Wir gehen weiter“, sagte Friedrich Merz.", "de", "Wir gehen weiter", "Friedrich Merz"),
        ("«Мы идём дальше», — сказал Левчук.", "ru", "Мы идём дальше", "Левчук"),
    ],
)
def test_other_languages(text, locale, words, speaker):
    quotation = one(text, None, locale)
    assert (quotation.text, quotation.speaker) == (words, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Так звані «червоні лінії» — це перелік.",
        "Закон «Про внесення змін до деяких законодавчих актів України» ухвалено.",
        "«Укрпошта» — державна компанія.",
        "Він назвав це «зрадою» і пішов.",
        "Фільм «Гра престолів» вийшов.",
        "Незакрита «лапка, — сказав він.",
        "Джерела: «Слово і діло, і ще одне слово», — сказав Макрон",
    ],
)
def test_titles_and_words_held_at_a_distance_are_none(text):
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "words", "speaker", "published"),
    [
        ("> «Ми приїхали по графік».\n>\n> — Emmanuel Macron, Le Monde", "Ми приїхали по графік", "Emmanuel Macron", "fr"),
        ("«Ми приїхали не по співчуття».\n\n— пише Süddeutsche Zeitung", "Ми приїхали не по співчуття", "", "de"),
        ("«Ми приїхали не по співчуття» — Марта Віллемс, Financial Times", "Ми приїхали не по співчуття", "Марта Віллемс", "en"),
        ("> Ми приїхали по графік.", "Ми приїхали по графік.", "", ""),
        ("> «Раз». «Два».\n>\n> — Макрон", "Раз». «Два", "Емманюель Макрон", ""),
    ],
)
def test_pull_quotes_and_their_attribution(text, words, speaker, published):
    quotation = one(text)
    assert (quotation.text, quotation.speaker, quotation.published_in) == (words, speaker, published)


@pytest.mark.parametrize(
    ("text", "spoken", "published"),
    [
        ("Макрон сказав Rzeczpospolita: «Ми йдемо».", "fr", "pl"),
        ("«Ми йдемо», — сказав Шмигаль англійською.", "en", ""),
        ("«Ми йдемо», — сказав Шмигаль французькій газеті.", "", "fr"),
        ("Газета New Horizon пише: «Усе змінилося назавжди».", "", "und"),
        ("«Ми йдемо», — сказав Шмигаль виданню Новий обрій.", "", "hu"),
        ("«Ми йдемо», — сказав Шмигаль.", "", ""),
        ("«Ми йдемо», — сказав Левчук.", "uk", ""),
    ],
)
def test_the_language_of_the_words(text, spoken, published):
    quotation = one(text)
    assert (quotation.spoken_in, quotation.published_in) == (spoken, published)
    assert foreign(quotation, "uk") is bool({spoken, published} - {"", "uk"})
    assert not foreign(quotation, "uk-UA") or foreign(quotation, "uk")


@pytest.mark.parametrize(("speaker", "name"), [("Трамп", "Дональд Трамп мол."), ("Чжао", "Чжао Леджі")])
def test_a_speaker_is_known_by_the_surname_wherever_it_stands(speaker, name):
    glossary = Glossary(
        (row(ConceptKind.PERSON, "Дональд Трамп мол.", "m", "en"), row(ConceptKind.PERSON, "Чжао Леджі", "m", "zh")), ("uk",)
    )
    quotation = one(f"«Ми йдемо далі», — сказав {speaker}.", glossary)
    assert (quotation.speaker, bool(quotation.spoken_in)) == (name, True)


def test_a_link_in_the_attribution_is_where_the_words_were_published():
    quote = "> «Ми приїхали по графік».\n>\n> — Emmanuel Macron, [Le Monde](https://www.lemonde.fr/a)"
    assert one(quote).url == "https://www.lemonde.fr/a"
    inline = "Є [заява](https://a.example/). «Ми йдемо», — сказав Макрон [газеті](https://b.example/)."
    assert one(inline).url == "https://b.example/"


def test_the_document_states_its_language():
    text = "---\nlanguage: uk\n---\n\n«Ми йдемо», — сказав Макрон.\n"
    assert find(Markdown().parse(text.encode()), GLOSSARY)[0].speaker == "Емманюель Макрон"


def test_a_report_names_quotations_without_a_speaker():
    quotations = found("«Ми йдемо», — сказав Макрон.\n\n«Це був важкий рік для всіх нас».")
    assert [q.text for q in quotations if not q.speaker] == ["Це був важкий рік для всіх нас"]


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("«а» і «б»", ["«а»", "«б»"]),
        ("«а „б“ в»", ["«а „б“ в»"]),
        ("«а “б” в»", ["«а “б” в»"]),
        ('"а" і "б"', ['"а"', '"б"']),
        ("«а", []),
        ("а»", []),
        ("«а «б» в", ["«б»"]),
        ("«а “б в» г", ["«а “б в»"]),
    ],
)
def test_marks(words, spans):
    assert [words[start:end] for start, end in marked(words)] == spans


WORDS = st.lists(
    st.sampled_from(
        ["«", "»", "“", "”", "„", '"', "Ми йдемо", ", — ", "сказав ", "він", "Макрон ", ". ", ": ", "> ", "\n\n", "— ", "<b>", "</b>"]
    ),
    max_size=20,
).map("".join)


@given(WORDS)
def test_spans_hold_the_words(text):
    document = Markdown().parse(text.encode())
    sources = {unit.id: unit.source for unit in document.units}
    for quotation in find(document, GLOSSARY, locale="uk"):
        start, end = quotation.span
        assert "".join(c for c in sources[quotation.unit][start:end] if c.isalpha()).startswith(
            "".join(c for c in quotation.text if c.isalpha())[:3]
        )


@pytest.mark.parametrize("text", ["«", "«а», — сказав Макрон. ", "“", '"а ', "«а „", "[а](https://a.example/) «б», — каже він. "])
def test_time_grows_with_the_words(text):
    def took(count):
        document = Markdown().parse((text * count).encode())
        began = time.thread_time_ns()
        find(document, GLOSSARY, locale="uk")
        return time.thread_time_ns() - began

    took(100)
    assert took(2000) < 40 * took(200) + 50_000_000
