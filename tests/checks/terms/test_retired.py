import pytest

from transloc.glossary import read

CSV = """\
id,kind,uk,en,status,replaced-by
militia,org,міліція,militia,deprecated,police
police,org,поліція,police,approved,
kiev,place,Київ,Kiev,deprecated,kyiv
kyiv,place,Київ,Kyiv,approved,
oldest,term,сільрада,village soviet,deprecated,older
older,term,сільська рада,village council,deprecated,newest
newest,term,громада,hromada,approved,
lost,term,колгосп,kolkhoz,deprecated,
round,term,коло,circle,deprecated,round
"""


@pytest.fixture
def missing(judge):
    glossary = read(CSV.encode(), "g.csv").glossary
    return lambda source, target: judge("term-missing", source, target, glossary=glossary)


def test_a_deprecated_term_tells_what_replaced_it(missing):
    (finding,) = missing("міліції бракує", "the militia lacks")
    assert finding.severity == "warning"
    assert finding.message == "“міліція” was replaced by “поліція”: write “police” (g.csv:3)"
    assert (finding.source_spans, finding.target_spans) == (((0, 7),), ((4, 11),))


def test_the_old_rendering_is_told_where_its_successor_is_missing(missing):
    (finding,) = missing("у Києві", "in Kiev")
    assert finding.message == "“Київ” should be “Kyiv” (g.csv:5), which replaced “Kiev”"
    assert finding.target_spans == ((3, 7),)


def test_a_successor_that_was_replaced_itself_is_followed(missing):
    (finding,) = missing("сільрада", "the village soviet")
    assert "write “hromada”" in finding.message


@pytest.mark.parametrize(
    ("source", "target"),
    [("міліція", "police officers"), ("колгосп", "a farm"), ("коло", "a ring"), ("у Києві", "in Kyiv")],
)
def test_where_the_successor_stands_or_none_is_named_all_is_well(missing, source, target):
    assert missing(source, target) == []
