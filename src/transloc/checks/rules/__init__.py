"""The rules, one a file: each finds one kind of fault in a pair of source and target."""

from collections.abc import Mapping

from transloc.checks.pair import Rule
from transloc.checks.rules import (
    date,
    inline_code,
    number,
    quote_origin,
    relative_date,
    term_forbidden,
    term_missing,
    term_untranslatable,
    untranslated,
)

#: Every rule by its name, in the order of a segment's findings.
RULES: Mapping[str, Rule] = {
    rule.NAME: rule.check
    for rule in (inline_code, untranslated, number, date, relative_date, quote_origin, term_missing, term_forbidden, term_untranslatable)
}
