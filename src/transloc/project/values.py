"""What may stand in ``transloc.toml``, and what is wrong with a value, with its line."""

import os
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from transloc.checks.rules import ALL
from transloc.errors import InputError
from transloc.glossary.inflection import Morphology
from transloc.languages import normalise
from transloc.model import Severity
from transloc.project.origin import origin
from transloc.steps import localise_settings
from transloc.wording import say

#: Every table of ``transloc.toml`` with its keys and their types; ``None`` means that the keys are free (rules, locales).
_TABLES: Mapping[str, Mapping[str, type | tuple[type, ...]] | None] = {
    "project": {"source": str, "targets": list, "timezone": str, "four_eyes": bool, "external": bool, "mirror": bool},
    "paths": {"articles": str, "locales": str, "glossary": str, "exports": str},
    "segmentation": {"rules": str},
    "documents": {"front_matter": list},
    "export": {
        **dict.fromkeys(("lang", "links", "untranslated_mark", "json_ld", "hreflang", "credit_people"), bool),
        **dict.fromkeys(("slug", "site"), str),
        "credit": (str, dict),
        "addresses": dict,
    },
    "engine": {"name": str, "formality": str, "monthly_characters": int, "cost_per_million": float},
    "models": {"auto_fetch": bool, "folder": str},
    "memory": {"least": float, "penalties": dict},
    "server": {"url": str, "session_hours": int},
    "glossary": {"morphology": str},
    "mail": {"host": str, "port": int, "user": str, "security": str, "from": str},
    "sso": {"issuer": str, "client_id": str, "name": str, "second_factor": bool},
    "checks": None,
    "articles": None,
    "style": None,
}
#: Hours of a year: who is to stay signed in for longer is better asked again.
_LONGEST_SESSION = 8760

_STYLE: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("variant", "dates", "headlines", "quotes", "percent"), str),
    **dict.fromkeys(("war", "names"), bool),
    "prefer": dict,
}
_ARTICLE = {"include": list, "exclude": list, "external": bool, "mirror": bool}

#: The tables ``[engine.NAME]`` of the engines that come with transloc; those of others are theirs to read.
_ENGINES: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "deepl": {"model_type": str},
    "ctranslate2": {"model": str},
    "llm": {"server": str, "model": str, "local": bool},
}


