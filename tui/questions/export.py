"""The question to which file what is shown is to be written: never over another one unasked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from positions.text.english import listed
from positions.text.safe import visible
from tui.bars.words_input import WordsInput
from tui.keys.table import bindings_for
from tui.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.app import ComposeResult

__all__ = ["ExportName", "ExportQuestion"]


class ExportName(WordsInput):
    """The name of the file."""

    BINDINGS = bindings_for("export")


class ExportQuestion(Question[str]):
    """Asks for the name of a file; its result is that, or None where nobody gave one."""

    AUTO_FOCUS = "ExportName"

    def __init__(self, name: str, endings: Collection[str]) -> None:
        """Offer a name; it is to have one of these endings, each with its full stop."""
        super().__init__()
        self._name = name
        self._endings = tuple(endings)
        self._asked = ""

    def compose(self) -> ComposeResult:
        with Vertical(classes="question"):
            yield Static("Write what is shown to which file", classes="question-title")
            yield ExportName(self._name, compact=True, select_on_focus=False)
            yield Static(f"Its form is that of its ending: {listed(self._endings, 'or')}.")
            yield Static("", classes="question-fault", markup=False)

    def action_choose(self) -> None:
        """Take the name; where there is such a file, the second time alone."""
        name = self.query_one(ExportName).value.strip()
        if Path(name).suffix not in self._endings:
            self._say(f"End the name in {listed(self._endings, 'or')}.")
        elif os.path.isdir(name):  # noqa: PTH112 - any text
            self._say(f"{visible(name)} is a folder.")
        elif os.path.lexists(name) and name != self._asked:
            self._asked = name
            self._say(f"There is a file {visible(name)} already. Enter again writes over it.")
        else:
            self.answer(name)

    def on_input_changed(self) -> None:
        self._say("")

    def _say(self, said: str) -> None:
        self.query_one(".question-fault", Static).update(Content(said))
