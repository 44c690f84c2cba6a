"""Around engines for plain words alone: inline codes and terms that stay as they are travel as placeholders, and are verified.

A text is asked for in up to three ways, each only where the one before came back spoilt: with placeholders for codes and kept terms, for
codes alone, and as bare words, which are flagged, so that a person places the codes.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from transloc import markup
from transloc.engines.engine import Answer, BadAnswer, Engine, Note, Request, refuse_beyond_limits
from transloc.engines.protection import LOST, Peeled, peel
from transloc.errors import EngineError, TranslocError
from transloc.glossary.pairs import Pairs
from transloc.markup import CodeToken, Form, Protected, Text
from transloc.wording import say

Say = Callable[[Sequence[str]], Sequence[str]]
"""Translates plain words, one text for each, in order."""

_OPEN, _CLOSE = r"[\[(\uff3b\u3010{]", r"[\])\uff3d\u3011}]"

#: What engines make of ``[[7]]``: other brackets or fewer, spaces within, one side lost.
_SPOILT = re.compile(
    rf"(?:{_OPEN}\s*){{1,2}}(\d{{1,4}})(?:\s*{_CLOSE}){{1,2}}|(?:{_OPEN}\s*){{2}}(\d{{1,4}})|(\d{{1,4}})(?:\s*{_CLOSE}){{2}}"
)


def plainly(engine: Engine, request: Request, ask: Say) -> Answer:
    """Translate ``request`` by ``say``, an engine of plain words; refuses what is beyond the limits of ``engine``.

    Raises BadAnswer where ``say`` returns another number of texts; whatever else goes wrong in it is an EngineError.
    """
    refuse_beyond_limits(engine, request)
    texts, billed = list(request.texts), 0
    open_ = [_Open(at, peel(text), request.terms_of(at)) for at, text in enumerate(request.texts)]
    asked = [(one, one.ways()) for one in open_ if markup.words(one.peeled.core).strip()]
    notes: list[Note] = []
    while asked:
        ways = [next(ways) for _, ways in asked]
        billed += sum(engine.price(way.source) for way in ways)
        said = _counted(engine, ask, [way.sent for way in ways])
        still = []
        for (one, ways_left), way, words in zip(asked, ways, said, strict=True):
            found = way.read(words)
            if found is None:
                still.append((one, ways_left))
                continue
            texts[one.at] = one.peeled.wrap(found)
            notes += [Note(LOST, one.at)] if way.bare and markup.codes(one.peeled.core) else []
        asked = still
    return Answer(tuple(texts), billed, tuple(notes))


def _counted(engine: Engine, ask: Say, words: list[str]) -> Sequence[str]:
    try:
        said = ask(words)
    except TranslocError:
        raise
    except Exception as error:  # an engine may be anybody's code
        raise EngineError(
            say("{name} failed ({error})", name=engine.name, error=str(error)), hint=say("Translate these segments by hand")
        ) from error
    if len(said) != len(words):
        raise BadAnswer(
            say("{name} returned {count} translations for {texts} texts", name=engine.name, count=len(said), texts=len(words)),
            hint=say("Try again, or translate them by hand"),
        )
    return said


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to ask for a text. ``source`` has its codes, those that hold ``kept`` terms included."""

    source: str
    sent: str
    protected: Protected
    kept: dict[int, str]
    bare: bool = False

    def read(self, answer: str) -> str | None:
        """Return the translation with its codes; None where they did not all come back in their places."""
        if self.bare:
            return markup.escape(answer)
        found = markup.restore(_tidied(answer, self.protected), self.protected)
        if found is None or markup.compare(self.source, found) or _hollow(found) - _hollow(self.source):
            return None
        return _released(found, self.kept)


@dataclass(frozen=True, slots=True)
class _Open:
    """A text that waits for its translation."""

    at: int
    peeled: Peeled
    terms: Pairs

    def ways(self) -> Iterator[_Way]:
        core = self.peeled.core
        held, kept = _held(core, [source for source, target in self.terms if source == target])
        for source, holds in ((held, kept), (core, {})) if kept else ((core, {}),):
            if markup.codes(source):
                protected = markup.protect(source)
                yield _Way(source, protected.text, protected, holds)
        words = markup.words(core)
        words = " ".join(words.split()) if markup.codes(core) else words  # without its code, two spaces may stand where one was
        yield _Way(words, words, Protected(words, {}), {}, bare=True)


def _held(core: str, terms: Sequence[str]) -> tuple[str, dict[int, str]]:
    """Replace ``terms`` in the words of ``core`` by empty codes with numbers of their own; returns which holds what."""
    if not terms:
        return core, {}
    longest = sorted(terms, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    free = count(1 + max((code.number for code in markup.codes(core)), default=0))
    kept: dict[int, str] = {}
    tokens: list[markup.Token] = []
    for token in markup.parse(core):
        if isinstance(token, CodeToken):
            tokens.append(token)
            continue
        end = 0
        for found in pattern.finditer(token.value):
            number = next(free)
            kept[number] = found[0]
            tokens += [Text(token.value[end : found.start()]), CodeToken(Form.EMPTY, number)]
            end = found.end()
        tokens.append(Text(token.value[end:]))
    return markup.serialise(tokens), kept


def _hollow(text: str) -> frozenset[int]:
    """Return the numbers of the pairs that hold no words: where they held some, all placeholders went to one place."""
    opened: dict[int, bool] = {}
    hollow = set()
    for token in markup.parse(text):
        if isinstance(token, Text):
            opened = dict.fromkeys(opened, True) if token.value.strip() else opened
        elif token.form is Form.OPEN:
            opened[token.number] = False
        elif token.form is Form.CLOSE and not opened.pop(token.number, True):
            hollow.add(token.number)
    return frozenset(hollow)


def _released(text: str, kept: dict[int, str]) -> str:
    """Put the terms back in the place of the codes that hold them."""
    if not kept:
        return text
    return markup.serialise(Text(kept[t.number]) if isinstance(t, CodeToken) and t.number in kept else t for t in markup.parse(text))


def _tidied(answer: str, protected: Protected) -> str:
    """Write spoilt placeholders as they were sent, unless the words themselves have numbers in brackets."""
    sent = protected.text
    for mark in protected.back:
        sent = sent.replace(mark, "")
    if _SPOILT.search(sent):
        return answer
    marks = protected.back.keys()
    return _SPOILT.sub(lambda m: mark if (mark := f"[[{m[m.lastindex or 0]}]]") in marks else m[0], answer)
