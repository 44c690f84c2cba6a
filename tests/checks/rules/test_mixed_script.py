import pytest

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
