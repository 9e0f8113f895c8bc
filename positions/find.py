"""Which dossier is meant where none is named."""

from __future__ import annotations

import os
from pathlib import Path

from positions.loader import STANDARD_INPUT

__all__ = ["VARIABLE", "NoDossier", "find_dossier"]

VARIABLE = "POSITIONS_FILE"
_NAMES = ("positions.yaml", "data/positions.yaml")


class NoDossier(LookupError):
    """There is no dossier where one was named or looked for; the text is a full sentence."""


def find_dossier(named: str | None = None, *, start: Path | None = None) -> str:
    """Return the path of the dossier, relative to the working directory where it was looked for.

    In this order: the path named; the environment's POSITIONS_FILE; the nearest `positions.yaml`
    or `data/positions.yaml` in the working directory and those above it.

    Args:
        named: The path that the user wrote, if any; `-` is standard input.
        start: The directory to look from; the working directory where none is given.

    Raises:
        NoDossier: The file does not exist, or none was found.
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
        for name in _NAMES:
            candidate = directory / name
            if candidate.is_file():
                return os.path.relpath(candidate, here)
    raise NoDossier(
        "There is no positions.yaml or data/positions.yaml in this directory or in one above it. "
        f"Name a file, or set {VARIABLE}."
    )


def _existing(path: str, why: str) -> str:
    try:
        Path(path).stat()
    except FileNotFoundError as fault:
        raise NoDossier(f"There is no file `{path}`.{why}") from fault
    except (OSError, ValueError):
        pass  # it is there, or no path at all: reading it says what is wrong
    return path
