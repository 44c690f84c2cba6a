from transloc.checks.settings import Settings
from transloc.memory import Entry
from transloc.model import Catalog, Segment, Severity
from transloc.steps.contradictions import contradictions

OPEN = "Музей відкрито щодня без вихідних."


def catalog(*pairs):
    segments = tuple(Segment(id=f"u{number}.s1", source=source, target=target) for number, (source, target) in enumerate(pairs))
    return Catalog(article="museum", source_locale="uk", target_locale="en", segments=segments)


def entry(target, article="other"):
    return Entry(source=OPEN, target=target, source_locale="uk", target_locale="en", article=article)


def test_a_text_that_was_confirmed_otherwise_elsewhere_is_told_with_the_article():
    told = contradictions(catalog((OPEN, "The museum never closes.")), [entry("The museum is open every day.")], Settings())
    ((finding,),) = told.values()
    assert (finding.segment, finding.severity) == ("u0.s1", Severity.WARNING)
    assert finding.message == "The same text is translated otherwise: other"


def test_of_several_that_are_remembered_the_first_one_counts():
    ours = catalog((OPEN, "The museum is open every day."))
    assert contradictions(ours, [entry("The museum is open every day."), entry("It never closes.", "third")], Settings()) == {}
    assert contradictions(ours, [entry("It never closes."), entry("The museum is open every day.", "third")], Settings())


def test_within_the_article_the_earlier_sentence_is_named():
    told = contradictions(catalog((OPEN, "The museum is open every day."), ("Ще.", "More."), (OPEN, "It never closes.")), [], Settings())
    assert {name: [one.message for one in found] for name, found in told.items()} == {
        "u2.s1": ["The same text is translated otherwise: sentence 1"]
    }


def test_a_project_that_does_not_want_it_hears_nothing():
    off = Settings(severity={"inconsistent": None})
    assert contradictions(catalog((OPEN, "It never closes.")), [entry("The museum is open every day.")], off) == {}
