from transloc.model import Severity

THREE = "id,kind,uk,en,pl,translate,status"


def test_a_row_that_is_found_nowhere_is_told(look):
    (fault,) = look("a,term,,b", "c,term,в,d", only="empty-source")
    assert (fault.line, fault.column, fault.severity) == (2, 8, Severity.ERROR)


def test_the_source_is_the_language_of_the_articles(places):
    assert places("empty-source", "a,term,,b", source="en-GB") == []
    assert places("empty-source", "a,term,б,", source="en-GB") == [(2, 10)]


def test_a_row_without_a_translation_is_told(look):
    (fault,) = look("a,term,б,,,,", header=THREE, only="empty-target")
    assert (fault.line, fault.column, fault.severity) == (2, 10, Severity.ERROR)
    assert "no term in en, pl" in fault.message


def test_a_draft_without_a_translation_warns_and_one_that_misses_a_language_tells(look):
    found = look("a,term,б,,,,draft", "c,term,в,d,,,", header=THREE, only="empty-target")
    assert [fault.severity for fault in found] == [Severity.WARNING, Severity.INFO]


def test_only_the_projects_languages_are_asked_for(places):
    assert places("empty-target", "a,term,б,b,,,", header=THREE, targets=["en-GB"]) == []


def test_what_stays_as_it_is_or_is_no_longer_used_needs_no_translation(look):
    assert look("a,term,Starlink,,,no,", "b,term,,Meta,,no,", header=THREE) == []
    assert look("a,term,б,,,,deprecated", header=THREE, only="empty-target") == []
