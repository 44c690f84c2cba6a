"""The sample newsroom of this repository behind the desk's pages: six articles, in Markdown, as saved pages and from Word."""

import shutil
from pathlib import Path

import pytest
from turbohtml import parse

from fakes.desk import Desk, _alone
from fakes.site import Site
from transloc.jobs.newsroom import now
from transloc.model import Segment
from transloc.states import Action, Change

ROOT = Path(__file__).parents[2]
PARTS = ("articles", "locales", "glossary.csv", "transloc.toml")


@pytest.fixture(scope="session")
def sampled(tables, tmp_path_factory):
    """The sample newsroom with its articles added: made once, copied for every test."""
    root = tmp_path_factory.mktemp("sampled") / "desk"
    root.mkdir()
    for part in PARTS:
        source = ROOT / part
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / part)
    shutil.copytree(tables / ".transloc", root / ".transloc")
    with pytest.MonkeyPatch.context() as patch:
        _alone(patch, root)
        Desk(root).run("add", *sorted(path for path in Path("articles").iterdir() if path.is_file()))
    return root


@pytest.fixture
def samples(sampled, tmp_path, monkeypatch):
    """Its pages, and the owner signed in."""
    root = tmp_path / "desk"
    shutil.copytree(sampled, root)
    _alone(monkeypatch, root)
    with Desk(root).newsroom() as newsroom:
        yield Site(Desk(root), newsroom)


def add_note(site, behind, text, slug="tram", locale="en"):
    """Put a note for readers elsewhere behind the paragraph that the source ``behind`` is in."""
    change = Change(action=Action.ADD, at=now(), actor=site.newsroom.owner(), target=text)
    segment = Segment(id="", source="", after=site.segment(behind, slug, locale).unit)
    return site.store.add(slug, locale, segment, change=change, rules=site.newsroom.rules(locale))


#: Words that want to run, wherever a text of an article or of a person may stand.
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)><script>alert(1)</script></svg>",
    '"><iframe src=javascript:alert(1)></iframe>',
    "[x](javascript:alert(1))",
    "<a href=javascript:alert(1)>x</a>",
    "{{ 7|add:7 }}{% debug %}",
)
EVIL_MD = """\
---
title: "Заголовок <script>alert(1)</script>"
description: "Лід \\"><img src=x onerror=alert(1)>"
author: "<svg/onload=alert(1)>"
---

Перше речення з [посиланням](javascript:alert(1)) і <a href="java&#10;script:alert(1)" onclick="alert(1)">ще одним</a>.

![Опис "><script>alert(1)</script>](https://evil.example/track.png)

![Малюнок](images/evil.svg) ![Чужий](//evil.example/x.png) ![Угорі](../../etc/passwd.png)

<script>alert(1)</script>

<svg onload="alert(1)"><script>alert(1)</script><a xlink:href="javascript:alert(1)">Текст у малюнку</a></svg>

<iframe src="https://evil.example/"></iframe>

<form action="https://evil.example/"><input name="x"><button>Надіслати</button></form>

<p style="background:url(https://evil.example/b.png)" onmouseover="alert(1)">Стиль у рядку.</p>

[джерело]: javascript:alert(1)

Друге речення з [джерелом][джерело].
"""
EVIL_HTML = """\
<!doctype html><html lang="uk"><head><title>Сторінка</title><base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/"><link rel="stylesheet" href="https://evil.example/x.css"></head>
<body onload="alert(1)"><article><h1>Сторінка зі злом <b onclick="alert(1)">усередині</b></h1>
<p>Це перший довгий абзац статті, у якому є <a href="javascript:alert(1)">посилання</a> і <img src="https://evil.example/p.png"
 onerror="alert(1)" alt="пастка"> малюнок, а ще досить слів.</p>
<p>Це другий довгий абзац статті, у якому <svg><script>alert(1)</script></svg> ховається сценарій, а ще досить слів.</p>
<p>Це третій довгий абзац статті <math><mtext><img src=x onerror=alert(1)></mtext></math> з формулою та багатьма словами.</p>
<object data="https://evil.example/o"></object><embed src="https://evil.example/e">
<p>Це четвертий довгий абзац статті <noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript> і кінець.</p>
</article></body></html>
"""
#: The slugs of the articles that want to run something.
SLUGS_OF_EVIL = ("evil", "evil-page")
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'


@pytest.fixture
def evil(desk):
    """A newsroom with articles that want to run something, as Markdown (``evil``) and as a page (``evil-page``), and their pages."""
    desk.write("articles/evil.md", EVIL_MD)
    desk.write("articles/evil-page.html", EVIL_HTML)
    desk.write("articles/images/evil.svg", _SVG)
    desk.write("articles/.hidden/secret.png", b"secret")
    desk.run("add", "articles/evil.md", "articles/evil-page.html")
    with desk.newsroom() as newsroom:
        yield Site(desk, newsroom)


def harmless(body):
    """Assert that nothing in a page runs, and nothing is asked of another host, however it is written."""
    document = parse(body, positions=False)
    ours = ("script[src^='/static/'], script[src^='/words/']", "form[method='post']")
    alive = document.select(
        "script, style, iframe, object, embed, svg, math, base, audio, video, [srcset], [background], [style], [data], meta[http-equiv]"
    )
    assert [element for element in alive if not element.matches(ours[0])] == []
    for element in document.select("*"):
        for name, value in element.attrs.items():
            assert not name.startswith("on"), (element, name)
            if name in ("src", "href", "action", "formaction", "poster", "xlink:href"):
                assert not value or value.startswith(("/", "#", "?", "s/")), (element, value)
                assert not value.startswith("//"), (element, value)
