"""Prints who last changed each position on an issue: `positions blame`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.changes.log import blame
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.exit_code import ExitCode
from positions.cli.options import format_option
from positions.cli.revisions import (
    asked_parties,
    history_meant,
    newest_first,
    party_option,
    past_file_option,
)
from positions.cli.words import issue_id
from positions.problems.errors import WrongUse
from positions.reports.changes.json import blame_json
from positions.reports.changes.log import blame_page, revision_words
from positions.reports.page.render import FORMS, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.git.history import Revision

__all__ = ["command"]


@click.command("blame", short_help="Print who last changed each position on an issue.")
@click.argument("issue", shell_complete=ids("issues"))
@past_file_option
@party_option
@format_option((*FORMS, "json"))
def command(issue: str, file: str | None, parties: tuple[str, ...], form: str) -> ExitCode:
    """Print for each party the revision that last changed its position on ISSUE in substance.

    A correction counts, and is said to be one. The issue is named by its id, or its title in full.
    """
    steps, newest, unread = newest_first(history_meant(file).steps(bound=False))
    if newest is None:
        if not unread:
            raise WrongUse("The dossier has no revision yet.")
        _tell_unread(unread)
        return ExitCode.FAULTY
    name = issue_id(issue, [newest])
    chosen = asked_parties(parties, newest) or tuple(newest.parties)
    title = f"{newest.issues[name].title} ({name})"
    names = [newest.parties[party].name for party in chosen]
    found = blame(steps, name, chosen)
    if form == "json":
        console.write(blame_json(name, found))
    else:
        page = blame_page(title, found, names)
        console.write(render(page, form, terminal.output_look()))
    _tell_unread(unread)
    return ExitCode.FAULTY if unread else ExitCode.FINE


def _tell_unread(unread: Sequence[Revision]) -> None:
    for revision in unread:
        told = f"The dossier cannot be read in {revision_words(revision)}"
        console.narrate(f"positions: {told}; what it changed is not known.")
