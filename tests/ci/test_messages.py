"""Every word of the pages is in every catalog, translated; and no template says a word that no catalog could know."""

import re
import string
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from django.template.base import Lexer, TokenType

from ci import messages
from transloc.web import compiled
from transloc.web.settings import LANGUAGES

TEMPLATES = sorted((messages.SOURCE / "web" / "templates").rglob("*.html"))
SCRIPTS = sorted(path for path in (messages.SOURCE / "web" / "static" / "desk").rglob("*.js") if not path.name.endswith(".min.js"))
OTHERS = [tag for tag, _ in LANGUAGES if tag != "en"]
EVERY = [(language, domain) for language in OTHERS for domain in messages.DOMAINS]
TOLD_TO_PEOPLE = ("aria-label", "title", "placeholder", "alt", "aria-description", "aria-valuetext", "aria-roledescription")
_PERCENT = re.compile(r"%\(\w+\)s|%s|%d")
_TAG = re.compile(r"</?\w+")


def keys(catalog):
    return {(message.context, message.id) for message in catalog if message.id}


def slots(text):
    """Return what a text is filled in with, and the tags that stand in it."""
    braces = [] if "%(" in text else [f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None]
    return set(braces) | set(_PERCENT.findall(text)) | set(_TAG.findall(text) if "</" in text else ())


@pytest.mark.parametrize(("language", "domain"), EVERY)
def test_a_catalog_holds_what_the_code_says_and_nothing_else(language, domain):
    said, kept = keys(messages.gathered(domain)), keys(messages.read(language, domain))
    assert said - kept == set(), "run: make messages"
    assert kept - said == set(), "run: make messages"


@pytest.mark.parametrize(("language", "domain"), EVERY)
def test_everything_is_translated_and_nobody_guessed(language, domain):
    catalog = messages.read(language, domain)
    for message in catalog:
        if message.id:
            texts = messages.texts(message.string)
            assert len(texts) == (catalog.num_plurals if message.pluralizable else 1), message.id
            assert all(texts), message.id
            assert not message.fuzzy, message.id


@pytest.mark.parametrize(("language", "domain"), EVERY)
def test_a_translation_is_filled_in_with_the_same(language, domain):
    for message in messages.read(language, domain):
        if message.id:
            wanted = slots(messages.texts(message.id)[-1])
            assert [text for text in messages.texts(message.string) if slots(text) != wanted] == [], message.id


def test_a_ukrainian_catalog_is_set_as_ukrainian_is():
    """Its own quotation marks and apostrophe, and no letter that the language has not."""
    for domain in messages.DOMAINS:
        for message in messages.read("uk", domain):
            for text in messages.texts(message.string) if message.id else ():
                assert not re.search(r"[ыэъёЫЭЪЁ]|[а-яіїєґ]['ʼ][а-яіїєґ]", text), text
                assert "„" not in text, text


def test_a_new_word_waits_for_its_translation_and_an_old_one_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    assert messages.update("pl", "djangojs") == len(keys(messages.gathered("djangojs")))
    kept = messages.path("pl", "djangojs")
    kept.write_text(kept.read_text(encoding="utf-8") + '\nmsgid "gone"\nmsgstr "nie ma"\n', encoding="utf-8")
    messages.update("pl", "djangojs")
    assert "gone" not in kept.read_text(encoding="utf-8")


class _Bare(HTMLParser):
    """Gathers the words of a template that stand in no tag of Django's."""

    def __init__(self):
        super().__init__()
        self.found, self._in = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ("input", "meta", "link", "img", "br", "hr", "rect"):
            self._in.append(tag)
        shown = dict(attrs)
        names = (*TOLD_TO_PEOPLE, *(name for name in shown if name in ("data-down", "data-signed-out", "data-empty")))
        button = tag == "input" and shown.get("type") in ("submit", "button", "reset")
        for name in (*names, *(("value",) if button else ())):
            self._judge(shown.get(name) or "")

    def handle_endtag(self, tag):
        if tag in self._in:
            while self._in.pop() != tag:
                pass

    def handle_data(self, data):
        if not {"kbd", "code", "abbr", "script", "style"} & set(self._in):
            self._judge(data)

    def _judge(self, text):
        if re.search(r"[^\W\d_]{2,}", re.sub(r'transloc|[\w-]+="[^"]*"|https://', "", text)):
            self.found.append(text.strip())


_SAID = re.compile(r"""\|default(?:_if_none)?:(["'][^"']*[A-Za-z]{2}[^"']*["'])""")
_GIVEN = re.compile(r'\b(?:label|empty)="[^"]*[A-Za-z]{2}[^"]*"')
#: Blocks that stand within a tag: a class of the body, the mark of the page where one is.
_WITHIN = re.compile(r"block (?:body|here\w*)")


def bare(source):
    """Return the words of a template that would stay English in every language."""
    parts, until, found = [], "", []
    for token in Lexer(source).tokenize():
        said = token.contents
        if token.token_type is TokenType.BLOCK:
            if until:
                until = "" if said.startswith(until) else until
            elif said.startswith("blocktranslate"):
                until = "endblocktranslate"
            elif _WITHIN.fullmatch(said):
                until = "endblock"
            found += _GIVEN.findall(said) if said.startswith("include") else ()
        if token.token_type in (TokenType.BLOCK, TokenType.VAR):
            found += [one for one in _SAID.findall(said) if one not in ('"transloc"', "'text'")]
        if token.token_type is TokenType.TEXT and not until:
            parts.append(said)
    parser = _Bare()
    parser.feed("".join(parts))
    return found + parser.found


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_says_no_word_that_is_not_marked(path):
    assert bare(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Words</p>",
        '<p aria-label="Words">{{ x }}</p>',
        '<input type="submit" value="Go">',
        '{{ name|default:"Nobody" }}',
        '{% include "x.html" with label="Kind" %}',
        "{% if x %}one{% endif %}",
        "{% translate 'a' %} and {{ n }}",
    ],
)
def test_a_word_that_is_not_marked_is_found(source):
    assert bare(source)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_says_no_sentence_that_is_not_marked(path):
    code = re.sub(r"^\s*//.*|\s//\s.*", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    marked = re.sub(r'\bn?gettext\(\s*"[^"]*"(?:,\s*"[^"]*")?', "", code)
    assert re.findall(r'"[A-Z][a-z]+ [a-z][^"]*"|`[A-Z][a-z]+ [a-z][^`]*`', marked) == []
    assert re.findall(r'(?:say|trouble)\("[^"]+"', marked) == []


def test_no_page_speaks_with_the_words_of_yesterday(tmp_path):
    """What was compiled is of the catalog that lies there, whichever of the two is newer."""
    path = tmp_path / "uk" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    for text in ("слово", "інше"):
        path.write_text(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "word"\nmsgstr "{text}"\n', encoding="utf-8"
        )
        (made,) = compiled.compiled(tmp_path)
        assert text.encode() in made.read_bytes()
    before = made.stat()
    compiled.compiled(tmp_path)
    assert made.stat() == before
    path.unlink()
    assert compiled.compiled(tmp_path) == (made,), "an installed package has the compiled ones alone"


@pytest.mark.parametrize(("language", "domain"), EVERY)
def test_what_is_compiled_is_what_is_written(language, domain):
    path: Path = messages.path(language, domain)
    assert path.with_suffix(".mo") in compiled.compiled()
    with path.open("rb") as file:
        assert isinstance(read_po(file), Catalog)
