"""Draws above the changes who moved, by day of the talks or by revision, what is compared marked.

While it has the focus, a cursor stands on one of its parties.
"""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from textual import work
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static
from textual.worker import get_current_worker

from positions.changes.log import revision_entries
from positions.changes.timeline.walk import timeline
from positions.git.history import GitFault, history_of
from positions.reports.changes.picture import revision_map
from positions.reports.page.runs import Mark
from positions.reports.timeline.picture import move_map
from tui.keys.table import bindings_for
from tui.paint.glyphs import UNICODE, Glyphs
from tui.state.changes import MomentEnds, revisions_between
from tui.state.messages import MovesFound

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from textual.events import Click

    from positions.model.dossier import Dossier
    from positions.reports.page.pictures import PictureRow
    from positions.reports.pictures.moves import MoveMap
    from tui.state.changes import ChangesRead, Sides

__all__ = ["MovesPicture"]

SHARE: Final = 4
"""The picture has one line of so many of the screen, and never fewer than `LEAST`."""
LEAST: Final = 6
NEWEST: Final = 100
"""Revisions that are read for the picture."""
_STYLES: Final = {
    Mark.MUTED: "$text-muted",
    Mark.STRONG: "bold reverse",
    Mark.NEAR: "$text-primary",
    Mark.DIVIDED: "bold $text-error",
}


class MovesPicture(Static, can_focus=True):
    """Who spoke first and who moved, a row a party; it is made in a thread.

    A column is a day or, where revisions are compared, one of the newest.

    Attributes:
        party: The id of the party at the cursor; None before there is any.
    """

    BINDINGS = bindings_for("picture")
    party: reactive[str | None] = reactive(None, init=False)

    def __init__(self, glyphs: Glyphs = UNICODE) -> None:
        """Draw nothing yet."""
        super().__init__(markup=False)
        self._glyphs = glyphs
        self._dossier: Dossier | None = None
        self._newest = ""
        self._sides: MomentEnds | None = None
        self._chosen: Collection[object] = ()
        self._maps: dict[bool, MoveMap | None] = {}
        self._rows: tuple[PictureRow, ...] = ()

    def show(self, dossier: Dossier | None, sides: Sides | None) -> None:
        """Draw the days of a dossier, those marked that are compared; else the revisions."""
        self._sides = sides if isinstance(sides, MomentEnds) else None
        if isinstance(sides, MomentEnds) and dossier is not None:
            if dossier is not self._dossier:
                self._dossier = dossier
                self._read_moves(dossier)
            self._mark_days(sides)
        self._draw()

    def show_revisions(self, path: str, dossier: Dossier | None, read: ChangesRead) -> None:
        """Draw the revisions, those marked that are compared, if that is what was read."""
        newest = read.revisions[0].id if read.revisions else ""
        if self._sides is not None or dossier is None:
            return
        if newest and newest != self._newest:
            self._newest = newest
            names = {party.id: party.name for party in dossier.parties.values()}
            self._read_revisions(path, names)
        self._chosen = revisions_between(read)
        self._draw()

    def _mark_days(self, sides: MomentEnds) -> None:
        found = self._maps.get(True)
        before, after = sides.before.order(), sides.after.order()
        ends = [one.ends[1] for one in found.moments if one.ends] if found else []
        self._chosen = [one for one in ends if before < one.order() <= after]

    def step(self, now: MomentEnds, direction: int) -> MomentEnds | None:
        """Return the day after that which is compared, 1, or before it, -1; None for none.

        Each is compared with the moment before it, so that what happened on it is shown.
        """
        days = self._maps.get(True)
        found = [MomentEnds(*one.ends) for one in days.moments if one.ends] if days else []
        here = now.after.order()
        on = [one for one in found if (one.after.order() > here) is (direction > 0)]
        on = [one for one in on if one.after.order() != here]
        return (on[0] if direction > 0 else on[-1]) if on else None

    @work(thread=True, exclusive=True, group="moves", description="moves")
    def _read_moves(self, dossier: Dossier) -> None:
        worker = get_current_worker()
        found = move_map(timeline(dossier))
        if not worker.is_cancelled:
            self.post_message(MovesFound(by_day=True, found=found))

    @work(thread=True, exclusive=True, group="revisions", description="revisions")
    def _read_revisions(self, path: str, names: Mapping[str, str]) -> None:
        worker = get_current_worker()
        try:
            steps = islice(history_of(path).steps(bound=False), NEWEST)
            waited_for = takewhile(lambda _step: not worker.is_cancelled, steps)
            found = revision_map(revision_entries(waited_for), names)
        except GitFault:
            found = None
        if not worker.is_cancelled:
            self.post_message(MovesFound(by_day=False, found=found))

    def on_moves_found(self, event: MovesFound) -> None:
        """Draw what was found."""
        self._maps[event.by_day] = event.found
        if event.by_day and self._sides is not None:
            self._mark_days(self._sides)
        self._draw()

    def on_resize(self) -> None:
        """Draw it as wide as the screen is now."""
        self._draw()

    def on_focus(self) -> None:
        self._draw()

    def on_blur(self) -> None:
        self._draw()

    def on_click(self, event: Click) -> None:
        """Move the cursor to the row that is clicked."""
        if event.y < len(self._rows) and self._rows[event.y].about:
            self.party = self._rows[event.y].about

    def watch_party(self) -> None:
        """Draw the cursor where it is now."""
        self._draw()

    def action_cursor_up(self) -> None:
        """Move to the party above."""
        self._move(-1)

    def action_cursor_down(self) -> None:
        """Move to the party below."""
        self._move(1)

    def _move(self, by: int) -> None:
        shown = [row.about for row in self._rows if row.about]
        here = shown.index(self.party) if self.party in shown else 0
        self.party = shown[min(max(here + by, 0), len(shown) - 1)] if shown else None

    @property
    def shown(self) -> MoveMap | None:
        """What is drawn; None before there is any."""
        return self._maps.get(self._sides is not None)

    def _draw(self) -> None:
        shown = self.shown
        self.set_class(shown is None, "-nothing")
        if shown is not None:
            most = max(self.screen.size.height // SHARE, LEAST)
            columns = self.screen.size.width - 2
            self._rows = shown.around(self._chosen, columns, self._glyphs.signs, most)
            shown_parties = [row.about for row in self._rows if row.about]
            if self.party not in shown_parties:
                self.set_reactive(MovesPicture.party, next(iter(shown_parties), None))
            self.update(Content("\n").join(map(self._line, self._rows)))

    def _line(self, row: PictureRow) -> Content:
        """Return a row, the name of the party at the cursor reversed; each has one line."""
        runs = [(run.text, _STYLES.get(run.mark, "")) for run in row.lines[0]]
        if self.has_focus and row.about and row.about == self.party:
            name, gap, rest = runs[0][0].partition("  ")
            runs[:1] = [(name, _STYLES[Mark.STRONG]), (gap + rest, runs[0][1])]
        return Content.assemble(*runs)
