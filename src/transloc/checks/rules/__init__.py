"""The rules, one a file: each finds one kind of fault in a pair of source and target."""

from collections.abc import Mapping

from transloc.checks.pair import Rule
from transloc.checks.rules import (
    brackets,
    date,
    email,
    hashtag,
    inline_code,
    mixed_script,
    number,
    punctuation,
    quote,
    quote_origin,
    relative_date,
    repeated_word,
    style,
    term_forbidden,
    term_missing,
    term_untranslatable,
    untranslated,
    url,
    whitespace,
)

#: Every rule by its name, in the order of a segment's findings.
RULES: Mapping[str, Rule] = {
    rule.NAME: rule.check
    for rule in (
        inline_code,
        untranslated,
        mixed_script,
        number,
        date,
        relative_date,
        quote,
        quote_origin,
        url,
        email,
        hashtag,
        punctuation,
        brackets,
        repeated_word,
        whitespace,
        term_missing,
        term_forbidden,
        term_untranslatable,
        style,
    )
}
