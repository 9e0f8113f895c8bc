"""The options of every command that compares positions or settles a record."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from positions.model.moment import MOMENT_FORMS, Moment

__all__ = ["as_of_option", "branch_option", "lens_options"]

F = TypeVar("F", bound=Callable[..., object])


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> Moment | None:
    """Return the moment that a text states."""
    if text is None:
        return None
    try:
        return Moment.parse(text)
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

branch_option = click.option(
    "--option",
    "options",
    multiple=True,
    metavar="PARTY=OPTION",
    help="Only this option of a party's memoranda, by id or title; may be repeated.",
)
"""Adds `--option PARTY=OPTION`, which gives the command `options: tuple[str, ...]`."""


def lens_options(command: F) -> F:
    """Add both options to a command, which takes them as `as_of` and `options`.

    The command makes a `positions.cli.arguments.Wanted` of them, and of that, with the dossier,
    a lens.
    """
    return as_of_option(branch_option(command))
