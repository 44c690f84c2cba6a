import pytest

from transloc.checks.pair import side
from transloc.glossary import read


def severities(findings):
    return [finding.severity for finding in findings]


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Учора Олена Петренко приїхала.", "Olena Petrenko arrived yesterday.", "uk en"),
        ("Так сказав Андрій Гайдук.", "So said Andrii Haiduk.", "uk en"),
        ("Так сказав Андрій Гайдук.", "So said Andriy Gayduk.", "uk en"),
        ("Так сказав Андрій Гайдук.", "Tak powiedział Andrij Hajduk.", "uk pl"),
        ("Листа написав Юрій Щербак.", "Den Brief schrieb Jurij Schtscherbak.", "uk de"),
        ("Про Джона Вайта нічого не чути.", "Nothing is heard of John White.", "uk en"),
        ("Так вважає Г'юз.", "So thinks Hughes.", "uk en"),
        ("Він живе в Гаазі.", "He lives in The Hague.", "uk en"),
        ("Сьогодні посол Німеччини поїхав.", "Today the German ambassador left.", "uk en"),
        ("Сьогодні посол Великобританії поїхав.", "Today the UK ambassador left.", "uk en"),
        ("Про це говорили у Північній Кореї.", "In Nordkorea sprach man darüber.", "uk de"),
        ("Because of Petrenko, they left.", "Через Петренка вони пішли.", "en uk"),
        ("Учора рішення ухвалив Верховний Суд.", "Yesterday the Supreme Court decided.", "uk en"),
    ],
)
def test_a_name_in_other_letters_is_the_same(judge, source, target, locales):
    assert judge("name", source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Учора Олена Петренко приїхала.", "Yesterday Olena Rudnytska arrived.", "uk en"),
        ("Листа написав Гайдук.", "The letter was written by Kovalchuk.", "uk en"),
        ("Учора Олена Петренко приїхала.", "Wczoraj przyjechała Olena Rudnycka.", "uk pl"),
        ("Учора Олена Петренко приїхала.", "Gestern kam Olena Rudnyzka an.", "uk de"),
        ("The letter was written by Haiduk.", "Листа написав Ковальчук.", "en uk"),
        ("The song is by Olena Petrenko.", "Das Lied ist von Olena Kovalchuk.", "en de"),
        ("Сьогодні посол Німеччини поїхав.", "Today the ambassador of Portugal left.", "uk en"),
    ],
)
def test_another_name_in_its_stead_is_a_warning(judge, source, target, locales):
    (found,) = judge("name", source, target, locales)
    assert (found.severity, len(found.source_spans), len(found.target_spans)) == ("warning", 1, 1)


def test_a_pronoun_in_its_stead_is_info(judge):
    assert severities(judge("name", "Про це сказав Гайдук.", "He said so.")) == ["info"]


def test_a_neighbour_may_have_it_or_be_still_missing(judge):
    source, target = "Про це сказав Гайдук.", "Somebody called Kovalchuk said so."
    assert judge("name", source, target, others=(side("Haiduk left.", "en"),)) == []
    assert judge("name", source, target, others=(None,)) == []
    assert severities(judge("name", source, target, others=(side("They left.", "en"),))) == ["warning"]


def test_names_of_the_glossary_are_left_to_its_rules(judge):
    glossary = read("id,kind,uk,en,status\nh,person,Андрій Гайдук,Andy Smith,approved\n".encode(), "g.csv").glossary
    assert judge("name", "Листа написав Андрій Гайдук.", "The letter was written by Andrii Kovalchuk.", glossary=glossary) == []


def test_a_word_that_begins_a_sentence_is_no_name(judge):
    assert judge("name", "Вчителька пішла. Учні залишилися.", "The teacher of Kyiv left. They stayed in Lviv.") == []


