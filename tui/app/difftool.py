"""The application as `git difftool` opens it: at the changes between two states of a dossier.

    open_changes(NamedPath("old.yaml", "talks (before)"), NamedPath("talks.yaml", "talks (after)"))

Everything else is as it is otherwise: the second of the two is what the other screens show.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from tui.app.app import PositionsApp
from tui.app.look import ScreenSetup, with_background
from tui.app.terminal import run_to_the_end
from tui.changes.screen import ChangesScreen
from tui.state.changes import ChangeEnds

if TYPE_CHECKING:
    from positions.changes.paths import NamedPath
    from tui.state.view import View

__all__ = ["ChangesApp", "open_changes"]


class ChangesApp(PositionsApp):
    """The terminal UI of a dossier, which begins with what changed in it."""

    def __init__(
        self, before: NamedPath, after: NamedPath, look: ScreenSetup | None = None
    ) -> None:
        """Open the dossier after, or that before where there is none any more."""
        path = before.path if after.path == os.devnull else after.path
        super().__init__(path, look=look)
        self._sides: ChangeEnds | None = ChangeEnds(before, after)

    async def watch_view(self, view: View) -> None:
        """Show another view; with the first, the changes above all other screens."""
        await super().watch_view(view)
        sides, self._sides = self._sides, None
        if sides is not None:
            made = partial(ChangesScreen, glyphs=self.glyphs, sides=sides)
            await self.with_room(partial(self.show_place, "app.changes", made))


def open_changes(before: NamedPath, after: NamedPath, look: ScreenSetup | None = None) -> int:
    """Open the UI on what changed between two states of a dossier; return the exit code."""
    look = with_background(look or ScreenSetup())
    app = ChangesApp(before, after, look)
    app.notice = look.said
    return run_to_the_end(app)
