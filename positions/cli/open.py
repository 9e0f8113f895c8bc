"""Opens a dossier on the screen: `positions [PATH [FILTER]...]`, which names no command."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from positions.cli import terminal
from positions.cli.compare import print_comparison
from positions.cli.lens import LensRequest, lens_for
from positions.cli.look import look_options, screen_look
from positions.cli.options import lens_options, refuse_misplaced
from positions.cli.table import COMMANDS, NO_COMMAND
from positions.reading.discovery import find_dossier, names_dossier
from positions.text.likeness import nearest

if TYPE_CHECKING:
    from positions.cli.ui import Screens
    from positions.model.moment import Moment

__all__ = ["command"]


class _Opening(click.Command):
    """The command that `positions PATH` means; a word that is no dossier is a misspelt command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words, of which the first has to be there as a file or to name a dossier."""
        word = ctx.meta.get(NO_COMMAND)
        if word is not None and not names_dossier(word) and not os.path.lexists(word):
            known = [name for name, line in COMMANDS.items() if line.short_help]
            advice = nearest(word, known) or f"The commands are {', '.join(known)}."
            sentence = f"There is no command and no file `{word}`. {advice}"
            raise click.UsageError(sentence, ctx.parent)
        if ctx.parent is not None:
            refuse_misplaced(ctx.parent, "the file")
        return super().parse_args(ctx, args)


@click.command("open", cls=_Opening, hidden=True)
@click.argument("path")
@click.argument("words", nargs=-1, metavar="[FILTER]...")
@lens_options
@look_options
@click.pass_context
def command(
    context: click.Context,
    *,
    path: str | None,
    words: tuple[str, ...],
    as_of: Moment | None,
    options: tuple[str, ...],
) -> int:
    """Open the dossier on the screen; without a terminal, print the comparison."""
    wanted, query = LensRequest(as_of, options), " ".join(words)
    if not terminal.has_screen():
        return print_comparison(path, query, wanted=wanted)
    screens: Screens = context.find_root().obj
    look = screen_look(context)
    return screens.open_ui(find_dossier(path), query, lens_for(path, wanted), look)
