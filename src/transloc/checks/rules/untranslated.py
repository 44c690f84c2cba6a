"""``untranslated``: the target is the source, or words of the source's language stayed in it."""

from collections.abc import Callable, Iterable

from transloc.checks.pair import Pair, Side, Word, finding
from transloc.checks.rules.mixed_script import mixed
from transloc.checks.text.alphabets import FUNCTION_WORDS, HAS, foreign, traces
from transloc.checks.text.later import later
from transloc.languages.scripts import Script, script_of
from transloc.model import Finding
from transloc.wording import say

NAME = "untranslated"

#: A run of words that both sides share is no coincidence of names from this length on, if this many are in lower case.
_RUN, _LOWER = 5, 4
#: So many in lower case, one of so many letters, are none either, unless the languages are relatives.
_SHORT_RUN, _LONG_WORD = 3, 5
_RELATIVES = tuple(
    frozenset(languages.split())
    for languages in ("be bg mk ru sr uk", "bs cs hr pl sk sl sr", "ca es fr gl it pt ro", "da nb nn no sv", "de lb nl", "et fi", "lt lv")
)
_SENTENCE_END = later(r"[.!?…][»”“\"'’]?\s*\Z")
_QUOTED = later(r"«[^»]*»|“[^”]*”|„[^”“]*[”“]|\"[^\"]*\"")


def check(pair: Pair) -> Iterable[Finding]:
    """Return one finding: for the whole target where it equals the source, else for what was left standing in it."""
    source, target = pair.source, pair.target
    if _same(source, target):
        whole = (0, len(target.text))
        told = say("The target is the source, untranslated")
        return (finding(NAME, told, source=((0, len(source.text)),), target=(whole,)),) if _needs_translation(source, target) else ()
    found = _foreign_letters(source, target) + _shared_run(source, target)
    if not found:
        return ()
    left = sorted(set(found), key=lambda word: word.start)
    words = " ".join(word.text for word in left[:6]) + (" …" if len(left) > 6 else "")
    spans = tuple(target.span(word.start, word.end) for word in left)
    return (finding(NAME, say("Left in the language of the source: {words}", words=words), target=spans),)


def _same(source: Side, target: Side) -> bool:
    return source.bare.lstrip()[:4] == target.bare.lstrip()[:4] and source.bare.split() == target.bare.split()


def _needs_translation(source: Side, target: Side) -> bool:
    """Tell a text of the source's language from a name, a number or an address, which may stand as they are."""
    if source.language == target.language or not source.words:
        return False
    theirs, ours = script_of(source.language), script_of(target.language)
    if theirs is not ours and theirs is not Script.LATIN:  # Latin names stand in any text, others in their own script alone
        return any(foreign(word.text, target.language, source.language) for word in source.words)
    return _running_text(source)


def _running_text(side: Side) -> bool:
    """Tell a sentence from a name by its words in lower case."""
    lower = [word for word in side.words if word.text.islower()]
    function = FUNCTION_WORDS.get(side.language, frozenset())
    if len(side.words) < 4 or _SENTENCE_END.search(side.prose):
        return len(lower) >= 2
    return any(word.text in function for word in lower) or len(lower) >= _LOWER


def _foreign_letters(source: Side, target: Side) -> list[Word]:
    """Return the target's words in letters that its language lacks and the source's has."""
    theirs = script_of(source.language)
    if theirs in HAS and script_of(target.language) is not theirs and not target.traits & HAS[theirs]:
        return []
    if source.language == target.language or not traces(target.prose, target.language, source.language):
        return []
    left = [word for word in target.words if foreign(word.text, target.language, source.language) and _of_letters(word, target.prose)]
    if not left:
        return []
    ours = script_of(target.language)
    if script_of(source.language) is not ours and ours is Script.LATIN:
        return left  # no Latin text has words in another script by nature
    # names keep their own letters («Łódź», "iPhone"), and so do words in quotation marks: only common words of the source count
    quoted = [found.span() for found in _QUOTED.finditer(target.prose)]
    common = {word.text for word in source.words if word.text.islower() and len(word.text) > 1}
    kept = []
    for run in _neighbours(left, target.prose):
        plain = [w for w in run if w.text in common and not any(start <= w.start < end for start, end in quoted)]
        if len(plain) == len(run) or len(plain) >= _LOWER:  # «Newport on the Levee» is a name as a whole
            kept += plain
    return kept


def _of_letters(word: Word, prose: str) -> bool:
    """Tell a word from one that is half a number («247sports») or of two alphabets, which is another rule's."""
    return not prose[word.start - 1 : word.start].isdigit() and not mixed(word.text)


def _neighbours(words: list[Word], prose: str) -> list[list[Word]]:
    """Group words that only spaces part."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and not prose[runs[-1][-1].end : word.start].strip():
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _shared_run(source: Side, target: Side) -> list[Word]:
    """Return the words of the runs that the target took over as they are."""
    if source.language == target.language or script_of(source.language) is not script_of(target.language):
        return []
    if len(source.vocabulary & target.vocabulary) < _SHORT_RUN:
        return []
    function = FUNCTION_WORDS.get(source.language, frozenset())
    hit = _runs(source, target, _RUN, lambda run: sum(map(str.islower, run)) >= _LOWER and not function.isdisjoint(run))
    if not any(source.language in family and target.language in family for family in _RELATIVES):
        quoted = [found.span() for found in _QUOTED.finditer(target.prose)]
        short = _runs(source, target, _SHORT_RUN, lambda run: all(map(str.islower, run)) and max(map(len, run)) >= _LONG_WORD)
        hit |= {at for at in short if not any(start <= target.words[at].start < end for start, end in quoted)}
    return [target.words[at] for at in sorted(hit)]


def _runs(source: Side, target: Side, length: int, telling: Callable[[tuple[str, ...]], bool]) -> set[int]:
    """Return the indices of the target's words that stand in a telling run of so many words that the source has too."""
    theirs, ours = [word.text for word in source.words], [word.text for word in target.words]
    known = {tuple(theirs[at : at + length]) for at in range(len(theirs) - length + 1)}
    found = (range(at, at + length) for at in range(len(ours) - length + 1) if tuple(ours[at : at + length]) in known)
    return {index for run in found if telling(tuple(ours[at] for at in run)) for index in run}
