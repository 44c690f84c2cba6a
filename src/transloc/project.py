"""A project on disk: ``transloc.toml``, where its files lie, and what its settings mean."""

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from transloc import files
from transloc.checks.rules import ALL
from transloc.checks.settings import Settings
from transloc.checks.style.house import DATES, HEADLINES, PERCENT, QUOTES, House
from transloc.errors import InputError
from transloc.glossary.inflection import Morphology
from transloc.languages import fallbacks, normalise
from transloc.memory import Policy
from transloc.model import Severity
from transloc.steps import localise
from transloc.steps.choose import Choices

CONFIG = "transloc.toml"

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
    "glossary": {"morphology": str},
    "checks": None,
    "articles": None,
    "style": None,
}
_STYLE: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("variant", "dates", "headlines", "quotes", "percent"), str),
    **dict.fromkeys(("war", "names"), bool),
    "prefer": dict,
}
_PAIR = 2
#: Below this, sentences share words by chance.
_LEAST = 0.5

_ARTICLE = {"include": list, "exclude": list, "external": bool, "mirror": bool}

#: The tables ``[engine.NAME]`` of the engines that come with transloc; those of others are theirs to read.
_ENGINES: Mapping[str, Mapping[str, type | tuple[type, ...]]] = {
    "deepl": {"model_type": str},
    "ctranslate2": {"model": str},
    "llm": {"server": str, "model": str, "local": bool},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The settings of one project. Paths are absolute; ``monthly_characters`` 0 means no budget.

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
    export: localise.Settings = field(default_factory=localise.Settings)
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
        raise InputError(f"“{tag}” is not a target of this project ({known})", hint=f"Add it to targets in {CONFIG}")

    def variant(self, locale: str) -> str:
        """Return the full locale that a bare tag stands for here: ``en`` is ``en-GB`` when ``[style.en]`` says so."""
        return self._variant(locale) or locale

    def _variant(self, locale: str) -> str:
        return self.houses[locale].variant if locale in self.houses else ""


def find(start: Path | None = None) -> Project | None:
    """Return the project that holds the folder ``start`` (the working folder), or None."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIG).is_file():
            return load(folder)
    return None


def require(start: Path | None = None) -> Project:
    """Return the project that holds ``start``; raises InputError with the way to make one."""
    project = find(start)
    if project is None:
        raise InputError(f"there is no {CONFIG} here or in a folder above", hint="Make a project with: transloc init --from uk --to en")
    return project


def load(root: Path) -> Project:
    """Read ``transloc.toml`` of the folder ``root``; raises InputError with the line of what is wrong."""
    path = root / CONFIG
    text = files.read_text(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        message = re.sub(r" \(at .*\)", "", str(error))
        raise InputError(f"not valid TOML: {message}", path=path, line=int(found[1]) if found else None) from None
    reader = _Reader(path, text)
    reader.check(tables)
    return _build(root.resolve(), tables, reader)


def keep_choices(project: Project, slug: str, choices: Choices) -> Project:
    """Write the editor's choices of units for one article into ``transloc.toml``, all else in it kept, and return the project anew."""
    import tomlkit

    path = project.root / CONFIG
    text = tomlkit.parse(files.read_text(path))
    articles = text.setdefault("articles", tomlkit.table(is_super_table=True))
    kept = {"include": sorted(choices.include), "exclude": sorted(choices.exclude)}
    others = {key: value for key, value in articles.get(slug, {}).items() if key not in kept}
    articles[slug] = tomlkit.item({key: ids for key, ids in kept.items() if ids} | others)
    if not articles[slug]:
        del articles[slug]
    if not articles:
        del text["articles"]
    files.write(path, tomlkit.dumps(text).encode())
    return load(project.root)


def _build(root: Path, tables: dict[str, Any], reader: "_Reader") -> Project:
    main, paths, engine = tables.get("project", {}), tables.get("paths", {}), tables.get("engine", {})
    models, segmentation = tables.get("models", {}), tables.get("segmentation", {})
    return Project(
        root=root,
        source=reader.locale("source", main.get("source", "uk")),
        targets=tuple(reader.locale("targets", tag) for tag in main.get("targets", [])),
        timezone=reader.timezone(main.get("timezone", "Europe/Kyiv")),
        four_eyes=main.get("four_eyes", False),
        external=main.get("external", True),
        mirror=main.get("mirror", main.get("external", True)),
        articles=reader.inside(root, "articles", paths.get("articles", "articles")),
        locales=reader.inside(root, "locales", paths.get("locales", "locales")),
        glossary=reader.inside(root, "glossary", paths.get("glossary", "glossary.csv")),
        exports=reader.inside(root, "exports", paths.get("exports", "exports")),
        segmentation_rules=root / segmentation["rules"] if "rules" in segmentation else None,
        front_matter=tuple(tables.get("documents", {}).get("front_matter", ())),
        export=_export(tables.get("export", {}), reader),
        choices={
            slug: Choices(frozenset(table.get("include", ())), frozenset(table.get("exclude", ())))
            for slug, table in tables.get("articles", {}).items()
        },
        kept_here={slug: t.get("mirror", False) for slug, t in tables.get("articles", {}).items() if not t.get("external", True)},
        engine=engine.get("name", "auto"),
        engines={name: _settings(root, name, table) for name, table in engine.items() if isinstance(table, dict)},
        formality=engine.get("formality", ""),
        monthly_characters=engine.get("monthly_characters", 0),
        cost_per_million=float(engine.get("cost_per_million", 0.0)),
        auto_fetch=models.get("auto_fetch", True),
        models=root / models["folder"] if "folder" in models else None,
        memory=_memory(tables.get("memory", {}), reader),
        morphology=reader.morphology(tables.get("glossary", {}).get("morphology", "auto")),
        severities={rule: reader.severity(rule, value) for rule, value in tables.get("checks", {}).items()},
        houses={reader.locale(tag, tag): _house(table, reader) for tag, table in tables.get("style", {}).items()},
    )


def _settings(root: Path, engine: str, table: dict[str, Any]) -> dict[str, Any]:
    return table | {"model": root / table["model"]} if engine == "ctranslate2" and "model" in table else table


def _memory(table: dict[str, Any], reader: "_Reader") -> Policy:
    for key, value in table.get("penalties", {}).items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise reader.wrong("penalties", f"the penalty of “{key}” must be a number from 0 to 1", "Write it such as: tmx = 0.05")
    least = table.get("least", Policy.least)
    if not _LEAST <= least <= 1:
        raise reader.wrong("least", f"“least” must be a number from {_LEAST} to 1", "0.7 offers what is at least 70 % alike")
    return Policy(float(least), {key: float(value) for key, value in table.get("penalties", {}).items()})


def _house(table: dict[str, Any], reader: "_Reader") -> House:
    for key, known in {"dates": DATES, "headlines": HEADLINES, "percent": PERCENT}.items():
        if table.get(key, known[0]) not in known:
            raise reader.wrong(key, f"“{key}” must be {' or '.join(known)}")
    quotes = table.get("quotes", "double")
    if quotes not in QUOTES and len(quotes) != _PAIR:
        raise reader.wrong("quotes", "“quotes” must be double, single, or an opening and a closing mark such as „”")
    variant = {"variant": reader.locale("variant", table["variant"])} if "variant" in table else {}
    prefer = tuple(table.get("prefer", {}).items())
    return House(**table | variant | {"prefer": prefer})


def _export(table: dict[str, Any], reader: "_Reader") -> localise.Settings:
    site = reader.site(table.get("site", ""))
    addresses = {reader.locale("addresses", tag): reader.address(tag, text, site) for tag, text in table.get("addresses", {}).items()}
    people, credit = table.get("credit_people", False), table.get("credit", {})
    if table.get("hreflang") and not addresses:
        raise reader.wrong(
            "hreflang", "hreflang needs the addresses of the pages", 'Add: addresses = { uk = "https://…/{slug}", en = "…" }'
        )
    if table.get("slug", "article") not in ("article", "title"):
        raise reader.wrong("slug", "“slug” must be article or title")
    return localise.Settings(
        **{key: table[key] for key in ("lang", "links", "untranslated_mark", "json_ld", "slug") if key in table},
        hreflang=table.get("hreflang", bool(site and addresses)),
        credit=reader.credit({"": credit} if isinstance(credit, str) else credit, people=people, site=site),
        credit_people=people,
        site=site,
        addresses=addresses,
    )


class _Reader:
    """Tells what is wrong with a value, and on which line."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.lines = text.splitlines()

    def line(self, key: str) -> int | None:
        wanted = re.compile(rf"\s*(?:\[{re.escape(key)}[\].]|[\"']?{re.escape(key)}[\"']?\s*=)")
        return next((n for n, line in enumerate(self.lines, 1) if wanted.match(line)), None)

    def wrong(self, key: str, message: str, hint: str = "") -> InputError:
        return InputError(message, path=self.path, line=self.line(key), hint=hint)

    def check(self, tables: dict[str, Any]) -> None:
        for name, table in tables.items():
            if name not in _TABLES:
                raise self.wrong(name, f"unknown table [{name}]", _did_you_mean(name, _TABLES))
            if not isinstance(table, dict):
                raise self.wrong(name, f"{name} must be a table, [{name}]")
            known = _TABLES[name]
            own = self.engines(table) if name == "engine" else table
            if known is not None:
                self.keys(name, own, known)
        for slug, choices in tables.get("articles", {}).items():
            if not isinstance(choices, dict):
                raise self.wrong(slug, f"[articles.{slug}] must be a table")
            self.keys(f"articles.{slug}", choices, _ARTICLE)
        for locale, style in tables.get("style", {}).items():
            if not isinstance(style, dict):
                raise self.wrong(locale, f"[style.{locale}] must be a table")
            self.locale("style", locale)
            self.keys(f"style.{locale}", style, _STYLE)

    def engines(self, table: dict[str, Any]) -> dict[str, Any]:
        """Check the tables of the engines that we know, and return what is left."""
        tables = {name: value for name, value in table.items() if isinstance(value, dict)}
        for name, settings in tables.items():
            if name in _ENGINES:
                self.keys(f"engine.{name}", settings, _ENGINES[name])
        return {key: value for key, value in table.items() if key not in tables}

    def keys(self, name: str, table: dict[str, Any], known: Mapping[str, type | tuple[type, ...]]) -> None:
        for key, value in table.items():
            if key not in known:
                raise self.wrong(key, f"unknown key “{key}” in [{name}]", _did_you_mean(key, known))
            wanted = (int, float) if known[key] is float else known[key]
            if not isinstance(value, wanted) or (isinstance(value, bool) and known[key] is not bool):
                raise self.wrong(key, f"“{key}” must be {_WORDS[known[key]]}")
            if isinstance(value, list) and not all(isinstance(item, str) for item in value):
                raise self.wrong(key, f"“{key}” must be {_WORDS[list]}")
            if isinstance(value, dict) and name != "memory" and not all(isinstance(item, str) for item in value.values()):
                raise self.wrong(key, f"“{key}” must be {_WORDS[dict]}")

    def locale(self, key: str, tag: str) -> str:
        try:
            return normalise(tag)
        except InputError as error:
            raise self.wrong(key, error.message, error.hint) from None

    def inside(self, root: Path, key: str, name: str) -> Path:
        path = Path(os.path.normpath(root / name))
        if not path.is_relative_to(root) or path == root:
            raise self.wrong(key, f"“{name}” does not lie in the project's folder", "Name a folder or file below it")
        return path

    def timezone(self, name: str) -> str:
        try:
            return ZoneInfo(name).key
        except (ValueError, OSError, ZoneInfoNotFoundError):  # a folder of zones, such as Europe, is an OSError
            raise self.wrong("timezone", f"“{name}” is not a time zone", "Use a name such as Europe/Kyiv") from None

    def site(self, address: str) -> str:
        if address and not re.fullmatch(r"https?://[^\s/?#{}]+(?:/[^\s?#{}]*)?", address):
            raise self.wrong("site", f"“{address}” is not the address of a site", "Write it such as https://example.org")
        return address.rstrip("/")

    def address(self, locale: str, pattern: str, site: str) -> str:
        full = f"{site}{pattern}" if pattern.startswith("/") else pattern
        key = locale if self.line(locale) else "addresses"
        self.template(key, full, localise.ADDRESS_FIELDS)
        if not re.fullmatch(r"https?://[^\s/{}]+/\S*", full) or full.count("{slug}") != 1:
            raise self.wrong(key, f"“{pattern}” is not a pattern of addresses", "Write it such as https://example.org/en/{slug}")
        return full

    def credit(self, templates: dict[str, str], *, people: bool, site: str) -> dict[str, str]:
        read = {}
        for tag, template in templates.items():
            self.template("credit", template, localise.CREDIT_FIELDS)
            if "{people}" in template and not people:
                raise self.wrong("credit", "the credit line names people", "Say that it may: credit_people = true")
            if "{site}" in template and not site:
                raise self.wrong("credit", "the credit line names the site", 'Say which one it is: site = "https://example.org"')
            if template:
                read[self.locale("credit", tag) if tag else ""] = template
        return read

    def template(self, key: str, template: str, known: tuple[str, ...]) -> None:
        wrong = next((found for found in re.findall(r"\{([^{}]*)\}", template) if found not in known), None)
        if wrong is not None:
            raise self.wrong(key, f"there is nothing called {{{wrong}}} here", f"Known: {', '.join(f'{{{name}}}' for name in known)}")

    def morphology(self, name: str) -> Morphology:
        if name not in list(Morphology):
            raise self.wrong("morphology", f"“{name}” is no choice of morphology", f"Known: {', '.join(Morphology)}")
        return Morphology(name)

    def severity(self, rule: str, value: object) -> Severity | None:
        if rule not in ALL:
            raise self.wrong(rule, f"there is no rule “{rule}”", _did_you_mean(rule, ALL))
        if value == "off":
            return None
        if value in list(Severity):
            return Severity(str(value))
        raise self.wrong(rule, f"“{rule}” must be error, warning, info or off")


_WORDS: Mapping[type | tuple[type, ...], str] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list of texts",
    dict: "a table of texts",
    (str, dict): "a text, or one for each locale",
}


def _did_you_mean(word: str, known: Mapping[str, object]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"Did you mean “{near[0]}”?" if near else f"Known: {', '.join(known)}"
