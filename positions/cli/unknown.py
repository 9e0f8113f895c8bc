"""Prints what is not known: `positions unknown`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli import console, terminal
from positions.cli.completion import filter_words
from positions.cli.lens import LensRequest, checked_query
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options
from positions.filter.language import matching_cells
from positions.reports.page.render import FORMS, render
from positions.reports.unknown.json import unknown_json
from positions.reports.unknown.page import unknown_page

if TYPE_CHECKING:
    from positions.cli.exit_code import ExitCode
    from positions.model.moment import Moment

__all__ = ["command"]


@click.command("unknown", short_help="Print what is not known: blanks, doubts, weak sources.")
@click.argument("words", nargs=-1, metavar="[FILTER]...", shell_complete=filter_words)
@file_option
@format_option((*FORMS, "json"))
@lens_options
def command(
    words: tuple[str, ...],
    file: str | None,
    form: str,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print what is not known: how much of each party, then the cells in doubt, by why.

    Cells without a position come first, by why there is none; then texts that are not known or
    were not read whole, and words that rest on a report or an inference or that others contradict.
    Disputed premises and points of a document that no position cites follow, and last the cells by
    the best grade of their sources, the weakest first. A FILTER chooses the issues, as in
    `compare`, and `party:`, or the name of a party alone, the party whose cells are meant.
    """
    loaded, dossier = read_dossier(file)
    comparison = LensRequest(as_of, options).of(dossier).compare(dossier)
    filtered = " ".join(words)
    rows, parties = matching_cells(checked_query(comparison, filtered), comparison)
    if form == "json":
        console.write(unknown_json(comparison, rows, parties, words=filtered))
    else:
        page = unknown_page(comparison, rows, parties, words=filtered)
        console.write(render(page, form, terminal.output_look()))
    return ending(loaded)
