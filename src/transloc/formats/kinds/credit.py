"""Whose picture it is: credits in the words of a caption.

A credit is what is written in Latin letters or names a known agency, where credits stand: after a label («Фото:», "Photo by"), after
a ©, in brackets, behind a slash at the end. Letters of other scripts («Офіс Президента», «Олена Коваленко») are words to translate.
In a caption that is all Latin a name cannot be told from a description by its script, so an agency, a © or "by" has to stand near.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from transloc.formats.kinds.vocabulary import PHOTO, SHOWN, key, lines
from transloc.model import Span

#: Agencies and banks of pictures, as ``key`` gives them.
_AGENCIES = lines("""
    reuters | ap | ap photo | associated press | the associated press | afp | agence france-presse | epa | epa-efe | efe | upg | dpa | apa
    pap | ansa | lusa | belga | keystone | ritzau | scanpix | ntb | tt | lehtikuva | mti | čtk | ctk | tasr | agerpres | anadolu
    anadolu agency | anadolu images | aa | iha | bloomberg | xinhua | kyodo | yonhap | pti | tass | itar-tass | sputnik | ria novosti
    interfax | interfax-ukraine | ukrinform | unian | unn | rbc-ukraine | rbc ukraine | getty | getty images | gettyimages | shutterstock
    unsplash | pexels | pixabay | depositphotos | istock | istockphoto | alamy | adobe stock | zuma | zuma press | nurphoto | imago
    imago images | picture alliance | picture-alliance | sipa | sipa usa | abaca | abacapress | magnum | magnum photos | vii
    global images ukraine | east news | agencja wyborcza.pl | agencja gazeta | forum | reporter | ullstein bild | laif | ddp | rfe | rl
    radio free europe | radio liberty | suspilne | hromadske | bbc | cnn | nasa | esa | maxar | maxar technologies | planet labs
    planet labs pbc | wikimedia | wikimedia commons | wikipedia | flickr | facebook | instagram | telegram | youtube | twitter | x.com
    tiktok | linkedin | the new york times | the washington post | zik | nv | liga.net | ukrainska pravda | the kyiv independent
    рейтер | рейтерс | ройтерс | ассошіейтед пресс | франс прес | укрінформ | уніан | унн | українські новини | інтерфакс-україна
    рбк-україна | суспільне | суспільне новини | громадське | радіо свобода | українська правда | бабель | ліга | лігабізнесінформ | гетті
    тасс | ріа новини | риа новости | интерфакс | укринформ | униан | рбк-украина | википедия | вікіпедія | вікімедіа | фейсбук | телеграм
    ютуб | інстаграм
""")
#: Words that tell a description from a name, in captions that are all Latin.
_PROSE = lines("""
    the | a | an | in | on | at | of | and | with | during | after | near | from | to | for | as | is | are | was | who | which | while
    before | by | im | am | auf | die | das | und | bei | mit | vor | nach | beim | zum | zur | ein | eine | aus | w | na | i | z | ze | do
    po | przed | podczas | od | przy | oraz | privat | prywatne | private | archive | archiv | archiwum | all | alle | rights | rechte
