"""The names sheet: every person once, whatever the case, with role and first mention."""

from dataclasses import replace

from transloc.formats.markdown import Markdown
from transloc.glossary import Concept, ConceptKind, Glossary, Term
from transloc.model import Catalog
from transloc.segmentation import segmenter
from transloc.steps.extract import extract
from transloc.steps.names import names_sheet

TEXT = """\
# Макрон у Києві

Президент Франції Емманюель Макрон прибув до Києва. Його зустріла Олена Гайдук.

Про це Макрон розповів Олені Гайдук, заступниці міністра оборони. З Гайдук говорив і Новий обрій, а в Києві чекали Макрона.

Порти Києва стоять.
"""


def row(kind, uk, en="", identity=""):
    terms = (*(Term(text, "uk") for text in uk.split("|")), *([Term(en, "en")] if en else []))
    return Concept(id=identity or uk, kind=kind, terms=terms)


GLOSSARY = Glossary(
    (
        row(ConceptKind.PERSON, "Емманюель Макрон", "Emmanuel Macron"),
        row(ConceptKind.TITLE, "президент|президентка", "president"),
        row(ConceptKind.TITLE, "заступник міністра|заступниця міністра", "deputy minister"),
        row(ConceptKind.ORG, "Новий обрій", "New Horizon"),
        row(ConceptKind.PLACE, "Київ|Києві|Києва", "Kyiv"),
    ),
    ("uk", "en"),
)


def sheet(text=TEXT, glossary=GLOSSARY, target="en"):
    document = Markdown().parse(text.encode())
    segments = extract(document, segmenter("uk").segments)
    return {
        name.source: name
        for name in names_sheet(document, Catalog(article="a", source_locale="uk", target_locale=target, segments=segments), glossary)
    }, [segment.id for segment in segments]


def test_persons_come_first_then_strangers_organisations_and_places():
    names, ids = sheet()
    assert list(names) == ["Емманюель Макрон", "Олена Гайдук", "Новий обрій", "Київ"]
    macron = names["Емманюель Макрон"]
    assert (macron.target, macron.role, macron.first_segment, macron.count, macron.kind) == (
        "Emmanuel Macron",
        "Президент Франції",
        ids[0],
        4,
        "person",
    )


def test_a_name_that_no_row_has_is_spelt_by_rule_and_told_apart():
    names, ids = sheet()
    stranger = names["Олена Гайдук"]
    assert (stranger.target, stranger.first_segment, stranger.count, stranger.kind, stranger.known) == (
        "Olena Haiduk",
        ids[2],
        3,
        "",
        False,
    )
    assert stranger.role == "заступниці міністра оборони"
    assert sheet(target="el")[0]["Олена Гайдук"].target == ""


def test_a_son_and_who_writes_the_surname_first_are_known_by_it():
    son = row(ConceptKind.PERSON, "Дональд Трамп мол.", "Donald Trump Jr.")
    zhao = replace(row(ConceptKind.PERSON, "Чжао Леджі", "Zhao Leji"), speaks="zh")
    names, _ = sheet("Дональд Трамп мол. зустрів Чжао Леджі.\n\nПрибув із Трампом і Чжао.\n", Glossary((son, zhao), ("uk", "en")))
    assert {name.target: name.count for name in names.values()} == {"Donald Trump Jr.": 2, "Zhao Leji": 2}


def test_without_a_glossary_there_are_strangers_alone():
    names, _ = sheet(glossary=None)
    assert {name.kind for name in names.values()} == {""}
    assert names["Олена Гайдук"].target == "Olena Haiduk"
