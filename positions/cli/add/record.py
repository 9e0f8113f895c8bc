"""Adds a record to the dossier that is meant: what every command of `positions add` does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import click

from positions.authoring.edits import NoPlace
from positions.authoring.entries import entry_added
from positions.cli.loading import load_named
from positions.cli.options import file_option
from positions.cli.writing import file_of, write_change
from positions.problems.errors import WrongUse

if TYPE_CHECKING:
    from positions.authoring.scalars import Authored
    from positions.cli.exit_code import ExitCode

__all__ = ["add_record", "options_of_a_record"]

F = TypeVar("F", bound=Callable[..., object])


def options_of_a_record(command: F) -> F:
    """Add what all commands of `add` take: the id, the dossier, and whether to write."""
    dry_run = click.option("--dry-run", is_flag=True, help="Only print the change.")
    return click.argument("name", metavar="ID")(file_option(dry_run(command)))


def add_record(
    file: str | None, section: str, name: str, fields: dict[str, Authored], *, dry_run: bool
) -> ExitCode:
    """Add a record to a section, and print the change.

    Args:
        file: The dossier that is named, if one is.
        section: The section.
        name: The id of the record.
        fields: Its fields; those that are empty are left out.
        dry_run: Whether to print the change alone.

    Raises:
        WrongUse: There is such a record, or it cannot be written, or `check` would refuse it.
    """
    loaded = load_named(file)
    record = {key: said for key, said in fields.items() if said}
    try:
        return write_change(
            loaded,
            file_of(loaded, [(section,), ("dossier",)]),
            lambda reading: (entry_added(reading, section, name, record),),
            dry_run=dry_run,
        )
    except NoPlace as fault:
        raise WrongUse(str(fault)) from fault
