"""Which engine translates: what the settings name, or the best at hand; with a sentence that says why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from transloc.engines import plugins
from transloc.engines.ctranslate import CTranslate2
from transloc.engines.ctranslate.models import route as route_through
from transloc.engines.deepl import DeepL
from transloc.engines.deepl.connection import KEYS_PAGE
from transloc.engines.engine import Engine
from transloc.engines.firefox import Firefox, default_models, route
from transloc.engines.llm import Llm
from transloc.engines.wishes import Wishes
from transloc.errors import InputError
from transloc.languages import language
from transloc.wording import in_turn, say

KEY = "DEEPL_AUTH_KEY"
SERVER = "DEEPL_SERVER_URL"
LLM_KEY = "TRANSLOC_LLM_KEY"


@dataclass(frozen=True, slots=True)
class Choice:
    """``engine`` None: the work goes on with memory and people; ``why`` tells a person so, and what to do."""

    engine: Engine | None
    why: str


class MayNotSend(InputError):
    """The engine that was named would send a text away that may not leave the machine."""


def choose(name: str, wishes: Wishes) -> Choice:
    """Return the engine called ``name``; with ``auto`` the best one at hand, or none.

    Raises InputError where a named engine, or one with settings, is unknown, or lacks its key, model or address; MayNotSend where it
    would send what may not leave the machine.
    """
    strays = wishes.settings.keys() - _BUILT_IN.keys()
    for stray in sorted(strays - set(plugins.names() if strays else ())):
        raise _unknown(stray, say("transloc.toml has settings for the engine “{name}”, and there is none", name=stray))
    if name == "auto":
        return _auto(wishes)
    if name in _BUILT_IN:
        make, why = _BUILT_IN[name]
        return Choice(make(wishes), f"{why}, as the settings say")
    if name not in plugins.names():
        raise _unknown(name, say("there is no engine “{name}”", name=name))
    engine = plugins.make(name, wishes)
    if not engine.abilities.local:
        _refuse_to_send(say("the engine {name}", name=name), wishes)
    return Choice(engine, f"{name}, as the settings say")


def _unknown(name: str, message: str) -> InputError:
    known = (*NAMES, *plugins.names())
    near = get_close_matches(name, known, n=1)
    return InputError(
        message, hint=say("Did you mean “{near}”?", near=near[0]) if near else say("Engines: {known}", known=", ".join(known))
    )


def _refuse_to_send(who: str, wishes: Wishes) -> None:
    if not wishes.may_send:
        why = say("--offline forbids it") if wishes.offline else say("this article is marked external = false")
        raise MayNotSend(
            say("{who} would send the text away, and {why}", who=who, why=why),
            hint=say("Use --engine firefox, which works on this machine"),
        )


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
    forbidden = say("{reason}, and models.auto_fetch is off", reason=reason) if wishes.may_send else reason
    missing = say("no engine: there is no Firefox model {pair} on this machine; {reason}", pair=pair, reason=forbidden)
    way_out = say(
        "Bring it into {folder} with: transloc models add {pair}, or go on with memory and people",
        folder=models,
        pair=pair.replace("→", " "),
    )
    return Choice(None, in_turn([missing, way_out]))


def _why_not_deepl(wishes: Wishes) -> str:
    if not wishes.external:
        return say("the article may not leave this machine")
    return say("--offline forbids the network") if wishes.offline else say("{key} is not set", key=KEY)


def _deepl(wishes: Wishes) -> DeepL:
    _refuse_to_send("DeepL", wishes)
    if not _key(wishes):
        raise InputError(
            say("DeepL needs a key in the environment variable {key}", key=KEY),
            hint=say("Get one, also free, at {address}", address=KEYS_PAGE),
        )
    return DeepL(
        _key(wishes),
        server=wishes.environ.get(SERVER, ""),
        formality=wishes.formality,
        model_type=wishes.of("deepl").get("model_type", ""),
        tell=wishes.tell,
    )


def _ctranslate2(wishes: Wishes) -> CTranslate2:
    place = wishes.of("ctranslate2").get("model")
    if place is None:
        how = say('Write into transloc.toml, under [engine.ctranslate2]: model = "models/opus-mt-uk-en"')
        raise InputError(say("the engine ctranslate2 needs a model"), hint=how)
    if not route_through(place, wishes.source, wishes.target):
        raise InputError(
            say(
                "{place} has no model for CTranslate2 from {source} to {target}",
                place=place,
                source=language(wishes.source),
                target=language(wishes.target),
            ),
            hint=say("OPUS-MT, NLLB and .argosmodel are such models"),
        )
    return CTranslate2(place, wishes.source, wishes.target)


def _llm(wishes: Wishes) -> Llm:
    table = wishes.of("llm")
    for key, example in {"server": "http://127.0.0.1:11434/v1", "model": "gemma3"}.items():
        if not table.get(key):
            raise InputError(
                say("the engine llm needs a {key}", key=key),
                hint=say('Write into transloc.toml, under [engine.llm]: {key} = "{example}"', key=key, example=example),
            )
    key = wishes.environ.get(LLM_KEY, "")
    engine = Llm(table["server"], table["model"], key, local=table.get("local"), formality=wishes.formality, tell=wishes.tell)
    if not engine.abilities.local:
        _refuse_to_send(say("the language model"), wishes)
    return engine


def _firefox(wishes: Wishes) -> Firefox:
    return Firefox(wishes.models or default_models(), may_fetch=wishes.may_fetch, tell=wishes.tell)


def _key(wishes: Wishes) -> str:
    return wishes.environ.get(KEY, "").strip()


_BUILT_IN: Mapping[str, tuple[Callable[[Wishes], Engine], str]] = {
    "deepl": (_deepl, "DeepL"),
    "firefox": (_firefox, "the Firefox model on this machine"),
    "ctranslate2": (_ctranslate2, "the CTranslate2 model on this machine"),
    "llm": (_llm, "the language model"),
}
NAMES = ("auto", *_BUILT_IN)
