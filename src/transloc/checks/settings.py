"""Which rules run in a project, and how they weigh."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from transloc.checks.pair import Rule
from transloc.checks.rules import ALL, LOOKS_FOR, OF_SEGMENT, RULES, term_forbidden, term_missing, term_untranslatable
from transloc.checks.style.house import House
from transloc.errors import InputError
from transloc.languages import fallbacks
from transloc.model import Finding, Segment, Severity
from transloc.wording import say

#: The rules that judge by the glossary.
_OF_GLOSSARY = (term_missing.NAME, term_forbidden.NAME, term_untranslatable.NAME)


def known(rule: str) -> str:
    """Return ``rule``; raises InputError, with the nearest name, where there is no rule of that name."""
    if rule not in ALL:
        near = get_close_matches(rule, ALL, n=1)
        hint = say("Did you mean “{near}”?", near=near[0]) if near else say("Rules: {known}", known=", ".join(ALL))
        raise InputError(say("there is no rule “{rule}”", rule=rule), hint=hint)
    return rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Which rules run and how they weigh: ``severity`` overrides a rule's own (None switches it off).

    ``only``, where not empty, names the rules that run; ``skip`` those that do not. ``houses`` are the house styles by locale.
    ``of_pair`` (each with what it looks for) and ``of_segment`` are the rules that run, told once. Raises InputError for a rule that does
    not exist.
    """

    severity: Mapping[str, Severity | None] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    skip: frozenset[str] = frozenset()
    houses: Mapping[str, House] = field(default_factory=dict)
    of_pair: tuple[tuple[int, Rule], ...] = field(init=False, repr=False, compare=False)
    of_segment: tuple[Callable[[Segment], Iterable[Finding]], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in (*self.severity, *sorted(self.only), *sorted(self.skip)):
            known(name)
        object.__setattr__(self, "of_pair", tuple((LOOKS_FOR[name], rule) for name, rule in RULES.items() if self.runs(name)))
        object.__setattr__(self, "of_segment", tuple(rule for name, rule in OF_SEGMENT.items() if self.runs(name)))

    def runs(self, rule: str) -> bool:
        """Tell whether ``rule`` is switched on."""
        return (not self.only or rule in self.only) and rule not in self.skip and self.severity.get(rule, Severity.INFO) is not None

    def house(self, locale: str) -> House | None:
        """Return the house style for ``locale``, else the one of its language, else None."""
        if not self.houses:
            return None
        return next((self.houses[tag] for tag in fallbacks(locale) if tag in self.houses), None)

    def in_hindsight(self) -> "Settings":
        """Return the settings for an article that was signed off with a glossary of which only the digest is known.

        What today's terms find in it warns, where it would be an error: it was right when it was signed.
        """
        eased = {rule: Severity.WARNING for rule in _OF_GLOSSARY if self.severity.get(rule, Severity.ERROR) is Severity.ERROR}
        return replace(self, severity={**self.severity, **eased})

    def weigh(self, finding: Finding) -> Finding:
        """Return ``finding`` with the severity that the project gives its rule."""
        severity = self.severity.get(finding.rule)
        return replace(finding, severity=severity) if severity else finding
