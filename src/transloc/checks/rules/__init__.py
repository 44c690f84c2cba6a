"""The rules, one a file: each finds one kind of fault in a pair of source and target."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from transloc.checks.pair import Rule
from transloc.checks.rules import (
    addition,
    brackets,
    date,
    email,
    gender,
    hashtag,
    inconsistent,
    inline_code,
    mixed_script,
    name,
    number,
    omission,
    punctuation,
    quote,
    quote_origin,
    relative_date,
    repeated_word,
    style,
    term_forbidden,
    term_missing,
    term_untranslatable,
    unchanged_draft,
    untranslated,
    url,
    whitespace,
)
from transloc.checks.text.traits import EVERY
from transloc.model import Finding, Segment

_OF_PAIR = (
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
    omission,
    addition,
    name,
    gender,
    style,
)

#: The rules of a pair, in the order of a segment's findings.
RULES: Mapping[str, Rule] = {rule.NAME: rule.check for rule in _OF_PAIR}

#: The traits of which a pair must have one, for a rule to find anything.
LOOKS_FOR: Mapping[str, int] = {rule.NAME: getattr(rule, "LOOKS_FOR", EVERY) for rule in _OF_PAIR}

#: The rules that judge by a segment's record.
OF_SEGMENT: Mapping[str, Callable[[Segment], Iterable[Finding]]] = {unchanged_draft.NAME: unchanged_draft.check}

#: Every rule that a project may switch, by its name: those of a pair, of a segment, and of all catalogs together.
ALL: Mapping[str, Callable[..., Any]] = {**RULES, **OF_SEGMENT, inconsistent.NAME: inconsistent.Consistency}
