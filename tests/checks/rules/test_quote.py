import pytest

from transloc.checks.pair import side

RULE = "quote"


def told(findings):
    return [(finding.severity.value, finding.message) for finding in findings]


@pytest.mark.parametrize(
    ("source", "target", "locales", "message", "at"),
    [
        ("«Так», — сказав він.", '"Yes, he said.', "uk en", 'The quotation mark " opens what nothing closes', 0),
        ("«Так», — сказав він.", 'Yes," he said.', "uk en", 'The quotation mark " closes what nothing opened', 4),
        ("«Так», — сказав він.", "„Ja, sagte er.", "uk de", "The quotation mark „ opens what nothing closes", 0),
        ("“Yes,” he said.", "«Так, сказав він.", "en uk", "The quotation mark « opens what nothing closes", 0),
        ("“Yes,” he said.", "Tak”, powiedział.", "en pl", "The quotation mark ” closes what nothing opened", 3),
        ("Голос диктора", 'In a news anchor" voice', "uk en", 'The quotation mark " closes what nothing opened', 16),
        (
            "Це турбує, що фірма піде",
            'It was "concerning that the firm leaves',
            "uk en",
            'The quotation mark " opens what nothing closes',
            7,
        ),
    ],
)
def test_half_a_pair_is_told_where_it_stands(judge, source, target, locales, message, at):
    (finding,) = judge(RULE, source, target, locales)
    assert told([finding]) == [("warning", message)]
    assert finding.target_spans == ((at, at + 1),)


@pytest.mark.parametrize(
    ("source", "target", "locales", "fix"),
    [
        ("«Ми тут».", '"We are here.', "uk en", '"We are here."'),
        ("«Ми тут».", "We are here.”", "uk en", "“We are here.”"),
        ("«Ми тут».", "„Wir sind hier.", "uk de", "„Wir sind hier“."),
        ("“We are here.”", "«Ми тут.", "en uk", "«Ми тут.»"),
    ],
)
def test_a_quotation_from_end_to_end_can_be_completed(judge, source, target, locales, fix):
    assert judge(RULE, source, target, locales)[0].fix == fix


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("«Перше.", "“The first.", "uk en"),
        ("Друге», — сказав він.", "The second,” he said.", "uk en"),
        ("«Так, — сказав він. —", "“Yes,” he said.", "uk en"),
        ("“Yes,” he said.", "«Так, — сказав він. —", "en uk"),
        ("'We know this.", "«Ми це знаємо.", "en uk"),
        ("акції «Нафтогазу»", "купив «акції «Нафтогазу»", "pl uk"),
        ("об'єкт", 'об"єкт', "en uk"),
        ('плита 6\'2" та 15"', 'a slab of 6\'2" and 15"', "uk en"),
        ("сайт клубу", 'on the Lakers" site', "uk en"),
        ("Рада працівників", "The workers' council isn't here", "uk en"),
        ("« Так », — сказав він", "“Yes,” he said", "uk en"),
    ],
)
def test_a_quotation_that_goes_on_elsewhere_and_what_is_no_quotation_mark(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


@pytest.mark.parametrize(
    ("source", "target", "mark"),
    [
        ("Ми збиралися воювати.", "“We were going to war.", "“ opens what nothing closes"),
        ("Вона сказала: ми знаємо.", "She said: “We know.", "“ opens what nothing closes"),
        ("Лише десять циклонів,", "Only “ten cyclones have come so far!", "“ opens what nothing closes"),
        ("Він був розірваний, сказав він.", "It was open,” he said.", "” closes what nothing opened"),
    ],
)
def test_without_marks_in_the_source_a_quotation_may_begin_or_end_here(judge, source, target, mark):
    assert told(judge(RULE, source, target)) == [("info", f"The quotation mark {mark}")]


def test_another_sentence_of_the_unit_may_close_what_opens_here(judge):
    source, target = "“Yes,” he said.", "«Так, сказав він."
    assert judge(RULE, source, target, "en uk", others=(side("Ми тут».", "uk"),)) == []
    assert judge(RULE, source, target, "en uk", others=(None,)) == []
    assert len(judge(RULE, source, target, "en uk", others=(side("Ми тут.", "uk"),))) == 1
    elsewhere = (side("«Ми тут.", "uk"), side("І там».", "uk"))
    assert len(judge(RULE, source, target, "en uk", others=elsewhere)) == 1


def test_each_paragraph_of_a_long_quotation_opens_and_only_the_last_closes(judge):
    assert judge(RULE, "«Перший абзац.", "“The first paragraph.") == []
    assert judge(RULE, "«Останній абзац».", "“The last paragraph.”") == []
    (finding,) = judge(RULE, "«Перший абзац.", "“The first” paragraph.")
    assert finding.message == "The source leaves a quotation open for the sentence that follows, the target does not"
    assert judge(RULE, "«Кажуть: «Це не я.", "“They say: it was not me.")
    assert judge(RULE, "«Перше.", "“The first,” he said.", others=(side("“The second.”", "en"),)) == []
    assert judge(RULE, "«Перше.", "“The first,” he said.", others=(side("The second.”", "en"),))


@pytest.mark.parametrize(
    ("target", "locales", "message", "fix"),
    [
        ("The «deal» is off", "uk en", "«…» are not the quotation marks of English: write “…”", "The “deal” is off"),
        ('The „deal“ and "this"', "uk en", '„…“ are not the quotation marks of English: write "…"', 'The "deal" and "this"'),
        ("Der “Deal” ist aus", "uk de", "“…” are not the quotation marks of German: write „…“", "Der „Deal“ ist aus"),
        ("Der „Deal” <1>ist</1> aus", "uk de", "„…” are not the quotation marks of German: write „…“", "Der „Deal“ <1>ist</1> aus"),
        ('To „umowa" i już', "uk pl", '„…" are not the quotation marks of Polish: write „…”', "To „umowa” i już"),
        ("Le „accord“ est mort", "uk fr", "„…“ are not the quotation marks of French: write «…»", "Le «\u202faccord\u202f» est mort"),
    ],
)
def test_marks_of_another_language(judge, target, locales, message, fix):
    (finding,) = judge(RULE, "«угода»", target, locales)
    assert (finding.severity, finding.message, finding.fix) == ("warning", message, fix)
    assert len(finding.target_spans) == 2


@pytest.mark.parametrize(
    ("target", "locales"),
    [
        ('The "deal", “deal”, ‘deal’', "uk en"),
        ('Це «угода», “угода”, „угода“, "угода"', "en uk"),
        ("Der „Deal“ und »Deal«, ‚Deal‘", "uk de"),
        ("Der «Deal» ist aus", "uk de-CH"),
        ("To „umowa” i «umowa»", "uk pl"),
        ("Le « deal » est mort", "uk fr"),
        ("Den ”affären” är slut", "uk sv"),
        ("「取引」『取引』", "uk ja"),
    ],
)
def test_what_newsrooms_of_the_language_print(judge, target, locales):
    assert judge(RULE, "«угода»" if locales[:2] == "uk" else "“deal”", target, locales) == []


def test_a_quotation_within_one_has_marks_of_its_own(judge):
    (finding,) = judge(RULE, "«Він сказав «так» і пішов»", "“He said “yes” and left”")
    assert told([finding]) == [("info", "A quotation within a quotation has marks of its own: ‘…’")]
    assert finding.fix == "“He said ‘yes’ and left”"


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("«Ми дуже раді», — сказав він.", "He said they were happy.", ["info"]),
        ("Клуб «Лівінгстон» виграв.", "Livingston won.", []),
        ("Вони раді.", "They are “so very happy”.", ["info"]),
        ("у т. зв. «народній республіці»", "in the people’s republic", ["warning"]),
        ('у так званій "народній республіці"', "in the so-called people's republic", []),
        ("у так званій «народній республіці»", "in the “people's republic”", []),
    ],
)
def test_a_lost_quotation_is_a_hint_and_a_lost_distance_a_warning(judge, source, target, expected):
    assert [finding.severity for finding in judge(RULE, source, target)] == expected


