"""Which engine translates: what the settings name, or the best at hand; with a sentence that says why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from transloc.engines.deepl import KEYS_PAGE, DeepL
from transloc.engines.engine import Engine
from transloc.engines.firefox import Firefox, default_models, route
from transloc.errors import InputError
from transloc.languages import language

NAMES = ("auto", "deepl", "firefox")
KEY = "DEEPL_AUTH_KEY"
SERVER = "DEEPL_SERVER_URL"


@dataclass(frozen=True, slots=True)
class Choice:
    """``engine`` None: the work goes on with memory and people; ``why`` tells a person so, and what to do."""

    engine: Engine | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What decides beside the name.

    ``external`` False: the article never leaves this machine. ``offline``: nothing asks the network. ``auto_fetch``: a
    missing model may be fetched. ``models`` None: the platform's own folder. ``tell`` gets a line when a model is fetched.
    """

    source: str
    target: str
    environ: Mapping[str, str]
    models: Path | None = None
    offline: bool = False
    external: bool = True
    auto_fetch: bool = True
    formality: str = ""
    tell: Callable[[str], None] = lambda _: None

    @property
    def may_send(self) -> bool:
        """Whether a text may leave this machine."""
        return self.external and not self.offline

    @property
    def may_fetch(self) -> bool:
        """Whether a missing model may be fetched."""
        return self.auto_fetch and self.may_send


def choose(name: str, wishes: Wishes) -> Choice:
    """Return the engine called ``name``; with ``auto`` the best one at hand, or none.

    Raises InputError where a named engine is unknown, lacks its key, or would send what may not leave the machine.
    """
    if name == "deepl":
        return Choice(_deepl(wishes), "DeepL, as the settings say")
    if name == "firefox":
        return Choice(_firefox(wishes), "the Firefox model on this machine, as the settings say")
    if name == "auto":
        return _auto(wishes)
    near = get_close_matches(name, NAMES, n=1)
    raise InputError(f"there is no engine “{name}”", hint=f"Did you mean “{near[0]}”?" if near else f"Engines: {', '.join(NAMES)}")


def _auto(wishes: Wishes) -> Choice:
    if _key(wishes) and wishes.may_send:
        return Choice(_deepl(wishes), f"DeepL, because {KEY} is set")
    models = wishes.models or default_models()
    pair = f"{language(wishes.source)}→{language(wishes.target)}"
    reason = _why_not_deepl(wishes)
    if route(models, wishes.source, wishes.target):
        return Choice(_firefox(wishes), f"the Firefox model {pair} on this machine, because {reason}")
    if wishes.may_fetch:
        return Choice(_firefox(wishes), f"the Firefox model {pair}, fetched on first use, because {reason}")
    forbidden = f"{reason}, and models.auto_fetch is off" if wishes.may_send else reason
    way_out = f"Put the model's files into {models / pair.replace('→', '-')}, or go on with memory and people"
    return Choice(None, f"no engine: there is no Firefox model {pair} on this machine; {forbidden}. {way_out}")


def _why_not_deepl(wishes: Wishes) -> str:
    if not wishes.external:
        return "the article may not leave this machine"
    return "--offline forbids the network" if wishes.offline else f"{KEY} is not set"


def _deepl(wishes: Wishes) -> DeepL:
    if not wishes.may_send:
        why = "--offline forbids it" if wishes.offline else "this article is marked external = false"
        raise InputError(f"DeepL would send the text away, and {why}", hint="Use --engine firefox, which works on this machine")
    if not _key(wishes):
        raise InputError(f"DeepL needs a key in the environment variable {KEY}", hint=f"Get one, also free, at {KEYS_PAGE}")
    return DeepL(_key(wishes), server=wishes.environ.get(SERVER, ""), formality=wishes.formality)


def _firefox(wishes: Wishes) -> Firefox:
    return Firefox(wishes.models or default_models(), may_fetch=wishes.may_fetch, tell=wishes.tell)


def _key(wishes: Wishes) -> str:
    return wishes.environ.get(KEY, "").strip()
