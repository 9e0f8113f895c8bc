"""Shows what is compared, and how far the parties were and are together, above the changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from positions.text.safe import visible
from tui.changes.moves import MovesPicture
from tui.changes.words import convergence_words
from tui.keys.table import key_of
from tui.paint.glyphs import UNICODE, Glyphs
from tui.state.changes import MomentEnds, end_words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from positions.git.history import Snapshot
    from positions.model.dossier import Dossier
    from tui.state.changes import ChangesRead, Sides

__all__ = ["ChangesHead"]

WITH_LEGEND: Final = 76
"""Columns in which the signs of movement are explained beside the clocks; the help has them too."""


class ChangesHead(Vertical):
    """Which clock is followed, three lines, and one for what else a reader must know."""

    DEFAULT_CSS = """
    ChangesHead {
        height: auto; padding: 0 1; background: $surface;
        & > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > MovesPicture { height: auto; }
        & > .-nothing { display: none; }
        & > #changes-clock { color: $text-muted; }
        & > #changes-note { height: auto; text-wrap: wrap; color: $text-warning; display: none; }
    }
    """

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        """Say nothing yet."""
        super().__init__()
        self._glyphs = glyphs
        self._followed: tuple[Dossier | None, Sides | None] = (None, None)

    def compose(self) -> ComposeResult:
        yield Static(id="changes-clock", markup=False)
        yield MovesPicture(self._glyphs)
        for name in ("before", "after", "convergence", "note"):
            yield Static(id=f"changes-{name}", markup=False)

    def follow(self, dossier: Dossier | None, sides: Sides | None) -> None:
        """Say which clock is followed, and draw who moved by it."""
        self._followed = dossier, sides
        by_day, key = isinstance(sides, MomentEnds), key_of("changes.clock")
        picture = self.query_one(MovesPicture)
        picture.show(dossier, sides)
        found = picture.shown if self.app.size.width >= WITH_LEGEND else None
        legend = found.legend(self._glyphs.signs) if found else ()
        said = Content.assemble(
            (" By day ", "reverse" if by_day else ""),
            (" By revision ", "" if by_day else "reverse"),
            f" {key} ",
            *(f"  {sign} {words}" for sign, words in legend),
        )
        self.query_one("#changes-clock", Static).update(said)

    def on_resize(self) -> None:
        """Explain the signs where there is room now."""
        self.follow(*self._followed)

    def on_moves_found(self) -> None:
        """Explain the signs that occur."""
        self.follow(*self._followed)

    def show(self, path: str, dossier: Dossier | None, read: ChangesRead) -> None:
        """Show what was read of the dossier at a path."""
        self.query_one(MovesPicture).show_revisions(path, dossier, read)
        is_by_day = isinstance(read.sides, MomentEnds)
        self._end("before", "Before  ", None if is_by_day else read.before)
        since = f"{read.before.label} to " if is_by_day and read.before else "After   "
        self._end("after", since, read.after, read.sides)
        line = self.query_one("#changes-convergence", Static)
        line.set_class(read.found is None, "-nothing")
        if read.found is not None:
            line.update(Content(convergence_words(*read.found.convergence)))
        self.say(read.note)

    def say(self, note: str) -> None:
        """Say something, or nothing."""
        line = self.query_one("#changes-note", Static)
        line.display = bool(note)
        line.update(Content(visible(note)))

    def _end(self, name: str, label: str, end: Snapshot | None, sides: Sides | None = None) -> None:
        line = self.query_one(f"#changes-{name}", Static)
        line.display = end is not None
        if end is not None:
            name, gap, more = visible(end_words(end, sides)).partition("  ")
            line.update(Content.assemble((f"{label}{name}", "bold"), f"{gap}{more}"))
