import pytest

from transloc.checks.numbers.number_words import runs, value_of, with_words, word_values

#: Language → words with what they mean, by their forms: ordinals, hundreds, compounds, adverbs, parts and what multiplies them.
MEANT = {
    "uk": """
        сорок шостий = 46; двадцять шостого = 26; триденний = 3; тригодинний = 3; тримісячний = 3; триповерховий = 3; семирічний = 7;
        стоденний = 100; сторічний = 100; сторіччя = 100; двісті = 200; двохсот = 200; триста = 300; трьохсот = 300; чотирьохсот = 400;
        чотириста = 400; п'ятсот = 500; п'ятисот = 500; шістсот = 600; шестисот = 600; сімсот = 700; семисот = 700; вісімсот = 800;
        восьмисот = 800; дев'ятсот = 900; дев'ятисот = 900; п'ятисотий = 500; втричі = 3; вчетверо = 4; вдесятеро = 10; вп'ятеро = 5;
        удвічі = 2; вдвічі = 2; утрьох = 3; чверть = 0.25; півмільйона = 500000; півгодини = 0.5; півсотні = 50;
        трильйон = 1000000000000; півтора десятка = 15; зо два десятки = 20; двадцятичотирирічний = 24;
        два з половиною мільйони = 2500000; чверть мільярда = 250000000; двадцятитисячний = 20000; три чверті = 0.75; сто двадцять = 120;
        стотисячний = 100000; мільйон двісті тисяч = 1200000; двадцятип'ятиметровий = 25; сорокарічний = 40; два десятиліття = 20;
        три сотні = 300; шістдесятирічний = 60; трирічний = 3; сімсот п'ятдесят = 750; тисяча двісті = 1200;
        чотири з половиною тисячі = 4500; мільйон з половиною = 1500000; п'ятсоттисячний = 500000; втретє = 3; чотирнадцятирічний = 14;
        пів мільйона = 500000
    """,
    "pl": """
        trzyletni = 3; trzydniowy = 3; sześcioletni = 6; dziewięcioletni = 9; dziesięciolatek = 10; studniowy = 100; trzysta = 300;
        czterysta = 400; pięćset = 500; sześćset = 600; siedemset = 700; osiemset = 800; dziewięćset = 900; dwieście = 200;
        pięciuset = 500; trzystu = 300; czterystu = 400; ośmiuset = 800; trzykrotnie = 3; dziesięciokrotnie = 10; pięciokrotnie = 5;
        ćwierć = 0.25; dwa i pół miliona = 2500000; ćwierć miliarda = 250000000; dwudziestoczteroletni = 24; czterdziestodniowy = 40;
        dwudziestopięcioletni = 25; pół miliona = 500000; sto dwadzieścia = 120; półtora miliona = 1500000; dwudniowy = 2;
        stuletni = 100; dwa tysiące = 2000; dwie dekady = 20; dwustu = 200; siedmioletni = 7; dwudziestoletni = 20;
        pięćdziesięcioletni = 50; trzy tysiące pięćset = 3500; półgodzinny = 0.5
    """,
    "de": """
        einundzwanzig = 21; fünfundzwanzig = 25; zwanzigtausend = 20000; zweieinhalb = 2.5; Jahrzehnt = 10; zwei Jahrzehnte = 20;
        zweieinhalb Millionen = 2500000; siebenundzwanzig = 27; achthundert = 800; dreitausendfünfhundert = 3500; einhundert = 100;
        fünfhunderttausend = 500000; dreitägig = 3; siebenjährig = 7; Viertel = 0.25; drei Viertel = 0.75; eine halbe Million = 500000;
        anderthalb Millionen = 1500000; hundertzwanzig = 120; dreißig = 30; vierundzwanzig = 24; zweihundertfünfzig = 250;
        eineinhalb = 1.5; dreieinhalb = 3.5; fünfundzwanzigste = 25; zwölf = 12; Viertelmillion = 250000
    """,
    "en": """
        eightfold = 8; tenfold = 10; twofold = 2; halved = 0.5; tripled = 3; quadrupled = 4; decade = 10; two decades = 20;
        fortnight = 14; centenary = 100; trillion = 1000000000000; quarter = 0.25; two and a half million = 2500000;
        half a million = 500000; quarter of a million = 250000; three quarters = 0.75; eighty = 80; eightieth = 80; eighteen = 18;
        forty-two = 42; three dozen = 36; two hundred and fifty = 250; one and a half = 1.5; a million and a half = 1500000;
        fourteen = 14; half a dozen = 6; twenty-fourfold = 24; three and a half years = 3.5; a hundred thousand = 100000
    """,
    "ru": """
        двести = 200; двухсот = 200; триста = 300; четыреста = 400; пятьсот = 500; шестьсот = 600; семьсот = 700; восемьсот = 800;
        девятьсот = 900; пятисот = 500; втрое = 3; семидневный = 7; вдвое = 2; вчетверо = 4; полмиллиона = 500000;
        два с половиной миллиона = 2500000; двадцатичетырехлетний = 24; трехсот = 300; восьмисот = 800; четверть = 0.25;
        полтора десятка = 15; столетний = 100; стодневный = 100; шестисот = 600; вдесятеро = 10; впятеро = 5
    """,
}


