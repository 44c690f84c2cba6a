"""Words around a quotation: who says it, in what language, which medium printed it; in Ukrainian, English, Polish, German, Russian."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from transloc.model import Span

_VERBS = (
    r"сказа[влнт]\w*|зізна[влт]\w*|каж(?:е|уть)|казав|казала|говорить|говорив|говорила|мовив|мовила|заяви[влт]\w*|заявля\w+|повідоми[влт]\w*|повідомля\w+"
    r"|зазначи[влт]\w*|зазнача\w+|наголоси[влт]\w*|наголошу\w+|дода[влє]\w*|додаю\w+|поясни[влт]\w*|поясню\w+|підкресли[влт]\w*|підкреслю\w+"
    r"|вважа\w+|переконан\w+|запевни[влт]\w*|запевня\w+|застеріг|застерегл\w+|нагадав\w*|нагадує|уточни[влт]\w*|відповів|відповіла|відповідає"
    r"|запитав\w*|запитує|спитав\w*|писав|писала|пише|пишуть|написав\w*|цитує|цитують|розповів|розповіла|розповідає|констатував\w*|резюмує"
    r"|закликав\w*|закликає|обурю\w+|визнав|визнала|визнає|прокоментува[влт]\w*|коментує|оголоси[влт]\w*|стверджує|стверджував\w*"
    r"|говорит|сказала|говорил\w*|заявил\w*|сообщил\w*|отметил\w*|подчеркнул\w*|добавил\w*|пояснил\w*|пишет|считает|ответил\w*|рассказал\w*"
    r"|said|says|saying|told|tells|added|adds|wrote|writes|noted|notes|explained|explains|warned|warns|argued|argues|insisted|replied"
    r"|asked|asks|declared|stressed|announced|recalled|recalls|continued|stated|commented"
    r"|powiedzia\w+|mówi\w*|doda[łj]\w*|podkreśl\w+|zaznacz\w+|stwierdzi\w+|oświadczy\w+|wyjaśni\w+|napisa\w+|pisze|zapewni\w+|odpowiedzi\w+|zezna\w+|zapyta\w*|przyzna\w*"
    r"|sagte?n?|erklärte?n?|betonte?n?|schrieb|schreibt|fügte|warnte|meinte?|antwortete|berichtete?|so"
)
VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)", re.IGNORECASE)
#: What opens a sentence that goes on with somebody's words.
ACCORDING = re.compile(
    r"(?:за (?:його |її |їхніми )?словами|зі слів|як (?:сказа|заяви|зазначи|пояснює|поясни|каже|пише|додав|додає)|по словам|по его словам"
    r"|according to|in the words of|jak (?:powiedzia|mówi|podkreśl)|według|laut|nach den worten)(?!\w)?",
    re.IGNORECASE,
)
_SAME = re.compile(r"за (?:його|її|їхніми) словами|по (?:его|её|ее|их) словам|in (?:his|her|their) words", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<!\w)(?:він|вона|вони|он|она|они|he|she|they|er|sie|ona|oni)(?!\w)", re.IGNORECASE)
_HER = frozenset({"вона", "она", "she", "sie", "ona"})

#: Languages by what an adverb («французькою», "in French") or an adjective beside a medium («французька газета») begins with.
_TONGUES = {
    "fr": r"француз|french|französisch|francusk",
    "de": r"німец|немец|german|deutsch|niemieck",
    "en": r"англійс|английс|британс|американс|english|british|american|englisch|britisch|amerikanisch|angielsk|brytyjsk|amerykańsk",
    "pl": r"польс|polish|polnisch|polsk",
    "it": r"італійс|итальянс|italian|włosk|italienisch",
    "es": r"іспанс|испанс|spanish|spanisch|hiszpańsk",
    "ru": r"російс|русс|russian|russisch|rosyjsk",
    "tr": r"турец|turkish|türkisch|tureck",
    "hu": r"угорс|венгерс|hungarian|ungarisch|węgiersk",
    "ro": r"румунс|румынс|romanian|rumänisch|rumuńsk",
    "cs": r"чес(?:ьк|к|ью)|czech|tschechisch|czesk",
    "uk": r"україн|украин|ukrain",
    "nl": r"нідерландс|нидерландс|голландс|dutch|niederländisch|holendersk",
    "sv": r"шведс|swedish|schwedisch|szwedzk",
    "fi": r"фінс|финс|finnish|finnisch|fińsk",
    "ja": r"японс|japanese|japanisch|japońsk",
    "zh": r"китайс|chinese|chinesisch|chińsk",
}
_TONGUE = "|".join(f"(?P<{tag}>{stems})" for tag, stems in _TONGUES.items())
_SPOKEN = re.compile(
    rf"(?<!\w)(?:(?=\w+ою(?!\w))(?:{_TONGUE})\w*(?: мовою)?"
    rf"|(?:in|auf|po)\s(?:{_TONGUE.replace('?P<', '?P<b_')})\w*|(?:по-|на )(?:{_TONGUE.replace('?P<', '?P<c_')})\w*)",
    re.IGNORECASE,
)
_CUE = (
    r"газет\w*|видання\w*|виданн\w+|часопис\w*|тижневик\w*|журнал\w*|телеканал\w*|каналу?|агентств\w+|медіа|порталу?|сайту?|радіо|издани\w+"
    r"|newspaper|daily|weekly|magazine|broadcaster|outlet|agency|zeitung|magazin|sender|gazet\w*|dziennik\w*|tygodnik\w*"
)
_MEDIUM_OF = re.compile(rf"(?<!\w)(?:{_TONGUE})\w*\s(?:\w+\s)?(?:{_CUE})(?!\w)", re.IGNORECASE)
_NAMED_MEDIUM = re.compile(rf"(?<!\w)(?i:{_CUE})\s[«“„\"]?(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,3}})")

_MEDIA = {
    "fr": "Le Monde|Le Figaro|Libération|Les Échos|Le Point|L’Express|L'Express|Mediapart|Ouest-France|Le Parisien|La Croix|BFMTV|Ле Монд",
    "de": (
        "Süddeutsche Zeitung|Süddeutschen Zeitung"
        "|Der Spiegel|Spiegel|Die Zeit|Frankfurter Allgemeine Zeitung|Frankfurter Allgemeine|FAZ|Die Welt"
        "|Welt am Sonntag|Bild am Sonntag|Bild|Der Tagesspiegel|Tagesspiegel|taz|Handelsblatt|ZDF|ARD|NZZ"
        "|Neue Zürcher Zeitung|Der Standard|Die Presse|n-tv"
        "|RND|Зюддойче Цайтунг|Шпігель|Більд"
    ),
    "en": (
        "Financial Times|The Times|The Sunday Times|The Guardian|The Telegraph|The Independent|The Economist|The New York Times"
        "|New York Times|The Washington Post|Washington Post|The Wall Street Journal|Wall Street Journal|Politico|Bloomberg|Reuters|BBC|CNN"
        "|Sky News|Fox News|NBC News|ABC News|CBS News|Newsweek|Foreign Affairs|Foreign Policy|The Atlantic|Axios|Associated Press"
        "|USA Today"
        "|Time Magazine|Euractiv|EUobserver|Бі-бі-сі|Файненшл Таймс"
    ),
    "pl": "Rzeczpospolita|Gazeta Wyborcza|Onet|TVN24|Wprost|Newsweek Polska|Dziennik Gazeta Prawna|RMF FM|Polsat News|Interia|Do Rzeczy",
    "it": "Corriere della Sera|La Repubblica|Repubblica|La Stampa|ANSA|Il Sole 24 Ore",
    "es": "El País|El Mundo|La Vanguardia|La Razón|EFE",
    "nl": "NRC|De Volkskrant|De Telegraaf|Trouw|De Standaard",
    "fi": "Helsingin Sanomat|Yle|Iltalehti|Ilta-Sanomat",
    "sv": "Dagens Nyheter|Svenska Dagbladet|Aftonbladet|Expressen|SVT",
    "no": "Aftenposten|NRK|Dagbladet|Verdens Gang",
    "da": "Berlingske|Politiken|Jyllands-Posten",
    "et": "Postimees|ERR|Eesti Ekspress",
    "lt": "LRT|Lietuvos rytas",
    "hu": "Népszava|Telex|Magyar Nemzet|HVG",
    "cs": "Respekt|Seznam Zprávy|Deník N|Lidové noviny|Hospodářské noviny",
    "tr": "Hürriyet|Cumhuriyet|Milliyet|Sabah",
    "ja": "NHK|Yomiuri Shimbun|Nikkei|Asahi Shimbun",
    "ru": "РИА Новости|ТАСС|Коммерсантъ|Коммерсант|Ведомости|TASS",
}
_LANGUAGE_OF = {name: tag for tag, names in _MEDIA.items() for name in names.split("|")}
_MEDIUM = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _LANGUAGE_OF), key=len, reverse=True))})(?!\w)")
_PIECE = re.compile(r"[^\W\d_][\w’'ʼ-]*|[^\w\s]")
_PARTICLES = frozenset({"de", "van", "von", "la", "di", "du", "фон", "ван", "де", "ді", "ля", "ла"})
#: These are articles unless another particle stands before them: «фон дер Ляєн».
_AFTER_PARTICLES = frozenset({"der", "den", "дер", "ден"})
_OPENERS = frozenset(
    {
        *(
            "за",
            "як",
            "він",
            "вона",
            "вони",
            "це",
            "про",
            "у",
            "в",
            "на",
            "тоді",
            "водночас",
            "також",
            "раніше",
            "своєю",
            "той",
            "так",
            "і",
            "а",
        ),
        *(
            "he",
            "she",
            "they",
            "the",
            "a",
            "as",
            "but",
            "and",
            "in",
            "on",
            "according",
            "it",
            "so",
            "by",
            "er",
            "sie",
            "der",
            "die",
            "das",
            "laut",
        ),
        *("on", "ona", "jak", "według", "он", "она", "они", "по", "как", "об", "но"),
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """Words with a capital in a row, and where they stand."""

    words: tuple[str, ...]
    span: Span

    @property
    def text(self) -> str:
        """The name as written, in whatever case it stands."""
        return " ".join(self.words)


def names(words: str) -> Iterator[Name]:
    """Yield what may be names of people: rows of capitalised words, abbreviations («МЗС») and opening words left out."""
    row: list[re.Match[str]] = []
    for found in _PIECE.finditer(words):
        word = found[0]
        apart = bool(row) and words[row[-1].end() : found.start()].strip(" ") != ""
        if row and not apart and (word in _PARTICLES or (word in _AFTER_PARTICLES and row[-1][0] in _PARTICLES)):
            row.append(found)
            continue
        if apart or not _capital(word):
            yield from _name(row)
            row = []
        if _capital(word) and (row or word.casefold() not in _OPENERS):
            row.append(found)
    yield from _name(row)


def _name(row: list[re.Match[str]]) -> Iterator[Name]:
    while row and row[-1][0] in _PARTICLES | _AFTER_PARTICLES:
        row.pop()
    if row:
        yield Name(tuple(found[0] for found in row), (row[0].start(), row[-1].end()))


def _capital(word: str) -> bool:
    return word[0].isupper() and not word[1:2].isupper() and word[-1].isalpha()


def stands_for(words: str) -> int:
    """Return where a pronoun stands that takes the place of the speaker's name, the length of ``words`` without one."""
    found = _PRONOUN.search(words)
    return found.start() if found else len(words)


