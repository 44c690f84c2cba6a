"""``quote-origin``: no back-translation passes unseen."""

from dataclasses import replace

import pytest

from transloc.checks.run import check_catalog, check_segment, judge_segment
from transloc.model import Catalog, Quotation, QuotationStatus, Segment, Severity, State, Waiver
from transloc.steps.review import Rules

RULE = "quote-origin"
SOURCE = "«Ми <1>увійшли</1> в нову фазу», — заявив Макрон."
TARGET = "“We have <1>entered</1> a new phase,” Macron said."
MARK = Quotation(unit="u1", span=(1, 31), text="Ми увійшли в нову фазу", spoken_in="fr")
RULES = Rules(source_locale="uk", target_locale="en")


def test_unresolved_foreign_words_are_an_error_that_says_the_ways_out(judge):
    (finding,) = judge(RULE, SOURCE, TARGET, quotations=(MARK,))
    assert finding.severity is Severity.ERROR
    assert "spoken in French" in finding.message
    assert "published wording with its address" in finding.message
    assert SOURCE[slice(*finding.source_spans[0])] == "Ми <1>увійшли</1> в нову фазу"


def test_a_medium_whose_language_nobody_knows_is_foreign_too(judge):
    (finding,) = judge(RULE, SOURCE, TARGET, quotations=(replace(MARK, spoken_in="", published_in="und"),))
    assert "published in another language" in finding.message


@pytest.mark.parametrize("status", [QuotationStatus.VERIFIED, QuotationStatus.RETRANSLATED, QuotationStatus.DIRECT])
def test_what_somebody_has_resolved_is_fine(judge, status):
    assert judge(RULE, SOURCE, TARGET, quotations=(replace(MARK, status=status),)) == []


def test_words_in_the_language_of_the_source_are_translated_like_all_others(judge):
    assert judge(RULE, SOURCE, TARGET, quotations=(replace(MARK, spoken_in="uk"),)) == []
    assert judge(RULE, SOURCE, TARGET) == []


@pytest.mark.parametrize(
    ("target", "quoted"),
    [
        ("“We have <1>entered</1> a new phase,” Macron said.", "“We have <1>entered</1> a new phase,”"),
        ("Macron said: “we have entered <1>a</1> new phase", "“we have entered <1>a</1> new phase"),
        ("Macron said that they had <1>entered</1> a “new phase”.", None),
        ("Macron said that they had <1>entered</1> a new phase.", None),
    ],
)
def test_a_paraphrase_stands_in_no_quotation_marks(judge, target, quoted):
    findings = judge(RULE, SOURCE, target, quotations=(replace(MARK, status=QuotationStatus.PARAPHRASE),))
    assert [target[slice(*finding.target_spans[0])] for finding in findings] == ([quoted] if quoted else [])
    assert all(finding.severity is Severity.WARNING for finding in findings)


FIRST = Segment(id="u1.s1", source="Макрон: «Ми увійшли в нову фазу.", target="Macron: “We are in a new phase.", state=State.TRANSLATED)
SECOND = Segment(id="u1.s2", source="Вона триває».", target="It goes on.”", state=State.TRANSLATED)
THIRD = Segment(id="u1.s3", source="Так він сказав.", target="So he said.", state=State.TRANSLATED)
LONG = replace(MARK, text="Ми увійшли в нову фазу. Вона триває")


def test_it_blocks_every_segment_that_holds_words_of_the_quotation():
    unit = [replace(FIRST, quotations=(LONG,)), SECOND, THIRD]
    assert [[finding.rule for finding in check_segment(one, RULES, unit)] for one in unit] == [[RULE], [RULE], []]
    assert [finding.rule for finding in check_segment(unit[0], RULES)] == [RULE]


def test_it_is_waived_like_any_rule():
    waived = replace(FIRST, quotations=(LONG,), waivers=(Waiver(RULE, "the speaker approved it"),))
    assert check_segment(waived, RULES, [waived, SECOND]) == ()
    assert [finding.rule for finding in judge_segment(waived, RULES, [waived, SECOND])] == [RULE]


def test_a_catalog_is_judged_by_it():
    catalog = Catalog(article="a", source_locale="uk", target_locale="en", segments=(replace(FIRST, quotations=(LONG,)), SECOND, THIRD))
    assert [[finding.rule for finding in findings] for _, findings in check_catalog(catalog)] == [[RULE], [RULE], []]
