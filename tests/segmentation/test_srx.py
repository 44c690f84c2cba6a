from pathlib import Path

import choppa
import pytest
from choppa.srx_parser import SRXHandler

import transloc.segmentation
from transloc.errors import InputError
from transloc.segmentation import segmenter

OURS = sorted((Path(transloc.segmentation.__file__).parent / "rules").glob("*.srx"))


HEADER = '<header segmentsubflows="yes" cascade="yes"/>'


def srx(rules, maps='<languagemap languagepattern=".*" languagerulename="Mine"/>'):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<srx xmlns="http://www.lisa.org/srx20" version="2.0">\n{HEADER}\n<body>\n<languagerules>\n'
        f'<languagerule languagerulename="Mine">\n{rules}\n</languagerule>\n</languagerules>\n'
        f"<maprules>{maps}</maprules>\n</body>\n</srx>\n"
    )


def rule(before, after, breaks="no"):
    return f'<rule break="{breaks}"><beforebreak>{before}</beforebreak><afterbreak>{after}</afterbreak></rule>'


@pytest.fixture
def project(tmp_path):
    def write(text):
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.srx"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def cut(text, locale="uk", extra=None):
    return [text[start:end] for start, end in segmenter(locale, extra).segments(text)]


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_our_files_are_srx_2(path):
    choppa.SrxDocument(ruleset=path, validate_ruleset=choppa.SRX_2_XSD)


@pytest.mark.parametrize("path", OURS, ids=[path.stem for path in OURS])
def test_our_files_stand_the_checks_that_a_project_file_must(path):
    assert cut("Foo bar. Bar foo.", path.stem if len(path.stem) == 2 else "uk", path)


def test_the_engine_still_offers_what_is_built_on():
    assert SRXHandler.startElement
    assert choppa.DEFAULT_SRX_RULESET.is_file()


def test_our_rules_stand_in_front_of_languagetools():
    text = "Це сталося 19 грудня 2025 р. Слідство триває."
    theirs = choppa.SrxTextIterator(choppa.SrxDocument(ruleset=choppa.DEFAULT_SRX_RULESET), "uk_one", text)
    assert list(theirs) == [text]
    assert cut(text) == ["Це сталося 19 грудня 2025 р. ", "Слідство триває."]


def test_languagetools_rules_apply_where_ours_say_nothing():
    assert cut("He saw Mr. Smith. Bye.", "en") == ["He saw Mr. Smith. ", "Bye."]


def test_a_project_file_stands_in_front_of_ours(project):
    text = "Прибув ген. Сирський. Вийшов фільм «Крик. Кохання»."
    assert cut(text) == ["Прибув ген. Сирський. ", "Вийшов фільм «Крик. Кохання»."]
    extra = project(srx(rule(r"\bген\.\s+", "Сирський", "yes") + rule(r"Сирський\.\s+", "Вийшов")))
    assert cut(text, extra=extra) == ["Прибув ген. ", "Сирський. Вийшов фільм «Крик. Кохання»."]


@pytest.mark.parametrize("pattern", ["uk", "uk-UA", "uk_UA", "UK", "(?i)UK.*", "uk.*"])
def test_maps_are_matched_as_tools_write_them(project, pattern):
    extra = project(srx(rule(r"кома,\s", "", "yes"), maps=f'<languagemap languagepattern="{pattern}" languagerulename="Mine"/>'))
    assert cut("Ось кома, далі.", "uk-UA", extra) == ["Ось кома, ", "далі."]
    assert cut("Ось кома, далі.", "pl", extra) == ["Ось кома, далі."]


def test_a_file_without_cascade_gives_its_first_match_alone(project):
    text = srx(rule(r",\s", "", "yes")).replace(
        "</languagerules>", '<languagerule languagerulename="Other">' + rule(r";\s", "", "yes") + "</languagerule></languagerules>"
    )
    both = '<languagemap languagepattern="uk" languagerulename="Mine"/><languagemap languagepattern=".*" languagerulename="Other"/>'
    text = text.replace('<languagemap languagepattern=".*" languagerulename="Mine"/>', both)
    assert cut("а, б; в", extra=project(text)) == ["а, ", "б; ", "в"]
    assert cut("а, б; в", extra=project(text.replace('cascade="yes"', 'cascade="no"'))) == ["а, ", "б; в"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<srx><body>", 1, "not well-formed XML"),
        ("not xml", 1, "not well-formed XML"),
        ('<?xml version="1.0"?>\n<html></html>', 2, "begins with <html>"),
        (srx(rule("(", "")), 7, r"pattern “\(” is not a regular expression"),
        (srx(rule("", "[a")), 7, r"pattern “\[a” is not a regular expression"),
        (srx(rule("a", ""), maps='<languagemap languagepattern="*" languagerulename="Mine"/>'), 10, r"pattern “\*”"),
        (srx(rule("a", ""), maps='<languagemap languagepattern=".*" languagerulename="Yours"/>'), 10, "“Yours”"),
        (srx("", maps="").replace("<maprules>", rule("a", "b") + "<maprules>"), 10, "outside of a languagerule"),
    ],
)
def test_a_wrong_project_file_is_told_with_its_line(project, text, line, message):
    path = project(text)
    with pytest.raises(InputError, match=message) as caught:
        cut("Текст.", extra=path)
    assert (caught.value.path, caught.value.line) == (path, line)


def test_a_project_file_without_maps_is_told(project):
    with pytest.raises(InputError, match="no languagemap"):
        cut("Текст.", extra=project(srx(rule("a", ""), maps="")))


def test_a_missing_project_file_is_told(tmp_path):
    with pytest.raises(InputError, match="no such file"):
        cut("Текст.", extra=tmp_path / "none.srx")
