"""Shows what changed on the screen or, where there is none, prints it: `positions git difftool`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli import console, terminal
from positions.cli.diff import print_difference, sides_of_files
from positions.cli.exit_code import ExitCode
from positions.cli.git.difftool_sides import difftool_pairs
from positions.cli.look import screen_look
from positions.cli.revisions import DiffRequest

if TYPE_CHECKING:
    from positions.cli.git.difftool_sides import DossierPair
    from positions.cli.ui import OpenChanges, Screens

__all__ = ["command"]


@click.command("difftool", short_help="What `git difftool` calls: difftool.<tool>.cmd.")
@click.argument("before")
@click.argument("after")
@click.option("--path", default="", help="Git's $MERGED: the file, from the working tree's root.")
@click.pass_context
def command(context: click.Context, *, before: str, after: str, path: str) -> int:
    """Show what changed on the screen, given what git gives; print it where there is no terminal.

    BEFORE and AFTER are two files, or two folders with the files that changed in them.
    """
    screens: Screens = context.find_root().obj
    with difftool_pairs(before, after, path) as pairs:
        if not pairs:
            console.write("No dossier is among the files that changed.\n")
        shown = [_show(pair, screens.open_changes, context) for pair in pairs]
    return max(shown, default=ExitCode.FINE)


def _show(pair: DossierPair, open_changes: OpenChanges | None, context: click.Context) -> int:
    if open_changes is not None and terminal.has_screen():
        return open_changes(pair.before, pair.after, screen_look(context))
    sides = sides_of_files(pair.before.path, pair.after.path)
    return print_difference(
        sides._replace(names=(pair.before.name, pair.after.name)), DiffRequest()
    )
