"""The options of every command that reads a dossier and prints it: which one, and in which form."""

from __future__ import annotations

from typing import Final

import click

__all__ = ["FORMATS", "file_option", "format_option"]

FORMATS: Final = ("text", "markdown", "json")
"""The forms in which nearly every command prints."""

file_option = click.option(
    "--file", "-f", metavar="PATH", help="The dossier, a file or a folder; `-` is standard input."
)
"""Adds `--file PATH`, which gives the command `file: str | None`."""

format_option = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print it.",
)
"""Adds `--format`, which gives the command `form: str`."""
