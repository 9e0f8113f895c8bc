"""Defines a question over a screen: it takes one answer, and goes."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual.screen import ModalScreen

from tui.bars.hints import Hints
from tui.keys.table import bindings_for

__all__ = ["Answer", "Question"]

Answer = TypeVar("Answer")


class Question(ModalScreen["Answer | None"], Generic[Answer]):
    """Asks over the screen; its result is the answer, or None where nobody gave one."""

    BINDINGS = bindings_for("question")

    def on_mount(self) -> None:
        _ = self.mount(Hints())

    def answer(self, answer: Answer | None) -> None:
        """Close with an answer.

        Keys that were typed faster than the screen is drawn arrive together: whatever comes after
        the first answer, or while something else covers the question, is for nobody. (Textual
        would close whichever screen is on top.)
        """
        if self.app.screen is self:
            _ = self.dismiss(answer)

    def action_cancel(self) -> None:
        """Go back without a choice."""
        self.answer(None)
