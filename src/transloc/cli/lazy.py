"""Groups whose commands are loaded when they are called, so that ``check`` does not wait for what ``translate`` needs."""

import importlib

import click


class LazyGroup(click.Group):
    """A group whose command ``git-merge`` is ``git_merge`` in the module of that name in ``package``; ``names`` as the help lists them."""

    package: str
    names: tuple[str, ...] = ()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names, in the order in which somebody meets them."""
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, loaded now, or None."""
        if cmd_name not in self.names:
            return None
        name = cmd_name.replace("-", "_")
        command = getattr(importlib.import_module(f"{self.package}.{name}"), name)
        assert isinstance(command, click.Command)
        return command