@pytest.mark.parametrize(
    "opening",
    ["🔴 ", "✅ ", "▪️ ", "1️⃣ ", "* ", "*", "1) ", "а) ", "(2) ", "[Оновлено] ", "/ ", "→ ", "— ", "«Так.» ", "Вони пішли ✅ "],
)
def test_a_symbol_or_the_number_of_an_item_opens_what_follows(judge, opening):
    assert judge("name", f"{opening}Наслідки удару", "Aftermath of the strike on the city, says Kovalchuk") == []


@pytest.mark.parametrize("before", ["пішов ", "у 2019 ", "нас, ", "голова (досі) ", "«Слово», ", "газета «Слово» ", "на 5% ", "свого́ "])
def test_a_name_stands_where_the_sentence_goes_on(judge, before):
    assert severities(judge("name", f"Учора {before}Гайдук прибув", "Yesterday Kovalchuk arrived")) == ["warning"]


def test_who_speaks_behind_closing_marks_is_a_name(judge):
    assert severities(judge("name", '"No," Haiduk said.', "«Ні», — сказав Ковальчук.", "en uk")) == ["warning"]
    assert judge("name", '"No." Tomorrow came.', "«Ні». Прийшов Ковальчук.", "en uk") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Mayor Opens Bright New Riverside Gallery After Repairs", "Мер відкрила галерею Бойчука"),
        ("Can Ukraine Win The Great War Without Western Support?", "Чи виграє Україна війну Бойчука?"),
        ("Kanye Embarked on a Long Diatribe, Wearing a Hat, After his Appearance.", "Каньє Вест був у Бойчука"),
        ("Kanye Embarked on Long Diatribe at Home in the U.S.", "Каньє Вест був у Бойчука"),
    ],
)
def test_headlines_in_title_case_have_no_names(judge, source, target):
    assert judge("name", source, target, "en uk") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("On Monday, Emmanuel Macron met Donald Trump.", "У понеділок Емманюель Макрон зустрівся з Джо Байденом."),
        ("Did Emmanuel Macron like Donald Trump on Monday?", "Чи любив Емманюель Макрон Джо Байдена в понеділок?"),
        ("On Monday Emmanuel Macron visited Olaf Scholz and Donald Trump", "У понеділок Емманюель Макрон зустрівся з Шольцом та Байденом"),
    ],
)
def test_a_sentence_rich_in_names_is_no_headline(judge, source, target):
    (finding,) = judge("name", source, target, "en uk")
    assert finding.severity == "warning"
    assert finding.message.startswith("“Donald Trump” has no counterpart")


def test_superlatives_belong_to_what_they_stand_beside(judge):
    assert severities(judge("name", "Сказала Пелосі.", "Powiedziała to w Sądzie Najwyższym.", "uk pl")) == ["info"]


SAID = "Зеленський сказав, що зброя потрібна, а Шольц пообіцяв її."


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        (SAID, "Scholz said that weapons were needed, and Zelensky promised them.", "uk en"),
        (SAID, "Scholz sagte, dass Waffen gebraucht würden, und Selenskyj versprach sie.", "uk de"),
        ("“More?” asked Baker. “No more,” replied Collins.", "«Ще?» — запитав Коллінз. «Більше ні», — відповів Бейкер.", "en uk"),
    ],
)
def test_two_speakers_that_changed_places(judge, source, target, locales):
    (finding,) = judge("name", source, target, locales)
    assert finding.severity == "warning"
    assert "have changed places" in finding.message
    assert [source[slice(*span)] for span in finding.source_spans] != [target[slice(*span)] for span in finding.target_spans]


@pytest.mark.parametrize(
    "target",
    [
        "Zelensky said that weapons were needed, and Scholz promised them.",
        "Scholz promised weapons after Zelensky had said that they were needed.",
        "Scholz said what Zelensky said: weapons were promised.",
    ],
)
def test_speakers_in_another_order_have_not_changed_places(judge, target):
    assert judge("name", SAID, target) == []
