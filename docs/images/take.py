"""Take the pictures of the desk that stand in the documentation: ``make images``.

A newsroom of the sample articles, a morning's work in it at fixed times by
people who do not exist, and Chromium before its pages: on a desktop, in the
dark and on a phone, in English; those that a team meets first in Ukrainian too.
"""

import os
import secrets
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.chromium import FLAGS, PROGRAM

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1]
NOON = datetime(2026, 11, 24, 10, 30, tzinfo=UTC)
OWNER, COLLEAGUE = "Olha Kravets", "Marko Petrenko"
SLUG = "enlargement-report"
AT = f"a/{SLUG}/en/"

#: What a machine drafted; people have read the first of them.
DRAFTS = {
    "u946687e0.s1": "Anti-corruption bodies were rated better.",
    "u946687e0.s2": "The National Anti-Corruption Bureau and the Specialised Anti-Corruption Prosecutor’s Office sent 17% more cases "
    "to court than last year, and the High Anti-Corruption Court handed down 36 sentences.",
    "u946687e0.s3": "However, the average time to hear a case still exceeds two years.",
    "uf254f592.s1": "Marchand, who sits on the European Parliament’s foreign affairs committee, spoke to the newspaper in French "
    "before the report came out.",
    "uf254f592.s2": "She called on EU leaders to name a tentative date of accession and not to hide behind “enlargement fatigue”.",
    "uc091124e.s1": "Less than 14 months remain until the Ukraine Facility programme, designed for 2024–2027, ends.",
    "uc091124e.s2": "Its total volume is €50 billion: €33 billion in loans and €17 billion in grants.",
    "u930efdb0.s1": "That is exactly what happened in the third quarter: instead of €1.9 billion, Ukraine received €1.65 billion.",
    "u70f9ad8b.s2": "Two thirds of the growth came from machine building and the food industry.",
}
OPEN = "u946687e0.s2"

#: Addresses by the names of their pictures, and whether a sentence is opened there.
PAGES = {
    "sign-in": "sign-in/",
    "queue": "",
    "board": "board/",
    "add": "add/",
    "article": AT,
    "preview": AT,
    "actions": AT,
    "read-through": f"{AT}read/",
    "compare": f"{AT}compare/?tab=draft",
    "quotes": f"{AT}quotes/",
    "export": "a/weimar-meeting/en/export/",
    "sentence": f"{AT}s/{OPEN}/",
    "glossary": "glossary/?kind=place",
    "glossary-row": "glossary/kyiv/",
}
LOOKS: dict[str, dict[str, Any]] = {
    "": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "-dark": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "dark"},
    "-phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "light", "is_mobile": True, "has_touch": True},
}
EVERYWHERE: dict[str, Any] = {"reduced_motion": "reduce", "timezone_id": "Europe/Kyiv"}
ENGLISH, UKRAINIAN = "en-GB", "uk-UA"
IN_UKRAINIAN = ("sign-in", "queue", "board", "article", "compare")
DESKTOP_ALONE = ("actions", "board", "compare", "sign-in")  # the keys are no phone's, the others look alike there


@contextmanager
def newsroom() -> Iterator[Any]:
    """Open a newsroom of the sample articles in a folder that goes again. The clock stands."""
    from transloc.jobs import newsroom as room

    room.now = lambda: NOON  # before anything else takes it from there
    from dataclasses import replace

    from transloc.jobs import intake

    with tempfile.TemporaryDirectory() as name, chdir(name):
        for part in ("articles", "locales", "glossary.csv", "transloc.toml"):
            (shutil.copytree if (SAMPLE / part).is_dir() else shutil.copy)(SAMPLE / part, part)
        with room.opened() as opened:
            named = replace(opened, by=OWNER)
            intake.rebuild(named)
            for path in sorted(path for path in Path("articles").iterdir() if path.is_file()):
                intake.add(named, path, ("en",))
            _work(named)
            yield named


