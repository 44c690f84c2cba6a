import pytest

from transloc.glossary import ConceptKind, Glossary, read
from transloc.glossary.suggestions import Origin, Text, suggest

NONE = Glossary((), ("uk", "en"))


def found(*texts, glossary=NONE, target="en", most=20):
    read_texts = (text if isinstance(text, Text) else Text(text, "talks") for text in texts)
    return {one.name: one for one in suggest(read_texts, glossary, "uk", target, most)}


def said(words, target, article="talks"):
    return Text(words, article, "locales/en/talks.po:8", target)


def table(*rows):
    return read("\n".join(["id,kind,uk,en,status", *rows]).encode()).glossary


def test_forms_of_one_person_are_one_name_in_citation_form():
    names = found("За словами Дональда Трампа, так.", "Зустріч із Дональдом Трампом була.", "Тоді Трамп пішов.", "Прийшов і Трамп.")
    assert list(names) == ["Дональд Трамп"]
    assert (names["Дональд Трамп"].count, names["Дональд Трамп"].kind) == (4, ConceptKind.PERSON)
    assert set(names["Дональд Трамп"].forms) == {"Дональда Трампа", "Дональдом Трампом", "Трамп"}


def test_two_people_of_one_surname_stay_two():
    names = found("Там був Іван Бойко.", "Там була Олена Бойко.", "Сказав Бойко.")
    assert {"Іван Бойко", "Олена Бойко"} <= names.keys()


def test_a_vowel_that_changes_does_not_part_a_name():
    assert found("Він у Харкові.", "Це Харків.", "Біля Харкова.")["Харків"].count == 3


def test_names_alike_are_not_one():
    names = found("Це Іран і ще раз Іран.", "Це Ірак та Ірак.")
    assert {"Іран", "Ірак"} <= names.keys()


def test_a_word_that_only_begins_sentences_is_no_name():
    assert found("Страховики мовчать.", "Страховики кажуть.", "Міністр мовчить.", "Міністр пішов.") == {}
    assert list(found("Міністр Андрій Сибіга мовчить.")) == ["Андрій Сибіга"]


def test_a_first_name_that_is_a_word_too_stays_with_its_surname():
    assert list(found("Роман Стефчук мовчить.")) == ["Роман Стефчук"]


@pytest.mark.parametrize("source", ["uk", "ru", "kk", "ba"])
def test_a_title_in_latin_letters_among_cyrillic_ones_is_no_person(source):
    (one,) = suggest([Text("Бұл газета Financial Times еді.")], Glossary((), (source, "en")), source, "en")
    assert (one.name, one.kind) == ("Financial Times", ConceptKind.TERM)


def test_names_side_by_side_stand_each_for_itself():
    assert {"Париж", "Олена Гайдук"} <= found("Це Париж.", "У мерії Парижа Олена Гайдук сказала.").keys()


def test_what_the_glossary_has_in_any_form_is_not_suggested():
    glossary = table("odesa,place,Одеса,Odesa,", "trump,person,Дональд Трамп,Donald Trump,", "kallas,person,Кая Каллас,Kaja Kallas,draft")
    texts = ("Були в Одесі та в Одесі.", "Так сказав Трамп, і Трампа чули.", "Про Каю Каллас.", "Тут Стамбул і Стамбул.")
    assert list(found(*texts, glossary=glossary)) == ["Стамбул"]


def test_who_of_the_glossary_is_called_by_the_surname_is_not_suggested():
    glossary = read(
        "id,kind,gender,speaks,uk,en\na,person,m,,Дональд Трамп мол.,Donald Trump Jr.\nb,person,m,zh,Чжао Леджі,Zhao Leji\n".encode()
    ).glossary
    assert list(found("Так сказав Трамп, і Трампа чули.", "Каже Чжао, і знов Чжао.", glossary=glossary)) == []


def test_a_longer_surname_is_another_and_suggested():
    glossary = table("duda,person,Анджей Дуда,Andrzej Duda,")
    assert list(found("Так сказав Дудаєв, і про Дудаєва чули.", "З Дудою, про Дуду.", glossary=glossary)) == ["Дудаєв"]


def test_a_country_is_not_taken_for_the_surname_of_a_committee():
    names = found("Це Червоний Хрест Індонезії.", "Це Індонезія.", "Ми в Індонезії.")
    assert (names["Індонезія"].count, names["Червоний Хрест Індонезії"].kind) == (2, ConceptKind.ORG)


def test_a_unit_of_measure_is_no_name():
    assert found("Це 5 МВт.", "Це 6 МВт.", "Це 7 кВт.") == {}


def test_the_most_frequent_come_first_and_no_more_than_asked():
    texts = ("Це Стамбул, Стамбул.", "Це Анкара, Анкара і Анкара.", "Це Ізмір та Ізмір.")
    assert list(found(*texts, most=2)) == ["Анкара", "Стамбул"]


