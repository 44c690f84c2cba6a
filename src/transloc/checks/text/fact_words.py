"""Words that tell a date, a number or a people without a capital or a digit, as the languages of our targets write them.

They are sought in an edit of a target alone, so a word too many costs a colleague's look, and one too few a wrong fact in print.
"""

import re
from collections.abc import Mapping

from transloc.checks.text.later import later


def listed(words: str) -> frozenset[str]:
    """Return words that stand side by side as a set."""
    return frozenset(words.split())


#: Words that open a sentence with a capital and are no names.
STARTERS = listed("""
    a an the this that these those he she it they we you i his her its their our my in on at by for from with of to as after before
    when while if but and or so yet also according however meanwhile earlier later now then there here what who where why how many
    some most all both each every one following despite although because since until during under over another other such more less
    only just even still again once today yesterday tomorrow це цей ця ці той та те він вона вони ми ви я у в на за з із до від про
    при під після перед коли якщо але і й або також однак тим водночас раніше пізніше тепер тоді там тут що хто де чому як який яка
    які усі всі кожен інший ще вже лише навіть сьогодні вчора
""")
#: Days, months, and what tells a time without a figure; where a language gives them a capital, that makes them names already.
_DATED: Mapping[str, re.Pattern[str]] = {
    "en": later(
        r"(?:today|tonight|yesterday|tomorrow|ago|midnight|noon|midday|overnight|fortnight|last|next|previous|late|day|week|weekend|month"
        r"|year|hour|minute|decade|centur|quarter|spring|summer|autumn|winter|morning|afternoon|evening|night)(?:s|ies|y|ly|r|time)?\Z"
    ),
    "uk": later(
        r"(?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листопад|груд)(?:ень|ня|ні|нем|ню|ий|ого|ому|им|а|у|і|ом)\Z"
        r"|(?:понеділ|вівтор|серед[аиуіо]|четвер|п'ятни|субот|неділ|сьогодн|вчор|учор|позавчор|завтра|післязавтра|торі[кш]|цьогоріч|тому"
        r"|опівд|опівно|полуд|півноч|минул|наступн|тижн|тижд|місяц|рок|рік|річ|ден|дн|годин|хвилин|весн|літ[оіа]|осін|осен|зим|рано?к|вранці"
        r"|вечор|вечір|ноч|ніч|вночі|століт|десятиріч|кварта)\w*\Z"
    ),
    "ru": later(
        r"ма[йяюе]\Z|маем\Z|(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельн|вторник|сред[аыуе]|средой|четверг"
        r"|пятниц|суббот|воскресен|сегодн|вчера|позавчера|завтра|послезавтра|назад|полдень|полноч|прошл|следующ|недел|месяц|год|лет|ден|дн"
        r"|час|минут|весн|осен|зим|утр|вечер|ноч|столет|кварта)\w*\Z"
    ),
    "pl": later(
        r"maj(?:a|u|em)?\Z|(?:styczni|styczeń|lut[yeg]|marzec|marc[aeu]|kwieci|czerw|lip[ci]|sierp|wrze[sś]|pa[zź]dzier|listopad|grud|poniedział"
        r"|wtor|środ|czwart|piąt[ek]|sobot|niedziel|dziś|dzisiaj|dzisiejsz|wczoraj|przedwczoraj|jutr|pojutrze|temu|połudn|północ|zeszł|ubiegł"
        r"|przyszł|następn|tydzień|tygodni|miesi[ąę]c|rok|roczn|lat|dni|dzień|godzin|minut|wiosn|wiosen|jesie|zim|rano|ran[ek]|wiecz|noc|wiek"
        r"|kwarta)\w*\Z"
    ),
    "de": later(
        r"(?:heut|gestern|gestrig|vorgestern|morgen|übermorgen|letzt|vergangen|vorig|nächst|kommend|mittag|nacht|abend|nachmittag|täglich"
        r"|jährlich|monatlich|wöchentlich|stündlich|früh|spät|diesjähr|vorjähr)\w*\Z"
    ),
}
#: Peoples whom Ukrainian and Russian write small, by the beginnings of their names.
_PEOPLES = """
    україн украин росіян россиян нім[ец] немц немец немк поля[кч] польк француз француж америк британ англі англич кита[йя] тур[кч]
    єврей євре еврей араб білорус белорус литов латв латиш латыш естон эстон молдав румун румын болгар угор венг чех чеш словак словач
    грузин вірмен армян азербайдж казах узбек іран иран ірак ирак ізраїл израил палестин сирі сири япон коре[йя] інді инди шотланд ірланд
    ирланд грек грец серб хорват татар чечен іспан испан італ итал португал фін фин шве[дй] норве дан[еч] голланд бельг австрі австри
    швейцар канад мексик бразил аргентин афган єгип егип кубин в'єтнам вьетнам монгол киян киевлян москв львів'ян одесит харків'ян
"""
_OF_PEOPLE = f"(?:{'|'.join(_PEOPLES.split())})\\w*\\Z"
#: Adjectives of places and the names of peoples that a language writes small: «російський», «українці», „ukraiński“.
_OF_A_PLACE: Mapping[str, re.Pattern[str]] = {
    "uk": later(rf"\w*(?:ськ|цьк|зьк)\w{{1,4}}\Z|\w{{3,}}(?:єць|ець|янин\w*|янк\w{{1,3}}|чанин\w*|чан)\Z|{_OF_PEOPLE}"),
    "ru": later(
        rf"\w*(?:ск|цк)(?:ий|ая|ое|ие|ого|ому|им|ом|ой|ую|их|ими|и)\Z|\w{{3,}}(?:янин\w*|янк\w{{1,3}}|чанин\w*|чан)\Z|{_OF_PEOPLE}"
    ),
    "pl": later(r"\w*(?:sk|ck|dzk)(?:i|ie|iej|iego|iemu|im|imi|ich|a|ą|o|u)\Z|\w*(?:s|c|dz)cy\Z|\w{3,}(?:anin|ank|czyk|czan)\w{0,4}\Z"),
    "de": later(r"\w{3,}isch(?:e[mnrs]?)?\Z"),
}
#: Numbers that do not begin with a numeral, and what multiplies or compares them: “tripled”, «сторічний», „einundzwanzig“.
_COUNTS: Mapping[str, re.Pattern[str]] = {
    "en": later(
        r"(?:tripl|quadrupl|quintupl|halv|trillion|percent|dozen|majorit|minorit)\w*\Z|(?:score|more|less|fewer|most|least|several|few)s?\Z|\w+fold\Z"
    ),
    "uk": later(
        r"(?:сторіч|століт|потро|подво|вдвічі|втричі|удвічі|утричі|відсот|трильйон|чверт|третин|більш|менш|кільк|декільк|млн|млрд|тис\Z)\w*\Z"
    ),
    "ru": later(r"(?:столет|удво|утро[ие]|вдвое|втрое|процент|триллион|четверт|треть|больш|меньш|нескольк|млн|млрд|тыс\Z)\w*\Z"),
    "pl": later(
        r"(?:stulet|podwo|podwa|potro|procent|bilion|trylion|ćwier|trzeci|mln|mld|tys\Z|większo|mniejszo|więcej|mniej|kilka|kilku)\w*\Z"
    ),
    "de": later(
        r"\w*(?:zwei|zwo|drei|vier|fünf|sechs|sechz|sieb|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|zig\Z|hundert|tausend|million|milliard|billion"
        r"|halb|hälft|drittel|viertel|prozent|fach|mal\Z|mehr|weniger|mio|mrd)\w*\Z"
    ),
}
_NONE = later(r"(?!)")


def dated(word: str, language: str) -> bool:
    """Tell whether a word in small letters tells a date or a time."""
    return _DATED.get(language, _NONE).match(word) is not None


def of_a_place(word: str, language: str) -> bool:
    """Tell whether a word in small letters may be made of the name of a place or of a people."""
    return _OF_A_PLACE.get(language, _NONE).match(word) is not None


def counts(word: str, language: str) -> bool:
    """Tell whether a word in small letters counts though it does not begin with a numeral."""
    return _COUNTS.get(language, _NONE).match(word) is not None
