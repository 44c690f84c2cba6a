"""``transloc glossary``: one command a file."""

import click

from transloc.cli.lazy import LazyGroup


class _Glossary(LazyGroup):
    package = __name__
    names = ("lint", "add", "convert", "impact", "suggest", "push")


@click.group(cls=_Glossary)
def glossary() -> None:
    """Look after the names and terms of the newsroom.

    \b
    Example:
      transloc glossary add "Володимир Зеленський" en="Volodymyr Zelenskyy" --kind person
      transloc glossary lint
    """
