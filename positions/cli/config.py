"""Prints how the screen is set, from which file, and what is wrong there: `positions config`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import click

from positions.cli import console
from positions.cli.exit_code import ExitCode
from positions.cli.look import THEME_VARIABLE
from positions.cli.streams import ASCII_VARIABLE
from positions.problems.problem import in_order
from positions.settings.file import kept_folder, read_settings
from positions.settings.themes import SCREEN_THEMES
from positions.text.safe import pad, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from positions.cli.ui import Screens
    from positions.problems.problem import Problem
    from positions.settings.file import Settings

__all__ = ["command"]

_OWN: Final = "where nothing is set"


@click.command("config", short_help="Print how the screen is set, and where.")
@click.pass_context
def command(context: click.Context) -> int:
    """Print where the settings of the screen stand, those in force, and where each comes from.

    The file is yours to write, and is only read: theme, ascii, cursor, and keys by the action that
    they are for. What is chosen on the screen for a dossier (`--fresh` forgets it) goes before it;
    an option, such as --theme, before both. What is wrong in the file is listed with its place; the
    rest of it holds. Fails where there is anything.
    """
    settings = read_settings()
    screens: Screens = context.find_root().obj
    keys: Mapping[str, Sequence[str]] = settings.keys
    faults: Sequence[Problem] = ()
    if screens.check_keys is not None:
        keys, faults = screens.check_keys(settings)
    rows = [
        ("settings", visible(settings.file), "" if settings.exists else "there is none yet"),
        ("kept", visible(str(kept_folder())), "what was chosen for each dossier"),
        *_in_force(settings),
        *((name, ", ".join(given), _place(settings, "keys", name)) for name, given in keys.items()),
    ]
    columns = max(width(name) for name, *_ in rows)
    for name, value, where in rows:
        console.write(f"{pad(name, columns)}  {value}{f'  ({where})' if where else ''}\n")
    problems = in_order((*settings.problems, *faults))
    for problem in problems:
        console.narrate(visible(str(problem)))
    return ExitCode.FAULTY if problems else ExitCode.FINE


def _in_force(settings: Settings) -> Iterator[tuple[str, str, str]]:
    """Yield each setting, its value, and where it comes from."""
    theme = os.environ.get(THEME_VARIABLE, "")
    if theme:
        yield "theme", visible(theme), f"${THEME_VARIABLE}"
    elif settings.theme:
        yield "theme", settings.theme, _place(settings, "theme")
    else:
        yield "theme", f"as the terminal’s background, else {SCREEN_THEMES[0]}", _OWN
    if os.environ.get(ASCII_VARIABLE):
        yield "ascii", "true", f"${ASCII_VARIABLE}"
    else:
        yield _truth(settings, "ascii", given=settings.is_plain)
    yield _truth(settings, "cursor", given=settings.shows_cursor)


def _truth(settings: Settings, name: str, *, given: bool | None) -> tuple[str, str, str]:
    return name, str(bool(given)).lower(), _OWN if given is None else _place(settings, name)


def _place(settings: Settings, *path: str) -> str:
    return visible(str(settings.span(*path) or settings.file))
