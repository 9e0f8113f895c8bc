"""A line to write in: whatever is typed, pasted or put there can be seen."""

from __future__ import annotations

from textual.widgets import Input

from positions.text.safe import visible

__all__ = ["WordsInput"]


class WordsInput(Input):
    """A line whose text is made visible as it comes in."""

    def validate_value(self, value: str) -> str:
        """Return the words with a mark for every character that hides, moves or reorders."""
        return visible(value)
