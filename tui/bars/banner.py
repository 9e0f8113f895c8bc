"""The line that says when what is shown is not what the file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from positions.text.safe import visible

if TYPE_CHECKING:
    from tui.state.view import View

__all__ = ["Banner", "sentence"]


class Banner(Static):
    """Shown only while there is something to say."""

    DEFAULT_CSS = """
    Banner {
        height: auto; padding: 0 1; background: $background; color: $text-warning;
        text-style: bold reverse; display: none;
    }
    """

    def show(self, view: View) -> None:
        """Say what is to be said of this view, or hide."""
        said = sentence(view)
        self.display = bool(said)
        self.update(Content(said))


def sentence(view: View) -> str:
    """Return what a reader must know of the version shown; an empty text where all is well."""
    number = len(view.problems)
    problems = f"{number} {'problem' if number == 1 else 'problems'}"
    them = "it" if number == 1 else "them"
    if view.gone:
        return f"{visible(view.path)} is gone; showing the version of {view.good_at}"
    if view.stale:
        return f"{problems}; showing the version of {view.good_at}; 6 shows {them}"
    if view.has_errors and view.comparison is not None:
        return f"{problems}; some of the dossier could not be read; 6 shows {them}"
    return ""
