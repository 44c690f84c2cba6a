"""What decides which engine is made, and how."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Settings = Mapping[str, Any]
"""A table of ``transloc.toml``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What an engine is made of.

    ``external`` False: the article never leaves this machine. ``offline``: nothing asks the network. ``auto_fetch``: a
    missing model may be fetched. ``models`` None: the platform's own folder. ``settings``: the tables ``[engine.NAME]`` by name, paths in
    them absolute. ``tell`` gets a line when a model is fetched, or when an engine makes itself wait for.
    """

    source: str
    target: str
    environ: Mapping[str, str]
    models: Path | None = None
    offline: bool = False
    external: bool = True
    auto_fetch: bool = True
    formality: str = ""
    settings: Mapping[str, Settings] = field(default_factory=dict)
    tell: Callable[[str], None] = lambda _: None

    @property
    def may_send(self) -> bool:
        """Whether a text may leave this machine."""
        return self.external and not self.offline

    @property
    def may_fetch(self) -> bool:
        """Whether a missing model may be fetched."""
        return self.auto_fetch and self.may_send

    def of(self, engine: str) -> Settings:
        """Return the table ``[engine.NAME]`` of ``engine``; empty where there is none."""
        return self.settings.get(engine, {})
