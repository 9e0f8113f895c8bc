"""Finds the dossier that is meant where none is named."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from positions.problems.errors import Refusal
from positions.reading.files import STANDARD_INPUT
from positions.reading.folder import belongs

__all__ = ["VARIABLE", "NoDossier", "find_dossier", "is_folder_of_files", "names_dossier"]

VARIABLE = "POSITIONS_FILE"
_FILES = ("positions.yaml", "data/positions.yaml")
_FOLDERS = ("positions", "data/positions")
_MOST_LOOKED_AT = 1_000


class NoDossier(Refusal):
    """There is no dossier where one was named or looked for; the text is a full sentence."""


def find_dossier(named: str | None = None, *, start: Path | None = None) -> str:
    """Return the path of the dossier, relative to the working directory where it was looked for.

    In this order: the path named; the environment's POSITIONS_FILE; the nearest `positions.yaml`
    or `data/positions.yaml` in the working directory and those above it, or else there a folder
    `positions` or `data/positions` that has such files in it.

    Args:
        named: The path that the user wrote, if any; `-` is standard input.
        start: The directory to look from; the working directory where none is given.

    Raises:
        NoDossier: The file or folder does not exist, or none was found.
    """
    if named == STANDARD_INPUT:
        return named
    if named is not None:
        return _existing(named, "")
    if variable := os.environ.get(VARIABLE, ""):
        return _existing(variable, f" {VARIABLE} names it.")
    try:
        here = start or Path.cwd()
    except FileNotFoundError as fault:
        raise NoDossier("The working directory no longer exists. Name a file.") from fault
    for directory in (here, *here.parents):
        candidates = [
            *(directory / name for name in _FILES if (directory / name).is_file()),
            *(directory / name for name in _FOLDERS if is_folder_of_files(directory / name)),
        ]
        if candidates:
            return os.path.relpath(candidates[0], here)
    raise NoDossier(
        "There is no positions.yaml or data/positions.yaml in this directory or in one above it. "
        f"Name a file or a folder, or set {VARIABLE}."
    )


def names_dossier(word: str) -> bool:
    """Return whether a word of a command names a dossier, and is no word of another sense.

    A word that ends in .yaml or .yml does, and one that is the name of a file (or of a pipe, as a
    shell puts it for `<(…)`), or of a folder in which files of a dossier stand. Any other folder
    has to end in a slash.
    """
    if word == STANDARD_INPUT or word.endswith((".yaml", ".yml")):
        return True
    # os.path, because it takes any text for a path, one too long for the system included.
    if os.path.isdir(word):  # noqa: PTH112
        return word.endswith("/") or is_folder_of_files(word)
    return os.path.exists(word)  # noqa: PTH110


def is_folder_of_files(path: str | os.PathLike[str]) -> bool:
    """Return whether a path is a folder in which files of a dossier stand, not further below."""
    try:
        with os.scandir(path) as found:
            return any(belongs(entry.name) for entry in islice(found, _MOST_LOOKED_AT))
    except (OSError, ValueError):
        return False


def _existing(path: str, why: str) -> str:
    try:
        Path(path).stat()
    except FileNotFoundError as fault:
        raise NoDossier(f"There is no file `{path}`.{why}") from fault
    except (OSError, ValueError):
        pass  # it is there, or no path at all: reading it says what is wrong
    return path
