import pytest

from transloc.glossary import read


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("«Так», — заявила Олена.", "“Yes,” he said.", "uk en"),
        ("Вона пішла.", "He left.", "uk en"),
        ("Він пішов.", "She left.", "uk en"),
        ("Петренко сказав, що прийде.", "Petrenko said she would come.", "uk en"),
        ("She said so.", "Так сказав Петренко.", "en uk"),
        ("He left early.", "Ona wyszła wcześnie.", "en pl"),
        ("Вона пішла.", "Er ging.", "uk de"),
    ],
)
def test_another_gender_is_info(judge, source, target, locales):
    (found,) = judge("gender", source, target, locales)
    assert (found.severity, len(found.source_spans), len(found.target_spans)) == ("info", 1, 1)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("«Так», — заявила Олена.", "“Yes,” she said."),
        ("«Так», — заявила Олена.", "“Yes,” said the spokesperson."),
        ("Поліція повідомила, що затримала його.", "Police said he was held."),
        ("Вона сказала, що він пішов.", "She said he had left."),
        ("Речниця не відповіла.", "The spokesperson did not answer; he was away."),
    ],
)
def test_what_may_be_right_is_silent(judge, source, target):
    assert judge("gender", source, target) == []


def test_german_sie_may_be_anybody(judge):
    assert judge("gender", "Він пішов, бо вони прийшли.", "Sie kamen.", "uk de") == []


def test_the_glossary_knows_who_is_a_woman(judge):
    glossary = read("id,kind,uk,en,gender,status\ng,person,Олена Гайдук,Olena Haiduk,f,approved\n".encode(), "g.csv").glossary
    (found,) = judge("gender", "Про це говорить Олена Гайдук.", "He speaks of it.", glossary=glossary)
    assert found.message == "The source speaks of a woman, the target of a man"
    assert judge("gender", "Про Олену Гайдук говорить Петренко.", "He speaks of her.", glossary=glossary) == []