@pytest.mark.parametrize(
    ("source", "target", "locales", "name"),
    [
        ("Так звана «ЛНР» оголосила вибори.", "The Luhansk People's Republic has declared elections.", "uk en", "ЛНР"),
        ("Так звана «ЛНР» оголосила вибори.", "Die LNR hat Wahlen angekündigt.", "uk de", "ЛНР"),
        ("Бойовики т. зв. «ДНР» пішли.", "Bojownicy DRL odeszli.", "uk pl", "ДНР"),
        ("У самопроголошеній партизанській «Народній Раді» тихо.", "The People's Council is quiet.", "uk en", "Народній Раді"),
        ('The so-called "LPR" declared it.', "ЛНР оголосила це.", "en uk", "LPR"),
        ("The so-called 'LPR' declared it.", "ЛНР оголосила це.", "en uk", "LPR"),
    ],
)
def test_a_name_that_the_target_no_longer_keeps_at_arm_s_length(judge, source, target, locales, name):
    (finding,) = judge(RULE, source, target, locales)
    assert finding.severity == "warning"
    assert finding.message.endswith(f"are both gone: the target says in its own voice “{name}”")


@pytest.mark.parametrize(
    ("source", "target", "locales"),
    [
        ("Так звана «ЛНР» оголосила вибори.", "The so-called LPR has declared elections.", "uk en"),
        ("Так звана «ЛНР» оголосила вибори.", "The “LPR” has declared elections.", "uk en"),
        ("Самопроголошена «ЛНР» оголосила вибори.", "The breakaway LPR has declared elections.", "uk en"),
        ("Самопроголошена «ЛНР» оголосила вибори.", "Samozwańcza ŁRL ogłosiła wybory.", "uk pl"),
        ("Так звану реформу скасували. Клуб «Динамо» виграв.", "The reform was dropped. Dynamo won.", "uk en"),
        ("Клуб «Динамо» виграв, а так зване диво — ні.", "Dynamo won, and no miracle did.", "uk en"),
        ("Zunahme sogenannter „Fake Insta“-Konten", "Збільшення фіктивних сторінок", "de uk"),
        ("ЛНР оголосила «Свято».", "The LPR has declared a holiday.", "uk en"),
    ],
)
def test_a_name_at_arm_s_length_and_one_that_nobody_keeps_there(judge, source, target, locales):
    assert judge(RULE, source, target, locales) == []


def test_spans_count_the_codes(judge):
    target = "<1>The</1> «deal» is off"
    (finding,) = judge(RULE, "<1>Ця</1> «угода»", target)
    assert [target[start:end] for start, end in finding.target_spans] == ["«", "»"]
