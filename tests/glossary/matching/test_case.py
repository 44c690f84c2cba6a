import pytest

from transloc.glossary import Concept, ConceptKind
from transloc.glossary.entry import Case
from transloc.glossary.matching.case import fits

PLACE, PERSON = ConceptKind.PLACE, ConceptKind.PERSON


@pytest.mark.parametrize(
    ("kind", "case", "form", "written", "holds"),
    [
        (PLACE, "auto", "Буча", "Буча", True),
        (PLACE, "auto", "Буча", "буча", False),
        (PLACE, "auto", "Буча", "БУЧА", True),
        (PLACE, "auto", "дрон", "Дрон", True),
        (PLACE, "auto", "США", "Сша", False),
        (PLACE, "auto", "МЗСу", "МЗСу", True),
        (PLACE, "auto", "МЗСу", "МЗСУ", True),
        (PLACE, "auto", "МЗСу", "мзсу", False),
        (PLACE, "auto", "Чорне море", "чорне море", True),
        (PERSON, "auto", "Кір Стармер", "кір стармер", False),
        (PERSON, "auto", "Урсула фон дер Ляєн", "Урсула Фон дер Ляєн", True),
        (PLACE, "any", "Росія", "росія", True),
        (PLACE, "exact", "Рада", "РАДА", False),
        (PLACE, "exact", "Рада", "Рада", True),
    ],
)
def test_the_rule(kind, case, form, written, holds):
    concept = Concept(id="x", kind=kind, case=Case(case))
    assert fits(concept, form.split(), written.split(), phrase=" " in form) is holds
