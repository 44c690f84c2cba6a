"""The words by which a newsroom labels the parts of an article, in Ukrainian, English, Polish, German and Russian.

All are in lower case, with straight apostrophes: they are compared with what ``key`` returns.
"""

import re

_APOSTROPHE = re.compile("[’ʼ‘‛＇`]")
_EDGES = " \t\r\n\u00a0:.!?…()[]{}«»„“”\"'*—–-•|›»→>"


def key(words: str) -> str:
    """Return ``words`` as they are looked up: without regard to case, apostrophes, white space and marks at the edges."""
    return " ".join(_APOSTROPHE.sub("'", words.casefold()).split()).strip(_EDGES)


def lines(text: str) -> frozenset[str]:
    """Return the entries of a list that is written with bars between them."""
    return frozenset(part.strip() for line in text.splitlines() for part in line.split("|") if part.strip())


#: Recurring labels. The glossary translates them whole (rows of kind ``label``), an engine never.
LABELS = lines("""
    коротко | головне | стисло | головне за хвилину | головне коротко | що сталося | контекст | довідка | детальніше | деталі | нагадаємо
    передісторія | читайте також | дивіться також | читати також | також читайте | читайте більше | читайте далі | за темою | по темі
    матеріали за темою | схожі новини | схожі матеріали | пов'язані новини | поділитися | поділитись | поширити | підписатися
    підписуйтеся | реклама | теги | мітки | джерело | джерела | фото | відео | інфографіка | автор | автори | коментарі | примітка
    від редакції | оновлено | оновлюється | доповнено | ексклюзив | терміново | важливо | популярне | останні новини | новини
    in brief | at a glance | key points | key takeaways | summary | what we know | background | context | read also | read more
    see also | also read | related | related stories | related articles | more on this | share | share this | subscribe | advertisement
    tags | source | sources | photo | photos | video | author | comments | note | editor's note | update | updated | exclusive | breaking
    most read | latest news | news | contents | table of contents
    w skrócie | najważniejsze | czytaj także | czytaj też | zobacz także | zobacz też | przeczytaj także | udostępnij | podziel się
    reklama | tagi | źródło | źródła | zdjęcie | zdjęcia | wideo | autor | komentarze | przypis | od redakcji | aktualizacja
    kurz | kurz gefasst | in kürze | das wichtigste | auf einen blick | lesen sie auch | lesen sie mehr | siehe auch | mehr zum thema
    zum thema | teilen | anzeige | schlagwörter | quelle | quellen | foto | fotos | bild | autorin | kommentare | anmerkung
    кратко | главное | читайте также | смотрите также | поделиться | реклама | теги | метки | источник | источники | комментарии
    по теме | контекст | справка | примечание | от редакции
""")
#: These lead into an example or a list, as part of the text.
LEADING = lines("""
    наприклад | приклад | приміром | або | отже | тобто | зокрема | так | ось | інакше | крім того
    example | output | usage | or | and | so | thus | namely | e.g | i.e | first | then | finally | where | here | result
    na przykład | przykład | czyli | lub | albo | beispiel | also | oder | nämlich | например | пример | или | итак | то есть | так
""")
#: Names of sections: a label, or the article's category where it stands at the end.
SECTIONS = lines("""
    світ | політика | економіка | україна | суспільство | культура | спорт | наука | технології | війна | бізнес | здоров'я | освіта
    київ | регіони | європа | подорожі | стиль | авто | кримінал | фінанси | новини світу | новини україни | міжнародні новини
    world | politics | economy | business | ukraine | society | culture | sport | sports | science | technology | tech | health | war
    education | europe | travel | lifestyle | opinions | international | finance
    świat | polityka | gospodarka | ukraina | społeczeństwo | kultura | nauka | technologia | wojna | biznes | zdrowie | edukacja | europa
    welt | politik | wirtschaft | gesellschaft | kultur | wissenschaft | technik | krieg | gesundheit | bildung | ausland | inland | sport
    мир | политика | экономика | украина | общество | наука | технологии | война | бизнес | здоровье | образование | европа
""")
GENRES = lines("""
    аналітика | аналіз | думка | думки | погляд | інтерв'ю | репортаж | колонка | авторська колонка | блог | блоги | огляд | коментар
    розслідування | спецпроєкт | спецпроект | пояснення | пояснюємо | фактчек | есе | рецензія | нарис | лонгрід | редакційна колонка
    текстова трансляція | онлайн-трансляція | фоторепортаж | відеорепортаж | позиція | прогноз | історія
    analysis | opinion | op-ed | interview | report | reportage | feature | column | comment | commentary | editorial | explainer
    review | fact check | fact-check | long read | longread | essay | investigation | live | live blog | viewpoint | perspective | profile
    analiza | opinia | opinie | wywiad | reportaż | felieton | komentarz | esej | recenzja | śledztwo | relacja
    analyse | meinung | interview | kommentar | reportage | leitartikel | porträt | hintergrund | kolumne | gastbeitrag | faktencheck
    анализ | аналитика | мнение | интервью | колонка | обзор | комментарий | расследование | объясняем | рецензия | очерк | эссе
""")
_CHRONOLOGY = re.compile(
    r"хронолог|хроніка|хроника|timeline|chronolog|kalendarium|oś czasu|zeitleiste|zeittafel|як це було|як розвивалися події"
)


