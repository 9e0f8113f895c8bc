"""Prints what is set up in git for a dossier: `positions git status`."""

from __future__ import annotations

import click

from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.git.setup_report import setup_report
from positions.cli.revisions import past_file_option
from positions.git.setup import status
from positions.reading.discovery import find_dossier

__all__ = ["command"]


@click.command("status", short_help="Print what is set up.")
@past_file_option
def command(file: str | None) -> ExitCode:
    """Print what is set up for the dossier; ends with 1 where git does not use it."""
    found = status(find_dossier(file))
    console.write(setup_report(found))
    return ExitCode.FINE if found.complete and found.found else ExitCode.FAULTY
