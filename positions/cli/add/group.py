"""Groups the commands of `positions add`."""

from __future__ import annotations

import click

from positions.cli.lazy import LazyGroup
from positions.cli.table import ADD_COMMANDS

__all__ = ["command"]


@click.group(
    "add",
    cls=LazyGroup,
    table=ADD_COMMANDS,
    short_help="Add an issue, a source, a party and the like.",
)
def command() -> None:
    """Write one record into the dossier, and print the change.

    It becomes the last of its section, written as the one before it is. All else in the file stays
    as it is, and what `check` would refuse is refused.
    """
