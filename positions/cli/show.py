"""Prints everything about one issue: `positions show`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.changes.timeline.walk import timeline
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.lens import LensRequest
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, lens_options
from positions.cli.words import row_named
from positions.problems.errors import WrongUse
from positions.reports.comparison.json import issue_json
from positions.reports.issue.sheet import issue_page
from positions.reports.issue.statements import words_json, words_page
from positions.reports.issue.told_once import told_once
from positions.reports.page.render import FORMS, render

if TYPE_CHECKING:
    from positions.cli.exit_code import ExitCode
    from positions.model.moment import Moment

__all__ = ["command"]


@click.command("show", short_help="Print everything about one issue.")
@click.argument("issue", shell_complete=ids("issues"))
@file_option
@format_option((*FORMS, "json"))
@click.option("--history", is_flag=True, help="Every word that each party said, in order.")
@lens_options
def command(
    *,
    issue: str,
    file: str | None,
    form: str,
    history: bool,
    as_of: Moment | None,
    options: tuple[str, ...],
) -> ExitCode:
    """Print everything about one issue: by its id, or its title in full.

    Every party in full: value, alternatives, terms, the meaning of a blank, sources with their
    grades, contradicting accounts, its place in the party's order of steps, and its history.

    With --history every word that each party ever said on it, the oldest first: its own and those
    reported, with the document, what it took the place of, and whether it is of record; before
    them, since when the issue has had which status.
    """
    if history and options:
        raise WrongUse("--history lists the words of every option: leave out --option.")
    loaded, dossier = read_dossier(file)
    comparison = LensRequest(as_of, options).of(dossier).compare(dossier)
    row = row_named(comparison, issue)
    if history:
        moments = timeline(dossier, until=comparison.as_of).moments
        statuses = [
            (one.moment, one.rows[row.issue.id]) for one in moments if row.issue.id in one.rows
        ]
        if form == "json":
            console.write(words_json(comparison, row, statuses))
        else:
            page = words_page(comparison, row, statuses)
            console.write(render(page, form, terminal.output_look()))
    elif form == "json":
        console.write(issue_json(comparison, row))
    else:
        page = told_once(issue_page(comparison, row, loaded.span))
        console.write(render(page, form, terminal.output_look()))
    return ending(loaded)
