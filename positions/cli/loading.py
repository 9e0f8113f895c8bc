"""Loads the dossier that a command names, and says on standard error what is wrong with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

import click

from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.loader import load
from positions.problems.errors import WrongUse
from positions.problems.problem import Severity, has_errors
from positions.reading.discovery import NoDossier, find_dossier
from positions.reading.files import STANDARD_INPUT
from positions.text.safe import visible
from positions.text.shell import shell_word

if TYPE_CHECKING:
    from positions.loader import Loaded
    from positions.model.dossier import Dossier

__all__ = [
    "check_command",
    "ending",
    "load_named",
    "name_of",
    "number_of",
    "read_dossier",
]

PROBLEMS_SHOWN: Final = 20
"""How many errors stand beside a comparison; `check` prints all."""


def load_named(named: str | None) -> Loaded:
    """Return what the dossier that is meant came to.

    Raises:
        NoDossier: There is none.
        WrongUse: It is standard input, and there is none; or it is gone since it was found.
    """
    path = find_dossier(named)
    if path == STANDARD_INPUT and sys.stdin is None:
        raise WrongUse("There is no standard input to read a dossier from.")
    try:
        return load(path)
    except FileNotFoundError as fault:
        raise WrongUse(f"There is no file `{path}`.") from fault


def read_dossier(named: str | None) -> tuple[Loaded, Dossier]:
    """Return the dossier that is meant and what else came of it, having said what is wrong with it.

    Raises:
        NoDossier: There is none.
        WrongUse: As `load_named` raises it.
        click.exceptions.Exit: Nothing of it could be read.
    """
    loaded = load_named(named)
    _narrate_problems(loaded)
    if loaded.dossier is None:
        raise click.exceptions.Exit(ExitCode.FAULTY)
    return loaded, loaded.dossier


def name_of(path: str) -> str:
    """Return what messages call the dossier of a path."""
    return "<standard input>" if path == STANDARD_INPUT else path


def ending(loaded: Loaded) -> ExitCode:
    """Return how a command ends that read a dossier and did its work."""
    return ExitCode.FAULTY if has_errors(loaded.problems) else ExitCode.FINE


def number_of(count: int, one: str, several: str = "") -> str:
    """Return a count with its noun: `1 party`, `2 parties`; an s where no plural is given."""
    return f"{count:,} {one if count == 1 else several or f'{one}s'}"


def _narrate_problems(loaded: Loaded) -> None:
    """Say on standard error what is wrong with the dossier beside whose text this stands."""
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    for problem in errors[:PROBLEMS_SHOWN]:
        console.narrate(str(problem) if problem.span else f"{name_of(loaded.path)}: {problem}")
    warnings = len(loaded.problems) - len(errors)
    more = [
        number_of(count, what)
        for count, what in (
            (max(len(errors) - PROBLEMS_SHOWN, 0), "more error"),
            (warnings, "warning"),
        )
        if count
    ]
    if more:
        command = check_command(loaded.path)
        console.narrate(f"{name_of(loaded.path)}: {', '.join(more)}; `{command}` lists all.")


def check_command(path: str) -> str:
    """Return the command that checks a dossier, with its path where it would find another."""
    try:
        found = find_dossier()
    except NoDossier:
        found = ""
    return visible("positions check" if path == found else f"positions check {shell_word(path)}")
