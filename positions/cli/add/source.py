"""Adds a source: `positions add source`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.add.record import add_record, options_of_a_record

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("source", short_help="Add a source.")
@options_of_a_record
@click.option("--publisher", required=True, help="Who vouches for the fact.")
@click.option("--date", required=True, metavar="DATE", help="When it was published.")
@click.option("--title", required=True, help="The title of the page or document.")
@click.option("--url", default="", help="Where it can be read.")
@click.option("--language", default="", help="The language in which it was read, such as `uk`.")
@click.option(
    "--reliability",
    default="",
    type=click.Choice(("", *"ABCDEF")),
    metavar="GRADE",
    help="The grade of its publisher, A to F.",
)
def command(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    file: str | None,
    dry_run: bool,
    publisher: str,
    date: str,
    title: str,
    url: str,
    language: str,
    reliability: str,
) -> ExitCode:
    """Add a source by its id, and print the change."""
    fields: dict[str, Authored] = {
        "publisher": publisher,
        "date": date,
        "title": title,
        "url": url,
        "language": language,
        "reliability": reliability,
    }
    return add_record(file, "sources", name, fields, dry_run=dry_run)
