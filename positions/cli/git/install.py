"""Sets git up for a dossier: `positions git install`."""

from __future__ import annotations

import click

from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.git.setup_report import setup_report
from positions.cli.revisions import past_file_option
from positions.git.setup import Scope, install
from positions.reading.discovery import find_dossier

__all__ = ["command"]


@click.command("install", short_help="Set git up for the dossier.")
@past_file_option
@click.option("--shared", is_flag=True, help="Into `.gitattributes`, which others get too.")
@click.option(
    "--global", "everywhere", is_flag=True, help="The drivers for all repositories of yours."
)
@click.option(
    "--lines",
    is_flag=True,
    help="For tools that stage lines: `git diff --no-ext-diff` and `git log -p` show them.",
)
@click.option(
    "--program", default="positions", metavar="PATH", help="How git calls it; on the PATH if not."
)
def command(
    *, file: str | None, shared: bool, everywhere: bool, lines: bool, program: str
) -> ExitCode:
    """Make git compare, show and merge the dossier by what it says.

    Writes a line of attributes for the dossier into the repository's own file, and the settings of
    the drivers into git's configuration. Done twice, it changes nothing. Where git does not find
    the program, it goes by lines, and nothing of that is kept.
    """
    scope = Scope.GLOBAL if everywhere else Scope.LOCAL
    path = find_dossier(file)
    done = install(path, shared=shared, lines=lines, scope=scope, program=program)
    console.write(setup_report(done))
    return ExitCode.FINE