class Values:
    """Takes the values of one ``transloc.toml`` as they stand there, and gives them as they are meant.

    Every method raises InputError, with the line, for a value that cannot be meant so.
    """

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def line(self, key: str) -> int | None:
        """Return the line on which a key or a table stands first, counted from 1; None where it is written in another way."""
        wanted = re.compile(rf"\s*(?:\[{re.escape(key)}[\].]|[\"']?{re.escape(key)}[\"']?\s*=)")
        return next((n for n, line in enumerate(self.lines, 1) if wanted.match(line)), None)

    def wrong(self, key: str, message: str, hint: str = "") -> InputError:
        """Return the error that says what is wrong with the value of ``key``, with its line, for the caller to raise."""
        return InputError(message, path=self.path, line=self.line(key), hint=hint)

    def check(self, tables: dict[str, Any]) -> None:
        """Refuse tables and keys that we do not know, and values of another type than theirs."""
        for name, table in tables.items():
            if name not in _TABLES:
                raise self.wrong(name, say("unknown table [{name}]", name=name), _did_you_mean(name, _TABLES))
            if not isinstance(table, dict):
                raise self.wrong(name, say("{name} must be a table, [{name}]", name=name))
            known = _TABLES[name]
            own = self._engines(table) if name == "engine" else table
            if known is not None:
                self._keys(name, own, known)
        for slug, choices in tables.get("articles", {}).items():
            if not isinstance(choices, dict):
                raise self.wrong(slug, say("[{name}] must be a table", name=f"articles.{slug}"))
            self._keys(f"articles.{slug}", choices, _ARTICLE)
        for locale, style in tables.get("style", {}).items():
            if not isinstance(style, dict):
                raise self.wrong(locale, say("[{name}] must be a table", name=f"style.{locale}"))
            self.locale("style", locale)
            self._keys(f"style.{locale}", style, _STYLE)

    def _engines(self, table: dict[str, Any]) -> dict[str, Any]:
        """Check the tables of the engines that we know, and return what is left."""
        tables = {name: value for name, value in table.items() if isinstance(value, dict)}
        for name, settings in tables.items():
            if name in _ENGINES:
                self._keys(f"engine.{name}", settings, _ENGINES[name])
        return {key: value for key, value in table.items() if key not in tables}

    def _keys(self, name: str, table: dict[str, Any], known: Mapping[str, type | tuple[type, ...]]) -> None:
        for key, value in table.items():
            if key not in known:
                raise self.wrong(key, say("unknown key “{key}” in [{name}]", key=key, name=name), _did_you_mean(key, known))
            wanted = (int, float) if known[key] is float else known[key]
            if not isinstance(value, wanted) or (isinstance(value, bool) and known[key] is not bool):
                raise self.wrong(key, say("“{key}” must be {what}", key=key, what=_WORDS[known[key]]))
            if isinstance(value, list) and not all(isinstance(item, str) for item in value):
                raise self.wrong(key, say("“{key}” must be {what}", key=key, what=_WORDS[list]))
            if isinstance(value, dict) and name != "memory" and not all(isinstance(item, str) for item in value.values()):
                raise self.wrong(key, say("“{key}” must be {what}", key=key, what=_WORDS[dict]))

    def locale(self, key: str, tag: str) -> str:
        """Return the canonical form of a tag of BCP 47."""
        try:
            return normalise(tag)
        except InputError as error:
            raise self.wrong(key, error.message, error.hint) from None

    def inside(self, root: Path, key: str, name: str) -> Path:
        """Return the path of ``name``, which must lie below ``root``."""
        path = Path(os.path.normpath(root / name))
        if not path.is_relative_to(root) or path == root:
            raise self.wrong(key, say("“{name}” does not lie in the project's folder", name=name), say("Name a folder or file below it"))
        return path

    def timezone(self, name: str) -> str:
        """Return the key of a time zone of IANA."""
        try:
            return ZoneInfo(name).key
        except (ValueError, OSError, ZoneInfoNotFoundError):  # a folder of zones, such as Europe, is an OSError
            raise self.wrong("timezone", say("“{name}” is not a time zone", name=name), say("Use a name such as Europe/Kyiv")) from None

    def site(self, address: str) -> str:
        """Return the address of a site, without a slash at its end; "" where none is given."""
        if address and not re.fullmatch(r"https?://[^\s/?#{}]+(?:/[^\s?#{}]*)?", address):
            raise self.wrong(
                "site", say("“{address}” is not the address of a site", address=address), say("Write it such as https://example.org")
            )
        return address.rstrip("/")

    def origin(self, address: str) -> str:
        """Return the address at which a team reaches the desk, "" where none is given."""
        try:
            return origin(address)
        except InputError as error:
            raise self.wrong("url", error.message, error.hint) from None

    def hours(self, number: int) -> int:
        """Return for how many hours somebody stays signed in."""
        if not 1 <= number <= _LONGEST_SESSION:
            raise self.wrong(
                "session_hours",
                say("“session_hours” must be from 1 to {most}", most=_LONGEST_SESSION),
                say("336 are two weeks"),
            )
        return number

    def address(self, locale: str, pattern: str, site: str) -> str:
        """Return the whole pattern of the addresses of one locale: it holds ``{slug}`` once; ``/…`` is taken below ``site``."""
        full = f"{site}{pattern}" if pattern.startswith("/") else pattern
        key = locale if self.line(locale) else "addresses"
        self._template(key, full, localise_settings.ADDRESS_FIELDS)
        if not re.fullmatch(r"https?://[^\s/{}]+/\S*", full) or full.count("{slug}") != 1:
            raise self.wrong(
                key,
                say("“{pattern}” is not a pattern of addresses", pattern=pattern),
                say("Write it such as https://example.org/en/{slug}"),
            )
        return full

    def credit(self, templates: dict[str, str], *, people: bool, site: str) -> dict[str, str]:
        """Return the templates of the credit line by locale, "" for all others; an empty template is left out."""
        read = {}
        for tag, template in templates.items():
            self._template("credit", template, localise_settings.CREDIT_FIELDS)
            if "{people}" in template and not people:
                raise self.wrong("credit", say("the credit line names people"), say("Say that it may: credit_people = true"))
            if "{site}" in template and not site:
                raise self.wrong("credit", say("the credit line names the site"), say('Say which one it is: site = "https://example.org"'))
            if template:
                read[self.locale("credit", tag) if tag else ""] = template
        return read

    def _template(self, key: str, template: str, known: tuple[str, ...]) -> None:
        wrong = next((found for found in re.findall(r"\{([^{}]*)\}", template) if found not in known), None)
        if wrong is not None:
            raise self.wrong(
                key,
                say("there is nothing called {{{wrong}}} here", wrong=wrong),
                say("Known: {known}", known=", ".join(f"{{{name}}}" for name in known)),
            )

    def morphology(self, name: str) -> Morphology:
        """Return the choice of morphology of this name."""
        if name not in list(Morphology):
            raise self.wrong(
                "morphology",
                say("“{name}” is no choice of morphology", name=name),
                say("Known: {known}", known=", ".join(Morphology)),
            )
        return Morphology(name)

    def severity(self, rule: str, value: object) -> Severity | None:
        """Return the severity of a rule that we have, None for ``off``."""
        if rule not in ALL:
            raise self.wrong(rule, say("there is no rule “{rule}”", rule=rule), _did_you_mean(rule, ALL))
        if value == "off":
            return None
        if value in list(Severity):
            return Severity(str(value))
        raise self.wrong(rule, say("“{rule}” must be error, warning, info or off", rule=rule))


_WORDS: Mapping[type | tuple[type, ...], str] = {
    str: say("a text"),
    bool: say("true or false"),
    int: say("a whole number"),
    float: say("a number"),
    list: say("a list of texts"),
    dict: say("a table of texts"),
    (str, dict): say("a text, or one for each locale"),
}


def _did_you_mean(word: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(word, known, n=1)
    return say("Did you mean “{near}”?", near=near[0]) if near else say("Known: {known}", known=", ".join(known))
