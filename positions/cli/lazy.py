"""Loads a command when it runs; until then, a line of a table stands for it."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from collections.abc import Mapping

    from click.shell_completion import CompletionItem

__all__ = ["CommandLine", "LazyGroup"]


class CommandLine(NamedTuple):
    """What is known of a command before it is loaded.

    Attributes:
        module: The module that has it, as `command`.
        short_help: What the list of commands says of it; empty for one that is not listed.
    """

    module: str
    short_help: str = ""


class LazyGroup(click.Group):
    """A group that loads the command that runs, and lists all of them from a table.

    Attributes:
        table: The commands by name.
    """

    def __init__(self, *args: Any, table: Mapping[str, CommandLine], **kwargs: Any) -> None:
        """Take the table, and what any group takes."""
        super().__init__(*args, **kwargs)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click has it
        """Return the names of all commands, sorted."""
        return sorted(self.table)

    def load(self, name: str) -> click.Command:
        """Return a command of the table."""
        if name not in self.commands:
            self.add_command(importlib.import_module(self.table[name].module).command, name)
        return self.commands[name]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, loaded; None where there is none of this name."""
        if cmd_name not in self.table:
            # Click looks for a name that is like it among the commands that are loaded.
            for name in self.table:
                self.load(name)
            return super().get_command(ctx, cmd_name)
        return self.load(cmd_name)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that begin with a word, for which none is loaded."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - a shell alone asks

        found = [
            CompletionItem(name, help=line.short_help)
            for name, line in self.table.items()
            if line.short_help and name.startswith(incomplete)
        ]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands, for which none is loaded."""
        lines = [(name, self.table[name].short_help) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, said) for name, said in lines if said])
