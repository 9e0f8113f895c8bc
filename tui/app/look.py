"""Finds how the screen is to look: as it is asked for, else as a user has set it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from positions.settings.file import read_settings
from tui.app.background import terminal_background
from tui.keys.keymap import checked_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ScreenSetup", "look_of", "with_background"]


@dataclass(frozen=True, slots=True)
class ScreenSetup:
    """How the screen is to look, and which keys it has.

    Attributes:
        is_plain: Whether plain characters alone are drawn.
        theme: The colours that are asked for: dark, light, ansi-dark or ansi-light; empty for none.
        otherwise: Those for whoever asks for none, and chose none the last time.
        shows_cursor: Whether the terminal's own cursor is shown.
        keys: The keys of actions that have others, by the id of their binding.
        said: What is wrong with the settings, in a sentence; empty for nothing.
    """

    is_plain: bool = False
    theme: str = ""
    otherwise: str = ""
    shows_cursor: bool = False
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    said: str = ""


def look_of(*, is_plain: bool, theme: str, shows_cursor: bool) -> ScreenSetup:
    """Return the look that is asked for; where nothing is, as it is set.

    Args:
        is_plain: Whether plain characters alone are asked for.
        theme: The colours that are asked for; empty for none.
        shows_cursor: Whether the cursor is asked for.
    """
    settings = read_settings()
    keys, faults = checked_keys(settings)
    number = len(settings.problems) + len(faults)
    said = f"{number} {'problem' if number == 1 else 'problems'}"
    return ScreenSetup(
        is_plain or bool(settings.is_plain),
        theme,
        settings.theme,
        shows_cursor or bool(settings.shows_cursor),
        keys,
        f"The settings have {said}: `positions config` lists them." if number else "",
    )


def with_background(look: ScreenSetup, kept: str = "") -> ScreenSetup:
    """Return a look with the theme for the terminal's background, if nothing names another.

    Args:
        look: The look.
        kept: The theme that was chosen the last time; empty for none.
    """
    if look.theme or kept or look.otherwise:
        return look
    return replace(look, otherwise=terminal_background())
