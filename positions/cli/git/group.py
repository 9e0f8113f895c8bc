"""Groups the commands of `positions git`."""

from __future__ import annotations

import click

from positions.cli.lazy import LazyGroup
from positions.cli.table import GIT_COMMANDS

__all__ = ["command"]


@click.group(
    "git",
    cls=LazyGroup,
    table=GIT_COMMANDS,
    short_help="Let git itself use this for dossiers.",
)
def command() -> None:
    """Let git itself compare and merge dossiers."""
