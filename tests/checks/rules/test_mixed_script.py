import pytest

from transloc.glossary import read

RULE = "mixed-script"


@pytest.mark.parametrize(
    ("source", "target", "locales", "mixes", "write", "fix"),
    [
        (
            "Київ",
            "The mayor of Kyіv",
            "uk en",
            "“Kyіv” mixes Latin and Cyrillic",
            "Write “Kyiv” in Latin",
            "The mayor of Kyiv",
        ),
        (
            "Toyota",
            "Завод Toyotа",
            "en uk",
            "“Toyotа” mixes Latin and Cyrillic",
            "Write “Toyota” in Latin",
            "Завод Toyota",
        ),
        ("Kyiv", "Мер Киeва", "en uk", "“Киeва” mixes Cyrillic and Latin", "Write “Киева” in Cyrillic", "Мер Киева"),
        (
            "Київ",
            "Mаcron und <1>Merz</1>",
            "uk de",
            "“Mаcron” mixes Latin and Cyrillic",
            "Write “Macron” in Latin",
            "Macron und <1>Merz</1>",
        ),
        (
            "Αθήνα",
            "Ministerstwo Οbrony",
            "uk pl",
            "“Οbrony” mixes Greek and Latin",
            "Write “Obrony” in Latin",
            "Ministerstwo Obrony",
        ),
    ],
)
def test_a_look_alike_is_told_with_the_word_as_it_was_meant(judge, source, target, locales, mixes, write, fix):
    (finding,) = judge(RULE, source, target, locales)
    assert (finding.severity, finding.message, finding.fix) == ("error", f"{mixes} letters. {write} letters alone", fix)
    start, end = finding.target_spans[0]
    assert target[start:end] in mixes


def test_all_words_of_a_segment_are_one_finding_with_one_fix(judge):
    target = "Kиїв, <1>Львiв</1>, Oдеса, Днiпро i Харків, Kиїв"
    (finding,) = judge(RULE, "Kyiv and others", target, "en uk")
    assert [target[start:end] for start, end in finding.target_spans] == ["Kиїв", "Львiв", "Oдеса", "Днiпро", "i", "Kиїв"]
    assert finding.fix == "Київ, <1>Львів</1>, Одеса, Дніпро і Харків, Київ"
    assert finding.message.count("mixes") == 3
    assert "“Kиїв” mixes Latin and Cyrillic letters. Write “Київ” in Cyrillic letters alone. “Львiв” mixes" in finding.message


def test_what_can_be_mended_does_not_wait_for_what_cannot(judge):
    mended, other = judge(RULE, "Kyiv", "Kиїв, Counсilжs", "en uk")
    assert (mended.fix, len(mended.target_spans)) == ("Київ, Counсilжs", 1)
    assert (other.fix, len(other.target_spans)) == (None, 1)


def test_a_long_text_in_mixed_letters_takes_no_longer_for_each_word(judge):
    (finding,) = judge(RULE, "Kyiv", "Kиїв " * 20_000, "en uk")
    assert len(finding.target_spans) == 20_000
    assert finding.fix == "Київ " * 20_000


@pytest.mark.parametrize(
    ("source", "target", "locales", "fix"),
    [
        ("NATO will answer.", "Відповість HATO.", "en uk", "Відповість НАТО."),
        ("Die Nato antwortet.", "У HATO відповіли, що HATO готове.", "de uk", "У НАТО відповіли, що НАТО готове."),
        ("The Soviet Union fell.", "CCCP розпався, а CPCP — ні.", "en uk", "СССР розпався, а СРСР — ні."),
        ("Військові з ВМС.", "Военные из BMC.", "uk ru", "Военные из ВМС."),
        ("And he left.", "I він пішов.", "en uk", "І він пішов."),
        ("He left. And they?", "Він пішов. «A вони?»", "en uk", "Він пішов. «А вони?»"),
        ("At this hour", "O цій порі", "en uk", "О цій порі"),
        ("In Kyiv", "Y Києві", "en uk", "У Києві"),
    ],
)
def test_a_word_in_look_alikes_alone(judge, source, target, locales, fix):
    (finding,) = judge(RULE, source, target, locales)
    assert (finding.severity, finding.fix) == ("error", fix)
    assert "with the Latin letter" in finding.message


