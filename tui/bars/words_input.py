"""A line to write in: whatever is typed, pasted or put there can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from positions.text.safe import visible

if TYPE_CHECKING:
    from textual.events import Paste

__all__ = ["WordsInput"]


class WordsInput(Input):
    """A line whose text is made visible as it comes in; pasted lines become one."""

    def on_paste(self, event: Paste) -> None:
        """Join what is pasted, of which Textual takes the first line alone."""
        event.text = " ".join(event.text.split())

    def validate_value(self, value: str) -> str:
        """Return the words with a mark for every character that hides, moves or reorders."""
        return visible(value)
