"""``transloc units``: what of an article is translated, what is left out and why, and the editor's word on it."""

from typing import TYPE_CHECKING, Any

import click

from transloc.cli import session
from transloc.cli.console import form_option, plural, short, show_json, show_table
from transloc.markup import words
from transloc.model import Document, Unit

if TYPE_CHECKING:
    from transloc.jobs.newsroom import Newsroom

#: Letters of a unit that a line shows.
_WIDTH = 80


@click.command()
@click.argument("article")
@click.option("--include", metavar="ID", multiple=True, help="Translate this unit; may be given again.")
@click.option("--exclude", metavar="ID", multiple=True, help="Leave this unit out; may be given again.")
@click.option("--forget", metavar="ID", multiple=True, help="Leave it to the format again.")
@click.option("--all", "everything", is_flag=True, help="Also what is left out: furniture, and what the editor excluded.")
@form_option
def units(article: str, include: tuple[str, ...], exclude: tuple[str, ...], forget: tuple[str, ...], everything: bool, form: str) -> None:
    """List the units of ARTICLE, or change what of it is translated.

    Of a saved page only the article is translated; its menus, share bars and comments are left out. Where that is wrong, include
    or exclude a unit by its id; the choice is kept in transloc.toml, and stays when the page is added again.

    \b
    Example:
      transloc units talks --all
      transloc units talks --exclude u1a2b3c4d --include u5e6f7a8b
    """
    with session.opened() as newsroom:
        slug = newsroom.slugs((article,))[0]
        if include or exclude or forget:
            _change(newsroom, slug, include, exclude, forget)
        document = newsroom.store.article(slug).document
        shown = document.units if everything else document.article
        if form == "json":
            show_json([_as_json(unit) for unit in shown])
        else:
            _show(document, shown)


def _change(newsroom: "Newsroom", slug: str, include: tuple[str, ...], exclude: tuple[str, ...], forget: tuple[str, ...]) -> None:
    from transloc.jobs import intake
    from transloc.steps.choose import Choices, known

    document = newsroom.store.article(slug).document
    choices = newsroom.project.choices.get(slug, Choices())
    wanted = choices.with_(known(document, include), known(document, exclude), known(document, forget))
    newsroom, added = intake.choose_units(newsroom, slug, wanted)
    session.mirrored(newsroom, [(slug, locale) for locale in added.locales])


def _show(document: Document, shown: tuple[Unit, ...]) -> None:
    rows = [(unit.id, unit.kind.value, f"{unit.confidence:.0%}", unit.aside, short(words(unit.source), _WIDTH)) for unit in shown]
    show_table(("id", "kind", "sure", "left out as", "text"), rows, numbers=("sure",))
    out = len(document.units) - len(document.article)
    click.echo(f"{plural(len(document.article), 'unit')} to translate, {out} left out")


def _as_json(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "kind": unit.kind.value,
        "source": unit.source,
        "aside": unit.aside,
        "confidence": unit.confidence,
        "codes": {str(code.number): code.label for code in unit.codes},
        "note": unit.note,
    }