""")
_LABEL = re.compile(
    rf"\s?(?:(?P<label>{PHOTO})\s?(?P<how>[:.]\s?(?:by\b)?|(?:by|via|courtesy of|courtesy)\b:?|(?=[\s©])|\Z)"
    r"|(?P<right>©|\([cс]\)))",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?…](?=[\s)\]\"»”]|\Z)|[\n\[\]\ufffc]|\((?![cс]\))|(?<!\([cс])\)", re.IGNORECASE)
_PARTED = re.compile(r"[/|·•;,]|(?<=\s)(?:[—–-]|via|und|oraz|and|і|й|та|и)(?=\s)", re.IGNORECASE)
_OTHER = re.compile(r"[^\W\d_A-Za-zªº\u00c0-\u024f\u1e00-\u1eff]")
_ABBREVIATED = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]|fot|jr|sr|st|dr|inc|ltd|co)\Z", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
#: What stands between credits, and white space.
MARKS, SPACE = "/|·•;,—–-", " \t\r\n\f\u00a0"
#: No caption is longer, no name has more words.
_LONGEST, _MOST_WORDS, _MOST_OF_A_NAME = 2000, 10, 4


class _Segment(NamedTuple):
    """A stretch between slashes, commas and the like; ``mark`` is what stands before it, ``how`` what announces it: label, by, ©."""

    start: int
    end: int
    words: str
    mark: str
    how: str

    @property
    def agency(self) -> bool:
        return key(self.words) in _AGENCIES or (key(" ".join(self.words.split()[:2])) in _AGENCIES and self.brief)

    @property
    def latin(self) -> bool:
        return bool(_LETTER.search(self.words)) and not _OTHER.search(self.words) and len(self.words.split()) <= _MOST_WORDS

    @property
    def brief(self) -> bool:
        """Whether a name may be written so: a few words, none of which tells a sentence."""
        parts = self.words.casefold().split()
        return self.latin and len(parts) <= _MOST_OF_A_NAME and _PROSE.isdisjoint(parts)


def found(words: str) -> tuple[Span, ...]:
    r"""Return the spans of the credits in the words of a caption, in order; line breaks stand as ``\n``, what is no text as U+FFFC.

    Only the first two thousand characters are read: no caption is longer.
    """
    return tuple(span for _, spans in _by_clause(words[:_LONGEST]) for span in spans)


def _by_clause(words: str) -> Iterator[tuple[int, list[Span]]]:
    """Yield the end of each clause and the credits in it."""
    rule = _in_mixed if _OTHER.search(words) else _in_latin
    for start, end in _clauses(words):
        row = tuple(_segments(words, start, end))
        spans: list[Span] = []
        before = -2
        for at in rule(row, words[max(0, start - 1) : start] in ("(", "[")):
            begin = spans.pop()[0] if at == before + 1 and row[at].mark and not _OTHER.search(row[at].mark) else row[at].start
            spans.append((begin, row[at].end))
            before = at
        yield end, spans


def _clauses(words: str) -> Iterator[Span]:
    """Yield the stretches between ends of sentences, brackets and line breaks."""
    at = 0
    for found in _STOP.finditer(words):
        if found[0] == "." and _ABBREVIATED.search(words, max(at, found.start() - 4), found.start()):
            continue
        yield at, found.start()
        at = found.end()
    yield at, len(words)


def _segments(words: str, start: int, end: int) -> Iterator[_Segment]:
    """Yield what stands between the separators of a clause; a label takes no part, and announces all that follows it."""
    at, mark, how = start, "", ""
    for stop, after in [*(found.span() for found in _PARTED.finditer(words, start, end)), (end, end)]:
        label = _LABEL.match(words, at, stop)
        if label and _announces(label, words, stop):
            at, mark, how = label.end(), "", how if key(label["label"] or "") in SHOWN else _how(label)
        piece = words[at:stop]
        begin = at + len(piece) - len(piece.lstrip(SPACE))
        if text := piece.strip(SPACE):
            yield _Segment(begin, begin + len(text), text, mark, how)
            mark = ""
        mark += words[stop:after] or " "
        at = after


def _announces(label: re.Match[str], words: str, stop: int) -> bool:
    """Tell whether a label without a colon is one: «Фото Reuters», but not «Фото з саміту»."""
    rest = words[label.end() : stop]
    return bool(label["right"] or label["how"].strip()) or (bool(rest.strip()) and not _OTHER.search(rest))


def _how(label: re.Match[str]) -> str:
    if label["right"] or key(label["label"]) == "fot":
        return "by"
    return "by" if label["how"].strip(" :.").casefold() else "label"


def _in_mixed(row: Sequence[_Segment], _bracketed: bool) -> Iterator[int]:
    """Yield the credits of a clause in a caption that has letters of another script than Latin."""
    names = [segment.latin or segment.agency for segment in row]
    tail = len(row)
    while tail and names[tail - 1] and not row[tail - 1].how:
        tail -= 1
    if tail or not any(segment.agency for segment in row):  # with words before them, names behind a slash alone are a credit
        tail = next((at for at in range(max(tail, 1), len(row)) if _ends(row[at])), len(row))
    yield from (at for at, segment in enumerate(row) if names[at] and (segment.how or at >= tail))


def _ends(segment: _Segment) -> bool:
    return _slashed(segment) or (segment.agency and not _LETTER.search(segment.mark))


def _slashed(segment: _Segment) -> bool:
    return "/" in segment.mark or "|" in segment.mark


def _in_latin(row: Sequence[_Segment], bracketed: bool) -> Iterator[int]:
    """Yield the credits of a clause in a caption that is all Latin: agencies, and the names beside them."""
    agencies = [segment.agency for segment in row]
    for at, segment in enumerate(row):
        beside = _slashed(segment) or bracketed or bool(segment.how)
        agency = agencies[at] and (beside or at > 0 or all(agencies))
        if agency or (segment.brief and (segment.how == "by" or (any(agencies) and beside))):
            yield at


def bare(words: str) -> bool:
    """Tell whether the words of a caption are credits and marks alone, so that nothing is left to translate."""
    at = 0
    for stop, spans in _by_clause(words) if len(words) <= _LONGEST else ():
        for start, end in (*spans, (stop, stop)):
            if _LETTER.search(words, at, start):
                return False
            at = end
    return not _LETTER.search(words, at)


def announced(words: str) -> bool:
    """Tell whether some word of a caption stands after a label («Фото: Офіс Президента»), be it a credit or not."""
    return any(segment.how for clause in _clauses(words[:_LONGEST]) for segment in _segments(words, *clause))
