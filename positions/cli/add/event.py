"""Adds an event: `positions add event`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.add.record import add_record, options_of_a_record

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("event", short_help="Add an event.")
@options_of_a_record
@click.option("--title", required=True, help="What happens, as sentences say it.")
@click.option("--noun", default="", help="What sentences call it, where the title does not fit.")
@click.option(
    "--part-of", default="", metavar="ID", help="The issue or event of which it is a part."
)
def command(
    *,
    name: str,
    file: str | None,
    dry_run: bool,
    title: str,
    noun: str,
    part_of: str,
) -> ExitCode:
    """Add an event by its id, and print the change."""
    fields: dict[str, Authored] = {
        "title": title,
        "noun": noun,
        "part_of": part_of,
    }
    return add_record(file, "events", name, fields, dry_run=dry_run)