def test_an_abbreviation_of_the_glossary_is_known(judge):
    glossary = read("id,kind,en,uk,status\nm,org,navy,ВМС,approved\n".encode(), "g.csv").glossary
    assert [finding.fix for finding in judge(RULE, "The navy left.", "BMC пішли.", "en uk", glossary=glossary)] == ["ВМС пішли."]
    assert judge(RULE, "The army left.", "BMC пішли.", "en uk", glossary=glossary) == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("He watches the telly.", "Він дивиться TV, BBC та HBO.", "en uk"),
        ("The broadcaster said", "BBC повідомила, а CEO HTC та COP — ні", "en uk"),
        ("The HATO group", "Група HATO", "en uk"),
        ("As SOS was heard", "Команда AC грала", "en uk"),
        ("The First World War", "I світова війна та I тур. I Міжнародний форум", "en uk"),
        ("What I said", "I він пішов", "en uk"),
        ("Team A won", "A команда виграла", "en uk"),
        ("The platform said", "X заявила. C використовують", "en uk"),
        ("O. Henry wrote", "O. Генрі писав", "en uk"),
    ],
)
def test_latin_words_that_look_cyrillic(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


def test_a_word_that_cannot_be_of_one_alphabet_has_no_fix(judge):
    (finding,) = judge(RULE, "Рада", "The Counсilжs law")
    assert finding.fix is None


def test_a_latin_letter_that_stands_for_a_ukrainian_word(judge):
    (finding,) = judge(RULE, "Kyiv and Lviv", "Київ i Львів", "en uk")
    assert finding.fix == "Київ і Львів"
    assert judge(RULE, "the value i in Kyiv", "число i та Київ", "en uk") == []


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Starlink works", "Зв'язок Starlinkом і iPhone'ами", "en uk"),
        ("an IT company", "ІТ-компанія та IT-компанія", "en uk"),
        ("хRiver", "хRiver bleibt", "uk de"),
        ("5 мкм", "5 μm, ΔT, β-Version", "uk de"),
        ("Київ", "Kyiv, “Ґданськ”", "uk en"),
        ("Zażółć", "Zażółć gęślą jaźń — naïve Ärzte", "en pl"),
    ],
)
def test_what_is_rightly_of_two_alphabets(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


@pytest.mark.parametrize(
    ("letter", "called"),
    [
        ("\u200b", "zero width space (U+200B)"),
        ("\u00ad", "soft hyphen (U+00AD)"),
        ("\u202e", "right-to-left override (U+202E)"),
        ("\u2066", "left-to-right isolate (U+2066)"),
        ("\ufeff", "zero width no-break space (U+FEFF)"),
        ("\x83", "control character (U+0083)"),
    ],
)
def test_what_nobody_sees_is_named_and_can_be_removed(judge, letter, called):
    (finding,) = judge(RULE, "Рада ухвалила", f"The coun{letter}cil adopted{letter} it")
    assert finding.message == f"The target has an invisible character: {called}"
    assert len(finding.target_spans) == 2
    assert finding.fix == "The council adopted it"


def test_a_letter_lost_to_an_encoding_cannot_be_mended(judge):
    (finding,) = judge(RULE, "Лодзь", "\ufffdódź", "uk pl")
    assert "wrong encoding" in finding.message
    assert finding.fix is None


def test_directions_belong_to_hebrew_and_joiners_to_emoji(judge):
    assert judge(RULE, "Рада", "\u200fהמועצה\u200e", "uk he") == []
    assert judge(RULE, "👩\u200d🚒", "👩\u200d🚒", "uk en") == []
