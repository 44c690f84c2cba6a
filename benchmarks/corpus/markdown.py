"""Markdown as static sites keep it: front matter in two languages, every kind of block, shortcodes, references, footnotes."""

from collections.abc import Callable, Iterator

from benchmarks.corpus.words import Words


def article(number: int, paragraphs: int) -> bytes:
    """Return an article of so many blocks."""
    words = Words(number)
    blocks = [*_front_matter(words), f"# {words.title()}" if words.chance(0.5) else f"{words.title()}\n====="]
    blocks += [words.one_of(_BLOCKS)(words, at) for at in range(paragraphs)]
    blocks += [f"[посилання]: https://example.org/{number} '{words.title()}'", f"[^1]: {words.sentence()}"]
    text = "\n\n".join(blocks) + "\n"
    return text.replace("\n", words.pick.choice(("\n", "\n", "\n", "\r\n"))).encode()


def _front_matter(words: Words) -> Iterator[str]:
    title, lede = words.title(), words.sentence()
    style = words.pick.choice(("yaml", "yaml", "toml", ""))
    if style == "yaml":
        described = ">-\n  " + lede.replace(", ", ",\n  ") if words.chance(0.4) else f'"{lede}"'
        named = f"title: '{title}'\ndescription: {described}\nauthor: {words.person()}"
        yield f'---\n{named}\ndate: 2026-11-17\ntags: [наука, "світ"]\ndraft: false\n---'
    elif style == "toml":
        yield f'+++\ntitle = "{title}"\ndescription = "{lede}"\ndate = 2026-11-17\ntags = ["наука"]\n+++'


_MARKS = (
    *("**{}**", "*{}*", "__{}__", "~~{}~~", "`{}`", "{}[^1]", "<b>{}</b>"),
    *('[{}](https://example.org/a_(b) "Підказка")', "[{}][посилання]", "[{}](/ближче)"),
)


def _inline(words: Words, sentences: list[str]) -> str:
    which = words.pick.randrange(len(sentences))
    head, _, rest = sentences[which].partition(" ")
    if rest and words.chance(0.6):
        sentences[which] = f"{words.pick.choice(_MARKS).format(head)} {rest}"
    return words.pick.choice((" ", "\n", "  \n", "\\\n", " &nbsp; ")).join(sentences)


def _paragraph(words: Words, at: int) -> str:
    return _inline(words, words.paragraph())


def _subhead(words: Words, at: int) -> str:
    title = words.title()
    return words.pick.choice((f"## {title}", f"### {title} {{#part-{at}}}", f"{title}\n---", f"## {title} ##"))


def _picture(words: Words, at: int) -> str:
    return f"![{words.title()}](images/{at}.jpg)\n\n*Фото: {words.title()} / EPA*"


def _quote(words: Words, at: int) -> str:
    lazy = words.pick.choice(("\n> ", "\n"))
    return f"> «{words.sentence()}»{lazy}{words.sentence()}\n>\n> — {words.person()}"


def _list(words: Words, at: int) -> str:
    mark = words.pick.choice(("- ", "* ", "+ ", "1. ", "- [ ] "))
    apart = words.pick.choice(("\n", "\n\n"))
    width = " " * (3 if mark.startswith("1") else 2)
    return apart.join(f"{mark}{_inline(words, [words.sentence()])}\n{width}- {words.title()}" for _ in range(words.pick.randint(2, 4)))


def _table(words: Words, at: int) -> str:
    rows = "\n".join(f"| {words.title()} | {at},5 % | **так** |" for _ in range(2))
    return f"| {words.label()} | Частка | |\n|:---|---:|---|\n{rows}"


def _other(words: Words, at: int) -> str:
    return words.pick.choice(
        (
            "```python\nprint('привіт')  # слово\n```",
            f'{{{{< figure src="/a.jpg" caption="{words.title()}" >}}}}',
            f'<div class="note">\n<p>{words.sentence()}</p>\n</div>',
            f"<!-- {words.title()} -->",
            f"{words.title()}\n: {words.sentence()}",
            "***",
            f"{{: .lead}}\n{words.sentence()}",
            f"    код {at}",
        )
    )


_Block = Callable[[Words, int], str]
_BLOCKS: tuple[tuple[_Block, float], ...] = (
    (_paragraph, 10),
    (_subhead, 1.5),
    (_picture, 0.8),
    (_quote, 0.8),
    (_list, 1.2),
    (_table, 0.4),
    (_other, 1),
)
