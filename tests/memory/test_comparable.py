from transloc.memory import nearest
from transloc.memory.comparable import comparable, plain, similarity


def test_codes_and_numbers_count_for_what_they_are():
    assert comparable("<1>Рада</1> дала 1 200 000 грн") == comparable("<22>Рада</22> дала 5 грн")
    assert comparable("<1>Рада</1>") != comparable("<1/>Рада<2/>")
    assert plain("Рада  дала\u00a05") == "Рада дала 5"
    assert plain("5") != plain("6")


def test_two_numbers_are_not_one():
    assert similarity(comparable("5 і 6"), comparable("5")) < 1


def test_the_most_like_come_first_and_what_is_too_different_not_at_all():
    candidates = [(1, "Рада ухвалила указ."), (2, "Рада ухвалила закон."), (3, "Зовсім інше речення.")]
    assert nearest("Рада ухвалила закон!", candidates, least=0.7, most=5) == (2, 1)
    assert nearest("Рада ухвалила закон!", candidates, least=0.7, most=1) == (2,)
