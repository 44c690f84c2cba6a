"""Inline codes through engines of plain words: what becomes of them when an engine spoils its placeholders.

``python -m benchmarks.protection ARTICLES.jsonl [--source uk] [--seed 7]``: an article a line, ``{"segments": [{"uk": …}, …]}``. Codes are
planted into each sentence: pairs around one to four words, codes alone between words, up to four in a sentence, some at its edges. A
stand-in translates word by word, so that the right place of every code is known, and spoils each placeholder in one manner a row. Told
are sentences: *kept*, as the stand-in left them; *mended*, spoilt and put right without asking again; *moved*, whole but elsewhere, as
the engine put them; *flagged* for a person, with the words; *lost*, a code gone or doubled and nothing said. The last must be none.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import click
from rich.console import Console
from rich.table import Table

from transloc import markup
from transloc.engines.engine import Abilities, Answer, Request
from transloc.engines.plain import plainly
from transloc.engines.protection import peel
from transloc.markup import CodeToken, Form, Text

_MARK = re.compile(r"\[\[(\d+)\]\]")

Spoil = Callable[[str], str]
OUTCOMES = ("kept", "mended", "moved", "flagged", "lost")


def _each(change: Callable[[str], str]) -> Spoil:
    return lambda words: _MARK.sub(lambda found: change(found[1]), words)


def _swapped(words: str) -> str:
    return words.replace("[[1]]", "\0").replace("[[2]]", "[[1]]").replace("\0", "[[2]]")


def _to_the_end(words: str) -> str:
    return _MARK.sub("", words) + "".join(found[0] for found in _MARK.finditer(words))


def _next_word(words: str) -> str:
    return re.sub(r"(\[\[\d+\]\])(\s*)(\w+)", r"\3\2\1", words, count=1)


#: What engines were seen to do, or might.
MANNERS: dict[str, Spoil] = {
    "nothing": lambda words: words,
    "spaces within": _each("[[ {} ]]".format),
    "spaces between brackets": _each("[ [{}] ]".format),
    "one bracket a side": _each("[{}]".format),
    "round brackets": _each("(({}))".format),
    "braces": _each("{{{{{}}}}}".format),
    "full-width brackets": _each("【{}】".format),
    "the last bracket gone": _each("[[{}]".format),
    "one side gone": _each("[[{}".format),
    "the other side gone": _each("{}]]".format),
    "bare numbers": _each("{}".format),
    "other numbers": _each(lambda number: f"[[{int(number) + 3}]]"),
    "in letters": _each(lambda number: f"[[{'abcdefghij'[int(number) % 10]}]]"),
    "the first one gone": lambda words: words.replace("[[1]]", "", 1),
    "all gone": _each(lambda _: ""),
    "the first one twice": lambda words: words.replace("[[1]]", "[[1]] [[1]]", 1),
    "the first two swapped": _swapped,
    "all at the end": _to_the_end,
    "the first one behind the next word": _next_word,
}


class StandIn:
    """Writes each word backwards, and spoils placeholders; a number, a mark and a bracket stay as they are."""

    name, variety = "stand-in", ""
    abilities = Abilities(glossary=False, context=False, local=True, max_texts=10_000, max_bytes=100_000_000)

    def __init__(self, spoil: Spoil) -> None:
        self.spoil = spoil
        self.asked = 0

    def size(self, text: str) -> int:
        return len(text)

    def price(self, text: str) -> int:
        return 0

    def translate(self, request: Request) -> Answer:
        return plainly(self, request, self._say)

    def close(self) -> None:
        """Nothing was opened."""

    def _say(self, texts: Sequence[str]) -> list[str]:
        self.asked += len(texts)
        return [self.spoil(turned(text)) for text in texts]


def turned(words: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda word: word[0][::-1], words)


def planted(sentence: str, random: Random) -> str:
    """Plant one to four codes between the words of ``sentence``; pairs neither cross nor nest."""
    words = re.split(r"(\s+)", sentence.strip())
    tokens: list[markup.Token] = []
    at, number, left = 0, 1, random.randint(1, 4)
    while at < len(words):
        length = min(len(words) - at, 2 * random.randint(1, 4) - 1)
        inner = Text("".join(words[at : at + length]))
        if left and random.random() < 0.4:
            pair = random.random() < 0.7
            before, behind = (Form.OPEN, Form.CLOSE) if pair else (None, Form.EMPTY)
            tokens += [CodeToken(before, number)] if before else []
            tokens += [inner, CodeToken(behind, number)]
            number, left = number + 1, left - 1
        else:
            tokens.append(inner)
        at += length
        tokens += [Text(words[at])] if at < len(words) else []
        at += 1
    return markup.serialise(tokens)


def expected(text: str) -> str:
    """Return the translation with every code where it belongs."""
    return markup.serialise(Text(turned(t.value)) if isinstance(t, Text) else t for t in markup.parse(text))


def outcomes(texts: Sequence[str], spoil: Spoil) -> tuple[Counter[str], int]:
    """Return how many of ``texts`` fared how, and how many were asked for once more."""
    engine = StandIn(spoil)
    answer = engine.translate(Request(texts=tuple(texts), source="uk", target="en"))
    flagged = {note.index for note in answer.notes}
    found: Counter[str] = Counter()
    for at, (source, target) in enumerate(zip(texts, answer.texts, strict=True)):
        if at in flagged:
            found["flagged"] += 1
        elif target == expected(source):
            sent = markup.protect(peel(source).core).text
            found["kept" if spoil(turned(sent)) == turned(sent) else "mended"] += 1
        else:
            found["moved" if markup.valid(source, target) else "lost"] += 1
    return found, engine.asked - len(texts)


def sentences(path: Path, source: str) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from (segment[source] for segment in json.loads(line)["segments"] if segment.get(source, "").strip())


@click.command()
@click.argument("articles", type=click.Path(exists=True, path_type=Path))
@click.option("--source", default="uk", show_default=True)
@click.option("--seed", default=7, show_default=True)
def main(articles: Path, source: str, seed: int) -> None:
    random = Random(seed)
    texts = [planted(sentence, random) for sentence in sentences(articles, source)]
    coded = [text for text in texts if markup.codes(text)]
    inside = [text for text in coded if markup.codes(peel(text).core)]
    spared = sum(len(markup.codes(text)) - len(markup.codes(peel(text).core)) for text in coded)
    print(f"{len(texts)} sentences, {len(coded)} with codes, {len(inside)} with codes that an engine sees")
    print(f"{sum(len(markup.codes(text)) for text in coded)} codes, of which {spared} stand at the edges and are never sent")
    table = Table("what the engine does to placeholders", *OUTCOMES, "asked again")
    for manner, spoil in MANNERS.items():
        found, again = outcomes(inside, spoil)
        table.add_row(manner, *(str(found[name]) for name in OUTCOMES), str(again))
    Console(width=120).print(table)


if __name__ == "__main__":
    main()
