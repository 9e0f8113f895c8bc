"""Adds an issue: `positions add issue`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from positions.cli.add.record import add_record, options_of_a_record
from positions.values import KINDS

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["command"]


@click.command("issue", short_help="Add an issue.")
@options_of_a_record
@click.option("--title", default="", help="What it is called; its id in words if left out.")
@click.option("--topic", default="", help="The heading under which it stands.")
@click.option(
    "--kind",
    default="",
    type=click.Choice(("", *KINDS)),
    metavar="KIND",
    help="What its values are, such as duration; left out where --unit or --option shows it.",
)
@click.option("--unit", default="", help="What its figures count.")
@click.option(
    "--limit",
    default="",
    type=click.Choice(("", "maximum", "minimum")),
    metavar="LIMIT",
    help="maximum or minimum, where values are limits themselves.",
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="TITLE",
    help="An option of a choice; once for each.",
)
@click.option(
    "--item", "items", multiple=True, metavar="TITLE", help="An item of a checklist; once for each."
)
@click.option(
    "--end",
    "ends",
    multiple=True,
    metavar="TITLE",
    help="An end of a scale; first that at 0, then that at 100.",
)
@click.option(
    "--between", "between", multiple=True, metavar="ID", help="A party of an exchange; twice."
)
@click.option(
    "--part",
    "parts",
    multiple=True,
    metavar="TITLE",
    help="A part with a value of its own; once for each.",
)
@click.option(
    "--noun", default="", help="What is wanted, as a noun phrase, such as `a truce [of {value}]`."
)
def command(  # noqa: PLR0913 - one for each option
    *,
    name: str,
    file: str | None,
    dry_run: bool,
    title: str,
    topic: str,
    kind: str,
    unit: str,
    limit: str,
    options: tuple[str, ...],
    items: tuple[str, ...],
    ends: tuple[str, ...],
    between: tuple[str, ...],
    parts: tuple[str, ...],
    noun: str,
) -> ExitCode:
    """Add an issue by its id, and print the change."""
    fields: dict[str, Authored] = {
        "title": title,
        "topic": topic,
        "kind": kind,
        "unit": unit,
        "limit": limit,
        "options": options,
        "items": items,
        "ends": ends,
        "between": between,
        "parts": parts,
        "noun": noun,
    }
    return add_record(file, "issues", name, fields, dry_run=dry_run)
