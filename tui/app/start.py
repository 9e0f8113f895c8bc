"""Opens the application for a user: as it is set, as it was left, and kept as it is left again."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from positions.comparison.selection import PLAIN
from tui.app.app import PositionsApp
from tui.app.look import ScreenSetup, with_background
from tui.app.terminal import run_to_the_end
from tui.state.remembered import Remembered, is_first_start, recalled, remember, state_file
from tui.state.view import STANDARD_INPUT

if TYPE_CHECKING:
    from positions.comparison.selection import Lens

__all__ = ["FIRST_START", "open_ui"]

FIRST_START: Final = "? explains the signs and the keys; 1 to 7 are the screens."


def open_ui(
    path: str,
    query: str = "",
    lens: Lens = PLAIN,
    look: ScreenSetup | None = None,
    *,
    is_fresh: bool = False,
) -> int:
    """Open the UI on a dossier, as `PositionsApp` says; return the exit code.

    What is chosen is kept for the next time, but for standard input; what was kept is forgotten
    where it is to be fresh.
    """
    is_kept = path != STANDARD_INPUT
    notice = FIRST_START if is_kept and is_first_start() else ""
    file = state_file(path)
    before, fault = recalled(file) if is_kept and not is_fresh else (Remembered(), "")
    look = with_background(look or ScreenSetup(), before.theme)
    app = PositionsApp(path, query, lens, look=look, remembered=before)
    app.notice = fault or look.said or notice

    def keep() -> None:
        if is_kept:
            looked = f"{datetime.now().astimezone():%Y-%m-%dT%H:%M}"
            remember(file, app.chosen.model_copy(update={"looked": looked}))

    return run_to_the_end(app, keep)
