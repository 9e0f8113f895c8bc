"""Prints what became of each point of a document: `positions coverage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.analysis.points import points_of
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.exit_code import ExitCode
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option
from positions.cli.words import document_id
from positions.reports.page.render import FORMS, render
from positions.reports.points.json import points_json
from positions.reports.points.page import points_page

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["command"]


@click.command("coverage", short_help="Print what became of each point of a document.")
@click.argument("documents", nargs=-1, metavar="[DOCUMENT]...", shell_complete=ids("memoranda"))
@file_option
@format_option((*FORMS, "json"))
def command(documents: Sequence[str], file: str | None, form: str) -> ExitCode:
    """Print what became of each point of a document: which positions cite it, or why none does.

    Documents list their points with `points:`, and positions cite them with `clause:`. Without
    DOCUMENT, an id or a title, all that list theirs are printed. The exit code is 1 where a point
    is neither cited nor left out with a reason.
    """
    loaded, dossier = read_dossier(file)
    found = points_of(dossier, [document_id(dossier, name) for name in documents])
    if form == "json":
        console.write(points_json(dossier, found))
    else:
        console.write(render(points_page(dossier, found), form, terminal.output_look()))
    return ExitCode.FAULTY if any(one.missing for one in found) else ending(loaded)
