"""Adds an outcome: `positions add outcome`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.authoring.scalars import from_flow
from positions.cli.add.record import add_record, options_of_a_record
from positions.cli.completion import ids

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("outcome", short_help="Add an outcome.")
@options_of_a_record
@click.option(
    "--issue", required=True, metavar="ID", shell_complete=ids("issues"), help="On which issue."
)
@click.option("--date", required=True, metavar="DATE", help="When it was agreed.")
@click.option("--value", required=True, help="What was agreed.")
@click.option(
    "--confirmed-by",
    "confirmed_by",
    multiple=True,
    metavar="ID",
    help="A party that confirms it, or `all`; once for each.",
)
@click.option("--title", default="", help="What it is called.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="ID",
    shell_complete=ids("sources"),
    help="A source, by its id.",
)
def command(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    file: str | None,
    dry_run: bool,
    issue: str,
    date: str,
    value: str,
    confirmed_by: tuple[str, ...],
    title: str,
    sources: tuple[str, ...],
) -> ExitCode:
    """Add an outcome by its id, and print the change."""
    fields: dict[str, Authored] = {
        "issue": issue,
        "date": date,
        "value": from_flow(value),
        "confirmed_by": confirmed_by,
        "title": title,
        "sources": sources,
    }
    return add_record(file, "outcomes", name, fields, dry_run=dry_run)
