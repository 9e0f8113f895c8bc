"""Writes a small commented dossier to begin with: `positions init`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from positions.authoring.starter import TEMPLATES, starter_files, starter_text
from positions.cli import console
from positions.cli.completion import files
from positions.cli.exit_code import ExitCode
from positions.problems.errors import WrongUse
from positions.reading.files import STANDARD_INPUT
from positions.text.shell import shell_word
from positions.text.whole_file import write_new

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["command"]


@click.command("init", short_help="Write a small commented dossier to begin with.")
@click.argument("path", required=False, shell_complete=files)
@click.option("--folder", metavar="DIR", help="Write it as a folder of files, one for each party.")
@click.option(
    "--template", type=click.Choice(TEMPLATES), help="What the talks are about; a page for each."
)
def command(path: str | None, folder: str | None, template: str | None) -> ExitCode:
    """Write a small commented dossier, to be changed bit by bit: positions.yaml, or PATH.

    Nothing is ever overwritten. Folders on the way are made; `-` is standard output.
    """
    if folder is None:
        return _write_file(path or "positions.yaml", starter_text(template or ""))
    if template is not None:
        raise click.UsageError("A template is one file: leave --folder or --template out.")
    if path is not None:
        raise click.UsageError(f"Name a file or a folder: `{path}` and `{folder}` are named.")
    return _write_folder(folder)


def _write_file(path: str, text: str) -> ExitCode:
    """Write a small dossier to a file that does not exist yet, or to standard output for `-`.

    Raises:
        WrongUse: The file exists, or cannot be written.
    """
    if path == STANDARD_INPUT:
        console.write(text)
        return ExitCode.FINE
    if os.path.isdir(path):  # noqa: PTH112 - it takes any text for a path, however long
        raise WrongUse(f"`{path}` is a folder. Name a file in it, or use --folder.")
    _write({Path(path): text})
    _say_what_now(path)
    return ExitCode.FINE


def _write_folder(path: str) -> ExitCode:
    """Write a small dossier as a folder of files, into one that has no dossier yet.

    Raises:
        WrongUse: The folder has YAML files, is a file, or cannot be written.
    """
    folder = Path(path)
    found = sorted(folder.rglob("*.yaml")) if os.path.isdir(path) else []  # noqa: PTH112 - likewise
    if found:
        raise WrongUse(f"There is `{found[0]}` already, which would be a part of the dossier.")
    _write({folder / name: text for name, text in starter_files().items()})
    _say_what_now(path)
    return ExitCode.FINE


def _write(files: Mapping[Path, str]) -> None:
    try:
        write_new(files)
    except FileExistsError as fault:
        raise WrongUse(f"There is `{fault.filename}` already. Nothing was written.") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "the path is not one"
        raise WrongUse(f"Nothing was written: {reason.lower()}.") from fault


def _say_what_now(path: str) -> None:
    console.narrate(f"Wrote {path}. Look at it: positions {shell_word(path)}")
