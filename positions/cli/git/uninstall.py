"""Takes back what was set up in git: `positions git uninstall`."""

from __future__ import annotations

import click

from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.git.setup_report import setup_report
from positions.cli.revisions import past_file_option
from positions.git.setup import Scope, uninstall
from positions.reading.discovery import find_dossier

__all__ = ["command"]


@click.command("uninstall", short_help="Take all of that back.")
@past_file_option
@click.option("--global", "everywhere", is_flag=True, help="The settings for all repositories too.")
def command(file: str | None, *, everywhere: bool) -> ExitCode:
    """Remove the attributes, the settings, and what git has kept of the text conversion."""
    scope = Scope.GLOBAL if everywhere else Scope.LOCAL
    console.write(setup_report(uninstall(find_dossier(file), scope=scope)))
    return ExitCode.FINE