def unnamed(words: str) -> str | None:
    """Return the gender (``f``, ``m``, ``pl``, or empty) of a speaker who is meant, not named: «каже він», «за її словами»; else None."""
    found = _PRONOUN.search(words)
    if not found:
        return "" if _SAME.search(words) else None
    word = found[0].casefold()
    return "f" if word in _HER else "pl" if word in ("вони", "они", "they", "oni") else "m"


def spoken_in(words: str) -> str:
    """Return the language that ``words`` say something was spoken in («французькою», "in French"), empty where they do not."""
    found = _SPOKEN.search(words)
    return (found.lastgroup or "").removeprefix("b_").removeprefix("c_") if found else ""


def published_in(words: str) -> str:
    """Return the language of the medium that ``words`` name: one that is known, else by its country («німецьке видання»), else ``und``.

    ``und`` (BCP 47: undetermined) is told of a name in Latin letters after a word such as «газета»; empty without any.
    """
    if known := medium(words):
        return _LANGUAGE_OF[known[0]]
    if found := _MEDIUM_OF.search(words):
        return found.lastgroup or ""
    return "und" if _NAMED_MEDIUM.search(words) else ""


def medium(words: str) -> tuple[str, Span] | None:
    """Return the first known medium in ``words`` as written, and its place."""
    found = _MEDIUM.search(words)
    return (found[0], found.span()) if found else None


def without_media(words: str) -> str:
    """Return ``words`` with spaces for the media that they name, so that only people are left."""
    blank = _MEDIUM.sub(lambda found: " " * len(found[0]), words)
    return _NAMED_MEDIUM.sub(lambda found: " " * len(found[0]), blank)