@pytest.mark.parametrize(
    ("language", "words", "value"),
    [(language, *map(str.strip, entry.split("="))) for language, rows in MEANT.items() for entry in rows.split(";")],
)
def test_number_words_are_read_by_their_parts(language, words, value):
    assert value in word_values(words, language)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("uk", "утримати"),
        ("uk", "стояти"),
        ("uk", "сторона"),
        ("uk", "північ"),
        ("uk", "триматися"),
        ("uk", "водночас"),
        ("uk", "вперше"),
        ("pl", "stopień"),
        ("de", "einen"),
        ("en", "fortune"),
        ("en", "fortress"),
        ("uk", "південний"),
        ("en", "forth"),
        ("en", "decadent"),
        ("pl", "studnia"),
        ("de", "einfach"),
    ],
)
def test_other_words_are_no_numbers(language, word):
    assert value_of(word, language) is None


@pytest.mark.parametrize(
    ("language", "words", "values"),
    [
        ("uk", "вісімсот", {"800"}),
        ("de", "fünfundzwanzig", {"25"}),
        ("de", "zwanzigtausend", {"20000"}),
        ("de", "zweitausend", {"2000"}),
        ("de", "zweite", {"2"}),
        ("de", "Achtelfinale", {"8"}),
        ("ru", "семидесятилетний", {"70"}),
        ("pl", "półroczny", {"0.5"}),
        ("en", "eightfold", {"8"}),
        ("en", "fortnight", {"14"}),
        ("en", "quarter", {"0.25", "4"}),
        ("en", "halved", {"0.5", "2"}),
        ("uk", "двадцятичотирирічний", {"24"}),
        ("uk", "два з половиною мільйони", {"2", "0.5", "1000000", "2500000"}),
        ("en", "two of a dozen", {"2", "12"}),
        ("uk", "два з трьох", {"2", "3"}),
    ],
)
def test_and_as_nothing_else(language, words, values):
    assert word_values(words, language) == values


def test_where_the_numbers_of_a_compound_end():
    (run,) = runs("У тримісячний термін", "uk")
    assert (run.start, run.end, run.value) == (2, 5, 3)


def test_digits_go_on_in_words():
    (dozen,), (half,), (two,) = runs("dozen", "en"), runs("half million", "en"), runs("two", "en")
    assert with_words(3, " ", dozen) == 36
    assert with_words(3, " and a ", half) == 3_500_000
    assert with_words(3, " ", two) is None


def test_a_language_that_is_not_known_has_no_number_words():
    assert runs("cinq", "fr") == ()
