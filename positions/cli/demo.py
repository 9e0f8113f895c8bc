"""Opens the case that comes with the program: `positions demo`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.authoring.starter import shipped_case
from positions.cli import terminal
from positions.cli.compare import print_comparison
from positions.cli.lens import LensRequest, lens_for
from positions.cli.look import look_options, screen_look

if TYPE_CHECKING:
    from positions.cli.ui import Screens

__all__ = ["command"]


@click.command("demo", short_help="Compare the parties of a real case.")
@look_options
@click.pass_context
def command(context: click.Context) -> int:
    """Open the case that comes with the program: the Istanbul talks of 2025.

    Without a terminal, the comparison is printed. `positions init` writes a dossier of your own.
    """
    path, wanted = str(shipped_case()), LensRequest(None, ())
    if not terminal.has_screen():
        return print_comparison(path, "", wanted=wanted)
    screens: Screens = context.find_root().obj
    return screens.open_ui(path, "", lens_for(path, wanted), screen_look(context))
