"""The question to which issue to go, by words of its title, topic or id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from positions.filter.index import fold
from positions.text.safe import visible
from tui.paint.glyphs import LETTERS
from tui.paint.statuses import STATUS_STYLES
from tui.questions.choice_list import ChoiceList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.comparison.rows import Row

__all__ = ["IssuePicker"]


class IssuePicker(ChoiceList[str]):
    """Asks for an issue; its result is the id, or None where nobody chose."""

    def __init__(self, rows: Sequence[Row], here: str | None) -> None:
        """Offer the issues of these rows, with the cursor on the one where somebody is."""
        super().__init__("Go to which issue", "words of its title, topic or id")
        self._rows = tuple(rows)
        self._here = here

    def first(self, answers: Sequence[str]) -> int:
        """Return where the issue stands at which somebody is; see `ChoiceList`."""
        return answers.index(self._here) if self._here in answers else 0

    def answers(self, words: str) -> list[tuple[str, Content]]:
        """Return the issues that have all of the words, those first whose title begins so."""
        asked = fold(words).split()
        found = [row for row in self._rows if all(word in _searched(row) for word in asked)]
        found.sort(key=lambda row: not fold(row.issue.title).startswith(fold(words)))
        return [(row.issue.id, _said(row)) for row in found]

    def without_answer(self) -> str:
        """Return what is said where no issue has the words; see `ChoiceList`."""
        return "No issue has these words."


def _searched(row: Row) -> str:
    return fold(f"{row.issue.title} {row.issue.topic} {row.issue.id}")


def _said(row: Row) -> Content:
    return Content.assemble(
        (LETTERS[row.status], STATUS_STYLES[row.status]),
        f"  {visible(row.issue.title)}  ",
        (visible(row.issue.topic), "$text-muted"),
    )
