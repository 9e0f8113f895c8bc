"""Adds a party: `positions add party`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.add.record import add_record, options_of_a_record
from positions.model.vocabulary import Role

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("party", short_help="Add a party.")
@options_of_a_record
@click.option("--name", "called", required=True, help="Its name, as sentences say it.")
@click.option("--short", default="", help="A short name for narrow columns.")
@click.option(
    "--role",
    default="",
    type=click.Choice(("", *(str(role) for role in Role))),
    metavar="ROLE",
    help="What it is where it is no party: mediator, observer or text.",
)
@click.option("--member-of", default="", metavar="ID", help="The group to which it belongs.")
def command(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    file: str | None,
    dry_run: bool,
    called: str,
    short: str,
    role: str,
    member_of: str,
) -> ExitCode:
    """Add a party by its id, and print the change."""
    fields: dict[str, Authored] = {
        "name": called,
        "short": short,
        "role": role,
        "member_of": member_of,
    }
    return add_record(file, "parties", name, fields, dry_run=dry_run)
