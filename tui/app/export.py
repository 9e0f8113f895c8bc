"""Writes what a screen shows to a file, in the forms of the commands that print the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from positions.text.slugs import slug
from positions.text.whole_file import write_whole
from tui.app.levels import HasIssue
from tui.bars.tabs import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

__all__ = ["offered_name", "written"]


def offered_name(path: str, screen: Screen[object], ending: str) -> str:
    """Return a name for the file: `talks-matrix.md`, or that of the issue that is read."""
    place = PLACES.get(getattr(screen, "own_key", ""), "")
    about = place.lower() or (screen.issue if isinstance(screen, HasIssue) else "") or ""
    return f"{slug(Path(path).resolve().stem)}-{slug(about)}{ending}"


def written(name: str, make: Callable[[], str]) -> str:
    """Write a text to a file; return what came of it, in a sentence."""
    try:
        write_whole(name, make())
    except OSError as fault:
        return f"{name} could not be written: {fault.strerror}."
    return f"Written: {name}."
