"""The options of every command that compares positions or settles a record."""

from __future__ import annotations

from typing import Final

import click

from positions.when import When

__all__ = ["MOMENT_FORMS", "as_of_option"]

MOMENT_FORMS: Final = "2025-06-02, or 2025-06-02T09:00 with a time"
"""How a moment is written, for messages."""


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> When | None:
    """Return the moment that a text states."""
    if text is None:
        return None
    try:
        return When.parse(text)
    except ValueError as fault:
        raise click.BadParameter(f"`{text}` is no date. Write {MOMENT_FORMS}.") from fault


as_of_option = click.option(
    "--as-of",
    "as_of",
    callback=_moment,
    metavar="DATE",
    help="As of this date (2025-06-02) or moment (2025-06-02T09:00); the dossier's own otherwise.",
)
"""Adds `--as-of DATE`, which gives the command `as_of: When | None`."""
