"""What the settings of a project mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from transloc.checks.settings import Settings
from transloc.checks.style.house import House
from transloc.errors import InputError
from transloc.glossary.inflection import Morphology
from transloc.languages import fallbacks, normalise
from transloc.memory import Policy
from transloc.model import Severity
from transloc.project.mail import Mail
from transloc.project.sso import Sso
from transloc.steps import localise_settings
from transloc.steps.choose import Choices
from transloc.wording import say

CONFIG = "transloc.toml"

#: Hours for which somebody stays signed in.
TWO_WEEKS = 336


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The settings of one project. Paths are absolute; ``monthly_characters`` 0 means no budget.

    ``url`` is where a team reaches the desk, such as ``https://desk.example.org``; empty: on this machine alone.
    ``kept_here`` are the articles that never leave the machine, each with whether it is mirrored all the same.
    """

    root: Path
    source: str = "uk"
    targets: tuple[str, ...] = ()
    timezone: str = "Europe/Kyiv"
    four_eyes: bool = False
    external: bool = True
    mirror: bool = True
    articles: Path
    locales: Path
    glossary: Path
    exports: Path
    segmentation_rules: Path | None = None
    front_matter: tuple[str, ...] = ()
    export: localise_settings.Settings = field(default_factory=localise_settings.Settings)
    choices: Mapping[str, Choices] = field(default_factory=dict)
    kept_here: Mapping[str, bool] = field(default_factory=dict)
    engine: str = "auto"
    engines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    formality: str = ""
    monthly_characters: int = 0
    cost_per_million: float = 0.0
    auto_fetch: bool = True
    models: Path | None = None
    memory: Policy = field(default_factory=Policy)
    morphology: Morphology = Morphology.AUTO
    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    houses: Mapping[str, House] = field(default_factory=dict)
    url: str = ""
    session_hours: int = TWO_WEEKS
    mail: Mail | None = None
    sso: Sso | None = None

    def may_leave(self, slug: str) -> bool:
        """Tell whether the texts of an article may leave this machine."""
        return self.external and slug not in self.kept_here

    def mirrors(self, slug: str) -> bool:
        """Tell whether the catalogs of an article are written to ``locales/``."""
        return self.mirror and self.kept_here.get(slug, True)

    def zone(self) -> ZoneInfo:
        """Return the time zone that the dates of the articles are in."""
        return ZoneInfo(self.timezone)

    def check_settings(self) -> Settings:
        """Return the severities of ``[checks]`` and the house styles as the checks room wants them."""
        return Settings(severity=self.severities, houses=self.houses)

    def catalog_path(self, slug: str, locale: str) -> Path:
        """Where the mirror of one catalog lies."""
        return self.locales / locale / f"{slug}.po"

    def target(self, tag: str) -> str:
        """Return the project's own target locale for what a person typed: ``en`` finds ``en-GB`` and the reverse.

        Raises InputError where the project has no such target.
        """
        wanted = normalise(tag)
        if wanted in self.targets:
            return wanted
        near = [t for t in self.targets if (t in fallbacks(wanted) or wanted in fallbacks(t)) and (self._variant(t) or wanted) == wanted]
        if len(near) == 1:
            return near[0]
        known = ", ".join(self.targets) or "none"
        raise InputError(
            say("“{tag}” is not a target of this project ({known})", tag=tag, known=known),
            hint=say("Add it to targets in {config}", config=CONFIG),
        )

    def variant(self, locale: str) -> str:
        """Return the full locale that a bare tag stands for here: ``en`` is ``en-GB`` when ``[style.en]`` says so."""
        return self._variant(locale) or locale

    def _variant(self, locale: str) -> str:
        return self.houses[locale].variant if locale in self.houses else ""
