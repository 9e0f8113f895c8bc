"""Prints one dossier moment by moment: `positions timeline`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.changes.timeline.walk import timeline
from positions.cli import console, terminal
from positions.cli.completion import ids
from positions.cli.loading import ending, read_dossier
from positions.cli.options import file_option, format_option, issue_and_dossier, moment_of
from positions.cli.revisions import party_option
from positions.cli.words import issue_id, party_id
from positions.problems.errors import WrongUse
from positions.reports.page.render import FORMS, render
from positions.reports.timeline.json import timeline_json
from positions.reports.timeline.page import timeline_page

if TYPE_CHECKING:
    from positions.cli.exit_code import ExitCode
    from positions.model.moment import Moment

__all__ = ["command"]


@click.command("timeline", short_help="Print who said what, and who moved, moment by moment.")
@click.argument("words", nargs=-1, metavar="[ISSUE] [PATH]", shell_complete=ids("issues"))
@file_option
@party_option
@click.option(
    "--from", "since", callback=moment_of, metavar="DATE", help="Nothing earlier than this."
)
@click.option("--to", "until", callback=moment_of, metavar="DATE", help="Nothing later than this.")
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also accounts, notes and documents without positions; long lists in full.",
)
@format_option((*FORMS, "json"))
def command(  # noqa: PLR0913 - the options of a command
    *,
    words: tuple[str, ...],
    file: str | None,
    parties: tuple[str, ...],
    since: Moment | None,
    until: Moment | None,
    everything: bool,
    form: str,
) -> ExitCode:
    """Print one dossier moment by moment, up to its own day, without git.

    On each moment: who said what for the first time, who moved, toward whom and how far, what was
    agreed, confirmed or delivered, and how many issues have each status after it. A text counts
    from the moment at which it became known. Within a day it goes by time; what has only a day
    comes last on it.

    With ISSUE, by id or title, only what concerns that issue, with its status after each moment.
    As JSON, everything is there.
    """
    issue, file = issue_and_dossier(words, file)
    loaded, dossier = read_dossier(file)
    if since and until and until.before(since):
        raise WrongUse(f"--to {until} is before --from {since}.")
    chosen = issue_id(issue, [dossier]) if issue else ""
    named = [party_id(dossier, name) for name in parties]
    found = timeline(dossier, since=since, until=until).of(named, [chosen] if chosen else ())
    if form == "json":
        console.write(timeline_json(found))
    else:
        page = timeline_page(found, issue=chosen, everything=everything)
        console.write(render(page, form, terminal.output_look()))
    return ending(loaded)