def chronological(words: str) -> bool:
    """Tell whether a subhead announces a list of dates."""
    return len(words) <= 120 and _CHRONOLOGY.search(key(words)) is not None


PHOTO = (
    "ілюстративне фото|архівне фото|фото ілюстративне|иллюстративное фото|фото та відео|фото й відео|джерело фото|джерело зображення"
    "|автор фото|авторка фото|фото автора|на фото|на світлині|на відео|на знімку"
    "|фото|світлина|світлини|знімок|відео|ілюстрація|ілюстрації|інфографіка|графіка|колаж|скриншот|скріншот|зображення|карта|мапа"
    "|источник фото|на снимке|снимок|видео|иллюстрация|инфографика|коллаж|изображение"
    "|photo credits?|image credits?|picture credits?|photo source|photo|photos|photograph|image|images|picture|pictured|video|illustration"
    "|graphic|infographic|screenshot|credits?"
    "|źródło zdjęcia|zdjęcie|zdjęcia|fot|wideo|ilustracja|infografika"
    "|bildquelle|bildnachweis|fotoquelle|fotos?|bild|bilder|abbildung|grafik"
)
#: These name what a picture shows, and no source.
SHOWN = frozenset({"на фото", "на світлині", "на відео", "на знімку", "на снимке", "pictured"})
BYLINE = (
    "автор тексту|авторка тексту|автори тексту|автор і фото|текст і фото|текст та фото|автор|авторка|автори|авторки|текст|підготував"
    "|підготувала|підготували|розмовляв|розмовляла|розмовляли|спілкувався|спілкувалася|записав|записала|редактор|редакторка|журналіст"
    "|журналістка|кореспондент|кореспондентка|переклад|переклала|переклав"
    "|автор текста|авторы|подготовил|подготовила|беседовал|беседовала|журналистка|журналист|перевод"
    "|written by|reported by|reporting by|story by|text by|words by|words|interview by|edited by|translated by|author|authors|byline"
    "|autor|autorka|autorzy|tekst|opracowanie|opracował|opracowała|rozmawiał|rozmawiała|tłumaczenie"
    "|autorin|autoren|text|ein gastbeitrag von|übersetzung|protokoll"
)
SOURCES = (
    "джерел[ао] інформації|використані джерела|джерел[ао]|источники?|использованные источники|sources?|references|further reading"
    "|źródł[ao]|quellen?|quellenangaben?"
)
#: These open a sources line too, but only at the end of an article: anywhere else the sentence goes on.
ACCORDING = (
    "за матеріалами|за інформацією|за даними|із посиланням на|з посиланням на|по материалам|со ссылкой на|na podstawie|mit material von"
)
TAGS = (
    "теги|тег|мітки|мітка|ключові слова|хештеги|метки|ключевые слова|tags?|keywords|filed under|topics|tagi|słowa kluczowe"
    "|schlagw(?:ö|oe)rter|stichw(?:ö|oe)rter|themen"
)
CATEGORY = (
    "категорія|категорії|рубрика|рубрики|розділ|тема|категория|раздел|category|categories|section|rubric|kategoria|dział|kategorie|rubrik"
    "|ressort"
)
