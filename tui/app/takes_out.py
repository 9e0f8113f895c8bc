"""Takes what is shown out of the program: into the editor, onto the clipboard, into a file."""

from __future__ import annotations

import os
from abc import abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from tui.app.levels import HasExports
from tui.app.places import PlacesApp
from tui.state.messages import CopyWanted, EditWanted
from tui.state.view import STANDARD_INPUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from positions.comparison.selection import Lens

__all__ = ["TakesOutApp"]


class TakesOutApp(PlacesApp):
    """An application of a dossier that can be edited, copied from, and written to files.

    Attributes:
        path: The dossier's path.
    """

    def __init__(self, path: str, lens: Lens) -> None:
        """Begin with the dossier at a path, and a lens."""
        super().__init__(lens)
        self.path = path

    @abstractmethod
    def read_anew(self) -> object:
        """Read the dossier again."""

    @on(EditWanted)
    def edit(self, event: EditWanted) -> None:
        """Open the editor at a place."""
        span = event.span
        if span is None and self.view is not None and Path(self.path).is_dir():
            span = self.view.loaded.span(("dossier",))
            if span is None:
                self.notify("The folder has no file to edit that could be read.", markup=False)
                return
        if span is None:
            self.action_edit(self.path, 1, 1)
        else:
            self.action_edit(span.file, span.line, span.column)

    def action_edit(self, file: str, line: int, column: int) -> None:
        """Open the user's editor at a place, then read the dossier again."""
        from tui.app.editor import NoEditor, command_for, open_in_editor  # noqa: PLC0415

        if self.path == STANDARD_INPUT:
            self.notify("Standard input has no file to edit.", severity="warning", markup=False)
            return
        try:
            fault = open_in_editor(self, command_for(file, line, column, os.environ))
        except NoEditor as no_editor:
            fault = str(no_editor)
        if fault:
            self.notify(fault, severity="warning", markup=False)
        self.read_anew()

    @on(CopyWanted)
    async def choose_copy(self, event: CopyWanted) -> None:
        """Ask which text to copy."""
        from tui.questions.menus import CopyMenu  # noqa: PLC0415  # not for the first paint

        await self.ask(CopyMenu(event.texts), self._copy)

    async def action_export(self) -> None:
        """Ask to which file to write what is shown."""
        from tui.app.export import offered_name  # noqa: PLC0415  # not for the first paint
        from tui.questions.export import ExportQuestion  # noqa: PLC0415  # not for the first paint

        forms = self.screen.exports() if isinstance(self.screen, HasExports) else {}
        if not forms:
            self.notify("There is nothing here to write to a file.", markup=False)
            return

        def take(name: str | None) -> None:
            if name is not None:
                self._write(name, forms[Path(name).suffix])

        name = offered_name(self.path, self.screen, next(iter(forms)))
        await self.ask(ExportQuestion(name, forms), take)

    @work(thread=True, group="export", description="export")
    def _write(self, name: str, make: Callable[[], str]) -> None:
        from tui.app.export import written  # noqa: PLC0415  # not for the first paint

        self.call_from_thread(self.notify, written(name, make), markup=False)

    def _copy(self, text: str | None) -> None:
        from tui.state.clipboard import copy  # noqa: PLC0415  # not for the first paint

        if text is not None:
            self.notify(f"{copy(self, text)}.", markup=False)
