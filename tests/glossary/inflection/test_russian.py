import pytest

from transloc.glossary.entry import Concept, ConceptKind
from transloc.glossary.inflection.russian import inflect


def forms(term, kind="term"):
    return set(inflect(term, Concept(id="x", kind=ConceptKind(kind))))


@pytest.mark.parametrize(
    ("term", "kind", "wanted"),
    [
        ("дрон", "term", "дрона|дроном|дроны|дронов"),
        ("Москва", "place", "Москвы|Москве|Москву|Москвой"),
        ("Россия", "place", "России|Россию|Россией"),
        ("Кремль", "org", "Кремля|Кремлём|Кремлем"),
        ("день", "term", "дня|дней"),
        ("украинец", "term", "украинца|украинцы|украинцев"),
        ("украинка", "term", "украинок|украинки"),
        ("китаец", "term", "китайцы"),
        ("россиянин", "term", "россияне|россиян"),
        ("человек", "term", "людей|человека"),
        ("учение", "term", "учений|учения"),
        ("воробей", "term", "воробья"),
        ("российский", "term", "российского|российская|российскую|российские"),
        ("Вооружённые силы Украины", "org", "Вооружённых сил Украины|Вооруженным силам Украины"),
        ("Верховный суд", "org", "Верховного суда|Верховным судом"),
        ("Эмманюэль Макрон", "person", "Эмманюэля Макрона|Эмманюэлем Макроном"),
        ("Ангела Меркель", "person", "Ангелы Меркель|Ангелой Меркель"),
        ("Иван Петров", "person", "Ивана Петрова|Иваном Петровым"),
        ("МИД", "org", "МИДа|МИДом"),
    ],
)
def test_the_forms_that_news_writes_are_found(term, kind, wanted):
    assert set(wanted.split("|")) <= forms(term, kind)


def test_a_genitive_tail_stands_still():
    assert not any(form.endswith("Украиной") for form in forms("Вооружённые силы Украины", "org"))
