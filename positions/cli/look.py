"""The options that say how things look: `--ascii` everywhere, the others on the screen."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Final, TypeVar

import click

from positions.cli import console
from positions.cli.ui import ScreenLook
from positions.settings.themes import SCREEN_THEMES
from positions.text.likeness import nearest

__all__ = ["look_options", "refuse_theme", "screen_look"]

F = TypeVar("F", bound=Callable[..., object])

THEME_VARIABLE: Final = "POSITIONS_THEME"
_CHOSEN: Final = "positions.theme"
_FRESH: Final = "positions.fresh"
_CURSOR: Final = "positions.cursor"


def look_options(command: F) -> F:
    """Add the options to a command, which takes none of them as an argument."""
    plain = click.option(
        "--ascii",
        is_flag=True,
        expose_value=False,
        callback=lambda _context, _option, wanted: console.draw_plainly() if wanted else None,
        help="Draw with plain characters alone; so it is where the locale is not UTF-8.",
    )
    theme = click.option(
        "--theme",
        metavar="NAME",
        expose_value=False,
        callback=_choose,
        help=f"The colours of the screen: {', '.join(SCREEN_THEMES[:-1])} or {SCREEN_THEMES[-1]}.",
    )
    fresh = click.option(
        "--fresh",
        is_flag=True,
        expose_value=False,
        callback=_forget,
        help="Open the screen without the filter, moment and order of the last time.",
    )
    cursor = click.option(
        "--cursor",
        is_flag=True,
        expose_value=False,
        callback=_show_cursor,
        help="Show the terminal's own cursor on the selected cell, for readers that follow it.",
    )
    return plain(theme(fresh(cursor(command))))


def refuse_theme(context: click.Context, command: str) -> None:
    """Refuse a theme, a cursor, and a fresh start, before a command that has no screen.

    Raises:
        UsageError: There is one of them.
    """
    if context.meta.get(_CHOSEN):
        raise click.UsageError(f"`{command}` shows no screen: it has no theme.", context)
    if context.meta.get(_CURSOR):
        raise click.UsageError(f"`{command}` shows no screen: it has no cursor.", context)
    if context.meta.get(_FRESH):
        said = f"`{command}` shows no screen: nothing of the last time is kept for it."
        raise click.UsageError(said, context)


def screen_look(context: click.Context) -> ScreenLook:
    """Return how the screen is to look, by the options and the environment; no theme for neither.

    Raises:
        UsageError: The environment names an unknown theme.
    """
    theme = context.meta.get(_CHOSEN) or _known(os.environ.get(THEME_VARIABLE, ""), THEME_VARIABLE)
    is_fresh, shows_cursor = (bool(context.meta.get(name)) for name in (_FRESH, _CURSOR))
    return ScreenLook(console.draws_plainly(), theme, is_fresh, shows_cursor)


def _forget(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        context.meta[_FRESH] = True


def _show_cursor(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        context.meta[_CURSOR] = True


def _choose(context: click.Context, _option: click.Parameter, name: str | None) -> None:
    if name is not None:
        context.meta[_CHOSEN] = _known(name, "--theme") or SCREEN_THEMES[0]


def _known(name: str, where: str) -> str:
    """Return the theme that a name means; an empty text for an empty one."""
    theme = name.strip().lower().removeprefix("positions-")
    if theme and theme not in SCREEN_THEMES:
        advice = nearest(theme, SCREEN_THEMES, f"The themes are {', '.join(SCREEN_THEMES)}.")
        raise click.UsageError(f"{where}: there is no theme `{name}`. {advice}")
    return theme