def test_the_sentence_and_the_articles_are_told():
    (one,) = found(Text("Ми в Стамбулі.", "a", "a.po:3"), Text("Знов у Стамбулі.", "b", "b.po:4")).values()
    assert (one.seen.place, one.articles) == ("a.po:3", ("a", "b"))


class TestProposals:
    def test_a_published_spelling_comes_first(self):
        names = found(said("Каже Елен Маршан.", "Hélène Marchand’s words."), said("Тут Емманюель Макрон.", "Here is Emmanuel Macron."))
        assert names["Елен Маршан"].proposal.text in ("", "Hélène Marchand")
        macron = names["Емманюель Макрон"].proposal
        assert (macron.text, macron.origin) == ("Emmanuel Macron", Origin.MEMORY)
        assert macron.why == "so in 1 confirmed sentence"

    def test_the_memory_goes_before_the_romanisation(self):
        proposal = found(said("Прийшла Наталя Бойко.", "Nataliya Boyko came."))["Наталя Бойко"].proposal
        assert (proposal.text, proposal.origin) == ("Nataliya Boyko", Origin.MEMORY)

    def test_two_spellings_in_the_memory_are_both_told(self):
        texts = (
            said("Є Наталя Бойко.", "Nataliya Boyko is."),
            said("Де Наталя Бойко?", "Nataliya Boyko?"),
            said("О, Наталя Бойко!", "Natalia Boiko!"),
        )
        proposal = found(*texts)["Наталя Бойко"].proposal
        assert (proposal.text, proposal.why) == ("Nataliya Boyko", "so in 2 confirmed sentences; elsewhere Natalia Boiko")

    def test_what_always_goes_with_a_name_is_its_translation(self):
        texts = [said(f"Тут Франція {n}.", f"Here is France, {n}.") for n in range(3)] + [said("Дощ.", "Rain in London.")]
        proposal = found(*texts)["Франція"].proposal
        assert (proposal.text, proposal.origin) == ("France", Origin.MEMORY)

    def test_the_house_writes_the_parts_of_a_name(self):
        glossary = table("a,person,Наталя Вербицька,Natalia Verbytska,", "b,person,Ірина Дорошенко,Iryna Doroshenko,")
        proposal = found("Каже Наталя Дорошенко.", glossary=glossary)["Наталя Дорошенко"].proposal
        assert (proposal.text, proposal.origin, proposal.why) == ("Natalia Doroshenko", Origin.HOUSE, "as in a, b")

    def test_only_a_ukrainian_name_is_romanised_and_marked(self):
        proposal = found("Каже Андрій Згурський.")["Андрій Згурський"].proposal
        assert (proposal.text, proposal.origin, proposal.why) == ("Andrii Zghurskyi", Origin.ROMANISED, "by KMU 2010, unverified")

    @pytest.mark.parametrize(("target", "text", "rule"), [("de", "Andrij Bojko", "Duden"), ("pl", "Andrij Bojko", "PWN")])
    def test_by_the_rule_of_the_readers(self, target, text, rule):
        proposal = found("Каже Андрій Бойко.", target=target, glossary=Glossary((), ("uk", target)))["Андрій Бойко"].proposal
        assert (proposal.text, proposal.why) == (text, f"by {rule}, unverified")

    @pytest.mark.parametrize("name", ["Емманюель Макрон", "Дональд Туск", "Кшиштоф Скубішевський"])
    def test_a_foreign_name_is_never_turned_back(self, name):
        assert found(f"Каже {name}.")[name].proposal.text == ""

    @pytest.mark.parametrize(
        ("sentence", "name", "text"),
        [
            ("Каже російський міністр Сергій Лавров.", "Сергій Лавров", "Sergey Lavrov"),
            ("Каже речник Кремля Дмитро Пєсков.", "Дмитро Пєсков", "Dmitry Peskov"),
            ("Росія мовчить, каже український посол Олексій Макеєв.", "Олексій Макеєв", "Oleksii Makeiev"),
        ],
    )
    def test_a_russian_name_goes_by_its_own_language_by_what_stands_before_it(self, sentence, name, text):
        assert found(sentence)[name].proposal.text == text

    @pytest.mark.parametrize(
        ("sentence", "name", "why"),
        [
            ("Каже Сергій Лавров.", "Сергій Лавров", "may be a Ukrainian or a Russian name"),
            ("Каже білоруський посол Сергій Бойко.", "Сергій Бойко", "Belarusian"),
        ],
    )
    def test_what_is_not_sure_is_left_blank(self, sentence, name, why):
        proposal = found(sentence)[name].proposal
        assert (proposal.text, proposal.origin) == ("", Origin.NONE)
        assert why in proposal.why

    def test_a_name_in_latin_letters_stands_as_it_is(self):
        proposal = found("Пише Le Monde.")["Le Monde"].proposal
        assert (proposal.text, proposal.origin) == ("Le Monde", Origin.SOURCE)