def _work(newsroom: Any) -> None:
    from transloc.jobs.publish import publish
    from transloc.model import Role, State
    from transloc.states import Action, Change

    store, owner, rules = newsroom.store, newsroom.owner(), newsroom.rules("en")
    colleague = store.add_account(COLLEAGUE, Role.TRANSLATOR, actor=owner, at=NOON).person
    store.set_password(colleague.id, secrets.token_urlsafe(), actor=colleague, at=NOON)

    def change(segment: str, action: Action, minutes: int, actor: Any = None, **words: Any) -> None:
        one = next(each for each in store.catalog(SLUG, "en") if each.id == segment)
        made = Change(action=action, at=NOON - timedelta(minutes=minutes), actor=actor, **words)
        store.change(SLUG, "en", segment, seen=one.revision, change=made, rules=rules)

    for segment, target in DRAFTS.items():
        change(segment, Action.DRAFT, 90, target=target, origin="deepl")
    change("u946687e0.s1", Action.EDIT, 40, owner, target="The anti-corruption bodies fared better.")
    change("u946687e0.s1", Action.CONFIRM, 40, owner)
    change(OPEN, Action.EDIT, 38, colleague, target=DRAFTS[OPEN].replace("sent 17% more", "took 17% more").replace("sentences", "verdicts"))
    for minutes, actor, said in ((35, colleague, "Is it 36? Please look at the source again."),):
        store.comment(SLUG, "en", OPEN, author=actor, text=said, at=NOON - timedelta(minutes=minutes))
    change("uce019588.s1", Action.EDIT, 20, owner, target="Money for laws")
    for slug, hours in ((SLUG, 5), ("museum-interview", 26), ("black-sea-corridor", 74)):
        store.set_deadline(slug, "en", NOON + timedelta(hours=hours), actor=owner, at=NOON)
    store.assign(SLUG, "en", colleague, actor=owner, at=NOON - timedelta(hours=4))
    store.assign(SLUG, "en", owner, actor=colleague, at=NOON - timedelta(minutes=50), note="The figures of the court want a look.")
    store.assign("museum-interview", "en", colleague, actor=owner, at=NOON - timedelta(hours=3))
    store.claim("museum-interview", "en", actor=colleague, at=NOON - timedelta(minutes=4))
    signing = Change(action=Action.SIGN_OFF, at=NOON - timedelta(hours=20), actor=owner)
    ready = [(one.id, one.revision, signing) for one in store.catalog("weimar-meeting", "en") if one.state is State.REVIEWED]
    store.change_many("weimar-meeting", "en", ready, rules=rules)
    publish(newsroom, "weimar-meeting", "en", newsroom.project.exports / "en", kinds=("own", "html"), draft=False)
    for path in (newsroom.project.exports / "en").iterdir():
        os.utime(path, (NOON.timestamp(), NOON.timestamp()))


@contextmanager
def served(newsroom: Any) -> Iterator[tuple[str, str]]:
    """Serve the newsroom; gives its address and the owner's link."""
    import waitress
    from django.core.wsgi import get_wsgi_application

    from transloc.web import desk, owner

    desk.open_in(newsroom)
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    address = f"http://127.0.0.1:{server.effective_port}/"
    yield address, f"{address}start/{owner.issue()}/"
    server.close()


def prepare(page: Any, name: str) -> None:
    """Do what a person does before the picture is taken."""
    if name == "queue":
        while page.locator(".measuring").count():
            page.reload()
    if name == "glossary":
        page.get_by_text("Київ", exact=True).hover()
        page.locator(".bubble dd:visible").first.wait_for()
    if name == "glossary-row":
        page.locator("#impact .places").first.wait_for()
    if name not in ("article", "preview", "actions"):
        return
    page.locator("#desk[data-ready]").wait_for()
    if name == "preview":
        page.get_by_role("button", name="Preview").click()
        page.frame_locator("#preview iframe").locator("article").wait_for()
    if name != "preview" or page.viewport_size["width"] > 1000:
        page.locator(f'[id="s-{OPEN}"] .open').click()
        page.locator(f'.panel .about[data-segment="{OPEN}"]').wait_for()
        place = "center" if page.viewport_size["width"] > 1000 else "start"
        page.locator(f'[id="s-{OPEN}"]').evaluate("(one, block) => one.scrollIntoView({block})", place)
    if name == "actions":
        page.keyboard.press("Control+K")
        page.keyboard.type("c")
    page.wait_for_timeout(800)  # the preview scrolls to the sentence


def pictures(only: tuple[str, ...]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each picture: the page, the name of its file without what it ends in, and how the browser is set."""
    for suffix, look in LOOKS.items():
        for name in PAGES:
            if (only and name not in only) or ("phone" in suffix and name in DESKTOP_ALONE):
                continue
            yield name, f"{name}{suffix}", {**look, **EVERYWHERE, "locale": ENGLISH}
            if name in IN_UKRAINIAN and "phone" not in suffix:
                yield name, f"{name}-uk{suffix}", {**look, **EVERYWHERE, "locale": UKRAINIAN}


def take(only: tuple[str, ...] = ()) -> None:
    """Take the pictures, or those of the pages that are named."""
    from playwright.sync_api import sync_playwright

    with newsroom() as room, served(room) as (address, link), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=FLAGS)
        door = browser.new_context()
        door.request.get(link)
        for name, picture, look in pictures(only):
            context = browser.new_context(**look, storage_state=None if name == "sign-in" else door.storage_state())
            page = context.new_page()
            page.goto(address + PAGES[name])
            prepare(page, name)
            page.screenshot(path=HERE / f"{picture}.png", animations="disabled", caret="hide")
            context.close()
        browser.close()


if __name__ == "__main__":
    import sys

    os.environ |= {"DJANGO_SETTINGS_MODULE": "transloc.web.settings", "DJANGO_ALLOW_ASYNC_UNSAFE": "1"}
    import django
    from django.conf import settings

    django.setup()
    settings.SECRET_KEY = secrets.token_urlsafe(50)
    take(tuple(sys.argv[1:]))
