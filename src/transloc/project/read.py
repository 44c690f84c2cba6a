"""Find a project on disk and read its ``transloc.toml``."""

import re
import tomllib
from pathlib import Path
from typing import Any

from transloc import files
from transloc.checks.style.house import DATES, HEADLINES, PERCENT, QUOTES, House
from transloc.errors import InputError
from transloc.memory import Policy
from transloc.project import mail, sso
from transloc.project.project import CONFIG, TWO_WEEKS, Project
from transloc.project.values import Values
from transloc.steps import localise_settings
from transloc.steps.choose import Choices
from transloc.wording import either, say

_PAIR = 2
#: Below this, sentences share words by chance.
_LEAST = 0.5


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
        raise InputError(
            say("there is no {config} here or in a folder above", config=CONFIG),
            hint=say("Make a project with: transloc init --from uk --to en"),
        )
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
        raise InputError(say("not valid TOML: {message}", message=message), path=path, line=int(found[1]) if found else None) from None
    values = Values(path, text)
    values.check(tables)
    return _build(root.resolve(), tables, values)


def _build(root: Path, tables: dict[str, Any], values: Values) -> Project:
    main, paths, engine = tables.get("project", {}), tables.get("paths", {}), tables.get("engine", {})
    models, segmentation = tables.get("models", {}), tables.get("segmentation", {})
    return Project(
        root=root,
        source=values.locale("source", main.get("source", "uk")),
        targets=tuple(values.locale("targets", tag) for tag in main.get("targets", [])),
        timezone=values.timezone(main.get("timezone", "Europe/Kyiv")),
        four_eyes=main.get("four_eyes", False),
        external=main.get("external", True),
        mirror=main.get("mirror", main.get("external", True)),
        articles=values.inside(root, "articles", paths.get("articles", "articles")),
        locales=values.inside(root, "locales", paths.get("locales", "locales")),
        glossary=values.inside(root, "glossary", paths.get("glossary", "glossary.csv")),
        exports=values.inside(root, "exports", paths.get("exports", "exports")),
        segmentation_rules=root / segmentation["rules"] if "rules" in segmentation else None,
        front_matter=tuple(tables.get("documents", {}).get("front_matter", ())),
        export=_export(tables.get("export", {}), values),
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
        memory=_memory(tables.get("memory", {}), values),
        morphology=values.morphology(tables.get("glossary", {}).get("morphology", "auto")),
        severities={rule: values.severity(rule, value) for rule, value in tables.get("checks", {}).items()},
        url=values.origin(tables.get("server", {}).get("url", "")),
        session_hours=values.hours(tables.get("server", {}).get("session_hours", TWO_WEEKS)),
        houses={values.locale(tag, tag): _house(table, values) for tag, table in tables.get("style", {}).items()},
        mail=mail.read(tables.get("mail", {}), values),
        sso=sso.read(tables.get("sso"), values),
    )


def _settings(root: Path, engine: str, table: dict[str, Any]) -> dict[str, Any]:
    return table | {"model": root / table["model"]} if engine == "ctranslate2" and "model" in table else table


def _memory(table: dict[str, Any], values: Values) -> Policy:
    for key, value in table.get("penalties", {}).items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise values.wrong(
                "penalties", say("the penalty of “{key}” must be a number from 0 to 1", key=key), say("Write it such as: tmx = 0.05")
            )
    least = table.get("least", Policy.least)
    if not _LEAST <= least <= 1:
        raise values.wrong(
            "least", say("“least” must be a number from {least} to 1", least=_LEAST), say("0.7 offers what is at least 70 % alike")
        )
    return Policy(float(least), {key: float(value) for key, value in table.get("penalties", {}).items()})


def _house(table: dict[str, Any], values: Values) -> House:
    for key, known in {"dates": DATES, "headlines": HEADLINES, "percent": PERCENT}.items():
        if table.get(key, known[0]) not in known:
            raise values.wrong(key, say("“{key}” must be {what}", key=key, what=either(known)))
    quotes = table.get("quotes", "double")
    if quotes not in QUOTES and len(quotes) != _PAIR:
        raise values.wrong("quotes", say("“quotes” must be double, single, or an opening and a closing mark such as „”"))
    variant = {"variant": values.locale("variant", table["variant"])} if "variant" in table else {}
    prefer = tuple(table.get("prefer", {}).items())
    return House(**table | variant | {"prefer": prefer})


def _export(table: dict[str, Any], values: Values) -> localise_settings.Settings:
    site = values.site(table.get("site", ""))
    addresses = {values.locale("addresses", tag): values.address(tag, text, site) for tag, text in table.get("addresses", {}).items()}
    people, credit = table.get("credit_people", False), table.get("credit", {})
    if table.get("hreflang") and not addresses:
        raise values.wrong(
            "hreflang", say("hreflang needs the addresses of the pages"), say('Add: addresses = { uk = "https://…/{slug}", en = "…" }')
        )
    if table.get("slug", "article") not in ("article", "title"):
        raise values.wrong("slug", say("“slug” must be article or title"))
    return localise_settings.Settings(
        **{key: table[key] for key in ("lang", "links", "untranslated_mark", "json_ld", "slug") if key in table},
        hreflang=table.get("hreflang", bool(site and addresses)),
        credit=values.credit({"": credit} if isinstance(credit, str) else credit, people=people, site=site),
        credit_people=people,
        site=site,
        addresses=addresses,
    )
