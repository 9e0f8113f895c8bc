"""An issue as it was in a revision: the sheet of the issue, which nothing changes any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on

from positions.comparison.row_order import GAPS
from positions.git.history import State
from tui.bars.banner import Banner
from tui.issue.screen import IssueScreen
from tui.paint.glyphs import UNICODE, Glyphs
from tui.state.changes import end_name, end_words
from tui.state.messages import EditWanted, GapWanted
from tui.state.view import View

if TYPE_CHECKING:
    from tui.state.changes import ChangesRead

__all__ = ["IssueThenScreen", "issue_then"]


class IssueThenScreen(IssueScreen):
    """The past; the newest view is not for it."""

    FOLLOWS_LENS: ClassVar = False

    def __init__(
        self, view: View, issue: str, party: str | None, said: str, glyphs: Glyphs = UNICODE
    ) -> None:
        """Show an issue of a view of the past, which the banner says."""
        super().__init__(view, issue, party, glyphs)
        self._then = view
        self._said = said

    def update_view(self, view: View) -> None:
        """Show the view of the past; no other."""
        if view is not self._then:
            return
        super().update_view(view)
        self.query_one(Banner).say(self._said)

    @on(EditWanted)
    def leave_the_past_alone(self, event: EditWanted) -> None:
        """Say that there is no file to edit."""
        event.stop()
        said = "This is the past, which cannot be edited. Esc goes back, 1 shows the present."
        self.app.notify(said, severity="warning", markup=False)

    @on(GapWanted)
    def go_to_gap_of_then(self, event: GapWanted) -> None:
        """Go to the next issue of this revision, or the one before; from the end, begin again."""
        event.stop()
        then = self._then.comparison
        rows = (*then.rows, *then.unraised) if then else ()
        issues = [row.issue.id for row in rows if row.status in GAPS]
        everything = [row.issue.id for row in rows]
        here = everything.index(self.issue)
        ahead = [
            issue for issue in issues if (everything.index(issue) - here) * event.direction > 0
        ]
        found = ahead or issues
        if found:
            self.go_to(found[0 if event.direction > 0 else -1], self.party)


def issue_then(
    path: str, read: ChangesRead, issue: str, party: str | None, glyphs: Glyphs
) -> IssueThenScreen | None:
    """Return the screen of an issue as of the side After or, where it is gone, as of Before.

    Returns:
        None where that side is the file shown, which is the present.
    """
    if read.before is None or read.after is None or read.comparisons is None:
        return None
    is_gone = issue not in read.comparisons[1].dossier.issues
    end = read.before if is_gone else read.after
    dossier = end.loaded.dossier
    moment = dossier.moment if dossier else None
    if moment is None and (end.label == State.WORKING_TREE or end.loaded.path == path):
        return None
    if dossier is not None and moment == dossier.header.as_of:
        return None
    comparison = read.comparisons[0 if is_gone else 1]
    view = View(path, end.loaded, comparison, end.loaded.problems, end.label)
    about = end_words(end).partition("  ")[2]
    said = f"As of {end_name(end)}{f': {about}' if about else ''}. Esc goes back."
    return IssueThenScreen(view, issue, party, said, glyphs)
