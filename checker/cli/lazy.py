"""A group of commands that are imported when they are called, so that a quick answer stays quick."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click

from checker.cli import click_words


class LazyGroup(click.Group):
    """A group that knows its commands by where they stand, as "package.module:name"."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any) -> None:
        """Keep where the commands stand; the order is that of the help."""
        super().__init__(*args, **kwargs)
        self.commands_at = commands_at

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return list(self.commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name; None if there is none."""
        del ctx
        where = self.commands_at.get(cmd_name)
        if where is None:
            return None
        module, _, name = where.partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return click_words.dressed(command)
